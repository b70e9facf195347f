import DocgenSupport

/// Reads Python: `def` and `class`, and what references show of both (`open(file, mode='r', *, closefd=True)`).
struct PythonReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  /// Words in front of names in references.
  private static let modifiers: [StaticString] = [
    "async", "classmethod", "staticmethod", "abstractmethod", "coroutine", "awaitable", "static", "abstract", "final",
    "property", "attribute", "cpdef", "cdef", "method", "function", "data",
  ]

  private static let statements: [StaticString] = [
    "if", "for", "while", "with", "try", "return", "raise", "yield", "del", "assert", "print", "global", "pass",
    "await", "else", "elif", "except", "finally", "break", "continue", "lambda", "not", "nonlocal", "match",
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    try takeDecorators(into: &qualifiers)
    if cursor.token(isOneOf: ["import", "from"]), cursor.isIdentifier(1) { return skipLine() }
    if isPlaceholderBody() { return nil }
    guard !cursor.token(isOneOf: Self.statements) else { throw SignatureMismatch() }
    takeModifiers(Self.modifiers, into: &qualifiers)
    var declaration = try body(from: start)
    if qualifiers.contains(where: { $0.name.value == "property" }), declaration.parameters.isEmpty {
      declaration.kind = .property
    }
    declaration.qualifiers.insert(contentsOf: qualifiers, at: 0)
    guard cursor.isLineEnd || cursor.mark() == UInt8(ascii: ";") else { throw SignatureMismatch() }
    return declaration
  }

  private mutating func skipLine() -> Declaration? {
    cursor.position += 1
    while !cursor.isLineEnd { cursor.position += 1 }
    return nil
  }

  /// `...`, `pass` or a string in place of a body.
  private mutating func isPlaceholderBody() -> Bool {
    guard level > 0 else { return false }
    let isBody =
      cursor.token(is: "pass") || cursor.mark() == UInt8(ascii: ".") || cursor[cursor.position].kind == .string
    if isBody { cursor.position += 1 }
    return isBody
  }

  private mutating func takeDecorators(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while cursor.take(UInt8(ascii: "@")) {
      let start = cursor.position
      _ = try cursor.takeName()
      while cursor.take(UInt8(ascii: ".")) { _ = try cursor.takeName() }
      guard let name = cursor.written(from: start, to: cursor.position) else { throw SignatureMismatch() }
      var qualifier = Qualifier(name: name)
      if cursor.mark() == UInt8(ascii: "("), !cursor.startsLine() {
        qualifier.value = cursor.written(try cursor.skipBrackets())
      }
      qualifiers.append(qualifier)
    }
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.isIdentifier(1) {
      if cursor.takeWord("def") { return try function(from: start) }
      if cursor.takeWord("class") || cursor.takeWord("exception") { return try type(from: start) }
      if cursor.takeWord("type") { return try alias(from: start) }
    }
    var member = declaration(.property, nil, from: start)
    try takePath(into: &member)
    if cursor.mark() == UInt8(ascii: "["), level == 0 { _ = try cursor.skipBrackets() }
    if cursor.mark() == UInt8(ascii: "("), !cursor.startsLine() {
      member.kind = member.owner == nil ? .function : .method
      try takeCall(of: &member)
    } else {
      try takeTypeAndValue(of: &member)
    }
    member.span = cursor.span(from: start)
    return member
  }

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(level > 0 ? .method : .function, nil, from: start)
    try takePath(into: &function)
    if cursor.mark() == UInt8(ascii: "[") { _ = try cursor.skipBrackets() }
    try takeCall(of: &function)
    function.span = cursor.span(from: start)
    if cursor.take(UInt8(ascii: ":")) { skipBody(deeperThan: column(of: start)) }
    return function
  }

  /// A class, whose brackets hold bases where a body follows, and else the parameters that make an object.
  private mutating func type(from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(.class, nil, from: start)
    try takePath(into: &type)
    if cursor.mark() == UInt8(ascii: "[") { _ = try cursor.skipBrackets() }
    let place = cursor.position
    if cursor.mark() == UInt8(ascii: "("), !cursor.startsLine() { cursor.position = try endOfBrackets() }
    let end = cursor.position
    type.span = cursor.span(from: start)
    guard cursor.take(UInt8(ascii: ":")) else {
      cursor.position = place
      if place < end { try takeCall(of: &type) }
      return type
    }
    if place < end {
      var inside = cursor
      inside.position = place
      type.baseNames = try inside.takeList().filter { item in
        !item.range.contains { cursor[$0].mark == UInt8(ascii: "=") }
      }.compactMap { cursor.written($0.range) }
    }
    try takeMembers(of: &type, deeperThan: column(of: start))
    return type
  }

  private func endOfBrackets() throws(SignatureMismatch) -> Int {
    guard let end = cursor.closing() else { throw SignatureMismatch() }
    return end
  }

  private mutating func takeMembers(of type: inout Declaration, deeperThan column: Int) throws(SignatureMismatch) {
    level += 1
    defer { level -= 1 }
    guard level < 24 else { throw SignatureMismatch() }
    while !cursor.isAtEnd, !cursor.startsLine() || self.column(of: cursor.position) > column {
      let start = cursor.position
      if let member = try statement() { type.members.append(member) }
      guard cursor.position > start else { throw SignatureMismatch() }
    }
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    var alias = declaration(.typeAlias, try cursor.takeName(), from: start)
    if cursor.mark() == UInt8(ascii: "[") { _ = try cursor.skipBrackets() }
    try cursor.expect(UInt8(ascii: "="))
    alias.type = cursor.takeText(to: TokenCursor.Ending(isLine: true, hasAngles: false))
    return alias
  }

  private mutating func takeTypeAndValue(of member: inout Declaration) throws(SignatureMismatch) {
    let isAnnotated = cursor.take(UInt8(ascii: ":"))
    if isAnnotated {
      let ending = TokenCursor.Ending(marks: [UInt8(ascii: "=")], isLine: true, hasAngles: false)
      guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      member.type = type
    }
    if cursor.take(UInt8(ascii: "=")) {
      member.value = cursor.takeText(to: TokenCursor.Ending(isLine: true, hasAngles: false))
      if level > 0, !isAnnotated { member.kind = .constant }
    }
    // A word alone declares nothing, and `x = open()` is a program.
    guard isAnnotated || member.owner != nil || level > 0 else { throw SignatureMismatch() }
  }

  private mutating func takeCall(of function: inout Declaration) throws(SignatureMismatch) {
    for (index, item) in try cursor.takeList(TokenCursor.ListStyle(hasOptional: true)).enumerated() {
      if index == 0, item.range.count == 1, isReceiver(item.range.lowerBound) {
        function.qualifiers.append(Qualifier(name: cursor.located(item.range.lowerBound)))
        continue
      }
      if let parameter = try parameter(item) { function.parameters.append(parameter) }
    }
    guard cursor.isArrow else { return }
    cursor.position += 2
    let ending = TokenCursor.Ending(marks: [UInt8(ascii: ":")], isLine: true, hasAngles: false)
    guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
    function.type = type
  }

  private func isReceiver(_ index: Int) -> Bool {
    cursor.token(index - cursor.position, is: "self") || cursor.token(index - cursor.position, is: "cls")
  }

  /// `a: int = 0`, `*args`, `**options`; `nil` for `*` and `/`, which say how the others are passed.
  private func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration? {
    var inside = cursor
    inside.position = item.range.lowerBound
    var parameter = ParameterDeclaration(item, in: cursor)
    while inside.position < item.range.upperBound, inside.take(UInt8(ascii: "*")) { parameter.isVariadic = true }
    guard inside.position < item.range.upperBound, inside.mark() != UInt8(ascii: "/") else { return nil }
    if inside.mark() == UInt8(ascii: "."), item.range.count == 1 {
      parameter.isVariadic = true
      return parameter
    }
    guard inside.isIdentifier() else {
      parameter.defaultValue = cursor.written(item.range)
      return parameter
    }
    parameter.name = try inside.takeName()
    if inside.position < item.range.upperBound, inside.take(UInt8(ascii: ":")) {
      let ending = TokenCursor.Ending(marks: [UInt8(ascii: "=")], hasAngles: false)
      let range = inside.skip(to: ending).clamped(to: item.range)
      parameter.type = cursor.written(range)
      inside.position = range.upperBound
    }
    if inside.position < item.range.upperBound, inside.take(UInt8(ascii: "=")) {
      parameter.defaultValue = cursor.written(from: inside.position, to: item.range.upperBound)
    }
    return parameter
  }

  // MARK: Indentation

  private func column(of index: Int) -> Int {
    let place = Int(cursor[index].span.start - cursor.base)
    var start = place
    while start > 0, cursor.text[start - 1] != 0x0A, cursor.text[start - 1] != 0x0D { start -= 1 }
    return place - start
  }

  private mutating func skipBody(deeperThan column: Int) {
    while !cursor.isAtEnd, !cursor.startsLine() || self.column(of: cursor.position) > column { cursor.position += 1 }
  }
}
