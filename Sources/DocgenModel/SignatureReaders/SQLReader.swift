import DocgenSupport

/// Reads the syntax of SQL: functions (`SUBSTRING ( expression , start , length )`) and statements with what is to be filled in.
struct SQLReader: SignatureReader {
  var cursor: TokenCursor

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    // `<table_option> ::=` explains a part of what stands before.
    if cursor[start].kind == .placeholder {
      skipToStatement()
      return nil
    }
    guard cursor.isIdentifier() else { throw SignatureMismatch() }
    var result: Declaration
    if cursor.mark(1) == UInt8(ascii: "("), !isKeyword(start) {
      result = try function(from: start)
    } else {
      result = try command(from: start)
    }
    result.span = cursor.span(from: start)
    return result
  }

  /// Words that begin a statement, and are no functions.
  private static let keywords: [StaticString] = [
    "select", "insert", "update", "delete", "create", "alter", "drop", "with", "merge", "grant", "revoke", "deny",
    "truncate", "exec", "execute", "declare", "set", "use", "begin", "from", "where", "values", "call", "explain",
  ]

  private func isKeyword(_ index: Int) -> Bool {
    Self.keywords.contains { cursor.token(index - cursor.position, isCaseInsensitively: $0) }
  }

  private mutating func skipToStatement() {
    cursor.position += 1
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ";"),
      cursor[cursor.position].kind != .placeholder || !cursor.startsLine()
    {
      guard skipToken() else { return }
    }
  }

  /// Skips a token, or what stands between brackets; false where these are not closed.
  private mutating func skipToken() -> Bool {
    let mark = cursor.mark()
    guard TokenCursor.closer(of: mark) != 0, mark != UInt8(ascii: "<") else {
      cursor.position += 1
      return true
    }
    guard let end = cursor.closing() else { return false }
    cursor.position = end
    return true
  }

  // MARK: Functions

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(.function, try cursor.takeName(), from: start)
    function.parameters = try takeParameters()
    if cursor.isCapitals(), cursor.token(isCaseInsensitively: "returns") {
      cursor.position += 1
      function.type = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
    }
    // What follows, such as `OVER ( … )`, is a part of the call.
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ";") {
      if cursor.startsLine(), cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "("),
        !cursor.isCapitals() || isCallBelow(function)
      {
        break
      }
      guard skipToken() else { throw SignatureMismatch() }
    }
    return function
  }

  /// The function again, called in another way.
  private func isCallBelow(_ function: Declaration) -> Bool {
    function.name.map { name in name.value.utf8.elementsEqual(cursor.bytes(cursor[cursor.position])) } ?? false
  }

  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try cursor.takeList(TokenCursor.ListStyle(hasOptional: true)).compactMap { parameter($0) }
  }

  /// `expression`, `[ start ]`, `expression AS data_type`, `name type`.
  private func parameter(_ item: ListItem) -> ParameterDeclaration? {
    var parameter = ParameterDeclaration(item, in: cursor)
    let range = item.range
    let tokens = cursor.tokens
    if range.allSatisfy({
      tokens[$0].mark == UInt8(ascii: ".") || tokens[$0].mark == UInt8(ascii: "[")
        || tokens[$0].mark == UInt8(ascii: "]") || tokens[$0].mark == UInt8(ascii: ",") || isEllipsis($0)
    }) {
      parameter.isVariadic = true
      return parameter
    }
    parameter.isVariadic = range.contains { isEllipsis($0) }
    guard let name = range.first(where: { isFilledIn($0) }) else {
      // The name in capitals, as some manuals have it, or a sign such as `*`.
      parameter.name =
        range.count == 1 && tokens[range.lowerBound].kind == .identifier ? cursor.located(range.lowerBound) : nil
      if parameter.name == nil { parameter.defaultValue = cursor.written(range) }
      return parameter
    }
    parameter.name = self.name(name)
    if name + 1 < range.upperBound, tokens[name + 1].kind == .identifier {
      let isAlias = cursor.token(name + 1 - cursor.position, isCaseInsensitively: "as")
      parameter.type = cursor.written(from: isAlias ? name + 2 : name + 1, to: range.upperBound)
    }
    return parameter
  }

  private func isEllipsis(_ index: Int) -> Bool {
    let token = cursor[index]
    return token.mark == UInt8(ascii: ".") && token.length == 3 || cursor.token(index - cursor.position, is: "…")
  }

  /// A name in small letters or angles is to be filled in; capitals are words of the language.
  private func isFilledIn(_ index: Int) -> Bool {
    switch cursor[index].kind {
    case .placeholder: true
    case .identifier:
      !cursor.isCapitals(index - cursor.position) && !cursor.token(index - cursor.position, is: "…") && !isWord(index)
    default: false
    }
  }

  /// Words of a grammar that stand for no value.
  private func isWord(_ index: Int) -> Bool {
    cursor.token(index - cursor.position, isOneOf: ["n", "and", "or", "as"])
  }

  /// The name without the angles of a placeholder.
  private func name(_ index: Int) -> Located<String> {
    var name = cursor.located(index)
    guard cursor[index].kind == .placeholder else { return name }
    name.value = String(name.value.dropFirst().dropLast())
    name.span = SourceSpan(start: name.span.start + 1, end: name.span.end - 1)
    return name
  }

  // MARK: Statements

  /// `CREATE [OR REPLACE] TABLE name ( … )`: the words at the start are its name, and what is to be filled in its parameters.
  private mutating func command(from start: Int) throws(SignatureMismatch) -> Declaration {
    guard isKeyword(start) || cursor.isCapitals() else { throw SignatureMismatch() }
    cursor.position += 1
    while !cursor.isAtEnd, !cursor.startsLine() {
      if cursor.mark() == UInt8(ascii: "["), let end = cursor.closing(), cursor.isCapitals(end - cursor.position) {
        cursor.position = end
      }
      guard cursor.isCapitals() else { break }
      cursor.position += 1
    }
    var command = declaration(.statement, cursor.written(from: start, to: cursor.position), from: start)
    if let routine = try routine(from: start) { return routine }
    let body = cursor.position
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ";"),
      cursor[cursor.position].kind != .placeholder || !cursor.startsLine() || !isRule()
    {
      cursor.position += 1
    }
    guard isSyntax(body..<cursor.position) || isDefinition(start) else { throw SignatureMismatch() }
    var names: Set<String> = []
    for index in body..<cursor.position where isFilledIn(index) {
      let name = name(index)
      guard names.insert(name.value).inserted else { continue }
      var parameter = ParameterDeclaration(name: name, span: cursor[index].span)
      if index + 1 < cursor.position, isTypeName(index + 1) {
        parameter.type = cursor.located(index + 1)
        names.insert(self.name(index + 1).value)
      }
      command.parameters.append(parameter)
    }
    return command
  }

  /// A type after a name: one of the language's own, or one to be filled in.
  private func isTypeName(_ index: Int) -> Bool {
    let distance = index - cursor.position
    return isFilledIn(index) || Self.types.contains { cursor.token(distance, is: $0) }
  }

  private static let types: [StaticString] = [
    "INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "BIT", "CHAR", "VARCHAR", "NVARCHAR", "TEXT", "DATE", "TIME",
    "DATETIME", "TIMESTAMP", "DECIMAL", "NUMERIC", "FLOAT", "REAL", "DOUBLE", "BOOLEAN", "BLOB", "JSON", "UUID",
  ]

  /// `CREATE FUNCTION name ( a int ) RETURNS int`.
  private mutating func routine(from start: Int) throws(SignatureMismatch) -> Declaration? {
    let isRoutine = (start..<cursor.position).contains {
      cursor.token($0 - cursor.position, is: "FUNCTION") || cursor.token($0 - cursor.position, is: "PROCEDURE")
    }
    guard isRoutine, cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "(") else { return nil }
    return try function(from: cursor.position)
  }

  /// Brackets, bars, placeholders and dots belong to a grammar.
  private func isSyntax(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = cursor[index]
      return token.kind == .placeholder || token.mark == UInt8(ascii: "[") || token.mark == UInt8(ascii: "|")
        || token.mark == UInt8(ascii: "{") || isEllipsis(index)
    }
  }

  private func isDefinition(_ start: Int) -> Bool {
    let words: [StaticString] = ["CREATE", "ALTER", "DROP", "GRANT", "REVOKE"]
    return words.contains { cursor.token(start - cursor.position, is: $0) }
  }

  /// `<part> ::=`.
  private func isRule() -> Bool { cursor.mark(1) == UInt8(ascii: ":") }
}
