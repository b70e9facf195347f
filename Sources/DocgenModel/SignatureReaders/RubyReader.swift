import DocgenSupport

/// Reads Ruby: `def` and `class`, and the call sequences of references (`open(path, mode = "r") { |file| … } → obj`).
struct RubyReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let statements: [StaticString] = [
    "if", "unless", "while", "until", "for", "return", "raise", "begin", "case", "puts", "p", "print", "yield", "loop",
    "require", "require_relative", "end", "else", "elsif", "rescue", "do", "then", "when",
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    while cursor.token(isOneOf: ["private", "protected", "public", "module_function", "private_class_method"]) {
      qualifiers.append(Qualifier(name: try cursor.takeName()))
      if cursor.isLineEnd { return nil }
    }
    if level > 0, cursor.token(isOneOf: ["include", "extend", "prepend"]) { return skipLine() }
    let declaration = try body(from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  private mutating func skipLine() -> Declaration? {
    cursor.position += 1
    while !cursor.isLineEnd { cursor.position += 1 }
    return nil
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.takeWord("def") { return try definition(from: start) }
    if cursor.takeWord("class") { return try type(.class, from: start) }
    if cursor.takeWord("module") { return try type(.namespace, from: start) }
    if cursor.token(isOneOf: ["attr_reader", "attr_writer", "attr_accessor", "attribute"]) {
      return try attributes(from: start)
    }
    guard !cursor.token(isOneOf: Self.statements) else { throw SignatureMismatch() }
    return try call(from: start)
  }

  /// A name with the sign at its end: `empty?`, `sort!`, `size=`.
  private mutating func takeName(into declaration: inout Declaration) throws(SignatureMismatch) {
    let start = cursor.position
    var name = start
    while cursor.isIdentifier() {
      name = cursor.position
      cursor.position += 1
      guard
        cursor.mark() == UInt8(ascii: ".") || cursor.mark() == UInt8(ascii: ":") || cursor.mark() == UInt8(ascii: "#"),
        cursor.isGlued(), cursor.isIdentifier(1)
      else { break }
      cursor.position += 1
    }
    if cursor.position == start {
      try takeOperator()
      declaration.name = cursor.written(from: start, to: cursor.position)
      return
    }
    var end = name + 1
    if cursor.isGlued(), cursor.mark() == UInt8(ascii: "?") || cursor.mark() == UInt8(ascii: "!") || isSetter() {
      end += 1
      cursor.position += 1
    }
    declaration.name = cursor.written(from: name, to: end)
    if name > start + 1 { declaration.owner = cursor.written(from: start, to: name - 1) }
  }

  /// `size=(value)`; `x = y` is an assignment.
  private func isSetter() -> Bool {
    cursor.mark() == UInt8(ascii: "=") && cursor.mark(1) == UInt8(ascii: "(")
  }

  /// `==`, `<=>`, `[]`, `+`.
  private mutating func takeOperator() throws(SignatureMismatch) {
    let start = cursor.position
    while cursor.mark() != 0, cursor.mark() != UInt8(ascii: "("), cursor.position == start || cursor.isGlued() {
      cursor.position += 1
    }
    guard cursor.position > start else { throw SignatureMismatch() }
  }

  private mutating func definition(from start: Int) throws(SignatureMismatch) -> Declaration {
    var method = declaration(.method, nil, from: start)
    try takeName(into: &method)
    let column = column(of: start)
    if cursor.mark() == UInt8(ascii: "("), !cursor.startsLine() {
      method.parameters = try takeParameters()
    } else if !cursor.isLineEnd, cursor.mark() != UInt8(ascii: "="), cursor.mark() != UInt8(ascii: ";") {
      method.parameters = try takeBareParameters()
    }
    method.span = cursor.span(from: start)
    if cursor.take(UInt8(ascii: "=")) {
      _ = cursor.skip(to: .init(isLine: true))
    } else {
      skipBody(deeperThan: column)
    }
    return method
  }

  /// The body up to the `end` in the column of the definition, if there is one.
  private mutating func skipBody(deeperThan column: Int) {
    while !cursor.isAtEnd, !cursor.startsLine() || self.column(of: cursor.position) > column {
      if cursor.mark() == UInt8(ascii: ";"), cursor.token(1, is: "end") { cursor.position += 1 }
      if cursor.takeWord("end"), cursor.isLineEnd, !cursor.startsLine(-1) { return }
      if cursor.isAtEnd { return }
      cursor.position += 1
    }
    _ = cursor.takeWord("end")
  }

  private func column(of index: Int) -> Int {
    let place = Int(cursor[index].span.start - cursor.base)
    var start = place
    while start > 0, cursor.text[start - 1] != 0x0A, cursor.text[start - 1] != 0x0D { start -= 1 }
    return place - start
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type, separators: [UInt8(ascii: ":")])
    if cursor.take(UInt8(ascii: "<")) {
      guard let base = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true)) else {
        throw SignatureMismatch()
      }
      type.baseNames = [base]
    }
    level += 1
    defer { level -= 1 }
    guard level < 24 else { throw SignatureMismatch() }
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ";")) { continue }
      if cursor.takeWord("end") { break }
      let place = cursor.position
      if let member = try statement() { type.members.append(member) }
      guard cursor.position > place else { throw SignatureMismatch() }
    }
    return type
  }

  /// `attr_reader :a, :b`: the first with the further names.
  private mutating func attributes(from start: Int) throws(SignatureMismatch) -> Declaration {
    let word = Qualifier(name: try cursor.takeName())
    try cursor.expect(UInt8(ascii: ":"))
    var property = declaration(.property, try cursor.takeName(), from: start)
    property.qualifiers = [word]
    while cursor.take(UInt8(ascii: ",")) {
      try cursor.expect(UInt8(ascii: ":"))
      property.otherNames.append(try cursor.takeName())
    }
    return property
  }

  /// `a.b(c) { |x| … } → type`; a name alone is none.
  private mutating func call(from start: Int) throws(SignatureMismatch) -> Declaration {
    var method = declaration(.method, nil, from: start)
    try takeName(into: &method)
    let hasBrackets = cursor.mark() == UInt8(ascii: "(") && !cursor.startsLine()
    if hasBrackets { method.parameters = try takeParameters() }
    if cursor.mark() == UInt8(ascii: "{"), !cursor.startsLine() { try skipBody() }
    let hasType = isArrow()
    if hasType {
      cursor.position += cursor.isArrow || cursor.isFatArrow ? 2 : 1
      method.type = cursor.takeText(to: .init(isLine: true))
    }
    guard hasBrackets || hasType else { throw SignatureMismatch() }
    return method
  }

  /// `->`, `=>` or the arrow itself.
  private func isArrow() -> Bool {
    if cursor.isArrow || cursor.isFatArrow { return true }
    return cursor.token(is: "→") || cursor.token(is: "⇒")
  }

  // MARK: Parameters

  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    for item in try cursor.takeList(TokenCursor.ListStyle(hasOptional: true)) {
      if let parameter = parameter(item) { result.append(parameter) }
    }
    return result
  }

  /// Parameters up to the end of the line, without brackets.
  private mutating func takeBareParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    repeat {
      let range = cursor.skip(to: .init(marks: [UInt8(ascii: ","), UInt8(ascii: ";")], isLine: true))
      guard !range.isEmpty else { throw SignatureMismatch() }
      if let parameter = parameter(ListItem(range: range, isOptional: false)) { result.append(parameter) }
    } while cursor.take(UInt8(ascii: ","))
    return result
  }

  /// `a = 1`, `*rest`, `key: 1`, `**options`, `&block`.
  private func parameter(_ item: ListItem) -> ParameterDeclaration? {
    var inside = cursor
    inside.position = item.range.lowerBound
    var parameter = ParameterDeclaration(item, in: cursor)
    while inside.take(UInt8(ascii: "*")) { parameter.isVariadic = true }
    if inside.mark() == UInt8(ascii: "&") {
      parameter.qualifiers.append(Qualifier(name: cursor.located(inside.position)))
      inside.position += 1
    }
    if item.range.count == 1, inside.mark() == UInt8(ascii: ".") {
      parameter.isVariadic = true
      return parameter
    }
    guard inside.position < item.range.upperBound, inside.isIdentifier() else {
      if parameter.isVariadic || !parameter.qualifiers.isEmpty { return parameter }
      parameter.defaultValue = cursor.written(item.range)
      return parameter
    }
    parameter.name = cursor.located(inside.position)
    var rest = inside.position + 1
    guard rest < item.range.upperBound else { return parameter }
    let mark = cursor[rest].mark
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: ":") else {
      parameter.name = nil
      parameter.defaultValue = cursor.written(item.range)
      return parameter
    }
    rest += 1
    parameter.defaultValue = cursor.written(from: rest, to: item.range.upperBound)
    return parameter
  }
}
