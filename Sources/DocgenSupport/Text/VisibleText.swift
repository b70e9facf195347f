/// Text from outside, made safe for a terminal, a log or a line: what would move the cursor, change colours, hide, or
/// command the program that reads it is spelled out.
public enum VisibleText {
  /// Appends one scalar as it is shown, and returns the columns it takes.
  public static func append(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) -> Int {
    switch scalar.value {
    case 0x5B where opensCommand(after: buffer.bytes): return appendName(scalar, to: &buffer)
    case 0x20...0x7E:
      buffer.append(UInt8(truncatingIfNeeded: scalar.value))
      return 1
    case 0..<0x20: return appendPlain(Unicode.Scalar(0x2400 + scalar.value) ?? scalar, to: &buffer)
    case 0x7F: return appendPlain("\u{2421}", to: &buffer)
    default: return isHidden(scalar.value) ? appendName(scalar, to: &buffer) : appendPlain(scalar, to: &buffer)
    }
  }

  /// Appends text as it is shown.
  ///
  /// A text may begin a line, and continuous integration takes lines that begin with `::`, whatever whitespace stands before
  /// it, for commands: the first colon is then spelled out.
  public static func append(_ text: String, to buffer: inout ByteBuffer) {
    var rest = text.unicodeScalars[...]
    if isCommand(text) {
      while let space = rest.first, space != ":" {
        _ = append(space, to: &buffer)
        rest.removeFirst()
      }
      _ = appendName(rest.removeFirst(), to: &buffer)
    }
    for scalar in rest { _ = append(scalar, to: &buffer) }
  }

  /// The text as it is shown.
  public static func string(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count)
    append(text, to: &buffer)
    return buffer.string
  }

  /// Whether a text holds anything that is shown otherwise than it is.
  public static func changes(_ text: String) -> Bool {
    isCommand(text) || holdsCommand(Array(text.utf8))
      || text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || isHidden($0.value) }
  }

  /// Whether a line that begins with the text would be taken for a command.
  private static func isCommand(_ text: String) -> Bool {
    text.utf8.drop { $0 == 0x20 }.starts(with: "::".utf8)
  }

  private static func holdsCommand(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == UInt8(ascii: "[") && opensCommand(after: bytes[..<$0]) }
  }

  /// Whether a bracket would open a command, which the logs of continuous integration take anywhere in a line.
  public static func opensCommand(after bytes: some BidirectionalCollection<UInt8>) -> Bool {
    commandMarks.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let commandMarks = [Array("##".utf8), Array("##vso".utf8)]

  private static func appendPlain(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) -> Int {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { buffer.append(byte) }
    return DisplayWidth.of(scalar)
  }

  /// Appends the number of a scalar: `<U+202E>`.
  private static func appendName(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) -> Int {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    buffer.append(name)
    return name.utf8.count
  }

  /// The second control block, line and paragraph separators, zero-width spaces, and what turns the direction of writing.
  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
