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
  ///   - isIndented: one value a line, indented by two spaces; else all on one line.
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

  /// Forgets the text written so far and keeps its memory, to write another value of the same kind.
  public mutating func restart() {
    buffer.bytes.removeAll(keepingCapacity: true)
    depth = startingDepth
    needsComma = false
    followsKey = false
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

  /// Writes a string; quotes, backslashes, all control characters and what a log would take for a command are escaped.
  public mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    appendDigits(value)
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
    buffer.append(UInt8(ascii: "\""))
    let start = buffer.bytes.count
    buffer.append(text)
    let escape = buffer.bytes.withUnsafeBytes { Self.firstEscape(in: $0, from: start) }
    if let escape {
      // Few texts have any.
      let rest = Array(buffer.bytes[escape...])
      buffer.bytes.removeSubrange(escape...)
      for (index, byte) in rest.enumerated() {
        if Self.needsEscape(byte) || byte == Self.bracket && VisibleText.opensCommand(after: buffer.bytes) {
          appendEscape(Unicode.Scalar(byte))
        } else if byte == Self.lead, let next = rest[(index + 1)...].first, next < 0xA0 {
          appendEscape(Unicode.Scalar(next))
        } else if index == 0 || rest[index - 1] != Self.lead || byte >= 0xA0 {
          buffer.append(byte)
        }
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// The first byte that needs an escape; of texts that have none, eight are looked at in one step.
  private static func firstEscape(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The highest bit of each byte that is zero; of others only after such a byte.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let controls = (word &- ones &* 0x20) & ~word
      let found =
        controls | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F)
        | zeros(word ^ ones &* UInt64(lead)) | zeros(word ^ ones &* UInt64(bracket))
      if found & (ones &* 0x80) != 0, let escape = (index..<index + 8).first(where: { mayNeedEscape(bytes, $0) }) {
        return escape
      }
      index += 8
    }
    return (index..<bytes.count).first { mayNeedEscape(bytes, $0) }
  }

  /// Whether a byte, or that after it, needs an escape; of brackets only those after `#` or `o`, which may open a
  /// command of continuous integration: logs hold what is written to standard output.
  private static func mayNeedEscape(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    guard bytes[index] == bracket else { return needsEscape(bytes[index]) || bytes[index] == lead }
    return bytes[index - 1] == UInt8(ascii: "#") || bytes[index - 1] == UInt8(ascii: "o")
  }

  private mutating func appendDigits(_ value: Int) {
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    var power: UInt = 1
    while value.magnitude / power >= 10 { power *= 10 }
    while power > 0 {
      buffer.append(UInt8(truncatingIfNeeded: 0x30 + value.magnitude / power % 10))
      power /= 10
    }
  }

  /// The first byte of characters of the second control block, and of some that need no escape.
  private static let lead: UInt8 = 0xC2
  private static let bracket = UInt8(ascii: "[")

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func appendEscape(_ scalar: Unicode.Scalar) {
    switch UInt8(truncatingIfNeeded: scalar.value) {
    case UInt8(ascii: "\""): buffer.append("\\\"" as StaticString)
    case UInt8(ascii: "\\"): buffer.append("\\\\" as StaticString)
    case 0x0A: buffer.append("\\n" as StaticString)
    case 0x0D: buffer.append("\\r" as StaticString)
    case 0x09: buffer.append("\\t" as StaticString)
    default:
      let digits = String(scalar.value, radix: 16)
      buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
