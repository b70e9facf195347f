import DocgenSupport

/// Reads formal syntax of CSS: properties (`align-box: start | end;`), functions, types and at-rules.
struct CSSReader: SignatureReader {
  var cursor: TokenCursor

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var result: Declaration
    if cursor.take(UInt8(ascii: "@")) {
      result = try rule(from: start)
    } else if cursor.mark() == UInt8(ascii: "<") {
      result = try type(from: start)
    } else if cursor.mark() == UInt8(ascii: ":") {
      result = try selector(from: start)
    } else if let end = nameEnd(from: start) {
      result = try named(from: start, to: end)
    } else {
      throw SignatureMismatch()
    }
    result.span = cursor.span(from: start)
    return result
  }

  /// The index after a name, hyphens included; `nil` if there is none.
  private func nameEnd(from start: Int) -> Int? {
    var index = start
    var hasWord = false
    while index < cursor.tokens.count,
      index == start || cursor[index - 1].span.end == cursor[index].span.start
    {
      let token = cursor[index]
      guard token.kind == .identifier || token.mark == UInt8(ascii: "-") || hasWord && token.kind == .number else {
        break
      }
      hasWord = hasWord || token.kind == .identifier
      index += 1
    }
    return hasWord ? index : nil
  }

  /// `name: value`, `name = value`, `name(…)`.
  private mutating func named(from start: Int, to end: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position = end
    var result = declaration(.property, cursor.written(from: start, to: end), from: start)
    if cursor.mark() == UInt8(ascii: "("), cursor.isGlued() {
      result.kind = .function
      result.parameters = try takeArguments()
      guard cursor.isLineEnd || cursor.mark() == UInt8(ascii: ";") || cursor.mark() == UInt8(ascii: "=") else {
        throw SignatureMismatch()
      }
      if cursor.take(UInt8(ascii: "=")) { _ = takeValue() }
      return result
    }
    guard cursor.take(UInt8(ascii: ":")) || cursor.take(UInt8(ascii: "=")) else { throw SignatureMismatch() }
    result.value = takeValue()
    guard result.value != nil else { throw SignatureMismatch() }
    return result
  }

  /// A value up to the semicolon, or to the line that begins with a name of its own.
  private mutating func takeValue() -> Located<String>? {
    let start = cursor.position
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ";") {
      if cursor.startsLine(), cursor.position > start, startsDefinition() { break }
      cursor.position += 1
    }
    return cursor.written(from: start, to: cursor.position)
  }

  private func startsDefinition() -> Bool {
    if cursor.mark() == UInt8(ascii: "<") {
      guard let end = angles(from: cursor.position) else { return false }
      return end < cursor.tokens.count && cursor[end].mark == UInt8(ascii: "=")
    }
    guard let end = nameEnd(from: cursor.position), end < cursor.tokens.count else { return false }
    return cursor[end].mark == UInt8(ascii: ":") || cursor[end].mark == UInt8(ascii: "=")
  }

  private func angles(from start: Int) -> Int? {
    var index = start
    while index < cursor.tokens.count, index < start + 24 {
      if cursor[index].mark == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    return nil
  }

  /// `<name> = value`.
  private mutating func type(from start: Int) throws(SignatureMismatch) -> Declaration {
    guard let end = angles(from: start) else { throw SignatureMismatch() }
    cursor.position = end
    var result = declaration(.typeAlias, cursor.written(from: start, to: end), from: start)
    guard cursor.take(UInt8(ascii: "=")) else { throw SignatureMismatch() }
    result.value = takeValue()
    return result
  }

  /// `@media <query> { … }`.
  private mutating func rule(from start: Int) throws(SignatureMismatch) -> Declaration {
    guard let end = nameEnd(from: cursor.position) else { throw SignatureMismatch() }
    cursor.position = end
    var rule = declaration(.statement, cursor.written(from: start, to: end), from: start)
    if cursor.take(UInt8(ascii: "=")) { _ = cursor.written(from: start, to: end) }
    let place = cursor.position
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: "{"), cursor.mark() != UInt8(ascii: ";") {
      cursor.position += 1
    }
    rule.value = cursor.written(from: place, to: cursor.position)
    if cursor.mark() == UInt8(ascii: "{") { _ = try cursor.skipBrackets() }
    return rule
  }

  /// `:not(<selectors>) { }`; a rule with something in it is a style sheet.
  private mutating func selector(from start: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position += 1
    if cursor[start].length == 1 { _ = cursor.take(UInt8(ascii: ":")) }
    guard let end = nameEnd(from: cursor.position) else { throw SignatureMismatch() }
    cursor.position = end
    var selector = declaration(.element, cursor.written(from: start, to: end), from: start)
    if cursor.mark() == UInt8(ascii: "("), cursor.isGlued() { selector.parameters = try takeArguments() }
    if cursor.take(UInt8(ascii: "{")) { try cursor.expect(UInt8(ascii: "}")) }
    guard cursor.isLineEnd else { throw SignatureMismatch() }
    return selector
  }

  private mutating func takeArguments() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try cursor.takeList().map { item in
      var parameter = ParameterDeclaration(item, in: cursor)
      if cursor[item.range.lowerBound].mark == UInt8(ascii: "<") {
        parameter.type = cursor.written(item.range)
      } else if nameEnd(from: item.range.lowerBound) == item.range.upperBound {
        parameter.name = cursor.written(item.range)
      } else {
        parameter.defaultValue = cursor.written(item.range)
      }
      return parameter
    }
  }
}
