import DocgenSupport

extension DeclarationParser {
  /// The keyword at the current position begins a definition or forward declaration, and not the type of a declarator.
  func isTypeDefinition() -> Bool {
    var distance = 1
    while distance < 24 {
      switch cursor.mark(distance) {
      case UInt8(ascii: "{"), UInt8(ascii: ";"): return true
      case UInt8(ascii: ":"): break
      case UInt8(ascii: "("), UInt8(ascii: "["):
        // The arguments of an annotation or a list of attributes in front of the name.
        var scan = cursor
        scan.position += distance
        guard let end = scan.closing(), distance == 1 || cursor.word(distance - 1) == .declspec else { return false }
        distance = end - cursor.position
        continue
      case 0:
        if !cursor.isIdentifier(distance) { return cursor.position + distance >= cursor.tokens.count }
        if cursor.word() == .enumKeyword || cursor.word() == .classKeyword { break }
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","):
        switch cursor.word() {
        case .classKeyword, .structKeyword, .interfaceKeyword: break
        default: return false
        }
      case UInt8(ascii: "."): break
      default: return false
      }
      distance += 1
    }
    return false
  }

  /// `class X : Y {…};`, `struct {…} name;`, `enum X {…};`, and with `isTypedef` the names after the body.
  mutating func parseTypeDefinition(
    from start: Int, qualifiers: [Qualifier], isTypedef: Bool, into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    var kind = Self.kind(of: cursor.word())
    cursor.position += 1
    if kind == .enumeration, cursor.word() == .classKeyword || cursor.word() == .structKeyword { cursor.position += 1 }
    var declaration = Declaration(kind: kind, name: nil, span: span(from: start))
    declaration.qualifiers = qualifiers
    var direction: Located<ParameterDirection>?
    while true {
      if cursor.mark() == UInt8(ascii: "[") {
        try parseAttributes(into: &declaration.qualifiers, direction: &direction)
      } else if cursor.word() == .declspec || cursor.isIdentifier() && cursor.isIdentifier(1) {
        let index = cursor.position
        cursor.position += 1
        var value: Located<String>?
        if cursor.mark() == UInt8(ascii: "(") {
          let inside = try skipBrackets()
          value = cursor.joined(inside)
        }
        declaration.qualifiers.append(Qualifier(name: cursor.located(index), value: value))
      } else if !skipComment() {
        break
      }
    }
    if cursor.isIdentifier() { declaration.name = try takeQualifiedName() }
    if cursor.take(UInt8(ascii: ":")) { try parseBases(of: &declaration) }
    while skipComment() {}
    guard cursor.take(UInt8(ascii: "{")) else {
      // A forward declaration.
      guard declaration.name != nil, !isTypedef || cursor.isAtEnd else { throw SignatureMismatch() }
      try endDeclaration()
      declaration.span = span(from: start)
      result.append(declaration)
      return
    }
    if kind == .enumeration {
      try parseEnumerators(into: &declaration.members)
    } else {
      try parseMembers(into: &declaration.members, name: declaration.name?.value ?? "")
    }
    if isTypedef { return try finishTypedef(declaration, from: start, into: &result) }
    kind = declaration.kind
    try finishMember(declaration, from: start, into: &result)
  }

  private static func kind(of word: SignatureWord) -> Declaration.Kind {
    switch word {
    case .structKeyword: .structure
    case .unionKeyword: .union
    case .enumKeyword: .enumeration
    case .interfaceKeyword: .interface
    default: .class
    }
  }

  private mutating func takeQualifiedName() throws(SignatureMismatch) -> Located<String>? {
    let start = cursor.position
    cursor.position += 1
    while true {
      if cursor.mark() == UInt8(ascii: "<") {
        _ = try skipAngleBrackets()
      } else if cursor.isIdentifier(1),
        cursor.mark() == UInt8(ascii: ".")
          || cursor.mark() == UInt8(ascii: ":") && cursor.tokens[cursor.position].length == 2
      {
        cursor.position += 2
      } else {
        return cursor.joined(start..<cursor.position)
      }
    }
  }

  /// `public A, virtual B<C>`.
  private mutating func parseBases(of declaration: inout Declaration) throws(SignatureMismatch) {
    repeat {
      while cursor.word() == .accessKeyword || cursor.word() == .virtualKeyword || skipComment() {
        if cursor.word() == .accessKeyword || cursor.word() == .virtualKeyword { cursor.position += 1 }
      }
      if declaration.kind == .enumeration {
        var end = cursor.position
        while end < cursor.tokens.count,
          cursor.tokens[end].kind == .identifier || cursor.tokens[end].mark == UInt8(ascii: ":")
        { end += 1 }
        declaration.type = cursor.joined(cursor.position..<end)
        cursor.position = end
        return
      }
      guard cursor.isIdentifier(), let base = try takeQualifiedName() else { throw SignatureMismatch() }
      declaration.baseNames.append(base)
    } while cursor.take(UInt8(ascii: ","))
    // Constraints of a generic class.
    while cursor.isIdentifier() || cursor.mark() == UInt8(ascii: ":") || cursor.mark() == UInt8(ascii: ",") {
      guard language == .cSharp else { return }
      cursor.position += 1
    }
  }

  /// The members up to the closing brace.
  mutating func parseMembers(into members: inout [Declaration], name: String) throws(SignatureMismatch) {
    while !cursor.take(UInt8(ascii: "}")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ";")) || skipComment() || skipEllipsis() { continue }
      if cursor.mark() == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      if cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: ":"), isSectionLabel() {
        cursor.position += 2
        continue
      }
      try parseDeclaration(into: &members, member: name)
    }
  }

  /// `properties:` and `methods:` of a dispatch interface.
  private func isSectionLabel() -> Bool {
    cursor.word() == .accessKeyword || cursor.token(is: "properties") || cursor.token(is: "methods")
  }

  /// `...` in the place of members that are not shown.
  private mutating func skipEllipsis() -> Bool {
    guard cursor.mark() == UInt8(ascii: ".") else { return false }
    while cursor.mark() == UInt8(ascii: ".") { cursor.position += 1 }
    return true
  }

  mutating func skipLine() {
    repeat { cursor.position += 1 } while !cursor.isAtEnd && !cursor.startsLine()
  }

  /// The enumerators up to the closing brace.
  private mutating func parseEnumerators(into members: inout [Declaration]) throws(SignatureMismatch) {
    while !cursor.take(UInt8(ascii: "}")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ",")) || skipComment() || skipEllipsis() { continue }
      if cursor.mark() == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      let start = cursor.position
      var qualifiers: [Qualifier] = []
      try parsePrefix(into: &qualifiers)
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
      var enumerator = Declaration(kind: .enumerator, name: cursor.located(cursor.position), span: span(from: start))
      enumerator.qualifiers = qualifiers
      cursor.position += 1
      while skipComment() {}
      if cursor.isIdentifier(), !cursor.startsLine() {
        // `NAME DEPRECATED = 1`
        enumerator.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
        cursor.position += 1
      }
      if cursor.take(UInt8(ascii: "=")) {
        let inside = try skipExpression(to: UInt8(ascii: ","), or: UInt8(ascii: ";"))
        guard !inside.isEmpty else { throw SignatureMismatch() }
        // Where the comma at the end of a line was forgotten, the next enumerator begins on the next line.
        for index in inside.dropFirst() where isNewOperand(index) {
          cursor.position = index
          break
        }
        enumerator.value = cursor.joined(inside.lowerBound..<cursor.position)
      }
      enumerator.span = span(from: start)
      members.append(enumerator)
      while skipComment() {}
      let next = cursor.mark()
      // A comma that was forgotten at the end of a line separates two enumerators all the same.
      guard
        next == UInt8(ascii: ",") || next == UInt8(ascii: "}") || next == UInt8(ascii: "#")
          || cursor.isIdentifier() && cursor.startsLine()
      else {
        throw SignatureMismatch()
      }
    }
  }

  /// A word at the start of a line, after something that is complete.
  private func isNewOperand(_ index: Int) -> Bool {
    let token = cursor.tokens[index]
    guard token.startsLine, token.kind == .identifier else { return false }
    let previous = cursor.tokens[index - 1]
    return previous.kind != .punctuation || previous.mark == UInt8(ascii: ")")
  }

  /// What follows the body of a type that is no typedef: nothing, or declarators of its type.
  private mutating func finishMember(
    _ declaration: Declaration, from start: Int, into result: inout [Declaration]
  ) throws(SignatureMismatch) {
    var declaration = declaration
    while skipComment() {}
    var isPointer = false
    while cursor.take(UInt8(ascii: "*")) { isPointer = true }
    guard cursor.isIdentifier(), !cursor.startsLine() || cursor.mark(1) == UInt8(ascii: ";") else {
      guard !isPointer else { throw SignatureMismatch() }
      // Outside of a type, one without a name declares nothing but enumerators.
      try endDeclaration()
      declaration.span = span(from: start)
      result.append(declaration)
      return
    }
    // `struct {…} name;` is a field with members of its own.
    if let tag = declaration.name { declaration.otherNames.append(tag) }
    while true {
      declaration.name = cursor.located(cursor.position)
      cursor.position += 1
      declaration.arraySuffix = try parseArraySuffix()
      declaration.span = span(from: start)
      result.append(declaration)
      guard cursor.take(UInt8(ascii: ",")) else { break }
      while cursor.take(UInt8(ascii: "*")) {}
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
    }
    try endDeclaration()
    result[result.count - 1].span = span(from: start)
  }
}
