import DocgenSupport

/// What stands in front of a declarator.
struct DeclarationSpecifiers {
  /// Where the type's tokens start in the parser's list.
  var typeStart: Int
  var firstTypeToken: Int?
  /// The index of the token that is the name.
  var name: Int?
  /// `IFoo` of `IFoo::Bar`.
  var owner: Located<String>?
  var type: Located<String>?
  var direction: Located<ParameterDirection>?
  var qualifiers: [Qualifier] = []
  var isVirtual = false
  var isCallback = false
  var isDestructor = false
  /// The name of an operator (`operator==`), which is more than one token.
  var operatorName: Located<String>?
}

extension DeclarationParser {
  /// A function, variable, field or property.
  mutating func parseSimpleDeclaration(
    from start: Int, qualifiers: [Qualifier], member: String?, into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    var specifiers = try parseSpecifiers(isParameter: false, isMember: member != nil)
    if !qualifiers.isEmpty { specifiers.qualifiers.insert(contentsOf: qualifiers, at: 0) }
    if cursor.mark() == UInt8(ascii: "(") {
      if isPointerDeclarator() {
        result.append(
          try parseFunctionPointer(from: start, specifiers: specifiers, kind: member == nil ? .variable : .field))
        return try endDeclaration()
      }
      result.append(try parseFunction(from: start, specifiers: specifiers, member: member))
      return
    }
    if cursor.mark() == UInt8(ascii: "{") || cursor.mark() == UInt8(ascii: "=") && cursor.mark(1) == UInt8(ascii: ">") {
      if language == .cSharp || specifiers.qualifiers.contains(where: { $0.name.value == "event" }) {
        result.append(try parseAccessors(from: start, specifiers: specifiers))
        return
      }
      throw SignatureMismatch()
    }
    try parseDeclarators(from: start, specifiers: specifiers, member: member, into: &result)
  }

  /// `a, *b[4], c : 3 = 0;` after the type and the first name.
  mutating func parseDeclarators(
    from start: Int, specifiers: DeclarationSpecifiers, member: String?, into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    let isBitField = member != nil && specifiers.name == nil && cursor.mark() == UInt8(ascii: ":")
    guard specifiers.name != nil || isBitField else { throw SignatureMismatch() }
    var declaration = Declaration(
      kind: kind(ofVariable: specifiers, member: member), name: specifiers.name.map { cursor.located($0) },
      span: span(from: start))
    declaration.type = specifiers.type
    declaration.owner = specifiers.owner
    declaration.qualifiers = specifiers.qualifiers
    guard declaration.type != nil || member != nil else { throw SignatureMismatch() }
    while true {
      try parseDeclaratorSuffix(of: &declaration)
      declaration.span = span(from: start)
      result.append(declaration)
      guard cursor.take(UInt8(ascii: ",")) else { break }
      declaration.arraySuffix = nil
      declaration.bitWidth = nil
      declaration.value = nil
      while cursor.take(UInt8(ascii: "*")) || skipComment() {}
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
      declaration.name = cursor.located(cursor.position)
      cursor.position += 1
    }
    try endDeclaration()
    if !result.isEmpty { result[result.count - 1].span = span(from: start) }
  }

  private func kind(ofVariable specifiers: DeclarationSpecifiers, member: String?) -> Declaration.Kind {
    if language == .mof || language == .idl && specifiers.qualifiers.contains(where: { $0.name.value == "id" }) {
      return .property
    }
    if specifiers.qualifiers.contains(where: { $0.name.value == "event" }) { return .event }
    if member != nil { return .field }
    if specifiers.type?.value.hasPrefix("const ") ?? false || cursor.mark() == UInt8(ascii: "=") { return .constant }
    return .variable
  }

  /// Array bounds, bit width and initial value.
  mutating func parseDeclaratorSuffix(of declaration: inout Declaration) throws(SignatureMismatch) {
    declaration.arraySuffix = try parseArraySuffix()
    if cursor.take(UInt8(ascii: ":")) {
      let inside = try skipExpression(to: UInt8(ascii: ","), or: UInt8(ascii: ";"))
      declaration.bitWidth = cursor.joined(inside)
      // A MOF qualifier declaration goes on with `= value, Scope(…)`; what is no width is no fact.
      if inside.isEmpty { throw SignatureMismatch() }
    }
    if cursor.take(UInt8(ascii: "=")) {
      // A value that was left out (`Name = ;`) is none.
      let inside = try skipExpression(to: UInt8(ascii: ","), or: UInt8(ascii: ";"))
      declaration.value = cursor.joined(inside.lowerBound..<endOfLooseValue())
    }
    while skipComment() {}
  }

  /// Goes on to the `;` of the line when an expression stopped at a bracket that nothing opened.
  private mutating func endOfLooseValue() -> Int {
    guard cursor.mark() == UInt8(ascii: "}"), !cursor.startsLine() else { return cursor.position }
    var distance = 1
    while cursor.position + distance < cursor.tokens.count, !cursor.startsLine(distance) {
      if cursor.mark(distance) == UInt8(ascii: ";") {
        cursor.position += distance
        break
      }
      distance += 1
    }
    return cursor.position
  }

  mutating func parseArraySuffix() throws(SignatureMismatch) -> Located<String>? {
    let start = cursor.position
    while cursor.mark() == UInt8(ascii: "["), !isAttributeList() { _ = try skipBrackets() }
    return cursor.position == start ? nil : cursor.joined(start..<cursor.position)
  }

  /// The end of a declaration: `;`, the end of what it stands in, or a new line of its own.
  mutating func endDeclaration() throws(SignatureMismatch) {
    while skipComment() {}
    if cursor.take(UInt8(ascii: ";")) || cursor.isAtEnd || cursor.mark() == UInt8(ascii: "}") { return }
    guard cursor.startsLine() else { throw SignatureMismatch() }
  }

  /// `(*name)(…)`, `(CALLBACK *name)(…)`, `(IFoo::*name)(…)`, `(WINAPI name)(…)`.
  func isPointerDeclarator() -> Bool {
    var distance = 1
    while cursor.isIdentifier(distance) || cursor.mark(distance) == UInt8(ascii: ":") {
      distance += 1
      if distance > 6 { return false }
    }
    let mark = cursor.mark(distance)
    if mark == UInt8(ascii: "*") || mark == UInt8(ascii: "^") {
      // `Foo(BYTE *p)` is a function; `(CALLBACK *p)(` has one more bracket after it.
      var scan = cursor
      scan.position = cursor.position
      guard let end = scan.closing(), end < cursor.tokens.count, end - cursor.position < 16 else { return false }
      return cursor.tokens[end].mark == UInt8(ascii: "(")
    }
    guard mark == UInt8(ascii: ")"), distance >= 2, cursor.mark(distance + 1) == UInt8(ascii: "(") else { return false }
    switch cursor.word(1) {
    case .callingConvention, .callbackConvention: return true
    default: return false
    }
  }

  /// The rest of `type (cc *name)(parameters)`.
  mutating func parseFunctionPointer(
    from start: Int, specifiers: DeclarationSpecifiers, kind: Declaration.Kind
  ) throws(SignatureMismatch) -> Declaration {
    try cursor.expect(UInt8(ascii: "("))
    var name: Located<String>?
    var qualifiers = specifiers.qualifiers
    while !cursor.take(UInt8(ascii: ")")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      switch cursor.word() {
      case .callingConvention, .callbackConvention, .cvQualifier, .constKeyword:
        qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
      default:
        if cursor.isIdentifier(), cursor.mark(1) != UInt8(ascii: ":") {
          if let name { qualifiers.append(Qualifier(name: name)) }
          name = cursor.located(cursor.position)
        } else if cursor.mark() == UInt8(ascii: "[") {
          _ = try skipBrackets()
          continue
        }
      }
      cursor.position += 1
    }
    guard kind == .variable || name != nil || kind == .field else { throw SignatureMismatch() }
    var declaration = Declaration(kind: kind, name: name, span: span(from: start))
    declaration.type = specifiers.type
    declaration.qualifiers = qualifiers
    declaration.parameters = try parseParameters()
    skipFunctionSuffix(of: &declaration)
    declaration.span = span(from: start)
    return declaration
  }

  /// `{ get; set; }` and `=> expression`.
  mutating func parseAccessors(
    from start: Int, specifiers: DeclarationSpecifiers
  ) throws(SignatureMismatch) -> Declaration {
    guard let name = specifiers.name, specifiers.type != nil else { throw SignatureMismatch() }
    let isEvent = specifiers.qualifiers.contains { $0.name.value == "event" }
    var declaration = Declaration(
      kind: isEvent ? .event : .property, name: cursor.located(name), span: span(from: start))
    declaration.type = specifiers.type
    declaration.qualifiers = specifiers.qualifiers
    if cursor.mark() == UInt8(ascii: "{") {
      let inside = try skipBrackets()
      for index in inside where cursor.tokens[index].kind == .identifier {
        let word = cursor.located(index)
        if word.value == "get" || word.value == "set" || word.value == "init" {
          declaration.qualifiers.append(Qualifier(name: word))
        }
      }
    } else {
      _ = try skipExpression(to: UInt8(ascii: ";"), or: UInt8(ascii: ";"))
    }
    declaration.span = span(from: start)
    return declaration
  }
}
