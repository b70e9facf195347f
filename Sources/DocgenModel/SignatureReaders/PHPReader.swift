import DocgenSupport

/// Reads PHP, and the way its manual writes functions (`array_slice(array $array, int $offset): array`).
struct PHPReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let modifiers: [StaticString] = [
    "public", "private", "protected", "static", "final", "abstract", "readonly", "var",
  ]

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("class", .class), ("interface", .interface), ("trait", .interface), ("enum", .enumeration),
    ("namespace", .namespace),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if skipTag() { return nil }
    var qualifiers: [Qualifier] = []
    try takePrefix(into: &qualifiers)
    if cursor.token(is: "use"), cursor.isIdentifier(1) {
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
      return nil
    }
    let declaration = try body(qualifiers, from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  /// `<?php` and `?>`.
  private mutating func skipTag() -> Bool {
    if cursor.mark() == UInt8(ascii: "<"), cursor.mark(1) == UInt8(ascii: "?") {
      cursor.position += 2
      _ = cursor.takeWord("php")
      return true
    }
    guard cursor.mark() == UInt8(ascii: "?"), cursor.mark(1) == UInt8(ascii: ">") else { return false }
    cursor.position += 2
    return true
  }

  private mutating func takePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while cursor.mark() == UInt8(ascii: "#"), cursor.mark(1) == UInt8(ascii: "[") {
      cursor.position += 1
      if let text = cursor.written(try cursor.skipBrackets()) { qualifiers.append(Qualifier(name: text)) }
    }
    takeModifiers(Self.modifiers, into: &qualifiers)
  }

  private mutating func body(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    if cursor.takeWord("function") || cursor.takeWord("fn") {
      _ = cursor.take(UInt8(ascii: "&"))
      var function = declaration(level > 0 || !qualifiers.isEmpty ? .method : .function, nil, from: start)
      try takeName(of: &function)
      try takeCall(of: &function)
      return function
    }
    for (word, kind) in Self.kinds where cursor.token(is: word) && cursor.isIdentifier(1) {
      cursor.position += 1
      return try type(kind, from: start)
    }
    if cursor.takeWord("const") { return try constant(from: start) }
    if level > 0, cursor.takeWord("case") {
      var enumerator = declaration(.enumerator, try cursor.takeName(), from: start)
      if cursor.take(UInt8(ascii: "=")) { enumerator.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")])) }
      return enumerator
    }
    if let property = try property(qualifiers, from: start) { return property }
    return try manualFunction(from: start)
  }

  /// `$x`, `int $x = 1` after a word that says who may see it.
  private mutating func property(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration? {
    var inside = cursor
    let range = inside.skip(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "(")], isLine: true))
    guard let last = range.last, isVariable(last), !qualifiers.isEmpty || range.count > 1 else { return nil }
    var property = declaration(.property, cursor.located(last), from: start)
    property.type = cursor.written(range.dropLast())
    cursor.position = range.upperBound
    if cursor.take(UInt8(ascii: "=")) {
      property.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
    }
    return property
  }

  /// `Foo::bar`, where `\` is a part of names.
  private mutating func takeName(of function: inout Declaration) throws(SignatureMismatch) {
    let start = cursor.position
    var name = start
    while cursor.isIdentifier() || cursor.mark() == UInt8(ascii: "\\") || cursor.mark() == UInt8(ascii: ":")
      || cursor.mark() == UInt8(ascii: "-") && cursor.mark(1) == UInt8(ascii: ">")
      || cursor.mark() == UInt8(ascii: ">") && cursor.isArrowHead()
    {
      guard cursor.position == start || cursor.isGlued() else { break }
      if cursor.isIdentifier() { name = cursor.position }
      cursor.position += 1
    }
    guard cursor.position > start, name == cursor.position - 1 else { throw SignatureMismatch() }
    function.name = cursor.located(name)
    guard name > start + 1 else { return }
    function.kind = .method
    let separator = cursor[name - 1].mark == UInt8(ascii: ">") ? 2 : 1
    function.owner = cursor.written(from: start, to: name - separator)
  }

  /// `array_slice(…): array`, or with the type in front, as the manual once had it.
  private mutating func manualFunction(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(.function, nil, from: start)
    if cursor.takeWord("new") { function.kind = .constructor }
    if !isCallNext() {
      let place = cursor.position
      while !cursor.isLineEnd || cursor.position == place, !isCallNext() {
        cursor.position += 1
        guard !cursor.isAtEnd, cursor.position - place < 12, isTypePart(cursor.position - 1) else {
          throw SignatureMismatch()
        }
      }
      function.type = cursor.written(from: place, to: cursor.position)
    }
    try takeName(of: &function)
    try takeCall(of: &function)
    return function
  }

  /// A word or one of the signs that types are made of.
  private func isTypePart(_ index: Int) -> Bool {
    switch cursor[index].mark {
    case 0:
      return cursor[index].kind == .identifier && !isVariable(index)
        && !cursor.token(index - cursor.position, is: "echo")
    case UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "\\"): return true
    default: return false
    }
  }

  /// A name with brackets after it comes next.
  private func isCallNext() -> Bool {
    guard cursor.isIdentifier(), !isVariable(cursor.position) || cursor.position == 0 else { return false }
    var inside = self
    var probe = Declaration(kind: .function, name: nil, span: SourceSpan(start: 0, end: 0))
    guard (try? inside.takeName(of: &probe)) != nil else { return false }
    return inside.cursor.mark() == UInt8(ascii: "(")
  }

  private mutating func takeCall(of function: inout Declaration) throws(SignatureMismatch) {
    let parameters = try takeItems(TokenCursor.ListStyle(hasOptional: true)) {
      (reader, item) throws(SignatureMismatch) in try reader.parameter(item)
    }
    function.parameters += parameters.compactMap(\.self)
    if cursor.take(UInt8(ascii: ":")) {
      let ending = TokenCursor.Ending(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], isLine: true)
      guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      function.type = type
    }
    try skipBody()
  }

  /// `?int &$x = null`, `string ...$rest`; `nil` for `void`.
  private mutating func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration? {
    var parameter = ParameterDeclaration(item, in: cursor)
    try takePrefix(into: &parameter.qualifiers)
    guard let name = item.range.first(where: { isVariable($0) }), name >= cursor.position else {
      if item.range.count == 1, cursor.token(is: "void") { return nil }
      parameter.isVariadic = cursor.mark() == UInt8(ascii: ".") && item.range.count == 1
      if !parameter.isVariadic { parameter.defaultValue = cursor.written(item.range) }
      return parameter
    }
    parameter.name = cursor.located(name)
    var typeEnd = name
    if typeEnd > cursor.position, cursor[typeEnd - 1].mark == UInt8(ascii: ".") {
      parameter.isVariadic = true
      typeEnd -= 1
    }
    if typeEnd > cursor.position, cursor[typeEnd - 1].mark == UInt8(ascii: "&") {
      typeEnd -= 1
      parameter.direction = Located(.inOut, at: cursor[typeEnd].span)
    }
    parameter.type = cursor.written(from: cursor.position, to: typeEnd)
    if name + 2 < item.range.upperBound, cursor[name + 1].mark == UInt8(ascii: "=") {
      parameter.defaultValue = cursor.written(from: name + 2, to: item.range.upperBound)
    }
    return parameter
  }

  private func isVariable(_ index: Int) -> Bool {
    cursor[index].kind == .identifier && cursor.bytes(cursor[index]).first == UInt8(ascii: "$")
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type, separators: [UInt8(ascii: "\\")])
    if cursor.take(UInt8(ascii: ":")) { type.type = try cursor.takeName() }
    let ending = TokenCursor.Ending(
      marks: [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: ";")], words: ["implements", "extends"])
    while cursor.takeWord("extends") || cursor.takeWord("implements") {
      repeat {
        guard let base = cursor.takeText(to: ending) else { throw SignatureMismatch() }
        type.baseNames.append(base)
      } while cursor.take(UInt8(ascii: ","))
    }
    level += 1
    defer { level -= 1 }
    try members(of: &type, level: level)
    return type
  }

  private mutating func constant(from start: Int) throws(SignatureMismatch) -> Declaration {
    let range = cursor.skip(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";")], isLine: true))
    guard let last = range.last, cursor[last].kind == .identifier else { throw SignatureMismatch() }
    var constant = declaration(.constant, cursor.located(last), from: start)
    constant.type = cursor.written(range.dropLast())
    if cursor.take(UInt8(ascii: "=")) {
      constant.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
    }
    return constant
  }
}
