import DocgenSupport

/// Reads Rust.
struct RustReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("struct", .structure), ("union", .union), ("enum", .enumeration), ("trait", .interface), ("mod", .namespace),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    try takePrefix(into: &qualifiers)
    if cursor.token(isOneOf: ["use", "extern"]), cursor.isIdentifier(1) {
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
      return nil
    }
    let declaration = try body(from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  /// Attributes, visibility and what else stands in front.
  private mutating func takePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while !cursor.isAtEnd {
      if cursor.mark() == UInt8(ascii: "#"), cursor.mark(1) == UInt8(ascii: "[") {
        cursor.position += 1
        if let text = cursor.written(try cursor.skipBrackets()) { qualifiers.append(Qualifier(name: text)) }
      } else if cursor.token(is: "pub"), cursor.mark(1) == UInt8(ascii: "(") {
        var qualifier = Qualifier(name: try cursor.takeName())
        qualifier.value = cursor.written(try cursor.skipBrackets())
        qualifiers.append(qualifier)
      } else if cursor.token(isOneOf: ["pub", "unsafe", "async", "default", "auto"])
        || cursor.token(is: "const") && cursor.token(1, isOneOf: ["fn", "unsafe", "async"])
        || cursor.token(is: "extern") && cursor.tokens.count > cursor.position + 1
          && cursor[cursor.position + 1].kind == .string
      {
        qualifiers.append(Qualifier(name: try cursor.takeName()))
        if cursor.tokens.count > cursor.position, cursor[cursor.position].kind == .string {
          cursor.position += 1
        }
      } else {
        return
      }
    }
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.takeWord("fn") { return try function(from: start) }
    for (word, kind) in Self.kinds where cursor.token(is: word) && cursor.isIdentifier(1) {
      cursor.position += 1
      return try type(kind, from: start)
    }
    if cursor.takeWord("impl") { return try implementation(from: start) }
    if cursor.takeWord("type") { return try alias(from: start) }
    if cursor.token(isOneOf: ["const", "static", "let"]), cursor.isIdentifier(1) { return try constant(from: start) }
    if cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "!") { return try macro(from: start) }
    if level > 0, cursor.isIdentifier() { return try variant(from: start) }
    throw SignatureMismatch()
  }

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(level > 0 ? .method : .function, nil, from: start)
    try takePath(into: &function, separators: [UInt8(ascii: ":")])
    try cursor.skipTypeParameters()
    for item in try cursor.takeList(TokenCursor.ListStyle(hasAngles: true)) {
      if let parameter = try parameter(item, of: &function) { function.parameters.append(parameter) }
    }
    if cursor.isArrow {
      cursor.position += 2
      let ending = TokenCursor.Ending(
        marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], words: ["where"], isLine: level > 0)
      guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      function.type = type
    }
    takeWhere(of: &function)
    try skipBody()
    return function
  }

  private mutating func takeWhere(of declaration: inout Declaration) {
    let clause = cursor.takeClause(["where"], to: .init(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")]))
    if let clause { declaration.qualifiers.append(clause) }
  }

  /// `mut a: T`; `&mut self` is no parameter, but says how the method is called.
  private func parameter(
    _ item: ListItem, of function: inout Declaration
  ) throws(SignatureMismatch) -> ParameterDeclaration? {
    var inside = cursor
    inside.position = item.range.lowerBound
    var parameter = ParameterDeclaration(item, in: cursor)
    let isReceiver = item.range.contains { cursor.token($0 - cursor.position, is: "self") }
    if isReceiver, function.parameters.isEmpty {
      if let text = cursor.written(item.range) { function.qualifiers.append(Qualifier(name: text)) }
      return nil
    }
    while inside.mark() == UInt8(ascii: "#"), inside.mark(1) == UInt8(ascii: "[") {
      inside.position += 1
      _ = try inside.skipBrackets()
    }
    if inside.mark() == UInt8(ascii: "."), item.range.count == 1 {
      parameter.isVariadic = true
      return parameter
    }
    _ = inside.takeWord("mut") || inside.takeWord("ref")
    guard let colon = item.range.first(where: { isColon($0) }) else {
      parameter.type = cursor.written(item.range)
      return parameter
    }
    if colon == inside.position + 1, inside.isIdentifier() { parameter.name = try inside.takeName() }
    parameter.type = cursor.written(from: colon + 1, to: item.range.upperBound)
    return parameter
  }

  private func isColon(_ index: Int) -> Bool {
    cursor[index].mark == UInt8(ascii: ":") && cursor[index].length == 1
  }

  // MARK: Types

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, try cursor.takeName(), from: start)
    try cursor.skipTypeParameters()
    if cursor.take(UInt8(ascii: ":")) {
      let ending = TokenCursor.Ending(
        marks: [UInt8(ascii: "{"), UInt8(ascii: "+"), UInt8(ascii: ";")], words: ["where"])
      repeat {
        if let base = cursor.takeText(to: ending) { type.baseNames.append(base) }
      } while cursor.take(UInt8(ascii: "+"))
    }
    takeWhere(of: &type)
    if cursor.mark() == UInt8(ascii: "(") { type.members = try cursor.takeList().map { field($0) } }
    takeWhere(of: &type)
    guard cursor.mark() == UInt8(ascii: "{") else { return type }
    level += 1
    defer { level -= 1 }
    switch kind {
    case .structure, .union: type.members = try cursor.takeList().map { field($0) }
    case .enumeration: try takeVariants(of: &type)
    default: try members(of: &type, level: level)
    }
    return type
  }

  private func field(_ item: ListItem) -> Declaration {
    var field = Declaration(kind: .field, name: nil, span: cursor.span(of: item.range))
    let name = item.range.first { isColon($0) }.map { $0 - 1 }
    if let name, name >= item.range.lowerBound, cursor[name].kind == .identifier {
      field.name = cursor.located(name)
      field.type = cursor.written(from: name + 2, to: item.range.upperBound)
    } else {
      let isPublic = cursor.token(item.range.lowerBound - cursor.position, is: "pub")
      field.type = cursor.written(isPublic ? item.range.dropFirst() : item.range)
    }
    return field
  }

  private mutating func takeVariants(of type: inout Declaration) throws(SignatureMismatch) {
    let variants = try takeItems(TokenCursor.ListStyle()) { (reader, _) throws(SignatureMismatch) -> Declaration? in
      var ignored: [Qualifier] = []
      try reader.takePrefix(into: &ignored)
      return reader.cursor.isIdentifier() ? try reader.variant(from: reader.cursor.position) : nil
    }
    type.members += variants.compactMap(\.self)
  }

  /// `Some(T)`, `Move { x: i32 }`, `Red = 1`.
  private mutating func variant(from start: Int) throws(SignatureMismatch) -> Declaration {
    var variant = declaration(.enumerator, try cursor.takeName(), from: start)
    if cursor.mark() == UInt8(ascii: "(") || cursor.mark() == UInt8(ascii: "{") {
      variant.members = try cursor.takeList().map { field($0) }
    } else if cursor.take(UInt8(ascii: "=")) {
      variant.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ",")]))
    }
    variant.span = cursor.span(from: start)
    return variant
  }

  /// `impl<T> Trait for Type { … }`: the type with the trait as its base.
  private mutating func implementation(from start: Int) throws(SignatureMismatch) -> Declaration {
    try cursor.skipTypeParameters()
    let ending = TokenCursor.Ending(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], words: ["for", "where"])
    guard let first = cursor.takeText(to: ending) else { throw SignatureMismatch() }
    var type = declaration(.class, first, from: start)
    if cursor.takeWord("for") {
      type.baseNames = [first]
      type.name = cursor.takeText(to: ending)
    }
    takeWhere(of: &type)
    level += 1
    defer { level -= 1 }
    try members(of: &type, level: level)
    return type
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    var alias = declaration(.typeAlias, try cursor.takeName(), from: start)
    try cursor.skipTypeParameters()
    if cursor.take(UInt8(ascii: ":")) { _ = cursor.skip(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";")])) }
    if cursor.take(UInt8(ascii: "=")) {
      alias.type = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
    }
    return alias
  }

  private mutating func constant(from start: Int) throws(SignatureMismatch) -> Declaration {
    let isConstant = !cursor.token(is: "let")
    cursor.position += 1
    _ = cursor.takeWord("mut")
    var constant = declaration(isConstant ? .constant : .variable, try cursor.takeName(), from: start)
    guard cursor.take(UInt8(ascii: ":")) else { throw SignatureMismatch() }
    constant.type = cursor.takeText(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";")], isLine: true))
    if cursor.take(UInt8(ascii: "=")) {
      constant.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true, hasAngles: false))
    }
    return constant
  }

  /// `macro_rules! name { … }`, and `println!(…)` with what it is given.
  private mutating func macro(from start: Int) throws(SignatureMismatch) -> Declaration {
    var macro = declaration(.macro, try cursor.takeName(), from: start)
    cursor.position += 1
    if macro.name?.value == "macro_rules" {
      macro.name = try cursor.takeName()
      try skipBody()
      return macro
    }
    for item in try cursor.takeList() {
      var parameter = ParameterDeclaration(item, in: cursor)
      parameter.defaultValue = cursor.written(item.range)
      macro.parameters.append(parameter)
    }
    return macro
  }
}
