import DocgenSupport

extension TokenCursor {
  /// The span from a token to the last one taken.
  func span(from start: Int) -> SourceSpan { span(of: start..<max(start + 1, position)) }

  /// The span of some tokens.
  func span(of range: Range<Int>) -> SourceSpan {
    let last = min(max(range.lowerBound, range.upperBound - 1), tokens.count - 1)
    return self[min(range.lowerBound, last)].span.union(self[last].span)
  }

  /// The text of some tokens as it is written, with single spaces where there are any.
  func written(_ range: Range<Int>) -> Located<String>? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return nil }
    if range.count == 1 { return located(range.lowerBound) }
    var result: [UInt8] = []
    var end = tokens[range.lowerBound].span.start
    for token in tokens[range] {
      if token.span.start > end { result.append(0x20) }
      if token.isDecorated {
        SignatureText.forEachByte(bytes(token)) { result.append($0) }
      } else {
        result.append(contentsOf: bytes(token))
      }
      end = token.span.end
    }
    return Located(String(decoding: result, as: UTF8.self), at: span(of: range))
  }

  /// The text from a token to the one before another; `nil` if there is none.
  func written(from start: Int, to end: Int) -> Located<String>? {
    start < end ? written(start..<end) : nil
  }

  /// Nothing stands between a token and the one before.
  func isGlued(_ distance: Int = 0) -> Bool {
    let index = position + distance
    return index > 0 && index < tokens.count && tokens[index - 1].span.end == tokens[index].span.start
  }

  /// The token is the end of `->` or `=>`.
  func isArrowHead(_ distance: Int = 0) -> Bool {
    guard mark(distance) == UInt8(ascii: ">"), isGlued(distance) else { return false }
    let before = mark(distance - 1)
    return before == UInt8(ascii: "-") || before == UInt8(ascii: "=")
  }

  /// `->` comes next.
  var isArrow: Bool { mark() == UInt8(ascii: "-") && isArrowHead(1) }

  /// `=>` comes next.
  var isFatArrow: Bool { mark() == UInt8(ascii: "=") && isArrowHead(1) }

  /// `=> T` or `-> T` in front of a return type.
  mutating func takeArrow() -> Bool {
    guard isArrow || isFatArrow else { return false }
    position += 2
    return true
  }

  /// Nothing else stands on the line.
  var isLineEnd: Bool { isAtEnd || startsLine() }

  /// Takes a word; false where another token stands.
  mutating func takeWord(_ word: StaticString) -> Bool {
    guard token(is: word) else { return false }
    position += 1
    return true
  }

  /// Takes a name.
  mutating func takeName() throws(SignatureMismatch) -> Located<String> {
    guard isIdentifier() else { throw SignatureMismatch() }
    defer { position += 1 }
    return located(position)
  }

  /// The token is one of some words.
  func token(_ distance: Int = 0, isOneOf words: [StaticString]) -> Bool {
    guard isIdentifier(distance) else { return false }
    return words.contains { token(distance, is: $0) }
  }

  /// The token is a word in capitals.
  func isCapitals(_ distance: Int = 0) -> Bool {
    guard isIdentifier(distance) else { return false }
    var hasLetter = false
    for byte in bytes(tokens[position + distance]) {
      if (0x61...0x7A).contains(byte) || byte >= 0x80 { return false }
      if (0x41...0x5A).contains(byte) { hasLetter = true }
    }
    return hasLetter
  }

  /// Where a type or an expression ends.
  struct Ending {
    /// Marks that end it outside of brackets.
    var marks: [UInt8] = []
    /// Words that end it outside of brackets.
    var words: [StaticString] = []
    /// It ends with its line, unless that ends in a sign that wants more.
    var isLine = false
    /// `<` and `>` enclose.
    var hasAngles = true
    /// `->` and `=>` end it.
    var isArrow = false
  }

  /// Takes a type or an expression, and returns its text.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  mutating func takeText(to ending: Ending) -> Located<String>? { written(skip(to: ending)) }

  /// Skips a type or an expression; brackets in it are whole.
  mutating func skip(to ending: Ending) -> Range<Int> {
    let start = position
    while !isAtEnd {
      let mark = mark()
      if position > start, ending.isLine, startsLine(), !isContinued() { break }
      if mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]") || mark == UInt8(ascii: "}") { break }
      if isFatArrow || isArrow {
        if ending.isArrow { break }
        position += 2
        continue
      }
      // Where a type is wanted, a brace opens one, and no body.
      let isType = mark == UInt8(ascii: "{") && (position == start || wantsMore(-1))
      if !isType, ending.marks.contains(mark), tokens[position].length == 1 || tokens[position].isDecorated { break }
      if mark == 0, position > start, token(isOneOf: ending.words) { break }
      if Self.closer(of: mark) != 0, mark != UInt8(ascii: "<") || ending.hasAngles {
        var inside = self
        guard (try? inside.skipBrackets()) != nil else { break }
        position = inside.position
        continue
      }
      position += 1
    }
    return start..<position
  }

  /// The line goes on where the one before ended, by the sign at its end or the one that it begins with.
  private func isContinued() -> Bool {
    if wantsMore(-1) { return true }
    switch mark() {
    case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "?"): return true
    default: return isArrow || isFatArrow
    }
  }

  private func wantsMore(_ distance: Int) -> Bool {
    switch mark(distance) {
    case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"): true
    default: isArrowHead(distance)
    }
  }
}
