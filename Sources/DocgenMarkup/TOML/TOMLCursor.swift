import DocgenSupport

/// Walks through the bytes of a TOML text, and reads its keys and single values.
struct TOMLCursor: MessageSource {
  struct Messages: MessageSet {
    let noKey = PlainMessage("write this line as 'key = value'")
    let noValue = PlainMessage("this is no value of TOML; put texts in quotes")
    let openText = PlainMessage("the text has no closing quote; add it")
    let noEscape = PlainMessage("this is no escape of TOML; write '\\\\' for a backslash")
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private(set) var index: Int

  /// The memory must stay valid for the value's life.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  // MARK: Places

  var isAtEnd: Bool { index >= end }
  /// The next byte; 0 at the end.
  var byte: UInt8 { index < end ? bytes[index] : 0 }
  /// Whether the line ends here, or a comment begins.
  var isAtLineEnd: Bool { isAtEnd || byte == 0x0A || byte == UInt8(ascii: "#") || (byte == 0x0D && peek(1) == 0x0A) }

  func peek(_ offset: Int) -> UInt8 { index + offset < end ? bytes[index + offset] : 0 }

  mutating func advance(_ count: Int = 1) { index = min(index + count, end) }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard !isAtEnd, byte == wanted else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() { while !isAtEnd, byte == 0x20 || byte == 0x09 { index += 1 } }

  mutating func skipLine() {
    while !isAtEnd, byte != 0x0A { index += 1 }
    if !isAtEnd { index += 1 }
  }

  /// Passes over space, line ends and comments.
  mutating func skipLines() {
    while true {
      skipSpace()
      guard !isAtEnd, isAtLineEnd else { return }
      skipLine()
    }
  }

  /// The rest of the line without space at its end.
  var restOfLine: SourceSpan { place(from: index) }

  /// From an offset to the end of its line.
  func place(from start: Int) -> SourceSpan {
    var last = start
    while last < end, bytes[last] != 0x0A { last += 1 }
    while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
    return SourceSpan(start..<last)
  }

  // MARK: Keys

  /// A key of parts with points between them, at least one.
  mutating func readKey() throws(YAMLError) -> [Located<String>] {
    var parts: [Located<String>] = []
    while true {
      parts.append(try readKeyPart())
      skipSpace()
      guard parts.count <= Limits.yamlNesting, take(UInt8(ascii: ".")) else { return parts }
      skipSpace()
    }
  }

  private mutating func readKeyPart() throws(YAMLError) -> Located<String> {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let node = try readText()
      return Located(node.scalar?.text ?? "", at: node.span)
    }
    let start = index
    while !isAtEnd, Self.isBareKey(byte) { index += 1 }
    guard index > start else { throw YAMLError(Self.messages.noKey, at: place(from: start)) }
    return Located(text(start..<index), at: SourceSpan(start..<index))
  }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  // MARK: Values

  /// A number, a truth value or a time, as it is written.
  mutating func readPlain() throws(YAMLError) -> YAMLNode {
    let start = index
    while !isAtEnd, !isAtLineEnd, ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09].contains(byte)
    {
      index += 1
    }
    // A time may stand after a day and a space.
    if index - start == 10, byte == 0x20, TOMLPlain.isDigit(peek(1)), TOMLPlain.isDigit(peek(2)),
      peek(3) == UInt8(ascii: ":")
    {
      index += 1
      while !isAtEnd, TOMLPlain.isOfTime(byte) { index += 1 }
    }
    guard TOMLPlain.isValid(bytes[start..<index]) else {
      throw YAMLError(Self.messages.noValue, at: SourceSpan(start..<max(index, start)))
    }
    return YAMLNode(.scalar(YAMLScalar(text(start..<index), style: .plain)), at: SourceSpan(start..<index))
  }

  /// A text in quotes, of one kind of four.
  mutating func readText() throws(YAMLError) -> YAMLNode {
    let quote = byte
    let start = index
    let isLong = peek(1) == quote && peek(2) == quote
    index += isLong ? 3 : 1
    if isLong {
      // A line end after the quotes is left out.
      if byte == 0x0D, peek(1) == 0x0A { index += 1 }
      if byte == 0x0A { index += 1 }
    }
    let first = index
    var value: [UInt8] = []
    while !isAtEnd {
      if byte == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        // One or two quotes may stand before those that close.
        while isLong, peek(3) == quote, index - first < end {
          value.append(quote)
          index += 1
        }
        let span = SourceSpan(first..<index)
        index += isLong ? 3 : 1
        return YAMLNode(
          .scalar(YAMLScalar(String(decoding: value, as: UTF8.self), style: style(quote, isLong))), at: span)
      }
      if byte == 0x0A, !isLong { break }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try readEscape(isLong, into: &value)
      } else {
        value.append(byte)
        index += 1
      }
    }
    index = start
    throw YAMLError(Self.messages.openText, at: SourceSpan(start..<start + 1))
  }

  private func style(_ quote: UInt8, _ isLong: Bool) -> YAMLScalar.Style {
    if isLong { return .literal }
    return quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
  }

  private mutating func readEscape(_ isLong: Bool, into value: inout [UInt8]) throws(YAMLError) {
    let start = index
    index += 1
    let letter = byte
    if isLong, isAtLineEnd || letter == 0x20 || letter == 0x09, letter != UInt8(ascii: "#") {
      // A backslash at the end of a line joins it to what follows.
      skipSpace()
      if byte == 0x0A || byte == 0x0D {
        while !isAtEnd, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
        return
      }
    } else {
      advance()
      if let escaped = Self.escapes[letter] {
        value.append(escaped)
        return
      }
      let length = letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
      if length > 0, index + length <= end, let code = UInt32(text(index..<index + length), radix: 16),
        bytes[index] != UInt8(ascii: "+"), let scalar = Unicode.Scalar(code)
      {
        value += Array(String(scalar).utf8)
        index += length
        return
      }
    }
    throw YAMLError(Self.messages.noEscape, at: SourceSpan(start..<start + 1))
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
  ]

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
