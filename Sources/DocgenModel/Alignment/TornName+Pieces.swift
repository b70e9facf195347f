import DocgenSupport

extension TornName {
  /// Whether a torn name with points begins a marked text, and a further point and word follow in it: a piece of a longer
  /// name, as in `**Store. Box. Werkzeug**`.
  package static func isBeginning(_ span: SourceSpan, in bytes: [UInt8]) -> Bool {
    let point = UInt8(ascii: ".")
    guard span.start > 0, isMarker(bytes[Int(span.start) - 1]), bytes[span.range].contains(point),
      bytes[span.range].contains(0x20)
    else { return false }
    let rest = bytes[Int(span.end)...]
    guard rest.first == point else { return false }
    let next = rest.dropFirst().drop { $0 == 0x20 }.first ?? 0x0A
    return next > 0x20 && !isMarker(next)
  }

  private static func isMarker(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}
