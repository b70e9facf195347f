import DocgenSupport

/// Reads the arguments of a token.
struct TokenArguments {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var arguments: [TokenArgument] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, TokenScanner.isSpace(bytes[start]) { start += 1 }
    while end > start, TokenScanner.isSpace(bytes[end - 1]) { end -= 1 }
    self.range = start..<end
  }

  /// The arguments, in the order of the file.
  func read(_ style: TokenSyntax.ArgumentStyle) -> [TokenArgument] {
    guard !range.isEmpty else { return [] }
    var reader = self
    switch style {
    case .call: reader.readCall()
    case .words: reader.readWords()
    case .title: reader.readTitle()
    case .brackets: reader.readBrackets()
    case .raw: reader.add(nil, range)
    }
    return reader.arguments
  }

  /// Where a text in quotes ends, at its closing mark; `nil` if it does not.
  static func endOfQuote(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    let mark = bytes[start]
    var index = start + 1
    var isEmptyLine = false
    while index < limit {
      let byte = bytes[index]
      if byte == mark { return index }
      if byte == UInt8(ascii: "\\"), mark != UInt8(ascii: "`") { index += 1 }
      if byte == 0x0A {
        if isEmptyLine { return nil }
        isEmptyLine = true
      } else if byte > 0x20 {
        isEmptyLine = false
      }
      index += 1
    }
    return nil
  }

  private mutating func add(_ name: String?, _ range: Range<Int>, isQuoted: Bool = false) {
    var value = Array(bytes[range])
    if isQuoted, value.contains(UInt8(ascii: "\\")) {
      var plain: [UInt8] = []
      var index = 0
      while index < value.count {
        if value[index] == UInt8(ascii: "\\"), index + 1 < value.count,
          [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\")].contains(value[index + 1])
        {
          index += 1
        }
        plain.append(value[index])
        index += 1
      }
      value = plain
    }
    arguments.append(
      TokenArgument(name: name, value: String(decoding: value, as: UTF8.self), span: SourceSpan(range)))
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// `("text", 2, word)`
  private mutating func readCall() {
    var index = range.lowerBound
    var end = range.upperBound
    if bytes[index] == UInt8(ascii: "(") {
      index += 1
      if bytes[end - 1] == UInt8(ascii: ")") { end -= 1 }
    }
    while index < end {
      while index < end, TokenScanner.isSpace(bytes[index]) { index += 1 }
      guard index < end else { break }
      if Self.isQuote(bytes[index]), let close = Self.endOfQuote(bytes, index, end) {
        add(nil, index + 1..<close, isQuoted: true)
        index = close + 1
        while index < end, bytes[index] != UInt8(ascii: ",") { index += 1 }
      } else {
        let start = index
        while index < end, bytes[index] != UInt8(ascii: ",") { index += 1 }
        var last = index
        while last > start, TokenScanner.isSpace(bytes[last - 1]) { last -= 1 }
        add(nil, start..<last)
      }
      index += 1
    }
  }

  /// `key="text" word key = value`
  private mutating func readWords() {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      while index < end, TokenScanner.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ",") { index += 1 }
      guard index < end else { break }
      var name: String?
      var probe = index
      while probe < end, TokenScanner.isNameByte(bytes[probe]) || bytes[probe] == UInt8(ascii: ":") { probe += 1 }
      let nameEnd = probe
      while probe < end, TokenScanner.isSpace(bytes[probe]) { probe += 1 }
      if nameEnd > index, probe < end, bytes[probe] == UInt8(ascii: "=") {
        name = String(decoding: bytes[index..<nameEnd], as: UTF8.self).lowercased()
        index = probe + 1
        while index < end, TokenScanner.isSpace(bytes[index]) { index += 1 }
        guard index < end else { break }
      }
      index = readValue(name, at: index)
    }
  }

  private mutating func readValue(_ name: String?, at start: Int) -> Int {
    let end = range.upperBound
    if Self.isQuote(bytes[start]), let close = Self.endOfQuote(bytes, start, end) {
      add(name, start + 1..<close, isQuoted: true)
      return close + 1
    }
    var index = start
    if bytes[start] == UInt8(ascii: "{") {
      var depth = 0
      while index < end {
        if bytes[index] == UInt8(ascii: "{") { depth += 1 }
        if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
        index += 1
        if depth == 0 { break }
      }
    } else {
      while index < end, !TokenScanner.isSpace(bytes[index]) { index += 1 }
    }
    add(name, start..<max(start + 1, index))
    return max(start + 1, index)
  }

  private mutating func readTitle() {
    // A bar sets a title apart: `/// note | Title`.
    if bytes[range.lowerBound] == UInt8(ascii: "|") {
      let title = TokenArguments(bytes, range.dropFirst()).range
      if !title.isEmpty { add(nil, title) }
      return
    }
    let text = bytes[range]
    if let equals = text.firstIndex(of: UInt8(ascii: "=")), equals > range.lowerBound {
      var start = equals
      while start > range.lowerBound, TokenScanner.isSpace(bytes[start - 1]) { start -= 1 }
      if start > range.lowerBound, TokenScanner.isNameByte(bytes[start - 1]) {
        var inner = TokenArguments(bytes, range)
        let brackets = [UInt8(ascii: "{"), UInt8(ascii: "[")]
        if brackets.contains(bytes[range.lowerBound]) { inner = TokenArguments(bytes, range.dropFirst().dropLast()) }
        arguments = inner.read(.words)
        return
      }
    }
    var inner = range
    let (first, last) = (bytes[range.lowerBound], bytes[range.upperBound - 1])
    if inner.count > 1,
      (first == UInt8(ascii: "[") && last == UInt8(ascii: "]")) || (first == last && Self.isQuote(first))
    {
      inner = inner.lowerBound + 1..<inner.upperBound - 1
    }
    add(nil, inner)
  }

  /// `[text](target "title")`
  private mutating func readBrackets() {
    guard bytes[range.lowerBound] == UInt8(ascii: "["), let middle = middleOfLink() else {
      readWords()
      return
    }
    add("text", range.lowerBound + 1..<middle)
    var index = middle + 1
    while index < range.upperBound, TokenScanner.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "(") {
      index += 1
    }
    let start = index
    while index < range.upperBound, !TokenScanner.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ")") {
      index += 1
    }
    if index > start { add("target", start..<index) }
    while index < range.upperBound, TokenScanner.isSpace(bytes[index]) { index += 1 }
    if index < range.upperBound, Self.isQuote(bytes[index]), let close = Self.endOfQuote(bytes, index, range.upperBound)
    {
      add("title", index + 1..<close)
    }
  }

  /// Where the text of the link ends.
  private func middleOfLink() -> Int? {
    var depth = 0
    for index in range {
      if bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if bytes[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
