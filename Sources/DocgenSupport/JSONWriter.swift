/// Writes JSON text piece by piece; commas and indentation come by themselves.
///
/// The caller opens and closes objects and arrays in order; keys appear in the order in which they are written.
public struct JSONWriter {
  /// The text written so far; a whole document ends in a line end when it is indented.
  public private(set) var buffer = ByteBuffer()
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// - Parameter isIndented: one value a line, indented by two blanks; else all on one line.
  public init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  /// Writes an object, whose members the function writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array, whose elements the function writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of a member; the next call writes its value.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    buffer.append(UInt8(ascii: ":"))
    if isIndented { buffer.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a string; quotes, backslashes and control characters are escaped.
  public mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    buffer.append(String(value))
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    buffer.append("null" as StaticString)
    needsComma = true
  }

  /// Writes a member whose value is a string.
  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member whose value is a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    buffer.append(bracket)
    needsComma = true
    if depth == 0, isIndented { buffer.append(0x0A) }
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    buffer.append(0x0A)
    for _ in 0..<depth { buffer.append("  " as StaticString) }
  }

  private mutating func appendQuoted(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): buffer.append("\\\"" as StaticString)
      case UInt8(ascii: "\\"): buffer.append("\\\\" as StaticString)
      case 0x0A: buffer.append("\\n" as StaticString)
      case 0x0D: buffer.append("\\r" as StaticString)
      case 0x09: buffer.append("\\t" as StaticString)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
