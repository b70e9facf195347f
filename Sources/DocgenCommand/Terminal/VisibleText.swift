import DocgenSupport

/// Text from outside, made safe for a terminal: what would move the cursor, change colours or hide is spelled out.
enum VisibleText {
  /// Appends one scalar as it is shown, and returns the columns it takes.
  static func append(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) -> Int {
    switch scalar.value {
    case 0x20...0x7E:
      buffer.append(UInt8(truncatingIfNeeded: scalar.value))
      return 1
    case 0..<0x20: return appendPlain(Unicode.Scalar(0x2400 + scalar.value) ?? scalar, to: &buffer)
    case 0x7F: return appendPlain("\u{2421}", to: &buffer)
    default:
      guard isHidden(scalar.value) else { return appendPlain(scalar, to: &buffer) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let name = "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      buffer.append(name)
      return name.utf8.count
    }
  }

  /// Appends text as it is shown.
  static func append(_ text: String, to buffer: inout ByteBuffer) {
    for scalar in text.unicodeScalars { _ = append(scalar, to: &buffer) }
  }

  /// The text as it is shown.
  static func string(_ text: String) -> String {
    var buffer = ByteBuffer()
    append(text, to: &buffer)
    return buffer.string
  }

  private static func appendPlain(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) -> Int {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { buffer.append(byte) }
    return DisplayWidth.of(scalar)
  }

  /// The second control block, line and paragraph separators, zero-width blanks, and what turns the direction of writing.
  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
