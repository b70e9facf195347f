import DocgenSupport

/// Reads JavaScript and TypeScript: declarations, and the forms of use that references show (`fetch(resource, options)`).
struct ScriptReader: SignatureReader {
  var cursor: TokenCursor
  let language: SignatureLanguage
  private var level = 0

  init(cursor: TokenCursor, language: SignatureLanguage) {
    self.cursor = cursor
    self.language = language
  }

  private static let modifiers: [StaticString] = [
    "export", "default", "declare", "public", "private", "protected", "static", "async", "abstract", "readonly",
    "override", "get", "set", "accessor", "unique",
  ]

  /// Words that begin a statement that declares nothing.
  private static let statements: [StaticString] = [
    "if", "for", "while", "do", "switch", "return", "throw", "try", "break", "continue", "delete", "typeof", "void",
    "yield", "await", "with", "debugger", "case", "else", "this", "super",
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if cursor.take(UInt8(ascii: ",")) { return nil }
    var qualifiers: [Qualifier] = []
    try takeDecorators(into: &qualifiers)
    if cursor.token(is: "import") { return try skipLine() }
    takeModifiers(Self.modifiers, into: &qualifiers)
    _ = cursor.take(UInt8(ascii: "*"))
    guard !cursor.token(isOneOf: Self.statements) else { throw SignatureMismatch() }
    let declaration = try body(from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  private mutating func skipLine() throws(SignatureMismatch) -> Declaration? {
    cursor.position += 1
    while !cursor.isLineEnd { cursor.position += 1 }
    return nil
  }

  private mutating func takeDecorators(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while cursor.mark() == UInt8(ascii: "@"), cursor.isIdentifier(1) {
      cursor.position += 1
      var qualifier = Qualifier(name: try cursor.takeName())
      if cursor.mark() == UInt8(ascii: "(") { qualifier.value = cursor.written(try cursor.skipBrackets()) }
      qualifiers.append(qualifier)
    }
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    guard cursor.isIdentifier(1) || cursor.mark(1) == UInt8(ascii: "*") else { return try use(from: start) }
    if cursor.takeWord("function") {
      _ = cursor.take(UInt8(ascii: "*"))
      var function = declaration(.function, try cursor.takeName(), from: start)
      try takeCall(of: &function)
      return function
    }
    let kinds: [(StaticString, Declaration.Kind)] = [
      ("class", .class), ("interface", .interface), ("enum", .enumeration), ("namespace", .namespace),
      ("module", .namespace),
    ]
    for (word, kind) in kinds where cursor.takeWord(word) { return try type(kind, from: start) }
    if cursor.takeWord("type") { return try alias(from: start) }
    if cursor.token(isOneOf: ["const", "let", "var"]) {
      cursor.position += 1
      if cursor.takeWord("enum") { return try type(.enumeration, from: start) }
      return try variable(from: start)
    }
    if cursor.takeWord("new") {
      var call = declaration(.constructor, nil, from: start)
      try takePath(into: &call)
      try takeCall(of: &call)
      return call
    }
    return try use(from: start)
  }

  // MARK: Types

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type)
    try cursor.skipTypeParameters()
    while cursor.takeWord("extends") || cursor.takeWord("implements") {
      repeat {
        let ending = TokenCursor.Ending(
          marks: [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: ";")], words: ["implements"], isLine: true)
        guard let base = cursor.takeText(to: ending) else { throw SignatureMismatch() }
        type.baseNames.append(base)
      } while cursor.take(UInt8(ascii: ","))
    }
    guard cursor.mark() == UInt8(ascii: "{") else { return type }
    if kind == .enumeration {
      type.members = try enumerators()
    } else {
      level += 1
      defer { level -= 1 }
      try members(of: &type, level: level)
    }
    return type
  }

  private mutating func enumerators() throws(SignatureMismatch) -> [Declaration] {
    var result: [Declaration] = []
    for item in try cursor.takeList() {
      guard cursor[item.range.lowerBound].kind == .identifier else { throw SignatureMismatch() }
      var enumerator = Declaration(
        kind: .enumerator, name: cursor.located(item.range.lowerBound), span: cursor.span(of: item.range))
      if item.range.count > 2 { enumerator.value = cursor.written(item.range.dropFirst(2)) }
      result.append(enumerator)
    }
    return result
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    var alias = declaration(.typeAlias, try cursor.takeName(), from: start)
    try cursor.skipTypeParameters()
    try cursor.expect(UInt8(ascii: "="))
    let place = cursor.position
    alias.type = cursor.takeText(to: TokenCursor.Ending(marks: [UInt8(ascii: ";")], isLine: true))
    try takeFunctionType(of: &alias, at: place)
    return alias
  }

  /// The parameters of `(a: T) => R`, which is the whole type from a place on.
  private func takeFunctionType(of declaration: inout Declaration, at place: Int) throws(SignatureMismatch) {
    var inside = self
    inside.cursor.position = place
    guard inside.cursor.mark() == UInt8(ascii: "("), let end = inside.cursor.closing() else { return }
    let arrow = end - place
    guard inside.cursor.mark(arrow) == UInt8(ascii: "="), inside.cursor.isArrowHead(arrow + 1) else { return }
    declaration.kind = .callback
    declaration.parameters = try inside.takeParameters()
    declaration.type = cursor.written(from: end + 2, to: cursor.position)
  }

  private mutating func variable(from start: Int) throws(SignatureMismatch) -> Declaration {
    var variable = declaration(.constant, nil, from: start)
    if !(cursor.token(-1, is: "const")) { variable.kind = .variable }
    variable.name = try cursor.takeName()
    try takeTypeAndValue(of: &variable)
    // `const box = open()` is a program.
    if level == 0, variable.type == nil, let value = variable.value?.value.utf8, value.contains(UInt8(ascii: "(")) {
      throw SignatureMismatch()
    }
    return variable
  }

  // MARK: Members and forms of use

  /// `a.b(c): T`, `b?: T`, `a.b = c`, `[key: string]: T`, `new (a): T`.
  private mutating func use(from start: Int) throws(SignatureMismatch) -> Declaration {
    if level > 0 {
      if cursor.mark() == UInt8(ascii: "[") { return try indexer(from: start) }
      if cursor.mark() == UInt8(ascii: "(") || cursor.mark() == UInt8(ascii: "<") {
        var call = declaration(.method, nil, from: start)
        try takeCall(of: &call)
        return call
      }
    }
    var member = declaration(.property, nil, from: start)
    _ = cursor.take(UInt8(ascii: "#"))
    try takePath(into: &member)
    let isOptional = cursor.take(UInt8(ascii: "?"))
    if cursor.mark() == UInt8(ascii: "(") || cursor.mark() == UInt8(ascii: "<") {
      member.kind = member.name?.value == "constructor" ? .constructor : .method
      if member.owner == nil, level == 0 { member.kind = .function }
      try takeCall(of: &member)
      return member
    }
    if isOptional { member.qualifiers.append(Qualifier(name: cursor.located(cursor.position - 1))) }
    try takeTypeAndValue(of: &member)
    guard member.owner != nil || member.type != nil || member.value != nil || level > 0 else {
      throw SignatureMismatch()
    }
    return member
  }

  private mutating func indexer(from start: Int) throws(SignatureMismatch) -> Declaration {
    var member = declaration(.property, nil, from: start)
    member.name = cursor.written(from: start, to: start + 1)
    let inside = try cursor.skipBrackets()
    member.name = cursor.written(from: inside.lowerBound - 1, to: inside.upperBound + 1)
    if cursor.mark() == UInt8(ascii: "(") { try takeCall(of: &member) } else { try takeTypeAndValue(of: &member) }
    return member
  }

  private mutating func takeTypeAndValue(of declaration: inout Declaration) throws(SignatureMismatch) {
    _ = cursor.take(UInt8(ascii: "!"))
    if cursor.take(UInt8(ascii: ":")) {
      let place = cursor.position
      let ending = TokenCursor.Ending(marks: [UInt8(ascii: ";"), UInt8(ascii: "=")], isLine: true)
      guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      declaration.type = type
      var probe = declaration
      try takeFunctionType(of: &probe, at: place)
      declaration.parameters = probe.parameters
    }
    if cursor.take(UInt8(ascii: "=")) {
      declaration.value = cursor.takeText(to: TokenCursor.Ending(marks: [UInt8(ascii: ";")], isLine: true))
      guard declaration.value != nil else { throw SignatureMismatch() }
    }
  }

  /// Type parameters, parameters, return type and body.
  private mutating func takeCall(of declaration: inout Declaration) throws(SignatureMismatch) {
    if cursor.mark() == UInt8(ascii: "<") {
      declaration.qualifiers += cursor.written(try cursor.skipBrackets()).map { [Qualifier(name: $0)] } ?? []
    }
    declaration.parameters = try takeParameters()
    if cursor.take(UInt8(ascii: ":")) || cursor.takeArrow() {
      let ending = TokenCursor.Ending(marks: [UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: ",")], isLine: true)
      guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      declaration.type = type
    }
    try skipBody()
  }

  // MARK: Parameters

  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    let style = TokenCursor.ListStyle(hasAngles: language == .typeScript, hasOptional: language == .javaScript)
    let parameters = try takeItems(style) { (reader, item) throws(SignatureMismatch) -> [ParameterDeclaration] in
      reader.isReceiver(item) ? [] : try reader.parameter(item)
    }
    return parameters.flatMap(\.self)
  }

  /// `this: Window` says what the function is called on.
  private func isReceiver(_ item: ListItem) -> Bool {
    item.range.count > 1 && cursor.token(item.range.lowerBound - cursor.position, is: "this")
      && cursor[item.range.lowerBound + 1].mark == UInt8(ascii: ":")
  }

  private mutating func parameter(_ item: ListItem) throws(SignatureMismatch) -> [ParameterDeclaration] {
    var parameter = ParameterDeclaration(item, in: cursor)
    try takeDecorators(into: &parameter.qualifiers)
    takeModifiers(["public", "private", "protected", "readonly"], into: &parameter.qualifiers)
    if cursor.mark() == UInt8(ascii: "."), cursor[cursor.position].length == 3 {
      parameter.isVariadic = true
      cursor.position += 1
      // `/* …, */` between the first and the last argument leaves three dots alone.
      if cursor.position == item.range.upperBound { return [parameter] }
    }
    guard cursor.isIdentifier(), isWhole(item) else {
      // What is called with a function that does something is a program.
      guard !item.range.contains(where: { cursor[$0].mark == UInt8(ascii: ";") }) else {
        throw SignatureMismatch()
      }
      parameter.defaultValue = cursor.written(item.range)
      return [parameter]
    }
    parameter.name = try cursor.takeName()
    if cursor.mark() == UInt8(ascii: "?") {
      parameter.direction = Located(.optional, at: cursor.span(of: cursor.position..<cursor.position + 1))
      cursor.position += 1
    }
    if cursor.position < item.range.upperBound, cursor.take(UInt8(ascii: ":")) {
      let end = value(in: cursor.position..<item.range.upperBound)
      parameter.type = cursor.written(from: cursor.position, to: end)
      cursor.position = end
    }
    if cursor.position < item.range.upperBound, cursor.take(UInt8(ascii: "=")) {
      parameter.defaultValue = cursor.written(from: cursor.position, to: item.range.upperBound)
    }
    return [parameter]
  }

  /// The item is a name, with no more than a type and a value, and no expression.
  private func isWhole(_ item: ListItem) -> Bool {
    guard cursor.position + 1 < item.range.upperBound else { return true }
    switch cursor.mark(1) {
    case UInt8(ascii: "?"): return item.range.count == 2 || cursor.mark(2) == UInt8(ascii: ":")
    case UInt8(ascii: ":"): return true
    case UInt8(ascii: "="): return !cursor.isArrowHead(2)
    default: return false
    }
  }

  /// The index of the sign in front of a default value, or the end.
  private func value(in range: Range<Int>) -> Int {
    var inside = cursor
    inside.position = range.lowerBound
    return min(inside.skip(to: TokenCursor.Ending(marks: [UInt8(ascii: "=")])).upperBound, range.upperBound)
  }
}
