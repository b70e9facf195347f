import DocgenSupport

/// Tokens that are lines.
extension TokenScanner {
  /// Reads the token that is the line whose text starts at an index; returns where text goes on, or `nil` if it is none.
  mutating func readLine(at start: Int) -> Int? {
    guard let row = set.lineStarts.row(byte(start), byte(start + 1)) else { return nil }
    for number in set.lineStarts.candidates[row] {
      let syntax = set.syntaxes[number]
      switch syntax.form {
      case .line where starts(syntax.open, at: start):
        if let end = readDirective(syntax, number, at: start) { return end }
      case .indented where starts(syntax.open, at: start):
        if let end = readIndented(syntax, number, at: start) { return end }
      case .heading: if let end = readTabLine(syntax, number, at: start) { return end }
      case .statement: if let end = readStatement(syntax, number, at: start) { return end }
      case .footnote where starts(syntax.open, at: start):
        if let end = readFootnote(syntax, number, at: start) { return end }
      default: continue
      }
    }
    return nil
  }

  private var prefix: [UInt8] { Array(bytes[lineStart..<textStart]) }

  private mutating func readDirective(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Int? {
    let mark = syntax.open[0]
    var index = start + syntax.open.count
    while byte(index) == syntax.open.last { index += 1 }
    index = skipSpaces(index)
    var end = endOfText(from: index)
    let lineEnd = max(end, index)
    if !syntax.close.isEmpty, end - index > syntax.close.count, starts(syntax.close, at: end - syntax.close.count) {
      end -= syntax.close.count
      while end > index, bytes[end - 1] == mark || bytes[end - 1] == 0x20 { end -= 1 }
    }
    let span = SourceSpan(start..<lineEnd)
    var token = Token(syntax: number, name: "", span: span, arguments: [], meaning: syntax.unknown)
    if index >= end {
      guard syntax.ending.isBare else { return nil }
      token.role = .end
      token.meaning.display = .block
    } else if syntax.arguments == .raw {
      token.name = syntax.name
      token.meaning = syntax.meaning(of: syntax.name) ?? syntax.unknown
      // A label may follow in brackets: `<<< a.js [One]`.
      let label =
        bytes[end - 1] == UInt8(ascii: "]") ? bytes[index + 1..<end].firstIndex(of: UInt8(ascii: "[")) : nil
      token.arguments = TokenArguments(bytes, index..<(label ?? end)).read(.title)
      if let label {
        let text = label + 1..<end - 1
        token.arguments.append(TokenArgument(name: "label", value: string(text), span: SourceSpan(text)))
      }
    } else {
      // Attributes may stand in place of a name: `:::{note}`, `::: {.tip}`.
      var nameStart = index
      if bytes[nameStart] == UInt8(ascii: "{") { nameStart += 1 }
      if byte(nameStart) == UInt8(ascii: ".") { nameStart += 1 }
      index = nameStart
      guard let (role, name) = readName(syntax, &index, end) else { return nil }
      token.name = name
      token.role = role
      let known = syntax.meaning(of: name.lowercased())
      if known == nil, syntax.readsKnownOnly { return nil }
      token.isKnown = known != nil
      token.meaning = known ?? syntax.unknown
      if byte(index) == UInt8(ascii: "}") { index += 1 }
      token.arguments = TokenArguments(bytes, index..<max(index, end)).read(syntax.arguments)
      if role == .start, token.meaning.standsAlone { token.role = .single }
    }
    if token.role != .end, syntax.hasOptions { readOptions(of: &token) }
    token.mask = .block(prefix: [], breaksBefore: false, breaksAfter: false)
    if token.role == .start, !syntax.hasOptions, let width = indentation(below: lineEnd, closedBy: syntax.open),
      lineEnd - start >= width + 2
    {
      token.mask = .item(indentation: width)
    }
    guard lineEnd - start >= 3 else { return nil }
    tokens.append(token)
    return Int(token.span.end)
  }

  /// Takes the lines that are indented right below a token's, as YAML with one argument for each key.
  private func readOptions(of token: inout Token) {
    let own = textStart - lineStart
    var lineEnd = endOfLine(from: Int(token.span.end))
    var isFirst = true
    while lineEnd < bytes.count {
      let text = skipSpaces(lineEnd + 1)
      let end = endOfText(from: text)
      guard text < end, text - lineEnd - 1 >= own + 4 else { return }
      var colon = text
      while Self.isNameByte(byte(colon)) { colon += 1 }
      let hasKey =
        colon > text && byte(colon) == UInt8(ascii: ":") && (colon + 1 == end || Self.isSpace(byte(colon + 1)))
      // Code is indented, too.
      if isFirst, !hasKey { return }
      isFirst = false
      let value = hasKey ? min(skipSpaces(colon + 1), end)..<end : text..<end
      token.arguments.append(
        TokenArgument(
          name: hasKey ? string(text..<colon).lowercased() : "", value: string(value), span: SourceSpan(value)))
      token.span.end = Int32(truncatingIfNeeded: end)
      lineEnd = endOfLine(from: end)
    }
  }

  /// By how much the lines below a mark are indented, as far as they reach; `nil` if not all of them are.
  private func indentation(below lineEnd: Int, closedBy mark: [UInt8]) -> Int? {
    let own = textStart - lineStart
    guard !prefix.contains(UInt8(ascii: ">")) else { return nil }
    var width: Int?
    var line = endOfLine(from: lineEnd)
    while line < bytes.count {
      let start = line + 1
      let text = skipSpaces(start)
      line = endOfLine(from: start)
      if endOfText(from: text) == text { continue }
      let indentation = text - start
      if bytes[start..<text].contains(0x09) { return nil }
      if indentation <= own {
        guard starts(mark, at: text) else { return nil }
        return width
      }
      if width == nil { width = min(5, indentation - own) }
      guard let width, width >= 2, indentation >= own + width else { return nil }
    }
    return nil
  }

  private mutating func readIndented(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Int? {
    var index = start + syntax.open.count
    while byte(index) == UInt8(ascii: "+") { index += 1 }
    guard byte(index) == 0x20 else { return nil }
    let end = endOfText(from: index)
    index = skipSpaces(index)
    guard index < end, end - start >= 6 else { return nil }
    var token = Token(
      syntax: number, name: syntax.name, span: SourceSpan(start..<end), arguments: [], role: .start,
      meaning: syntax.unknown)
    if syntax.arguments != .raw {
      guard let (_, name) = readName(syntax, &index, end) else { return nil }
      token.name = name
    } else if bytes[index] != UInt8(ascii: "\"") {
      return nil
    }
    let known = syntax.meaning(of: token.name.lowercased())
    token.isKnown = known != nil
    token.meaning = known ?? syntax.unknown
    token.arguments = TokenArguments(bytes, index..<end).read(.title)
    token.mask = .item(indentation: 4)
    tokens.append(token)
    return end
  }

  private mutating func readTabLine(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Int? {
    if bytes[start] != UInt8(ascii: "#"), !isInTabs { return nil }
    let end = endOfText(from: start)
    if bytes[start] != UInt8(ascii: "#") {
      guard isAfterEmptyLine, end - start >= 3,
        bytes[start..<end].allSatisfy({ $0 == bytes[start] || $0 == 0x20 })
      else { return nil }
      isInTabs = false
      var token = Token(
        syntax: number, name: syntax.name, span: SourceSpan(start..<end), arguments: [], role: .end,
        meaning: syntax.meaning(of: syntax.name) ?? syntax.unknown)
      token.mask = .none
      tokens.append(token)
      return end
    }
    var index = start
    while byte(index) == UInt8(ascii: "#") { index += 1 }
    index = skipSpaces(index)
    guard byte(index) == UInt8(ascii: "["), byte(end - 1) == UInt8(ascii: ")"),
      let target = self.index(of: Array("](".utf8) + syntax.open, from: index), target < end
    else { return nil }
    let (title, id) = (index + 1..<target, target + 2 + syntax.open.count..<end - 1)
    guard id.lowerBound < id.upperBound else { return nil }
    var token = Token(
      syntax: number, name: syntax.name, span: SourceSpan(start..<end),
      arguments: [
        TokenArgument(name: "title", value: string(title), span: SourceSpan(title)),
        TokenArgument(name: nil, value: string(id), span: SourceSpan(id)),
      ], role: .start, meaning: syntax.meaning(of: syntax.name) ?? syntax.unknown)
    token.mask = .none
    isInTabs = true
    tokens.append(token)
    return end
  }

  private mutating func readStatement(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Int? {
    guard start == lineStart, isAfterEmptyLine || isAfterStatement(syntax.name, number) else { return nil }
    var index = start
    while Self.isLetter(byte(index)) { index += 1 }
    let name = string(start..<index)
    guard byte(index) == 0x20, let meaning = syntax.meaning(of: name) else { return nil }
    var end = endOfText(from: index)
    var depth = 0
    // Lines belong to it until all brackets are closed.
    for _ in 0..<64 {
      depth = bytes[start..<end].reduce(0) {
        switch $1 {
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): $0 + 1
        case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): $0 - 1
        default: $0
        }
      }
      let next = endOfLine(from: end) + 1
      if depth <= 0 || next >= bytes.count { break }
      end = max(endOfText(from: next), next)
    }
    let text = bytes[index..<end]
    // Prose begins with such words, too.
    guard depth <= 0, text.contains(where: syntax.signs.contains), end - start >= 3 else { return nil }
    var token = Token(
      syntax: number, name: name, span: SourceSpan(start..<end),
      arguments: [
        TokenArgument(name: nil, value: string(skipSpaces(index)..<end), span: SourceSpan(skipSpaces(index)..<end))
      ],
      meaning: meaning)
    token.mask = .block(prefix: [], breaksBefore: false, breaksAfter: false)
    tokens.append(token)
    return end
  }

  private func isAfterStatement(_ name: String, _ number: Int) -> Bool {
    tokens.last.map { $0.syntax == number && endOfLine(from: Int($0.span.end)) + 1 == lineStart } ?? false
  }

  private mutating func readFootnote(_ syntax: TokenSyntax, _ number: Int, at start: Int) -> Int? {
    guard let name = footnoteName(syntax, from: start + syntax.open.count),
      byte(name.upperBound + syntax.close.count) == UInt8(ascii: ":"), textStart - lineStart < 4
    else { return nil }
    var end = name.upperBound + syntax.close.count + 1
    // The text follows on the line, or indented below it.
    guard byte(end) == 0x20 || byte(end) == 0x09 || byte(end) == 0x0A || byte(end) == 0x0D else { return nil }
    if skipSpaces(end) < endOfText(from: end) { end = skipSpaces(end) }
    var token = Token(
      syntax: number, name: syntax.name, span: SourceSpan(start..<end),
      arguments: [TokenArgument(name: nil, value: string(name), span: SourceSpan(name))], role: .start,
      meaning: syntax.unknown)
    token.isDefinition = true
    token.mask = .item(indentation: 4)
    tokens.append(token)
    return end
  }
}
