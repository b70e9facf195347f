import DocgenSupport

extension DeclarationParser {
  /// `namespace A::B {…}`, `library X {…}`.
  mutating func parseNamespace(
    from start: Int, qualifiers: [Qualifier], into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    cursor.position += 1
    let nameStart = cursor.position
    while cursor.isIdentifier() || cursor.mark() == UInt8(ascii: ":") || cursor.mark() == UInt8(ascii: ".") {
      cursor.position += 1
    }
    var declaration = Declaration(
      kind: .namespace, name: cursor.joined(nameStart..<cursor.position), span: span(from: start))
    declaration.qualifiers = qualifiers
    try cursor.expect(UInt8(ascii: "{"))
    while !cursor.take(UInt8(ascii: "}")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ";")) || skipComment() { continue }
      try parseDeclaration(into: &declaration.members, member: nil)
    }
    declaration.span = span(from: start)
    result.append(declaration)
  }

  /// `using X = Y;` declares an alias; other forms declare nothing.
  mutating func parseUsing(from start: Int, into result: inout [Declaration]) throws(SignatureMismatch) {
    cursor.position += 1
    if cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "=") {
      var declaration = Declaration(kind: .typeAlias, name: cursor.located(cursor.position), span: span(from: start))
      cursor.position += 2
      let inside = try skipExpression(to: UInt8(ascii: ";"), or: UInt8(ascii: ";"))
      declaration.type = cursor.joined(inside)
      try endDeclaration()
      declaration.span = span(from: start)
      result.append(declaration)
      return
    }
    _ = try skipExpression(to: UInt8(ascii: ";"), or: UInt8(ascii: ";"))
    try cursor.expect(UInt8(ascii: ";"))
  }

  /// `DECLARE_INTERFACE_(IFoo, IBase) {…};`, `MIDL_INTERFACE("…") IFoo : public IBase {…};`.
  mutating func parseInterfaceMacro(
    from start: Int, qualifiers: [Qualifier], into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    let word = cursor.word()
    cursor.position += 1
    guard cursor.mark() == UInt8(ascii: "(") else { throw SignatureMismatch() }
    let inside = try skipBrackets()
    var declaration = Declaration(kind: .interface, name: nil, span: span(from: start))
    declaration.qualifiers = qualifiers
    if word == .midlInterface {
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
      declaration.name = cursor.located(cursor.position)
      cursor.position += 1
      if cursor.take(UInt8(ascii: ":")) {
        while cursor.isIdentifier() {
          if cursor.word() != .accessKeyword { declaration.baseNames.append(cursor.located(cursor.position)) }
          cursor.position += 1
          _ = cursor.take(UInt8(ascii: ","))
        }
      }
    } else {
      let names = inside.filter { cursor.tokens[$0].kind == .identifier }
      guard let name = names.first else { throw SignatureMismatch() }
      declaration.name = cursor.located(name)
      if names.count > 1 { declaration.baseNames = [cursor.located(names[1])] }
    }
    if cursor.take(UInt8(ascii: "{")) {
      try parseMembers(into: &declaration.members, name: declaration.name?.value ?? "")
    }
    try endDeclaration()
    declaration.span = span(from: start)
    result.append(declaration)
  }

  /// `STDMETHOD(Name)(parameters) PURE;`, `STDMETHOD_(type, Name)(parameters)`.
  mutating func parseMethodMacro(
    from start: Int, qualifiers: [Qualifier], into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    let isTyped = cursor.word() == .stdMethodTyped
    let macro = cursor.located(cursor.position)
    cursor.position += 1
    guard cursor.mark() == UInt8(ascii: "(") else { throw SignatureMismatch() }
    let inside = try skipBrackets()
    guard let last = inside.last, cursor.tokens[last].kind == .identifier else { throw SignatureMismatch() }
    var declaration = Declaration(kind: .method, name: cursor.located(last), span: span(from: start))
    if isTyped {
      guard inside.count >= 3 else { throw SignatureMismatch() }
      declaration.type = cursor.joined(inside.lowerBound..<inside.upperBound - 2)
    } else {
      guard inside.count == 1 else { throw SignatureMismatch() }
      declaration.type = Located("HRESULT", at: macro.span)
    }
    declaration.qualifiers = qualifiers + [Qualifier(name: macro)]
    declaration.parameters = try parseParameters()
    skipFunctionSuffix(of: &declaration)
    if cursor.mark() == UInt8(ascii: "{") { _ = try skipBrackets() }
    try endDeclaration()
    declaration.span = span(from: start)
    result.append(declaration)
  }

  /// `#define NAME value`, `#define NAME(a, b) body`; other directives declare nothing.
  mutating func parseDirective(into result: inout [Declaration]) throws(SignatureMismatch) {
    let start = cursor.position
    guard cursor.token(1, is: "define"), cursor.isIdentifier(2) else {
      guard cursor.isIdentifier(1) else { throw SignatureMismatch() }
      return skipLine()
    }
    cursor.position += 2
    let nameToken = cursor.tokens[cursor.position]
    var declaration = Declaration(kind: .constant, name: cursor.located(cursor.position), span: span(from: start))
    cursor.position += 1
    if cursor.mark() == UInt8(ascii: "("), cursor.tokens[cursor.position].span.start == nameToken.span.end,
      let parameters = takeMacroParameters()
    {
      declaration.kind = .macro
      declaration.parameters = parameters
    }
    let bodyStart = cursor.position
    while !cursor.isAtEnd, !cursor.startsLine() { cursor.position += 1 }
    declaration.value = cursor.joined(bodyStart..<cursor.position)
    declaration.span = span(from: start)
    result.append(declaration)
  }

  /// `(a, b, ...)` on the line of the definition; nil, and nothing taken, for an expression in brackets.
  private mutating func takeMacroParameters() -> [ParameterDeclaration]? {
    let start = cursor.position
    var parameters: [ParameterDeclaration] = []
    cursor.position += 1
    while !cursor.take(UInt8(ascii: ")")) {
      if cursor.take(UInt8(ascii: ",")) || skipComment() { continue }
      guard !cursor.isAtEnd, !cursor.startsLine() else { break }
      let token = cursor.tokens[cursor.position]
      if token.kind == .identifier {
        parameters.append(ParameterDeclaration(name: cursor.located(cursor.position), span: token.span))
      } else if token.mark == UInt8(ascii: "."), token.length == 3 {
        parameters.append(ParameterDeclaration(isVariadic: true, span: token.span))
      } else {
        break
      }
      cursor.position += 1
    }
    if cursor.position > start, cursor.mark(-1) == UInt8(ascii: ")") { return parameters }
    cursor.position = start
    return nil
  }
}
