import DocgenSupport

/// Reads Kotlin.
struct KotlinReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let modifiers: [StaticString] = [
    "public", "private", "protected", "internal", "open", "abstract", "final", "override", "suspend", "inline",
    "operator", "infix", "tailrec", "external", "expect", "actual", "const", "lateinit", "data", "sealed", "inner",
    "value", "annotation", "enum", "companion", "vararg", "noinline", "crossinline", "reified",
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    try takePrefix(into: &qualifiers)
    if cursor.token(isOneOf: ["import", "package"]) {
      cursor.position += 1
      while !cursor.isLineEnd { cursor.position += 1 }
      return nil
    }
    let declaration = try body(qualifiers, from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  private mutating func takePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while !cursor.isAtEnd {
      let count = qualifiers.count
      takeModifiers(Self.modifiers, into: &qualifiers)
      if cursor.take(UInt8(ascii: "@")) {
        var qualifier = Qualifier(name: try cursor.takeName())
        if cursor.mark() == UInt8(ascii: "("), !cursor.startsLine() {
          qualifier.value = cursor.written(try cursor.skipBrackets())
        }
        qualifiers.append(qualifier)
      }
      if qualifiers.count == count { return }
    }
  }

  private mutating func body(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    if cursor.takeWord("fun") {
      if cursor.takeWord("interface") { return try type(.interface, from: start) }
      return try function(from: start)
    }
    if cursor.takeWord("class") {
      let isEnumeration = qualifiers.contains { $0.name.value == "enum" }
      return try type(isEnumeration ? .enumeration : .class, from: start)
    }
    if cursor.takeWord("interface") { return try type(.interface, from: start) }
    if cursor.takeWord("object") { return try type(.class, from: start) }
    if cursor.takeWord("typealias") { return try alias(from: start) }
    if cursor.takeWord("val") || cursor.takeWord("var") { return try property(qualifiers, from: start) }
    if cursor.token(is: "constructor") || level == 0 && cursor.mark(1) == UInt8(ascii: "(") {
      var constructor = declaration(.constructor, try cursor.takeName(), from: start)
      try takeCall(of: &constructor)
      return constructor
    }
    throw SignatureMismatch()
  }

  /// `<T> Receiver<T>.name`: the last part is the name, what it is called on the owner.
  private mutating func takeReceiverAndName(of declaration: inout Declaration) throws(SignatureMismatch) {
    try cursor.skipTypeParameters()
    let start = cursor.position
    var name = start
    if cursor.mark() == UInt8(ascii: "("), let end = cursor.closing() { cursor.position = end }
    while !cursor.isAtEnd {
      if cursor.isIdentifier() {
        name = cursor.position
        cursor.position += 1
      } else if cursor.mark() == UInt8(ascii: "<") {
        _ = try cursor.skipBrackets()
      } else if cursor.mark() == UInt8(ascii: ".") || cursor.mark() == UInt8(ascii: "?") {
        cursor.position += 1
        continue
      }
      guard
        cursor.mark() == UInt8(ascii: ".") || cursor.mark() == UInt8(ascii: "<") || cursor.mark() == UInt8(ascii: "?")
      else { break }
    }
    guard cursor[name].kind == .identifier else { throw SignatureMismatch() }
    declaration.name = cursor.located(name)
    if name > start + 1 { declaration.owner = cursor.written(from: start, to: name - 1) }
  }

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(level > 0 ? .method : .function, nil, from: start)
    try takeReceiverAndName(of: &function)
    if function.owner != nil { function.kind = .method }
    try takeCall(of: &function)
    return function
  }

  private mutating func takeCall(of function: inout Declaration) throws(SignatureMismatch) {
    function.parameters = try takeParameters()
    if cursor.take(UInt8(ascii: ":")) { function.type = try takeType() }
    if cursor.takeWord("where") {
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: "{"), UInt8(ascii: "=")], isLine: true))
    }
    if cursor.take(UInt8(ascii: "=")) { _ = cursor.skip(to: .init(marks: [UInt8(ascii: ";")], isLine: true)) }
    try skipBody()
  }

  private mutating func takeType() throws(SignatureMismatch) -> Located<String> {
    let ending = TokenCursor.Ending(
      marks: [UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";")],
      words: ["where", "get", "set", "by"], isLine: true)
    guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
    return type
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, cursor.isIdentifier() ? try cursor.takeName() : nil, from: start)
    try cursor.skipTypeParameters()
    var ignored: [Qualifier] = []
    try takePrefix(into: &ignored)
    _ = cursor.takeWord("constructor")
    if cursor.mark() == UInt8(ascii: "(") { type.parameters = try takeParameters() }
    if cursor.take(UInt8(ascii: ":")) {
      repeat { type.baseNames.append(try takeType()) } while cursor.take(UInt8(ascii: ","))
    }
    if cursor.takeWord("where") { _ = cursor.skip(to: .init(marks: [UInt8(ascii: "{")], isLine: true)) }
    guard cursor.mark() == UInt8(ascii: "{") else { return type }
    level += 1
    defer { level -= 1 }
    if kind == .enumeration { try takeEnumerators(of: &type) } else { try members(of: &type, level: level) }
    return type
  }

  private mutating func takeEnumerators(of type: inout Declaration) throws(SignatureMismatch) {
    for item in try cursor.takeList() where cursor[item.range.lowerBound].kind == .identifier {
      type.members.append(
        Declaration(
          kind: .enumerator, name: cursor.located(item.range.lowerBound), span: cursor.span(of: item.range)))
    }
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    var alias = declaration(.typeAlias, try cursor.takeName(), from: start)
    try cursor.skipTypeParameters()
    try cursor.expect(UInt8(ascii: "="))
    alias.type = try takeType()
    return alias
  }

  private mutating func property(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    let isConstant = qualifiers.contains { $0.name.value == "const" }
    var property = declaration(isConstant ? .constant : .property, nil, from: start)
    try takeReceiverAndName(of: &property)
    if cursor.take(UInt8(ascii: ":")) { property.type = try takeType() }
    if cursor.take(UInt8(ascii: "=")) { property.value = cursor.takeText(to: .init(isLine: true)) }
    if cursor.takeWord("by") { _ = cursor.skip(to: .init(isLine: true)) }
    while cursor.token(isOneOf: ["get", "set"]) || cursor.token(1, isOneOf: ["get", "set"]) && isVisibility() {
      if isVisibility() { cursor.position += 1 }
      cursor.position += 1
      if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
      if cursor.take(UInt8(ascii: "=")) { _ = cursor.skip(to: .init(isLine: true)) }
      try skipBody()
    }
    return property
  }

  private func isVisibility() -> Bool {
    cursor.token(isOneOf: ["public", "private", "protected", "internal"])
  }

  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try takeItems(TokenCursor.ListStyle(hasAngles: true)) { (reader, item) throws(SignatureMismatch) in
      try reader.parameter(item)
    }
  }

  private mutating func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration {
    var parameter = ParameterDeclaration(item, in: cursor)
    try takePrefix(into: &parameter.qualifiers)
    takeModifiers(["val", "var"], into: &parameter.qualifiers)
    try takePrefix(into: &parameter.qualifiers)
    parameter.isVariadic = parameter.qualifiers.contains { $0.name.value == "vararg" }
    parameter.name = try cursor.takeName()
    try cursor.expect(UInt8(ascii: ":"))
    let range = cursor.skip(to: .init(marks: [UInt8(ascii: "=")])).clamped(to: item.range)
    parameter.type = cursor.written(range)
    if range.upperBound < item.range.upperBound {
      parameter.defaultValue = cursor.written(from: range.upperBound + 1, to: item.range.upperBound)
    }
    return parameter
  }
}
