import DocgenSupport

/// Reads Swift.
struct SwiftReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let modifiers: [StaticString] = [
    "public", "private", "fileprivate", "internal", "open", "package", "static", "class", "final", "override",
    "mutating", "nonmutating", "convenience", "required", "lazy", "weak", "unowned", "dynamic", "optional", "indirect",
    "prefix", "postfix", "infix", "nonisolated", "isolated", "distributed", "consuming", "borrowing",
  ]

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("class", .class), ("actor", .class), ("struct", .structure), ("enum", .enumeration), ("protocol", .interface),
    ("extension", .class),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    try takePrefix(into: &qualifiers)
    if cursor.token(is: "import") {
      cursor.position += 1
      while !cursor.isLineEnd { cursor.position += 1 }
      return nil
    }
    let declaration = try body(from: start)
    return try completed(declaration, qualifiers, from: start, isMember: level > 0)
  }

  private mutating func takePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while !cursor.isAtEnd {
      if cursor.mark() == UInt8(ascii: "@"), cursor.isIdentifier(1) {
        cursor.position += 1
        var qualifier = Qualifier(name: try cursor.takeName())
        if cursor.mark() == UInt8(ascii: "("), cursor.isGlued() {
          qualifier.value = cursor.written(try cursor.skipBrackets())
        }
        qualifiers.append(qualifier)
      } else if cursor.token(isOneOf: Self.modifiers), isModifier() {
        qualifiers.append(Qualifier(name: try cursor.takeName()))
        if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
      } else {
        return
      }
    }
  }

  /// `class func` and `private(set) var` go on; `class Box` is the class itself.
  private func isModifier() -> Bool {
    if cursor.mark(1) == UInt8(ascii: "(") { return cursor.token(2, isOneOf: ["set", "safe", "unsafe"]) }
    guard cursor.token(is: "class") else { return cursor.isIdentifier(1) || cursor.mark(1) == UInt8(ascii: "@") }
    return cursor.token(1, isOneOf: ["func", "var", "let", "subscript"]) || cursor.token(1, isOneOf: Self.modifiers)
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.takeWord("func") { return try function(from: start) }
    if cursor.token(isOneOf: ["init", "subscript"]) {
      let kind: Declaration.Kind = cursor.token(is: "init") ? .constructor : .method
      var call = declaration(kind, try cursor.takeName(), from: start)
      _ = cursor.take(UInt8(ascii: "?")) || cursor.take(UInt8(ascii: "!"))
      try takeCall(of: &call)
      return call
    }
    if cursor.token(is: "deinit") {
      let destructor = declaration(.destructor, try cursor.takeName(), from: start)
      try skipBody()
      return destructor
    }
    for (word, kind) in Self.kinds where cursor.takeWord(word) { return try type(kind, from: start) }
    if cursor.takeWord("var") || cursor.takeWord("let") { return try property(from: start) }
    if cursor.takeWord("case") { return try enumerators(from: start) }
    if cursor.token(isOneOf: ["typealias", "associatedtype"]) {
      cursor.position += 1
      return try alias(from: start)
    }
    if level == 0, cursor.isIdentifier(), !cursor.token(isOneOf: ["if", "for", "while", "guard", "switch", "return"]) {
      return try use(from: start)
    }
    throw SignatureMismatch()
  }

  /// `open(_:options:)`, as references name functions.
  private mutating func use(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(.function, nil, from: start)
    try takePath(into: &function)
    if function.owner != nil { function.kind = .method }
    for item in try cursor.takeList(TokenCursor.ListStyle(separator: UInt8(ascii: ":"))) {
      guard item.range.count == 1, cursor[item.range.lowerBound].kind == .identifier,
        cursor[item.range.upperBound].mark == UInt8(ascii: ":")
      else { throw SignatureMismatch() }
      var parameter = ParameterDeclaration(item, in: cursor)
      let label = cursor.located(item.range.lowerBound)
      if label.value != "_" { parameter.name = label }
      function.parameters.append(parameter)
    }
    return function
  }

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(level > 0 ? .method : .function, nil, from: start)
    let place = cursor.position
    if cursor.isIdentifier() {
      try takePath(into: &function)
    } else {
      // The name of an operator.
      while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: "("),
        !(cursor.mark() == UInt8(ascii: "<") && cursor.isIdentifier(1))
      {
        cursor.position += 1
      }
      function.name = cursor.written(from: place, to: cursor.position)
    }
    try takeCall(of: &function)
    return function
  }

  /// Type parameters, parameters, effects, return type and body.
  private mutating func takeCall(of function: inout Declaration) throws(SignatureMismatch) {
    try cursor.skipTypeParameters()
    function.parameters += try takeItems(TokenCursor.ListStyle(hasAngles: true)) {
      (reader, item) throws(SignatureMismatch) in try reader.parameter(item)
    }
    while cursor.token(isOneOf: ["async", "throws", "rethrows", "reasync"]) {
      var qualifier = Qualifier(name: try cursor.takeName())
      if cursor.mark() == UInt8(ascii: "(") { qualifier.value = cursor.written(try cursor.skipBrackets()) }
      function.qualifiers.append(qualifier)
    }
    if cursor.isArrow {
      cursor.position += 2
      function.type = try takeType()
    }
    takeWhere(of: &function)
    try skipBody()
  }

  private mutating func takeWhere(of declaration: inout Declaration) {
    let clause = cursor.takeClause(["where"], to: .init(marks: [UInt8(ascii: "{")], isLine: true))
    if let clause { declaration.qualifiers.append(clause) }
  }

  private mutating func takeType() throws(SignatureMismatch) -> Located<String> {
    let ending = TokenCursor.Ending(
      marks: [UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: ",")], words: ["where"],
      isLine: true)
    guard let type = cursor.takeText(to: ending) else { throw SignatureMismatch() }
    return type
  }

  /// `label name: inout T... = v`.
  private mutating func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration {
    var parameter = ParameterDeclaration(item, in: cursor)
    try takePrefix(into: &parameter.qualifiers)
    let first = try cursor.takeName()
    parameter.name = first
    if cursor.isIdentifier() {
      parameter.name = try cursor.takeName()
      if first.value != "_" { parameter.qualifiers.append(Qualifier(name: first)) }
    }
    try cursor.expect(UInt8(ascii: ":"))
    if cursor.token(is: "inout") {
      parameter.direction = Located(.inOut, at: cursor.span(of: cursor.position..<cursor.position + 1))
      cursor.position += 1
    }
    var range = cursor.skip(to: .init(marks: [UInt8(ascii: "=")])).clamped(to: item.range)
    if range.upperBound < item.range.upperBound {
      parameter.defaultValue = cursor.written(from: range.upperBound + 1, to: item.range.upperBound)
    }
    if let last = range.last, cursor[last].mark == UInt8(ascii: "."), cursor[last].length == 3 {
      parameter.isVariadic = true
      range = range.dropLast()
    }
    parameter.type = cursor.written(range)
    return parameter
  }

  // MARK: Types

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type)
    try cursor.skipTypeParameters()
    if cursor.take(UInt8(ascii: ":")) {
      repeat { type.baseNames.append(try takeType()) } while cursor.take(UInt8(ascii: ","))
    }
    takeWhere(of: &type)
    level += 1
    defer { level -= 1 }
    try members(of: &type, level: level)
    return type
  }

  private mutating func property(from start: Int) throws(SignatureMismatch) -> Declaration {
    var property = declaration(.property, try cursor.takeName(), from: start)
    if cursor.take(UInt8(ascii: ":")) { property.type = try takeType() }
    if cursor.take(UInt8(ascii: "=")) {
      property.value = cursor.takeText(to: .init(marks: [UInt8(ascii: "{")], isLine: true))
    }
    guard property.type != nil || property.value != nil else { throw SignatureMismatch() }
    try skipBody()
    return property
  }

  /// `case a, b(T)`: the first with the further names.
  private mutating func enumerators(from start: Int) throws(SignatureMismatch) -> Declaration {
    var enumerator = declaration(.enumerator, try cursor.takeName(), from: start)
    repeat {
      if cursor.mark() == UInt8(ascii: "(") { enumerator.type = cursor.written(try cursor.skipBrackets()) }
      if cursor.take(UInt8(ascii: "=")) {
        enumerator.value =
          cursor.takeText(to: .init(marks: [UInt8(ascii: ","), UInt8(ascii: ";")], isLine: true))
      }
      guard cursor.take(UInt8(ascii: ",")) else { break }
      enumerator.otherNames.append(try cursor.takeName())
    } while true
    return enumerator
  }

  private mutating func alias(from start: Int) throws(SignatureMismatch) -> Declaration {
    var alias = declaration(.typeAlias, try cursor.takeName(), from: start)
    try cursor.skipTypeParameters()
    if cursor.take(UInt8(ascii: ":")) { alias.baseNames = [try takeType()] }
    if cursor.take(UInt8(ascii: "=")) { alias.type = try takeType() }
    takeWhere(of: &alias)
    return alias
  }
}
