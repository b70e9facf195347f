import DocgenSupport

/// Methods, fields and properties.
extension TypedReader {
  mutating func member(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    let place = cursor.position
    var member = declaration(.method, nil, from: start)
    let name = try takeTypeAndName(of: &member, from: place)
    if cursor.mark() == UInt8(ascii: "["), language == .cSharp {
      member.kind = .property
      member.parameters = try takeParameters()
    } else if cursor.mark() == UInt8(ascii: "(") {
      if member.type == nil, member.owner == nil { member.kind = .constructor }
      if qualifiers.contains(where: { $0.name.value == "delegate" }) { member.kind = .callback }
      member.parameters = try takeParameters()
      takeConstraints(of: &member)
    } else {
      guard member.type != nil || level > 0 else { throw SignatureMismatch() }
      // `Box box = new Box()` is a program.
      if level == 0, qualifiers.isEmpty, cursor.mark() == UInt8(ascii: "="), !cursor.isFatArrow {
        throw SignatureMismatch()
      }
      member.kind = kind(of: qualifiers)
    }
    guard name else { throw SignatureMismatch() }
    try takeRest(of: &member)
    return member
  }

  private func kind(of qualifiers: [Qualifier]) -> Declaration.Kind {
    let words = qualifiers.map(\.name.value)
    if words.contains("event") { return .event }
    if cursor.mark() == UInt8(ascii: "{") || cursor.isFatArrow { return .property }
    return words.contains("const") || words.contains("final") && words.contains("static") ? .constant : .field
  }

  /// The type and the name in front of parameters, a value or a body; true where there is a name.
  private mutating func takeTypeAndName(
    of member: inout Declaration, from start: Int
  ) throws(SignatureMismatch) -> Bool {
    var (typeEnd, angles) = (start, 0)
    while !cursor.isAtEnd {
      switch cursor.mark() {
      case UInt8(ascii: "<"): angles += 1
      case UInt8(ascii: ">"): angles -= 1
      case UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"): angles = -1
      case UInt8(ascii: "[") where cursor.token(-1, is: "this"): angles = -1
      case 0 where cursor.position > start && cursor.startsLine() && cursor.token(isOneOf: Self.modifiers): angles = -1
      default: break
      }
      if angles < 0 { break }
      cursor.position += 1
    }
    let end = cursor.position
    var name = end - 1
    // `Foo<T>(`
    if name > start, cursor[name].mark == UInt8(ascii: ">") {
      var depth = 0
      while name > start {
        if cursor[name].mark == UInt8(ascii: ">") { depth += 1 }
        if cursor[name].mark == UInt8(ascii: "<") { depth -= 1 }
        name -= 1
        if depth == 0 { break }
      }
    }
    guard name >= start, cursor[name].kind == .identifier, !isOperator(name, from: start) else {
      return try takeOperator(of: &member, start, end)
    }
    member.name = cursor.located(name)
    typeEnd = name
    if name - 2 >= start, cursor[name - 1].mark == UInt8(ascii: ".") {
      member.owner = cursor.located(name - 2)
      typeEnd = name - 2
      while typeEnd - 2 >= start, cursor[typeEnd - 1].mark == UInt8(ascii: ".") { typeEnd -= 2 }
      member.owner = cursor.written(from: typeEnd, to: name - 1)
    }
    guard start <= typeEnd, isType(start..<typeEnd) else { throw SignatureMismatch() }
    member.type = cursor.written(from: start, to: typeEnd)
    return true
  }

  private func isOperator(_ name: Int, from start: Int) -> Bool {
    name > start && cursor.token(name - 1 - cursor.position, is: "operator")
  }

  /// Two words in a row, and literals, are no type.
  private func isType(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let token = cursor[index]
      guard token.kind == .identifier else { return token.kind == .punctuation }
      return index == range.lowerBound || cursor[index - 1].kind != .identifier
        || cursor.token(
          index - 1 - cursor.position, isOneOf: ["extends", "super", "out", "in", "ref", "readonly", "scoped"])
        || cursor.token(index - cursor.position, isOneOf: ["extends", "super"])
        || isWithinBrackets(index, range)
    }
  }

  /// A tuple names its parts: `(int Start, int End)`.
  private func isWithinBrackets(_ index: Int, _ range: Range<Int>) -> Bool {
    range.lowerBound < index && cursor[range.lowerBound].mark == UInt8(ascii: "(")
  }

  /// `operator +`.
  private func takeOperator(
    of member: inout Declaration, _ start: Int, _ end: Int
  ) throws(SignatureMismatch) -> Bool {
    guard start < end, let word = (start..<end).first(where: { cursor.token($0 - cursor.position, is: "operator") })
    else {
      throw SignatureMismatch()
    }
    member.name = cursor.written(from: word, to: end)
    let isConversion = cursor[end - 1].kind == .identifier
    member.type = isConversion ? cursor.written(from: word + 1, to: end) : cursor.written(from: start, to: word)
    return true
  }

  /// What follows: accessors, a value, a body, `default x`.
  private mutating func takeRest(of member: inout Declaration) throws(SignatureMismatch) {
    if cursor.takeWord("default") { member.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")])) }
    if cursor.take(UInt8(ascii: ":")) {
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], isArrow: true))
    }
    if member.kind == .property || member.kind == .event { takeAccessors(of: &member) }
    try skipBody()
    if cursor.isFatArrow {
      cursor.position += 2
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: ";")]))
    } else if cursor.take(UInt8(ascii: "=")) {
      member.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], hasAngles: false))
    }
  }

  /// `get` and `set` between the braces of a property.
  private func takeAccessors(of member: inout Declaration) {
    guard cursor.mark() == UInt8(ascii: "{"), let end = cursor.closing() else { return }
    var depth = 0
    for index in cursor.position..<end {
      switch cursor[index].mark {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default:
        guard depth == 1, cursor.token(index - cursor.position, isOneOf: ["get", "set", "init", "add", "remove"])
        else { continue }
        member.qualifiers.append(Qualifier(name: cursor.located(index)))
      }
    }
  }
}
