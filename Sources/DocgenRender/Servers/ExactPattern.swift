import DocgenSupport

/// Regular expressions (PCRE, byte by byte) that stand for one text.
enum ExactPattern {
  /// The expression, without what holds it to the start and the end of a text.
  ///
  /// No quote, space or `#` is left in it, and no two characters stay together that would mean something to the file it
  /// stands in (`${name}`).
  static func text(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...0xFF:
        buffer.append(byte)
      case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "["),
        UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"):
        buffer.append("\\x")
        buffer.append(hexDigit(byte >> 4))
        buffer.append(hexDigit(byte & 15))
      default:
        buffer.append(UInt8(ascii: "["))
        buffer.append(byte)
        buffer.append(UInt8(ascii: "]"))
      }
    }
    return buffer.string
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
  }
}
