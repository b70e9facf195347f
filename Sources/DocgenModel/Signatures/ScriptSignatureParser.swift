import DocgenSupport

/// Parses the signatures of scripting languages: Visual Basic, VBScript and JScript.
///
/// Declarations (`Sub X(ByVal a As T)`, `Property Count As Long`) and forms of use (`TaskFolder.GetFolder(path)`,
/// `value = Session.Path`). Code is not read: a block that holds anything else declares nothing.
struct ScriptSignatureParser {
  var cursor: TokenCursor
  let language: SignatureLanguage

  mutating func parse() throws(SignatureMismatch) -> [Declaration] {
    var declarations: [Declaration] = []
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ";")) || skipComment() { continue }
      guard declarations.count < 8 else { throw SignatureMismatch() }
      let declaration = try parseStatement()
      // Reading and writing a property are two lines about one thing.
      if let known = declarations.first, known.kind == .property, declaration.kind == .property,
        known.name?.value == declaration.name?.value
      {
        continue
      }
      declarations.append(declaration)
    }
    return declarations
  }

  private mutating func skipComment() -> Bool {
    guard cursor.tokens[cursor.position].kind == .comment else { return false }
    cursor.position += 1
    return true
  }

  private func span(from start: Int) -> SourceSpan {
    cursor.tokens[start].span.union(cursor.tokens[max(start, cursor.position - 1)].span)
  }

  private mutating func parseStatement() throws(SignatureMismatch) -> Declaration {
    let start = cursor.position
    if cursor.mark() == UInt8(ascii: "<") {
      // An attribute: `<DllImport("x")> _`.
      while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ">") { cursor.position += 1 }
      cursor.position += 1
      guard !cursor.isAtEnd else { throw SignatureMismatch() }
    }
    var qualifiers: [Qualifier] = []
    if language == .visualBasic {
      while isModifier() {
        qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
        cursor.position += 1
      }
      if let kind = declarationKind() {
        var declaration = try parseDeclaration(kind, from: start)
        declaration.qualifiers = qualifiers
        return declaration
      }
    } else if cursor.token(is: "function"), cursor.isIdentifier(1) {
      return try parseDeclaration(.function, from: start)
    }
    guard qualifiers.isEmpty else { throw SignatureMismatch() }
    return try parseUse(from: start)
  }

  /// A word in front of a declaration, when another word follows on the same line.
  private func isModifier() -> Bool {
    guard cursor.isIdentifier(), cursor.isIdentifier(1), !cursor.startsLine(1) else { return false }
    for word: StaticString in [
      "public", "private", "protected", "friend", "shared", "static", "readonly", "writeonly", "default", "overridable",
      "overrides", "overloads", "mustoverride", "mustinherit", "notinheritable", "notoverridable", "partial", "declare",
      "ansi", "unicode", "auto", "withevents", "shadows", "narrowing", "widening", "delegate",
    ] where cursor.token(isCaseInsensitively: word) { return true }
    return false
  }

  private func declarationKind() -> Declaration.Kind? {
    guard cursor.isIdentifier(), cursor.isIdentifier(1), !cursor.startsLine(1) else { return nil }
    let kinds: [(StaticString, Declaration.Kind)] = [
      ("sub", .method), ("function", .method), ("property", .property), ("event", .event), ("class", .class),
      ("interface", .interface), ("structure", .structure), ("enum", .enumeration), ("const", .constant),
    ]
    for (word, kind) in kinds where cursor.token(isCaseInsensitively: word) { return kind }
    return nil
  }

  private mutating func parseDeclaration(
    _ kind: Declaration.Kind, from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    cursor.position += 1
    if kind == .property, cursor.isIdentifier(1), !cursor.startsLine(1),
      cursor.token(isCaseInsensitively: "get") || cursor.token(isCaseInsensitively: "let")
        || cursor.token(isCaseInsensitively: "set")
    {
      cursor.position += 1
    }
    var declaration = Declaration(kind: kind, name: nil, span: span(from: start))
    try takePath(of: &declaration)
    if kind == .method, cursor.token(isCaseInsensitively: "lib"), cursor.position + 1 < cursor.tokens.count {
      cursor.position += 2
      if cursor.token(isCaseInsensitively: "alias") { cursor.position += 2 }
    }
    try takeRest(of: &declaration)
    if !cursor.isAtEnd, cursor.startsLine() {
      while cursor.token(isCaseInsensitively: "inherits") || cursor.token(isCaseInsensitively: "implements") {
        cursor.position += 1
        repeat {
          guard cursor.isIdentifier() else { throw SignatureMismatch() }
          var base = Declaration(kind: .class, name: nil, span: declaration.span)
          try takePath(of: &base)
          if let name = base.name { declaration.baseNames.append(name) }
        } while cursor.take(UInt8(ascii: ","))
      }
    }
    declaration.span = span(from: start)
    return declaration
  }

  /// `A.B(x)`, `v = A.B`, `A.B = v`, `A.B As T`.
  private mutating func parseUse(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "="), !cursor.startsLine(2) { cursor.position += 2 }
    var declaration = Declaration(kind: .property, name: nil, span: span(from: start))
    try takePath(of: &declaration)
    // A word alone is no member of anything, unless it is called.
    if cursor.mark() == UInt8(ascii: "(") { declaration.kind = .method }
    try takeRest(of: &declaration)
    guard declaration.owner != nil || declaration.kind == .method || declaration.type != nil else {
      throw SignatureMismatch()
    }
    declaration.span = span(from: start)
    return declaration
  }

  /// `A.B.C`: the last part is the name, the rest its owner.
  private mutating func takePath(of declaration: inout Declaration) throws(SignatureMismatch) {
    _ = cursor.take(UInt8(ascii: "."))
    let start = cursor.position
    while cursor.isIdentifier() {
      cursor.position += 1
      guard cursor.mark() == UInt8(ascii: "."), cursor.isIdentifier(1) else { break }
      cursor.position += 1
    }
    guard cursor.position > start, cursor.isIdentifier(-1) else { throw SignatureMismatch() }
    declaration.name = cursor.located(cursor.position - 1)
    if cursor.position - start > 2 { declaration.owner = cursor.joined(start..<cursor.position - 2) }
  }

  /// Parameters, type and value up to the end of the line.
  private mutating func takeRest(of declaration: inout Declaration) throws(SignatureMismatch) {
    if cursor.mark() == UInt8(ascii: "(") { declaration.parameters = try parseParameters() }
    if cursor.token(isCaseInsensitively: "as"), !cursor.startsLine() {
      cursor.position += 1
      if cursor.token(isCaseInsensitively: "new") { cursor.position += 1 }
      declaration.type = try takeType()
    }
    if cursor.mark() == UInt8(ascii: "=") {
      let start = cursor.position + 1
      cursor.position = start
      while !cursor.isAtEnd, !cursor.startsLine(), cursor.mark() != UInt8(ascii: ";") { cursor.position += 1 }
      guard cursor.position > start else { throw SignatureMismatch() }
      if declaration.kind == .constant { declaration.value = cursor.joined(start..<cursor.position) }
    }
    guard
      cursor.isAtEnd || cursor.startsLine() || cursor.mark() == UInt8(ascii: ";")
        || cursor.tokens[cursor.position].kind == .comment
    else { throw SignatureMismatch() }
  }

  private mutating func takeType() throws(SignatureMismatch) -> Located<String>? {
    let start = cursor.position
    while cursor.isIdentifier() {
      cursor.position += 1
      guard cursor.mark() == UInt8(ascii: "."), cursor.isIdentifier(1) else { break }
      cursor.position += 1
    }
    guard cursor.position > start else { throw SignatureMismatch() }
    if cursor.mark() == UInt8(ascii: "("), let end = cursor.closing() { cursor.position = end }
    return cursor.joined(start..<cursor.position)
  }

  private mutating func parseParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try cursor.expect(UInt8(ascii: "("))
    var parameters: [ParameterDeclaration] = []
    while !cursor.take(UInt8(ascii: ")")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if skipComment() { continue }
      parameters.append(try parseParameter())
      guard cursor.take(UInt8(ascii: ",")) || cursor.mark() == UInt8(ascii: ")") else { throw SignatureMismatch() }
    }
    return parameters
  }

  /// `ByVal x As T = v`, `Optional x`, `[ ByRef x ]`, `x`.
  private mutating func parseParameter() throws(SignatureMismatch) -> ParameterDeclaration {
    let start = cursor.position
    var parameter = ParameterDeclaration(span: cursor.tokens[start].span)
    let isBracketed = cursor.take(UInt8(ascii: "["))
    if isBracketed { parameter.direction = Located(.optional, at: cursor.tokens[start].span) }
    while cursor.isIdentifier(), cursor.isIdentifier(1), !cursor.token(1, isCaseInsensitively: "as") {
      if cursor.token(isCaseInsensitively: "optional") {
        parameter.direction = Located(.optional, at: cursor.tokens[cursor.position].span)
      } else {
        parameter.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
      }
      cursor.position += 1
      guard cursor.position - start < 6 else { throw SignatureMismatch() }
    }
    guard cursor.isIdentifier() else { throw SignatureMismatch() }
    parameter.name = cursor.located(cursor.position)
    cursor.position += 1
    if cursor.mark() == UInt8(ascii: "("), cursor.mark(1) == UInt8(ascii: ")") {
      parameter.arraySuffix = cursor.joined(cursor.position..<cursor.position + 2)
      cursor.position += 2
    }
    if cursor.token(isCaseInsensitively: "as") {
      cursor.position += 1
      parameter.type = try takeType()
    }
    if cursor.take(UInt8(ascii: "=")) {
      let valueStart = cursor.position
      while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ","), cursor.mark() != UInt8(ascii: ")"),
        cursor.mark() != UInt8(ascii: "]")
      {
        cursor.position += 1
      }
      parameter.defaultValue = cursor.joined(valueStart..<cursor.position)
    }
    if isBracketed { try cursor.expect(UInt8(ascii: "]")) }
    parameter.span = span(from: start)
    return parameter
  }
}
