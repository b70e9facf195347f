/// Reads JSON as RFC 8259 defines it, and nothing beyond: no comments, no trailing commas, no byte order mark.
///
/// Names that stand twice in an object are refused, as are escapes of half a surrogate pair: programs disagree on what
/// they mean.
public struct JSONReader {
  /// How deep arrays and objects may nest.
  public static let depthLimit = 256

  private struct Refusal: Error {
    var message: String
    var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

  /// The value that a whole text is.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result: Result<JSONValue, Refusal> = bytes.withUnsafeBufferPointer { buffer in
      guard UTF8Validation.isValid(bytes) else {
        return .failure(Refusal(message: "the text is not valid UTF-8", offset: 0))
      }
      var reader = JSONReader(bytes: buffer)
      do throws(Refusal) {
        return .success(try reader.text())
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): return value
    case .failure(let refusal):
      let position = LineTable(bytes).position(of: Int32(clamping: refusal.offset))
      throw JSONError(refusal.message, offset: refusal.offset, position: position)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func text() throws(Refusal) -> JSONValue {
    let value = try value()
    skipWhitespace()
    guard index == bytes.count else { throw refusal("there is more text after the value") }
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func refusal(_ message: String) -> Refusal { Refusal(message: message, offset: index) }

  private mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(Refusal) -> JSONValue {
    skipWhitespace()
    guard let byte = current else { throw refusal("the text ends where a value should stand") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { reader throws(Refusal) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Refusal) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw refusal("a value should stand here")
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(Refusal) -> JSONValue
  ) throws(Refusal) -> JSONValue {
    guard depth < Self.depthLimit else { throw refusal("values nest more than \(Self.depthLimit) deep") }
    depth += 1
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Refusal) -> JSONValue {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[index..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw refusal("a value should stand here") }
    index = end
    return value
  }

  // MARK: Arrays and objects

  private mutating func array() throws(Refusal) -> JSONValue {
    var items: [JSONValue] = []
    skipWhitespace()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value())
      skipWhitespace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw refusal("',' or ']' should stand here") }
    }
  }

  private mutating func object() throws(Refusal) -> JSONValue {
    var members: [JSONMember] = []
    // Few names are compared one by one; many go through a table, so that time stays linear.
    var names: Set<String> = []
    skipWhitespace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipWhitespace()
      let start = index
      guard current == UInt8(ascii: "\"") else { throw refusal("a name in quotes should stand here") }
      let name = try string()
      let isNew: Bool
      if members.count < 16 {
        isNew = !members.contains { $0.name.utf8.elementsEqual(name.utf8) }
      } else {
        if names.isEmpty { names = Set(members.map { Self.key($0.name) }) }
        isNew = names.insert(Self.key(name)).inserted
      }
      guard isNew else { throw Refusal(message: "the name \"\(name)\" stands twice", offset: start) }
      skipWhitespace()
      guard take(UInt8(ascii: ":")) else { throw refusal("':' should stand here") }
      members.append(JSONMember(name, try value()))
      skipWhitespace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw refusal("',' or '}' should stand here") }
    }
  }

  /// A name such that two are equal only when their bytes are; Swift's strings are equal when canonically equivalent.
  private static func key(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : name.utf8.map { String($0, radix: 16) }.joined(separator: " ")
  }

  // MARK: Numbers

  private mutating func digits() throws(Refusal) {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard index > start else { throw refusal("a digit should stand here") }
  }

  private mutating func number() throws(Refusal) -> JSONValue {
    let start = index
    let isNegative = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      throw refusal("a number does not begin with 0")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let number = Int(text), number != 0 || !isNegative { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      throw Refusal(message: "the number is too large", offset: start)
    }
    return .number(number)
  }

  // MARK: Strings

  private mutating func string() throws(Refusal) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: bytes[start..<index - 1], as: UTF8.self)
      }
      index += 1
    }
    return try escapedString(Array(bytes[start..<index]))
  }

  /// The rest of a string from its first escape on.
  private mutating func escapedString(_ beginning: [UInt8]) throws(Refusal) -> String {
    var text = beginning
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case 0..<0x20:
        throw refusal("a control character must be written as an escape")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw refusal("the text ends within a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Refusal) {
    let start = index
    index += 1
    let letter = current
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter ?? 0)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800...0xDBFF).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low) else {
          throw Refusal(message: "half a surrogate pair stands for no character", offset: start)
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw Refusal(message: "half a surrogate pair stands for no character", offset: start)
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default:
      throw Refusal(message: "this escape is not known", offset: start)
    }
  }

  private mutating func hexadecimal() throws(Refusal) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw refusal("four hexadecimal digits should stand here")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }
}
