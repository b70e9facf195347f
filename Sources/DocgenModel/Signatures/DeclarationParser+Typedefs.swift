import DocgenSupport

extension DeclarationParser {
  /// Everything that begins with `typedef`.
  mutating func parseTypedef(
    from start: Int, qualifiers: [Qualifier], into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    cursor.position += 1
    var qualifiers = qualifiers
    try parsePrefix(into: &qualifiers)
    while cursor.word() == .constKeyword, Self.isTypeKeyword(cursor.word(1)) { cursor.position += 1 }
    if Self.isTypeKeyword(cursor.word()), hasBody() || cursor.position + 2 >= cursor.tokens.count {
      return try parseTypeDefinition(from: start, qualifiers: qualifiers, isTypedef: true, into: &result)
    }
    let specifiers = try parseSpecifiers(isParameter: false)
    qualifiers.append(contentsOf: specifiers.qualifiers)
    if cursor.mark() == UInt8(ascii: "(") {
      var declaration: Declaration
      if isPointerDeclarator() {
        declaration = try parseFunctionPointer(from: start, specifiers: specifiers, kind: .callback)
      } else {
        declaration = try parseFunction(from: start, specifiers: specifiers, member: nil)
        guard declaration.type != nil else { throw SignatureMismatch() }
        declaration.kind = .callback
        declaration.qualifiers = qualifiers
        result.append(declaration)
        return
      }
      declaration.qualifiers.insert(contentsOf: qualifiers.dropLast(specifiers.qualifiers.count), at: 0)
      while cursor.take(UInt8(ascii: ",")) {
        while cursor.take(UInt8(ascii: "*")) {}
        guard cursor.isIdentifier() else { throw SignatureMismatch() }
        declaration.otherNames.append(cursor.located(cursor.position))
        cursor.position += 1
      }
      try endDeclaration()
      declaration.span = span(from: start)
      result.append(declaration)
      return
    }
    guard let name = specifiers.name, specifiers.type != nil else { throw SignatureMismatch() }
    var declaration = Declaration(kind: .typeAlias, name: cursor.located(name), span: span(from: start))
    declaration.type = specifiers.type
    declaration.qualifiers = qualifiers
    declaration.arraySuffix = try parseArraySuffix()
    try takeOtherNames(of: &declaration)
    try endDeclaration()
    declaration.span = span(from: start)
    result.append(declaration)
  }

  private static func isTypeKeyword(_ word: SignatureWord) -> Bool {
    switch word {
    case .structKeyword, .unionKeyword, .enumKeyword, .classKeyword, .interfaceKeyword: true
    default: false
    }
  }

  /// A brace opens before the typedef ends.
  private func hasBody() -> Bool {
    var distance = 1
    while distance < 32, cursor.position + distance < cursor.tokens.count {
      switch cursor.mark(distance) {
      case UInt8(ascii: "{"): return true
      case UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "="): return false
      default: distance += 1
      }
    }
    return false
  }

  private mutating func takeOtherNames(of declaration: inout Declaration) throws(SignatureMismatch) {
    while cursor.take(UInt8(ascii: ",")) {
      if cursor.mark() == UInt8(ascii: ";") { return }
      while cursor.mark() == UInt8(ascii: "*") || isPointerWord() { cursor.position += 1 }
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
      declaration.otherNames.append(cursor.located(cursor.position))
      cursor.position += 1
      _ = try parseArraySuffix()
    }
  }

  private func isPointerWord() -> Bool {
    guard cursor.isIdentifier(1) || cursor.mark(1) == UInt8(ascii: "*") else { return false }
    switch cursor.word() {
    case .cvQualifier, .constKeyword: return true
    default: return false
    }
  }

  /// `FOO, *PFOO;` after the body: the first name that is no pointer is the type's.
  mutating func finishTypedef(
    _ declaration: Declaration, from start: Int, into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    var declaration = declaration
    let tag = declaration.name
    declaration.name = nil
    var names: [Located<String>] = []
    while true {
      while skipComment() {}
      var isPointer = false
      while cursor.mark() == UInt8(ascii: "*") || isPointerWord() {
        isPointer = isPointer || cursor.mark() == UInt8(ascii: "*")
        cursor.position += 1
      }
      guard cursor.isIdentifier() else { break }
      let name = cursor.located(cursor.position)
      cursor.position += 1
      _ = try parseArraySuffix()
      if !isPointer, declaration.name == nil { declaration.name = name } else { names.append(name) }
      guard cursor.take(UInt8(ascii: ",")) else { break }
    }
    if let tag {
      if declaration.name == nil {
        declaration.name = tag
      } else {
        declaration.otherNames.append(tag)
      }
    }
    declaration.otherNames.append(contentsOf: names)
    if declaration.name == nil {
      guard let first = declaration.otherNames.first else { throw SignatureMismatch() }
      declaration.name = first
      declaration.otherNames.removeFirst()
    }
    try endDeclaration()
    declaration.span = span(from: start)
    result.append(declaration)
  }
}
