import DocgenSupport

/// Tokens within lines of text.
extension TokenScanner {
  /// Reads the token that starts at an index; returns its end, or `nil` if there is none.
  mutating func readInline(at start: Int) -> Int? {
    guard let row = set.starts.row(bytes[start], byte(start + 1)) else { return nil }
    for number in set.starts.candidates[row] {
      let syntax = set.syntaxes[number]
      var token: Token?
      switch syntax.form {
      case .span where starts(syntax.open, at: start): token = readSpan(syntax, number, at: start)
      case .bracket where starts(syntax.open, at: start): token = readBracket(syntax, number, at: start)
      case .tag where bytes[start] == UInt8(ascii: "<"): token = readTag(syntax, number, at: start)
      case .footnote where starts(syntax.open, at: start): token = readFootnoteMark(syntax, number, at: start)
      default: continue
      }
      guard var token else {
        // What starts like a longer mark is not one of a shorter one.
        if syntax.form == .span, starts(syntax.open, at: start), syntax.open.count > 2 { return nil }
        continue
      }
      let known = syntax.meaning(of: token.name.lowercased())
      if known == nil, syntax.readsKnownOnly { continue }
      token.isKnown = known != nil
      token.meaning = known ?? syntax.unknown
      if token.role == .start, token.meaning.standsAlone { token.role = .single }
      return add(token)
    }
    return nil
  }

  /// Adds a token with the content that belongs to it; returns where text goes on.
  mutating func add(_ token: Token) -> Int {
    var token = token
    if token.meaning.display.holdsRawText, token.role != .end, !token.meaning.standsAlone {
      if let (content, end) = rawContent(of: token) {
        token.rawContent = content
        token.span.end = Int32(truncatingIfNeeded: end)
        token.role = .single
      }
    }
    let isOfBlocks = token.meaning.display.isOfBlocks || (token.role == .end && token.meaning.display != .nothing)
    if isOfBlocks || !token.isKnown { placeBlock(&token) }
    tokens.append(token)
    return Int(token.span.end)
  }

  /// A token that stands around or in place of blocks is given lines of its own.
  private mutating func placeBlock(_ token: inout Token) {
    let (start, end) = (Int(token.span.start), Int(token.span.end))
    let isFirst = start == textStart || isPreceded(start)
    let isLast = end >= endOfText(ofLineAt: end)
    // Unknown names make blocks only where they have a line for themselves.
    if !token.isKnown, !(isFirst && isLast) { return }
    let first = byte(textStart)
    if !(isFirst && isLast) {
      guard first != UInt8(ascii: "|"), first != UInt8(ascii: "#"), token.role == .end || isFirst
      else { return }
      if !isFirst, token.role != .end { return }
      // An image or file within a line stays there.
      if token.role == .single, token.rawContent == nil { return }
    }
    let needed = 3 + (isFirst ? 0 : 1 + textStart - lineStart) + (isLast ? 0 : 1 + textStart - lineStart)
    guard end - start >= needed else { return }
    var prefix = Array(bytes[lineStart..<textStart])
    for index in prefix.indices where prefix[index] != UInt8(ascii: ">") && prefix[index] != 0x09 {
      prefix[index] = 0x20
    }
    token.mask = .block(prefix: prefix, breaksBefore: !isFirst, breaksAfter: !isLast)
  }

  /// The end of the text of the line that holds an index, looked up once for all tokens of the line.
  private mutating func endOfText(ofLineAt index: Int) -> Int {
    if !lineOfToken.contains(index) {
      lineOfToken = index..<endOfLine(from: index) + 1
      endOfTokenLine = endOfText(from: index)
    }
    return max(index, endOfTokenLine)
  }

  /// Whether nothing but tokens with lines of their own stands before an index in its line.
  private func isPreceded(_ start: Int) -> Bool {
    guard let last = tokens.last, case .block(_, _, breaksAfter: true) = last.mask else { return false }
    return skipSpaces(Int(last.span.end)) == start
  }

  /// The content of a block that is no Markdown, and where the block ends.
  private mutating func rawContent(of token: Token) -> (Range<Int>, end: Int)? {
    let syntax = set.syntaxes[token.syntax]
    // What does not end from here on ends nowhere further on.
    guard !openNames.contains(token.name) else { return nil }
    var index = Int(token.span.end)
    let start = index
    while let found = self.index(of: syntax.form == .tag ? Array("</".utf8) : syntax.open, from: index) {
      let end =
        syntax.form == .tag ? readTag(syntax, token.syntax, at: found) : readSpan(syntax, token.syntax, at: found)
      if let end, end.role == .end, end.name == token.name { return (start..<found, Int(end.span.end)) }
      index = found + 1
    }
    openNames.insert(token.name)
    return nil
  }

  // MARK: Forms

  private func readSpan(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Token? {
    let inner = start + syntax.open.count
    guard let end = endOfSpan(syntax, from: inner) else { return nil }
    let close = end - syntax.close.count
    if !syntax.signs.isEmpty, !(inner..<close).contains(where: { isSign($0, of: syntax) }) { return nil }
    let span = SourceSpan(start..<end)
    if syntax.arguments == .raw {
      guard inner < close else { return nil }
      let argument = TokenArgument(name: nil, value: string(inner..<close), span: SourceSpan(inner..<close))
      return Token(syntax: number, name: syntax.name, span: span, arguments: [argument], meaning: syntax.unknown)
    }
    var index = skipWhitespace(inner, close)
    // Liquid's marks for whitespace.
    if byte(index) == UInt8(ascii: "-"), index + 1 < close { index = skipWhitespace(index + 1, close) }
    guard case (var role, let name)? = readName(syntax, &index, close) else { return nil }
    if syntax.arguments == .call {
      guard let first = name.utf8.first, TokenScanner.isLetter(first) || first >= 0x80 else { return nil }
      let next = skipWhitespace(index, close)
      guard next == close || byte(next) == UInt8(ascii: "(") else { return nil }
    }
    let argumentEnd = byte(close - 1) == UInt8(ascii: "-") && syntax.arguments != .call ? close - 1 : close
    var arguments = TokenArguments(bytes, index..<max(index, argumentEnd)).read(syntax.arguments)
    if byte(argumentEnd - 1) == UInt8(ascii: "/"), arguments.last?.value == "/" { arguments.removeLast() }
    if role == .start, !syntax.hasEnds { role = .single }
    return Token(
      syntax: number, name: name, span: span, arguments: arguments, role: role, meaning: syntax.unknown)
  }

  /// Whether one of a syntax's signs is at an index; a backslash before punctuation is an escape of Markdown.
  private func isSign(_ index: Int, of syntax: TokenSyntax) -> Bool {
    guard syntax.signs.contains(bytes[index]) else { return false }
    return bytes[index] != UInt8(ascii: "\\") || Self.isLetter(byte(index + 1))
  }

  func skipWhitespace(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, Self.isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// The name at an index, and whether it is one of an end.
  func readName(_ syntax: TokenSyntax, _ index: inout Int, _ end: Int) -> (Token.Role, String)? {
    var role = Token.Role.start
    let ending = syntax.ending
    if !ending.prefix.isEmpty, starts(ending.prefix, at: index),
      Self.isLetter(ending.prefix[0]) || ending.prefix[0] == UInt8(ascii: "/")
    {
      role = .end
      index = skipWhitespace(index + ending.prefix.count, end)
    }
    let start = index
    while index < end, Self.isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
    while index > start, bytes[index - 1] == UInt8(ascii: "/") { index -= 1 }
    guard index > start else { return nil }
    var nameEnd = index
    let suffix = ending.suffix
    if !suffix.isEmpty, index - start > suffix.count, starts(suffix, at: index - suffix.count) {
      role = .end
      nameEnd -= suffix.count
    }
    return (role, string(start..<nameEnd))
  }

  /// Where a token ends that has a closing mark: texts in quotes are passed over, and a blank line ends the search.
  private func endOfSpan(_ syntax: TokenSyntax, from inner: Int) -> Int? {
    let isRaw = syntax.arguments == .raw
    if syntax.isTight, byte(inner) <= 0x20 { return nil }
    var index = inner
    let limit = min(bytes.count, inner + Self.longest)
    var isEmptyLine = false
    while index < limit {
      let byte = bytes[index]
      if byte == syntax.close[0], starts(syntax.close, at: index), !isRaw || ends(syntax, at: index, inner) {
        return index + syntax.close.count
      }
      if isRaw, syntax.isTight, byte == UInt8(ascii: "`") || (byte == syntax.close[0] && syntax.close.count == 1) {
        return nil
      }
      if byte == 0x0A {
        if isEmptyLine { return nil }
        isEmptyLine = true
      } else if byte > 0x20 {
        isEmptyLine = false
      }
      if !isRaw,
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
          || (byte == UInt8(ascii: "'") && syntax.arguments == .call)
      {
        if let end = TokenArguments.endOfQuote(bytes, index, limit) { index = end }
      } else if isRaw, byte == UInt8(ascii: "\\"), syntax.isTight {
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether a closing mark of a formula or address ends it.
  private func ends(_ syntax: TokenSyntax, at index: Int, _ inner: Int) -> Bool {
    guard syntax.isTight else { return true }
    let before = bytes[index - 1]
    let after = byte(index + syntax.close.count)
    if index == inner || before == UInt8(ascii: "\\") { return false }
    // A space before the mark is damage where the rest is plainly a formula.
    if before <= 0x20, syntax.signs.isEmpty { return false }
    return syntax.close.count > 1
      // Scripts without spaces go on right after a formula.
      || !(after < 0x80 && Self.isNameByte(after) || after == UInt8(ascii: "(") || after == UInt8(ascii: "{"))
  }

  private func readBracket(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Token? {
    var index = start + syntax.open.count
    let nameStart = index
    while Self.isNameByte(byte(index)) { index += 1 }
    guard index > nameStart, Self.isLetter(bytes[nameStart]) else { return nil }
    let name = string(nameStart..<index)
    let argumentStart = index
    var open: [UInt8] = []
    let limit = min(bytes.count, start + Self.longest)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: ")"): if open.last == UInt8(ascii: ")") { open.removeLast() }
      case UInt8(ascii: "]"):
        if open.isEmpty {
          let arguments = TokenArguments(bytes, argumentStart..<index).read(syntax.arguments)
          return Token(
            syntax: number, name: name, span: SourceSpan(start..<index + 1), arguments: arguments,
            meaning: syntax.unknown)
        }
        if open.last == UInt8(ascii: "]") { open.removeLast() }
      case UInt8(ascii: "\\"): index += 1
      case 0x0A: if endOfText(from: index + 1) == index + 1 { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  private func readTag(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Token? {
    var index = start + 1
    var role = Token.Role.start
    if byte(index) == UInt8(ascii: "/") {
      role = .end
      index += 1
    }
    let nameStart = index
    guard (0x41...0x5A).contains(byte(index)) else { return nil }
    while Self.isNameByte(byte(index)), byte(index) != UInt8(ascii: "-") { index += 1 }
    let name = string(nameStart..<index)
    guard byte(index) == UInt8(ascii: ">") || byte(index) == UInt8(ascii: "/") || Self.isSpace(byte(index)) else {
      return nil
    }
    let argumentStart = index
    let limit = min(bytes.count, start + Self.longest)
    var depth = 0
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), depth == 0, let end = TokenArguments.endOfQuote(bytes, index, limit) {
        index = end
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "<"), depth == 0 { return nil }
      if byte == UInt8(ascii: ">"), depth <= 0 {
        let isEmpty = bytes[index - 1] == UInt8(ascii: "/")
        let arguments = TokenArguments(bytes, argumentStart..<(isEmpty ? index - 1 : index)).read(.words)
        // Of words in angle brackets nothing tells that they are an element.
        if role == .start, !isEmpty, arguments.contains(where: { $0.name == nil }),
          arguments.allSatisfy({ $0.name == nil }), syntax.meaning(of: name.lowercased()) == nil
        {
          return nil
        }
        if isEmpty { role = .single }
        return Token(
          syntax: number, name: name, span: SourceSpan(start..<index + 1), arguments: arguments, role: role,
          meaning: syntax.unknown)
      }
      index += 1
    }
    return nil
  }

  private mutating func readFootnoteMark(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Token? {
    let inner = start + syntax.open.count
    guard let name = footnoteName(syntax, from: inner) else { return nil }
    if footnotes == nil { footnotes = definedFootnotes(syntax) }
    guard footnotes?.contains(Array(bytes[name])) ?? false else { return nil }
    return Token(
      syntax: number, name: syntax.name, span: SourceSpan(start..<name.upperBound + syntax.close.count),
      arguments: [TokenArgument(name: nil, value: string(name), span: SourceSpan(name))], meaning: syntax.unknown)
  }

  /// The name of a footnote before its closing mark.
  func footnoteName(_ syntax: TokenSyntax, from inner: Int) -> Range<Int>? {
    var index = inner
    while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "["), index - inner < 64 {
      if starts(syntax.close, at: index) { return index > inner ? inner..<index : nil }
      index += 1
    }
    return nil
  }

  private func definedFootnotes(_ syntax: TokenSyntax) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    var index = bodyStart
    while let found = self.index(of: syntax.open, from: index) {
      index = found + 1
      guard let name = footnoteName(syntax, from: found + syntax.open.count),
        byte(name.upperBound + syntax.close.count) == UInt8(ascii: ":")
      else { continue }
      var start = found
      while start > bodyStart, [0x20, 0x09, UInt8(ascii: ">")].contains(bytes[start - 1]) { start -= 1 }
      if start == bodyStart || bytes[start - 1] == 0x0A { names.insert(Array(bytes[name])) }
    }
    return names
  }
}

extension TokenSyntax {
  /// Whether tokens may be starts of blocks.
  var hasEnds: Bool { !ending.prefix.isEmpty || !ending.suffix.isEmpty || ending.isBare }
}
