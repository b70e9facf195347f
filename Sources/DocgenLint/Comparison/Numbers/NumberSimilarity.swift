import DocgenSupport

/// Tells which numbers may be the same, written by mistake in another way.
enum NumberSimilarity {
  /// Whether one number became the other by a digit that came, went or changed, or a hexadecimal one lost its end or a part
  /// of its digits: others may stand for different things.
  static func areAlike(_ wanted: String, _ found: String, isHexadecimal: Bool) -> Bool {
    let (wanted, found) = (wanted.utf8.map(ASCIICase.lowercased), found.utf8.map(ASCIICase.lowercased))
    let start = zip(wanted, found).prefix { $0 == $1 }.count
    let end = zip(wanted[start...].reversed(), found[start...].reversed()).prefix { $0 == $1 }.count
    if isHexadecimal, start == found.count || wanted.count == found.count && (start + end) * 2 > wanted.count {
      return true
    }
    return min(wanted.count, found.count) > 1 && start + end >= max(wanted.count, found.count) - 1
  }

  /// Whether one number is the other with zeros after it, as in words: `50 millions`.
  static func areSameButForZeros(_ wanted: String, _ found: String) -> Bool {
    let (wanted, found) = (digits(wanted), digits(found))
    let (long, short) = wanted.count > found.count ? (wanted, found) : (found, wanted)
    return long.starts(with: short) && long[short.count...].allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// Whether only zeros before a number, or after a point, are more in one of both: `05`, `2.0`.
  static func areNumericallyEqual(_ wanted: String, _ found: String) -> Bool { trimmed(wanted) == trimmed(found) }

  private static func trimmed(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8.drop { $0 == UInt8(ascii: "0") })
    let isFraction = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
    let end = bytes.lastIndex { $0 != UInt8(ascii: "0") } ?? -1
    if end >= 0, isFraction(bytes[end]) { bytes.removeSubrange(end...) }
    return bytes
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }

  /// All of a number that spaces were put into, where it starts at a place: `0x139 e` for `0x139E`, `8. 1` for `8.1`.
  static func torn(_ wanted: String, at span: SourceSpan, in bytes: [UInt8]) -> Located<String>? {
    var index = Int(span.start)
    for byte in wanted.utf8 {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, ASCIICase.lowercased(bytes[index]) == ASCIICase.lowercased(byte) else { return nil }
      index += 1
    }
    guard index >= Int(span.end), index == bytes.count || !isPart(bytes[index]) else { return nil }
    let all = SourceSpan(Int(span.start)..<index)
    guard bytes[all.range].contains(0x20) else { return nil }
    return Located(String(decoding: bytes[all.range], as: UTF8.self), at: all)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
