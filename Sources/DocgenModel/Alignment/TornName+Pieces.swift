import DocgenSupport

extension TornName {
  /// Whether a torn name with points begins a marked text, and a further point and word follow in it that do not go on so in
  /// the source: a piece of a longer name, as in `**Store. Box. Werkzeug**`.
  ///
  /// - Complexity: O(*n*) in the length of the source where that is asked.
  package static func isBeginning(_ span: SourceSpan, in bytes: [UInt8], beside source: [UInt8]) -> Bool {
    let point = UInt8(ascii: ".")
    guard span.start > 0, isMarker(bytes[Int(span.start) - 1]), bytes[span.range].contains(point),
      bytes[span.range].contains(0x20)
    else { return false }
    let rest = bytes[Int(span.end)...]
    guard rest.first == point else { return false }
    let next = rest.dropFirst().drop { $0 == 0x20 }
    guard let first = next.first, first > 0x20, !isMarker(first) else { return false }
    let name = bytes[span.range].filter { $0 != 0x20 } + [point] + next.prefix(while: Identifier.isNameByte)
    return name.last == point
      || ByteSearch.firstIndex(of: name.map(ASCIICase.lowercased), in: source.map(ASCIICase.lowercased), from: 0) == nil
  }

  private static func isMarker(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}
