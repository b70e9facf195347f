import DocgenSupport

/// Reads schemas of GraphQL, and single fields of them (`box(id: ID!): Box`).
struct GraphQLReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("type", .class), ("interface", .interface), ("input", .structure), ("enum", .enumeration), ("union", .union),
    ("scalar", .typeAlias), ("schema", .namespace),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if cursor[start].kind == .string || cursor.take(UInt8(ascii: ",")) {
      cursor.position = start + 1
      return nil
    }
    var declaration = try body(from: start)
    while cursor.mark() == UInt8(ascii: "@"), cursor.isIdentifier(1) {
      cursor.position += 1
      var directive = Qualifier(name: try cursor.takeName())
      if cursor.mark() == UInt8(ascii: "(") { directive.value = cursor.written(try cursor.skipBrackets()) }
      declaration.qualifiers.append(directive)
    }
    if level == 0, declaration.kind != .method, declaration.kind != .field { try takeMembers(of: &declaration) }
    declaration.span = cursor.span(from: start)
    guard cursor.isLineEnd || cursor.mark() == UInt8(ascii: ",") || level > 0 else { throw SignatureMismatch() }
    return declaration
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if level == 0 {
      if cursor.token(is: "extend"), cursor.isIdentifier(1) { cursor.position += 1 }
      for (word, kind) in Self.kinds where cursor.token(is: word) && !isField() {
        return try type(kind, from: start)
      }
      if cursor.token(is: "directive"), cursor.mark(1) == UInt8(ascii: "@") { return try directive(from: start) }
      if cursor.token(isOneOf: ["query", "mutation", "subscription"]), cursor.isIdentifier(1) {
        return try operation(from: start)
      }
    }
    return try field(from: start)
  }

  /// The word is the name of a field: `type: String`.
  private func isField() -> Bool {
    cursor.mark(1) == UInt8(ascii: ":") || cursor.mark(1) == UInt8(ascii: "(")
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, cursor.located(cursor.position), from: start)
    cursor.position += 1
    if cursor.isIdentifier() { type.name = try cursor.takeName() }
    if cursor.takeWord("implements") {
      _ = cursor.take(UInt8(ascii: "&"))
      repeat {
        type.baseNames.append(try cursor.takeName())
      } while cursor.take(UInt8(ascii: "&")) || cursor.take(UInt8(ascii: ","))
    }
    if kind == .union, cursor.take(UInt8(ascii: "=")) {
      type.type = cursor.takeText(to: .init(marks: [UInt8(ascii: "@")], isLine: true))
    }
    return type
  }

  private mutating func directive(from start: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position += 2
    var directive = declaration(.macro, try cursor.takeName(), from: start)
    if cursor.mark() == UInt8(ascii: "(") { directive.parameters = try takeArguments() }
    _ = cursor.takeWord("repeatable")
    if cursor.takeWord("on") { directive.type = cursor.takeText(to: .init(isLine: true)) }
    return directive
  }

  /// A query by name; what it asks for is skipped.
  private mutating func operation(from start: Int) throws(SignatureMismatch) -> Declaration {
    let word = Qualifier(name: try cursor.takeName())
    var operation = declaration(.function, try cursor.takeName(), from: start)
    operation.qualifiers = [word]
    if cursor.mark() == UInt8(ascii: "(") { operation.parameters = try takeArguments() }
    try skipBody()
    return operation
  }

  private mutating func field(from start: Int) throws(SignatureMismatch) -> Declaration {
    var field = declaration(.field, nil, from: start)
    try takePath(into: &field)
    if cursor.mark() == UInt8(ascii: "(") {
      field.kind = .method
      field.parameters = try takeArguments()
    }
    guard cursor.take(UInt8(ascii: ":")) else { throw SignatureMismatch() }
    field.type = try takeType()
    if cursor.take(UInt8(ascii: "=")) {
      field.value = cursor.takeText(to: .init(marks: [UInt8(ascii: "@")], isLine: true))
    }
    return field
  }

  /// `Box`, `[Box!]!`.
  private mutating func takeType() throws(SignatureMismatch) -> Located<String> {
    let start = cursor.position
    if cursor.mark() == UInt8(ascii: "[") {
      _ = try cursor.skipBrackets()
    } else {
      _ = try cursor.takeName()
    }
    _ = cursor.take(UInt8(ascii: "!"))
    guard let type = cursor.written(from: start, to: cursor.position) else { throw SignatureMismatch() }
    return type
  }

  private mutating func takeMembers(of type: inout Declaration) throws(SignatureMismatch) {
    guard cursor.mark() == UInt8(ascii: "{") else { return }
    guard type.kind != .enumeration else {
      type.members = try enumerators()
      return
    }
    level += 1
    defer { level -= 1 }
    try members(of: &type, level: level)
  }

  private mutating func enumerators() throws(SignatureMismatch) -> [Declaration] {
    let inside = try cursor.skipBrackets()
    return inside.filter { cursor[$0].kind == .identifier && cursor[$0 - 1].mark != UInt8(ascii: "@") }
      .map {
        Declaration(kind: .enumerator, name: cursor.located($0), span: cursor[$0].span)
      }
  }

  // MARK: Arguments

  /// `id: ID!, first: Int = 10`, where commas may be missing at line ends.
  private mutating func takeArguments() throws(SignatureMismatch) -> [ParameterDeclaration] {
    guard let end = cursor.closing() else { throw SignatureMismatch() }
    cursor.position += 1
    var result: [ParameterDeclaration] = []
    while cursor.position < end - 1 {
      if cursor.take(UInt8(ascii: ",")) || cursor[cursor.position].kind == .string {
        if cursor.mark(-1) != UInt8(ascii: ",") { cursor.position += 1 }
        continue
      }
      result.append(try argument(before: end - 1))
    }
    cursor.position = end
    return result
  }

  private mutating func argument(before end: Int) throws(SignatureMismatch) -> ParameterDeclaration {
    let start = cursor.position
    var argument = ParameterDeclaration(span: cursor.span(of: start..<start + 1))
    argument.name = try cursor.takeName()
    try cursor.expect(UInt8(ascii: ":"))
    argument.type = try takeType()
    if cursor.take(UInt8(ascii: "=")) {
      argument.defaultValue = cursor.takeText(to: .init(marks: [UInt8(ascii: ","), UInt8(ascii: "@")], isLine: true))
    }
    while cursor.take(UInt8(ascii: "@")) {
      _ = try cursor.takeName()
      if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
    }
    argument.span = cursor.span(from: start)
    return argument
  }
}
