/// Writes JSON text piece by piece; commas and indentation come by themselves.
///
/// The caller opens and closes objects and arrays in order; keys appear in the order in which they are written.
public struct JSONWriter {
  /// The text written so far; a whole document ends in a line end when it is indented.
  public private(set) var buffer = ByteBuffer()
  private let isIndented: Bool
  private let startingDepth: Int
  private var depth: Int
  private var needsComma = false
  private var followsKey = false

  /// - Parameters:
  ///   - isIndented: one value a line, indented by two blanks; else all on one line.
  ///   - depth: how many objects and arrays the value stands in, where it is a part of a text written elsewhere.
  public init(isIndented: Bool, depth: Int = 0) {
    self.isIndented = isIndented
    startingDepth = depth
    self.depth = depth
  }

  /// Appends a number with a fraction, such as a time.
  public mutating func number(_ value: Double) {
    precondition(value.isFinite, "JSON has finite numbers only")
    separate()
    buffer.append("\(value)")
    needsComma = true
  }

  /// Writes an object, whose members the function writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes an array, whose elements the function writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Opens an object whose members follow, up to ``endObject()``.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the object that was opened last.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array whose items follow, up to ``endArray()``.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the array that was opened last.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a value that was made or read elsewhere.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
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
    if depth == 0, startingDepth == 0, isIndented { buffer.append(0x0A) }
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    if depth > startingDepth || needsComma { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    buffer.append(0x0A)
    for _ in 0..<depth { buffer.append("  " as StaticString) }
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      buffer.append(UInt8(ascii: "\""))
      var runStart = 0
      for index in 0..<bytes.count where Self.needsEscape(bytes[index]) {
        buffer.append(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        appendEscape(bytes[index])
        runStart = index + 1
      }
      buffer.append(UnsafeBufferPointer(rebasing: bytes[runStart...]))
      buffer.append(UInt8(ascii: "\""))
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.append("\\\"" as StaticString)
    case UInt8(ascii: "\\"): buffer.append("\\\\" as StaticString)
    case 0x0A: buffer.append("\\n" as StaticString)
    case 0x0D: buffer.append("\\r" as StaticString)
    case 0x09: buffer.append("\\t" as StaticString)
    default:
      let digits = String(byte, radix: 16)
      buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
