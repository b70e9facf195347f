import DocgenSupport

/// The name of a file in quotes, as git writes it in a diff and `patch` reads it.
enum QuotedName {
  /// Whether the name cannot stand as it is.
  static func isNeeded(for name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } || VisibleText.changes(name)
  }

  /// Appends the name; all but printable ASCII, and what a log would take for a command, is written as octal numbers.
  static func append(_ name: String, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case UInt8(ascii: "[") where VisibleText.opensCommand(after: buffer.bytes): appendNumber(byte, to: &buffer)
      case 0x20...0x7E: buffer.append(byte)
      default: appendNumber(byte, to: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func appendNumber(_ byte: UInt8, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\\"))
    for shift in [6, 3, 0] { buffer.append(UInt8(ascii: "0") + (byte >> UInt8(shift)) & 7) }
  }
}
