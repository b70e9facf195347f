import DocgenSupport

extension DeclarationParser {
  /// The rest of a function, method, constructor or macro form from its `(` on.
  mutating func parseFunction(
    from start: Int, specifiers: DeclarationSpecifiers, member: String?
  ) throws(SignatureMismatch) -> Declaration {
    guard let name = specifiers.operatorName ?? specifiers.name.map({ cursor.located($0) }) else {
      throw SignatureMismatch()
    }
    var declaration = Declaration(kind: .function, name: name, span: span(from: start))
    declaration.owner = specifiers.owner
    declaration.type = specifiers.type
    declaration.qualifiers = specifiers.qualifiers
    declaration.parameters = try parseParameters()
    let isPure = skipFunctionSuffix(of: &declaration)
    declaration.kind = kind(of: declaration, specifiers: specifiers, isPure: isPure, member: member)
    if cursor.mark() == UInt8(ascii: ":"), declaration.kind == .constructor {
      while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: "{"), cursor.mark() != UInt8(ascii: ";") {
        cursor.position += 1
      }
    }
    if cursor.mark() == UInt8(ascii: "{") { _ = try skipBrackets() }
    try endDeclaration()
    declaration.span = span(from: start)
    return declaration
  }

  private func kind(
    of declaration: Declaration, specifiers: DeclarationSpecifiers, isPure: Bool, member: String?
  ) -> Declaration.Kind {
    if specifiers.isDestructor { return .destructor }
    if specifiers.isCallback { return .callback }
    if specifiers.operatorName == nil, specifiers.type == nil {
      if let member { return member == declaration.name?.value ? .constructor : .method }
      if let owner = declaration.owner?.value {
        return owner == declaration.name?.value ? .constructor : .method
      }
      if specifiers.qualifiers.contains(where: { Self.isConstructorSpecifier($0.name.value) }) { return .constructor }
      if declaration.parameters.isEmpty { return .function }
      if declaration.parameters.allSatisfy({ $0.type == nil }) { return .macro }
      // The type that a function returns was left out.
      let isAnnotated = declaration.parameters.contains { $0.direction != nil } || !specifiers.qualifiers.isEmpty
      return isAnnotated ? .function : .constructor
    }
    if language == .mof || language == .cSharp || member != nil || declaration.owner != nil || isPure
      || specifiers.isVirtual || specifiers.qualifiers.contains(where: { $0.name.value == "STDMETHODCALLTYPE" })
    {
      return .method
    }
    if !declaration.parameters.isEmpty, declaration.parameters.allSatisfy({ $0.type == nil && !$0.isVariadic }) {
      return .macro
    }
    return .function
  }

  private static func isConstructorSpecifier(_ name: String) -> Bool {
    name == "explicit" || name == "inline" || name == "public" || name == "protected"
  }

  /// `const`, `= 0`, `PURE`, `noexcept`, `override`, annotations; true where the function is a pure virtual one.
  @discardableResult
  mutating func skipFunctionSuffix(of declaration: inout Declaration) -> Bool {
    var isPure = false
    while !cursor.isAtEnd {
      if skipComment() { continue }
      if cursor.word() == .pure {
        isPure = true
      } else if cursor.mark() == UInt8(ascii: "="), !cursor.startsLine(1), cursor.position + 1 < cursor.tokens.count {
        isPure = cursor.token(1, is: "0")
        cursor.position += 1
      } else if cursor.isIdentifier(), !cursor.startsLine() || cursor.word() == .constKeyword {
        declaration.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
        if cursor.mark(1) == UInt8(ascii: "("), let end = closing(at: 1) { cursor.position = end - 1 }
      } else {
        break
      }
      cursor.position += 1
    }
    return isPure
  }

  private func closing(at distance: Int) -> Int? {
    var scan = cursor
    scan.position += distance
    return scan.closing()
  }

  /// `(a, b, …)`; `()`, `(void)` and `(THIS)` are no parameters.
  mutating func parseParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw SignatureMismatch() }
    try cursor.expect(UInt8(ascii: "("))
    while skipComment() {}
    if cursor.take(UInt8(ascii: ")")) { return [] }
    if cursor.mark(1) == UInt8(ascii: ")"),
      cursor.token(isCaseInsensitively: "void") || cursor.word() == .thisMacro
    {
      cursor.position += 2
      return []
    }
    var parameters: [ParameterDeclaration] = []
    while true {
      parameters.append(try parseParameter())
      if cursor.take(UInt8(ascii: ",")) {
        // A comma after the last parameter is a slip of the pen.
        if cursor.take(UInt8(ascii: ")")) { return parameters }
        continue
      }
      try cursor.expect(UInt8(ascii: ")"))
      if parameters.contains(where: { $0.name == nil && $0.type == nil && !$0.isVariadic }) || isCall(parameters) {
        Self.moveConstants(in: &parameters)
      }
      return parameters
    }
  }

  /// The function is shown as it is called: `DeviceIoControl((HANDLE) hDevice, IOCTL_X, NULL, 0)`.
  private func isCall(_ parameters: [ParameterDeclaration]) -> Bool {
    parameters.contains { parameter in
      guard let type = parameter.type, let name = parameter.name else { return false }
      return type.span.start > parameter.span.start && type.span.end < name.span.start && parameter.direction == nil
        && parameter.qualifiers.isEmpty && cursor.text[Int(parameter.span.start - cursor.base)] == UInt8(ascii: "(")
    }
  }

  /// In a call, a word alone is the argument and not a type.
  private static func moveConstants(in parameters: inout [ParameterDeclaration]) {
    for index in parameters.indices where parameters[index].name == nil && parameters[index].defaultValue == nil {
      parameters[index].defaultValue = parameters[index].type
      parameters[index].type = nil
    }
  }

  /// An argument in the place of a parameter: `(HANDLE) hDevice`, `(DWORD) 0`, `0`; nil for a parameter.
  private mutating func takeArgument(from start: Int) throws(SignatureMismatch) -> ParameterDeclaration? {
    var parameter = ParameterDeclaration(span: cursor.tokens[start].span)
    if cursor.mark() == UInt8(ascii: "("), cursor.isIdentifier(1) {
      let inside = try skipBrackets()
      parameter.type = cursor.joined(inside)
    } else if cursor.isAtEnd || cursor.tokens[cursor.position].kind != .number {
      return nil
    }
    guard !cursor.isAtEnd else { throw SignatureMismatch() }
    let token = cursor.tokens[cursor.position]
    guard token.kind == .identifier || token.kind == .number else { throw SignatureMismatch() }
    if token.kind == .identifier,
      cursor.bytes(token).contains(where: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
    {
      parameter.name = cursor.located(cursor.position)
    } else {
      parameter.defaultValue = cursor.located(cursor.position)
    }
    cursor.position += 1
    while skipComment() {}
    parameter.span = span(from: start)
    return parameter
  }

  /// `help/file`: two names for one parameter.
  private mutating func takeSlashedName(of parameter: inout ParameterDeclaration) {
    guard let name = parameter.name, cursor.mark() == UInt8(ascii: "/"), cursor.isIdentifier(1),
      cursor.tokens[cursor.position].span.start == name.span.end,
      cursor.tokens[cursor.position + 1].span.start == name.span.end + 1
    else { return }
    parameter.name = cursor.joined(cursor.position - 1..<cursor.position + 2)
    cursor.position += 2
  }

  private mutating func parseParameter() throws(SignatureMismatch) -> ParameterDeclaration {
    var start = cursor.position
    var qualifiers: [Qualifier] = []
    var direction: Located<ParameterDirection>?
    while true {
      if cursor.mark() == UInt8(ascii: "[") {
        try parseAttributes(into: &qualifiers, direction: &direction)
      } else if !takeComment(direction: &direction) {
        break
      } else if direction == nil, qualifiers.isEmpty {
        // The comment is about the parameter before.
        start = cursor.position
      }
    }
    if cursor.isAtEnd { throw SignatureMismatch() }
    if cursor.mark() == UInt8(ascii: "."), cursor.tokens[cursor.position].length == 3 {
      cursor.position += 1
      while skipComment() {}
      return ParameterDeclaration(direction: direction, isVariadic: true, span: span(from: start))
    }
    if let argument = try takeArgument(from: start) { return argument }
    let specifiers = try parseSpecifiers(isParameter: true)
    if let said = specifiers.direction { add(said.value, at: said.span, to: &direction) }
    qualifiers.append(contentsOf: specifiers.qualifiers)
    var parameter = ParameterDeclaration(direction: direction, qualifiers: qualifiers, span: span(from: start))
    if cursor.mark() == UInt8(ascii: "("), isPointerDeclarator() {
      let pointer = try parseFunctionPointer(from: start, specifiers: specifiers, kind: .variable)
      parameter.name = pointer.name
      // The type of a pointer to a function is spread around its name: it is shown as a whole.
      parameter.type = cursor.joined((specifiers.firstTypeToken ?? start)..<cursor.position)
    } else if let name = specifiers.name {
      parameter.name = cursor.located(name)
      parameter.type = specifiers.type
    } else if let type = specifiers.type {
      // Alone, a word is the type (`HWND`), or in a macro's form the name (`hwnd`).
      if isPlainName(type.value), cursor.mark() != UInt8(ascii: "[") {
        parameter.name = type
      } else {
        parameter.type = type
      }
    } else {
      throw SignatureMismatch()
    }
    takeSlashedName(of: &parameter)
    parameter.arraySuffix = try parseArraySuffix()
    if cursor.mark() == UInt8(ascii: "[") {
      try parseAttributes(into: &parameter.qualifiers, direction: &parameter.direction)
    }
    if cursor.take(UInt8(ascii: "=")) {
      let inside = try skipExpression(to: UInt8(ascii: ","), or: UInt8(ascii: ")"))
      parameter.defaultValue = cursor.joined(inside)
    }
    while true {
      if skipComment() { continue }
      guard try takeAnnotation(into: &parameter.qualifiers, direction: &parameter.direction) else { break }
    }
    parameter.span = span(from: start)
    return parameter
  }

  /// A word as parameters are called, in lower case at its start, and not as a type is (`size_t`, `bool`).
  private func isPlainName(_ text: String) -> Bool {
    guard language != .mof, let first = text.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else {
      return false
    }
    if text.utf8.contains(where: { !SignatureText.isWordByte($0) }) || text.hasSuffix("_t") { return false }
    switch text {
    case "void", "int", "char", "float", "double", "bool", "short", "long", "unsigned", "signed", "va_list", "string",
      "object", "boolean", "byte", "const", "uint", "ulong", "ushort", "decimal", "hyper", "small", "error_status_t",
      "handle_t", "half", "min16float", "float2", "float3", "float4":
      return false
    default: return true
    }
  }
}
