/// A word, a text or a sign of a script in JavaScript, TypeScript, JSON or Python.
struct ScriptToken: Equatable {
  enum Kind: Equatable {
    case text(String)
    /// A text with values in it, or a regular expression.
    case computed
    case word(String)
    case sign(UInt8)
  }

  var kind: Kind
  /// The first of its line, without space before it.
  var startsLine: Bool

  func isSign(_ sign: Character) -> Bool { sign.asciiValue.map { kind == .sign($0) } ?? false }
  func isWord(_ word: String) -> Bool { kind == .word(word) }
}

/// Cuts a script into tokens; comments and spaces are left out. What is not closed ends with the file.
struct ScriptTokenizer {
  private let bytes: [UInt8]
  private let isPython: Bool
  private var position = 0
  private var tokens: [ScriptToken] = []

  static func tokens(of bytes: [UInt8], isPython: Bool) -> [ScriptToken] {
    var tokenizer = ScriptTokenizer(bytes: bytes, isPython: isPython)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8], isPython: Bool) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.isPython = isPython
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {
        position += 1
      } else if isPython ? byte == UInt8(ascii: "#") : starts("//") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if !isPython, starts("/*") {
        skip(past: "*/")
      } else {
        let startsLine = position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
        tokens.append(ScriptToken(kind: kind(byte), startsLine: startsLine))
      }
    }
  }

  private mutating func kind(_ byte: UInt8) -> ScriptToken.Kind {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(quoted(isRaw: false))
    case UInt8(ascii: "`") where !isPython: return template()
    case UInt8(ascii: "/") where !isPython && startsExpression: return expression()
    case _ where Self.isWordByte(byte):
      let start = position
      while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      guard isPython, word.utf8.count <= 2, position < bytes.count, "\"'".utf8.contains(bytes[position]) else {
        return .word(word)
      }
      let letters = word.lowercased()
      let text = quoted(isRaw: letters.contains("r"))
      return letters.contains("f") || letters.contains("b") ? .computed : .text(text)
    default:
      position += 1
      return .sign(byte)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  /// A text in quotes, three of them in Python as well.
  private mutating func quoted(isRaw: Bool) -> String {
    let quote = bytes[position]
    let isLong = isPython && bytes[position...].starts(with: [quote, quote, quote])
    position += isLong ? 3 : 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote, !isLong || bytes[position...].starts(with: [quote, quote, quote]) {
        position += isLong ? 3 : 1
        break
      }
      if byte == UInt8(ascii: "\n"), !isLong { break }
      if byte == UInt8(ascii: "\\"), !isRaw {
        escape(into: &text)
      } else {
        text.append(byte)
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard position + 1 < bytes.count else {
      position += 1
      return
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "u"):
      let digits = bytes[position...].prefix(4)
      guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return }
      text += Array(String(Character(scalar)).utf8)
      position += 4
    case UInt8(ascii: "\n"): break
    default: text.append(letter)
    }
  }

  /// A text in backquotes; with values in it, only running the script would tell.
  private mutating func template() -> ScriptToken.Kind {
    position += 1
    var text: [UInt8] = []
    var isComputed = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "`") {
      if bytes[position] == UInt8(ascii: "\\") {
        escape(into: &text)
      } else if starts("${") {
        isComputed = true
        position += 2
        var depth = 1
        while position < bytes.count, depth > 0 {
          if bytes[position] == UInt8(ascii: "{") { depth += 1 }
          if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
          position += 1
        }
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    position += 1
    return isComputed ? .computed : .text(String(decoding: text, as: UTF8.self))
  }

  /// A slash begins a regular expression where no value stands before it.
  private var startsExpression: Bool {
    switch tokens.last?.kind {
    case .sign(let sign): !")]}".utf8.contains(sign)
    case .word(let word): word == "return"
    case nil: true
    default: false
    }
  }

  private mutating func expression() -> ScriptToken.Kind {
    position += 1
    var isInSet = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "[") { isInSet = true }
      if byte == UInt8(ascii: "]") { isInSet = false }
      if byte == UInt8(ascii: "/"), !isInSet { break }
    }
    return .computed
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skip(past end: StaticString) {
    while position < bytes.count, !starts(end) { position += 1 }
    position = min(bytes.count, position + end.utf8CodeUnitCount)
  }
}
