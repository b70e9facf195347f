import DocgenSupport

/// Reads Web IDL.
struct WebIDLReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("interface", .interface), ("dictionary", .structure), ("namespace", .namespace),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    while cursor.mark() == UInt8(ascii: "[") {
      if let text = cursor.written(try cursor.skipBrackets()) { qualifiers.append(Qualifier(name: text)) }
    }
    takeModifiers(
      ["partial", "static", "inherit", "readonly", "required", "stringifier", "getter", "setter", "deleter", "async"],
      into: &qualifiers)
    let isSpecial = qualifiers.contains { ["getter", "setter", "deleter"].contains($0.name.value) }
    guard let declaration = try body(from: start, isSpecial: isSpecial) else { return nil }
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  private mutating func body(from start: Int, isSpecial: Bool) throws(SignatureMismatch) -> Declaration? {
    for (word, kind) in Self.kinds where cursor.token(is: word) && cursor.isIdentifier(1) {
      cursor.position += 1
      _ = cursor.takeWord("mixin")
      return try type(kind, from: start)
    }
    if cursor.token(is: "enum"), cursor.isIdentifier(1) { return try enumeration(from: start) }
    if cursor.takeWord("typedef") { return try alias(from: start) }
    if cursor.takeWord("callback") {
      if cursor.takeWord("interface") { return try type(.interface, from: start) }
      return try callback(from: start)
    }
    if cursor.token(1, is: "includes") || cursor.token(1, is: "implements") {
      cursor.position += 3
      return nil
    }
    if cursor.token(isOneOf: ["iterable", "maplike", "setlike"]) {
      cursor.position += 1
      _ = try cursor.skipBrackets()
      if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
      return nil
    }
    if cursor.token(is: "stringifier"), cursor.mark(1) == UInt8(ascii: ";") {
      cursor.position += 1
      return nil
    }
    return try member(from: start, isSpecial: isSpecial)
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, try cursor.takeName(), from: start)
    if cursor.take(UInt8(ascii: ":")) { type.baseNames = [try cursor.takeName()] }
    level += 1
    defer { level -= 1 }
    try members(of: &type, level: level)
    return type
  }

  private mutating func enumeration(from start: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position += 1
    var enumeration = declaration(.enumeration, try cursor.takeName(), from: start)
    for item in try cursor.takeList() where item.range.count == 1 {
      enumeration.members.append(
        Declaration(kind: .enumerator, name: cursor.located(item.range.lowerBound), span: cursor.span(of: item.range)))
    }
    return enumeration
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    let range = cursor.skip(to: .init(marks: [UInt8(ascii: ";")]))
    guard range.count > 1, let last = range.last, cursor[last].kind == .identifier else {
      throw SignatureMismatch()
    }
    var alias = declaration(.typeAlias, cursor.located(last), from: start)
    alias.type = cursor.written(range.dropLast())
    return alias
  }

  private mutating func callback(from start: Int) throws(SignatureMismatch) -> Declaration {
    var callback = declaration(.callback, try cursor.takeName(), from: start)
    try cursor.expect(UInt8(ascii: "="))
    callback.type = cursor.takeText(to: .init(marks: [UInt8(ascii: "(")]))
    callback.parameters = try takeParameters()
    return callback
  }

  /// `attribute T name`, `const T name = v`, `T name(…)`, `T name = v`, `constructor(…)`.
  private mutating func member(from start: Int, isSpecial: Bool) throws(SignatureMismatch) -> Declaration {
    if cursor.token(is: "constructor"), cursor.mark(1) == UInt8(ascii: "(") {
      var constructor = declaration(.constructor, try cursor.takeName(), from: start)
      constructor.parameters = try takeParameters()
      return constructor
    }
    var kind: Declaration.Kind = .field
    if cursor.takeWord("attribute") { kind = .property } else if cursor.takeWord("const") { kind = .constant }
    let place = cursor.position
    var end = place
    if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ";"), cursor.mark() != UInt8(ascii: "="),
      cursor.mark() != UInt8(ascii: "(")
    {
      end = cursor.position
      if cursor.mark() == UInt8(ascii: "<") { _ = try cursor.skipBrackets() } else { cursor.position += 1 }
    }
    guard cursor.position > place, cursor[end].kind == .identifier else { throw SignatureMismatch() }
    // `getter DOMString (unsigned long index)` has no name.
    let isNameless = isSpecial && end == place
    guard isNameless || end > place else { throw SignatureMismatch() }
    var member = declaration(kind, isNameless ? nil : cursor.located(end), from: start)
    member.type = cursor.written(from: place, to: isNameless ? end + 1 : end)
    if cursor.mark() == UInt8(ascii: "(") {
      member.kind = .method
      member.parameters = try takeParameters()
    } else if cursor.take(UInt8(ascii: "=")) {
      member.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], hasAngles: false))
    }
    return member
  }

  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try cursor.takeList(TokenCursor.ListStyle(hasAngles: true)).map { item throws(SignatureMismatch) in
      try parameter(item)
    }
  }

  /// `[Clamp] optional T name = v`, `T... names`.
  private func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration {
    var inside = cursor
    inside.position = item.range.lowerBound
    var parameter = ParameterDeclaration(item, in: cursor)
    while inside.mark() == UInt8(ascii: "[") {
      if let text = cursor.written(try inside.skipBrackets()) { parameter.qualifiers.append(Qualifier(name: text)) }
    }
    if inside.token(is: "optional") {
      parameter.direction = Located(.optional, at: cursor[inside.position].span)
      inside.position += 1
    }
    let start = inside.position
    var end = item.range.upperBound
    if let sign = item.range.first(where: { cursor[$0].mark == UInt8(ascii: "=") }) {
      parameter.defaultValue = cursor.written(from: sign + 1, to: end)
      end = sign
    }
    guard end - start > 1, cursor[end - 1].kind == .identifier else { throw SignatureMismatch() }
    parameter.name = cursor.located(end - 1)
    var typeEnd = end - 1
    if cursor[typeEnd - 1].mark == UInt8(ascii: "."), cursor[typeEnd - 1].length == 3 {
      parameter.isVariadic = true
      typeEnd -= 1
    }
    parameter.type = cursor.written(from: start, to: typeEnd)
    return parameter
  }
}
