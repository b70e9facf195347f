import DocgenSupport

extension DeclarationParser {
  /// The words and marks up to the declarator's end: specifiers, annotations, the type and the name.
  mutating func parseSpecifiers(
    isParameter: Bool, isMember: Bool = false
  ) throws(SignatureMismatch) -> DeclarationSpecifiers {
    var result = DeclarationSpecifiers(typeStart: typeTokens.count)
    defer { typeTokens.removeSubrange(result.typeStart...) }
    scan: while !cursor.isAtEnd {
      let token = cursor.tokens[cursor.position]
      switch token.kind {
      case .comment:
        _ = takeComment(direction: &result.direction)
        continue
      case .number, .string, .placeholder:
        throw SignatureMismatch()
      case .identifier:
        if try takeAnnotation(into: &result.qualifiers, direction: &result.direction) { continue }
        if try takeSpecifier(token, isParameter: isParameter, into: &result) { continue }
        if result.operatorName != nil { break scan }
        let canHoldArguments = token.word == .typeMacro || isParameter && typeTokens.count == result.typeStart
        typeTokens.append(cursor.position)
        cursor.position += 1
        if canHoldArguments, cursor.mark() == UInt8(ascii: "(") { takeArguments(token, into: &result) }
      case .punctuation:
        switch token.mark {
        case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: "%"):
          typeTokens.append(cursor.position)
          cursor.position += 1
        case UInt8(ascii: "?") where language == .cSharp && typeTokens.count > result.typeStart:
          typeTokens.append(cursor.position)
          cursor.position += 1
        case UInt8(ascii: ":") where token.length == 2:
          typeTokens.append(cursor.position)
          cursor.position += 1
        case UInt8(ascii: ".") where token.length == 1 && language != .mof && cursor.isIdentifier(1):
          guard typeTokens.count > result.typeStart else { throw SignatureMismatch() }
          typeTokens.append(cursor.position)
          cursor.position += 1
        case UInt8(ascii: ".") where language == .mof && typeTokens.count > result.typeStart && cursor.isIdentifier(1):
          // A stray mark after the type.
          cursor.position += 1
        case UInt8(ascii: "<"):
          guard typeTokens.count > result.typeStart else { throw SignatureMismatch() }
          let start = cursor.position
          _ = try skipAngleBrackets()
          for index in start..<cursor.position { typeTokens.append(index) }
        case UInt8(ascii: "~") where cursor.isIdentifier(1) && cursor.mark(2) == UInt8(ascii: "("):
          result.isDestructor = true
          cursor.position += 1
        case UInt8(ascii: "["):
          if isAttributeList() {
            try parseAttributes(into: &result.qualifiers, direction: &result.direction)
          } else if language == .cSharp || language == .idl, takesArrayType(from: result.typeStart) {
            continue
          } else {
            break scan
          }
        default:
          break scan
        }
      }
    }
    finish(&result, isParameter: isParameter)
    if isMember, result.name == nil { finishOddMember(&result) }
    return result
  }

  /// The arguments of a type macro, or of an annotation that is known by a type and a name that follow.
  private mutating func takeArguments(_ token: SignatureToken, into result: inout DeclarationSpecifiers) {
    guard let end = cursor.closing(), end < cursor.tokens.count else { return }
    let next = cursor.tokens[end]
    if token.word == .typeMacro {
      for index in cursor.position..<end { typeTokens.append(index) }
      cursor.position = end
    } else if next.kind == .identifier, cursor.mark(1) != UInt8(ascii: "*") {
      let inside = cursor.position + 1..<end - 1
      typeTokens.removeLast()
      result.qualifiers.append(Qualifier(name: cursor.located(cursor.position - 1), value: cursor.joined(inside)))
      cursor.position = end
    }
  }

  /// `string[] x`, `byte[,] x`, `SAFEARRAY`-style: the bounds belong to the type when a name follows.
  private mutating func takesArrayType(from typeStart: Int) -> Bool {
    guard typeTokens.count > typeStart, let end = cursor.closing(), end < cursor.tokens.count else { return false }
    let next = cursor.tokens[end]
    guard next.kind == .identifier || next.mark == UInt8(ascii: "[") else { return false }
    for index in cursor.position..<end { typeTokens.append(index) }
    cursor.position = end
    return true
  }

  /// A word that says something about the declaration and is no part of its type; false for others.
  private mutating func takeSpecifier(
    _ token: SignatureToken, isParameter: Bool, into result: inout DeclarationSpecifiers
  ) throws(SignatureMismatch) -> Bool {
    switch token.word {
    case .none:
      // `BOOL FOOAPI Name(`: written by a pattern that all such macros share.
      guard !isParameter, cursor.isIdentifier(1), isConventionName(cursor.bytes(token)),
        typeTokens.count > result.typeStart
          ? cursor.mark(2) == UInt8(ascii: "(")
          : cursor.isIdentifier(2) || cursor.mark(2) == UInt8(ascii: "*")
      else { return takeLowercaseDirection(token, isParameter: isParameter, into: &result) }
    case .callingConvention:
      if isParameter || cursor.mark(1) == UInt8(ascii: "(") && !isPointerAfterName() { return false }
      // `BOOL FAR PASCAL Name(`: the old word goes with the convention.
      if let last = typeTokens.last, typeTokens.count > result.typeStart, cursor.tokens[last].word == .cvQualifier {
        result.qualifiers.append(Qualifier(name: cursor.located(last)))
        typeTokens.removeLast()
      }
    case .callbackConvention:
      if isParameter { return false }
      result.isCallback = true
    case .virtualKeyword:
      result.isVirtual = true
    case .specifier:
      if isParameter || !cursor.isIdentifier(1) && cursor.mark(1) != UInt8(ascii: "(") { return false }
      if cursor.mark(1) == UInt8(ascii: "("), !cursor.token(is: "__success") { return false }
    case .accessKeyword, .externKeyword:
      if !cursor.isIdentifier(1) { return false }
    case .declspec:
      let index = cursor.position
      cursor.position += 1
      guard cursor.mark() == UInt8(ascii: "(") else { throw SignatureMismatch() }
      let inside = try skipBrackets()
      result.qualifiers.append(Qualifier(name: cursor.located(index), value: cursor.joined(inside)))
      return true
    case .stdAPI where !isParameter:
      result.type = Located("HRESULT", at: token.span)
    case .stdAPITyped where !isParameter:
      guard cursor.mark(1) == UInt8(ascii: "(") else { return false }
      result.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
      cursor.position += 1
      let inside = try skipBrackets()
      result.type = cursor.joined(inside)
      return true
    case .operatorKeyword:
      try takeOperator(into: &result)
      return true
    case .thisMacro where isParameter:
      cursor.position += 1
      return true
    default:
      return false
    }
    result.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
    cursor.position += 1
    return true
  }

  private func isPointerAfterName() -> Bool { cursor.mark(2) == UInt8(ascii: "*") }

  /// `in`, `out`, `inout`, `ref` and `params` in front of a parameter's type.
  private mutating func takeLowercaseDirection(
    _ token: SignatureToken, isParameter: Bool, into result: inout DeclarationSpecifiers
  ) -> Bool {
    guard isParameter, typeTokens.count == result.typeStart, cursor.isIdentifier(1) else { return false }
    let flag: ParameterDirection
    if cursor.token(is: "in") {
      flag = .in
    } else if cursor.token(is: "out") {
      flag = .out
    } else if cursor.token(is: "inout") || language == .cSharp && cursor.token(is: "ref") {
      flag = .inOut
    } else if language == .cSharp, cursor.token(is: "params") || cursor.token(is: "this") {
      result.qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
      cursor.position += 1
      return true
    } else {
      return false
    }
    add(flag, at: token.span, to: &result.direction)
    cursor.position += 1
    return true
  }

  private func isConventionName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for suffix: StaticString in ["API", "APIENTRY", "CALLTYPE", "CALLBACK", "_ENTRY", "APIV", "_API_"] {
      let count = suffix.utf8CodeUnitCount
      guard name.count >= count else { continue }
      var matches = true
      for index in 0..<count where name[name.count - count + index] != suffix.utf8Start[index] { matches = false }
      if matches { return true }
    }
    return false
  }

  private mutating func takeOperator(into result: inout DeclarationSpecifiers) throws(SignatureMismatch) {
    let start = cursor.position
    cursor.position += 1
    if cursor.mark() == UInt8(ascii: "("), cursor.mark(1) == UInt8(ascii: ")") { cursor.position += 2 }
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: "(") {
      cursor.position += 1
      if cursor.position - start > 12 { throw SignatureMismatch() }
    }
    var name: [UInt8] = []
    var previous: SignatureToken?
    for index in start..<cursor.position {
      let token = cursor.tokens[index]
      if previous?.kind == .identifier, token.kind == .identifier { name.append(0x20) }
      SignatureText.forEachByte(cursor.bytes(token)) { name.append($0) }
      previous = token
    }
    result.operatorName = Located(String(decoding: name, as: UTF8.self), at: span(from: start))
  }

  /// Tells the name from the type in what was collected.
  private mutating func finish(_ result: inout DeclarationSpecifiers, isParameter: Bool) {
    var end = typeTokens.count
    let start = result.typeStart
    if result.operatorName == nil, end > start {
      let last = cursor.tokens[typeTokens[end - 1]]
      if last.kind == .identifier, canBeName(last, isFirst: end - start == 1) {
        let isQualified = end - start >= 2 && isScope(cursor.tokens[typeTokens[end - 2]])
        let isCalled = !isParameter && cursor.mark() == UInt8(ascii: "(")
        // Alone it is the name of what is called, else a type; `A::B` names a member only where it is called.
        // `_Out_ **ppv`: the type was left out.
        let isPointer = isParameter && end - start > 1 && cursor.tokens[typeTokens[start]].mark == UInt8(ascii: "*")
        if isCalled || hasType(start..<end - 1) && !isQualified || !isParameter && result.type != nil || isPointer {
          result.name = typeTokens[end - 1]
          end -= 1
        }
      }
    }
    // The owner, and the name of a declarator in front of `::`.
    if result.name != nil || result.operatorName != nil, end > start, isScope(cursor.tokens[typeTokens[end - 1]]) {
      end -= 1
      var ownerStart = end
      while ownerStart > start {
        let token = cursor.tokens[typeTokens[ownerStart - 1]]
        if ownerStart < end, token.kind == .identifier, cursor.tokens[typeTokens[ownerStart]].kind == .identifier {
          break
        }
        if token.kind != .identifier, !isScope(token), token.mark != UInt8(ascii: "<"), token.mark != UInt8(ascii: ">")
        {
          break
        }
        ownerStart -= 1
      }
      if ownerStart < end {
        result.owner = cursor.joined(typeTokens[ownerStart..<end])
        end = ownerStart
      }
    }
    if end > start { result.firstTypeToken = typeTokens[start] }
    if result.type == nil { result.type = cursor.joined(typeTokens[start..<end]) }
  }

  /// Slips that are plain all the same: a MOF property without its type, and `name TYPE;` in a structure.
  private func finishOddMember(_ result: inout DeclarationSpecifiers) {
    guard cursor.mark() == UInt8(ascii: ";") else { return }
    let start = result.typeStart
    let count = typeTokens.count - start
    if count == 1, language == .mof {
      result.name = typeTokens[start]
      result.type = nil
    } else if count == 2, language == .c, cursor.tokens[typeTokens[start]].word == .none,
      cursor.tokens[typeTokens[start + 1]].word == .builtInType
    {
      result.name = typeTokens[start]
      result.type = cursor.located(typeTokens[start + 1])
    }
  }

  private func isScope(_ token: SignatureToken) -> Bool {
    token.mark == UInt8(ascii: ":") || token.mark == UInt8(ascii: ".")
  }

  private func canBeName(_ token: SignatureToken, isFirst: Bool) -> Bool {
    switch token.word {
    case .typeModifier, .cvQualifier, .constKeyword, .builtInType:
      // MOF declares properties that are called like types elsewhere.
      return language == .mof && !isFirst
    case .mofType: return language != .mof || !isFirst
    default: return true
    }
  }

  /// The tokens hold a type and not only `const` and the like.
  private func hasType(_ range: Range<Int>) -> Bool {
    for index in range {
      let token = cursor.tokens[typeTokens[index]]
      switch token.word {
      case .cvQualifier, .constKeyword, .structKeyword, .unionKeyword, .enumKeyword, .classKeyword, .interfaceKeyword,
        .typenameKeyword:
        continue
      default:
        if token.kind == .identifier { return true }
      }
    }
    return false
  }
}
