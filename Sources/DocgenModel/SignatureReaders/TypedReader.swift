import DocgenSupport

/// Reads languages that write the type in front of the name: Java, and what the family of C does not know of C#.
struct TypedReader: SignatureReader {
  var cursor: TokenCursor
  let language: SignatureLanguage
  var level = 0

  static let modifiers: [StaticString] = [
    "public", "private", "protected", "internal", "static", "final", "abstract", "native", "synchronized", "transient",
    "volatile", "strictfp", "default", "sealed", "virtual", "override", "readonly", "extern", "unsafe", "async", "new",
    "partial", "const", "required", "file", "fixed", "implicit", "explicit", "ref", "delegate", "event",
  ]

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("class", .class), ("interface", .interface), ("struct", .structure), ("enum", .enumeration), ("record", .class),
    ("namespace", .namespace),
  ]

  /// Words that begin a statement that declares nothing.
  private static let statements: [StaticString] = [
    "if", "for", "foreach", "while", "do", "switch", "return", "throw", "try", "break", "continue", "var", "lock",
    "yield", "await", "assert", "case", "else", "catch", "finally", "goto",
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    var qualifiers: [Qualifier] = []
    try takePrefix(into: &qualifiers)
    if cursor.token(isOneOf: ["import", "package", "using"]) {
      cursor.position += 1
      while !cursor.isLineEnd, cursor.mark() != UInt8(ascii: ";") { cursor.position += 1 }
      return nil
    }
    guard !cursor.token(isOneOf: Self.statements) else { throw SignatureMismatch() }
    var declaration = try body(qualifiers, from: start)
    declaration.qualifiers.insert(contentsOf: qualifiers, at: 0)
    guard cursor.isLineEnd || cursor.mark() == UInt8(ascii: ";") || level > 0 else { throw SignatureMismatch() }
    _ = cursor.take(UInt8(ascii: ";"))
    declaration.span = cursor.span(from: start)
    return declaration
  }

  /// Annotations, attributes and modifiers.
  mutating func takePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while !cursor.isAtEnd {
      let count = qualifiers.count
      takeModifiers(Self.modifiers, into: &qualifiers)
      if cursor.mark() == UInt8(ascii: "@"), cursor.isIdentifier(1), !cursor.token(1, is: "interface") {
        cursor.position += 1
        var holder = declaration(.class, nil, from: cursor.position)
        try takePath(into: &holder)
        guard let name = holder.name else { throw SignatureMismatch() }
        var qualifier = Qualifier(name: name)
        if cursor.mark() == UInt8(ascii: "(") { qualifier.value = cursor.written(try cursor.skipBrackets()) }
        qualifiers.append(qualifier)
      } else if cursor.mark() == UInt8(ascii: "["), language == .cSharp {
        for item in try cursor.takeList() { qualifiers += attribute(item.range).map { [$0] } ?? [] }
      }
      if qualifiers.count == count { return }
    }
  }

  /// `DllImport("sample.dll")` with what it is given.
  private func attribute(_ range: Range<Int>) -> Qualifier? {
    let open = range.first { cursor[$0].mark == UInt8(ascii: "(") } ?? range.upperBound
    guard let name = cursor.written(from: range.lowerBound, to: open) else { return nil }
    guard open < range.upperBound - 1 else { return Qualifier(name: name) }
    return Qualifier(name: name, value: cursor.written(from: open + 1, to: range.upperBound - 1))
  }

  private mutating func body(
    _ qualifiers: [Qualifier], from start: Int
  ) throws(SignatureMismatch) -> Declaration {
    _ = cursor.take(UInt8(ascii: "@"))
    for (word, kind) in Self.kinds where cursor.token(is: word) && cursor.isIdentifier(1) {
      cursor.position += 1
      if kind == .class { _ = cursor.takeWord("class") || cursor.takeWord("struct") }
      return try type(kind, from: start)
    }
    try cursor.skipTypeParameters()
    return try member(qualifiers, from: start)
  }

  // MARK: Types

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type)
    try cursor.skipTypeParameters()
    if cursor.mark() == UInt8(ascii: "(") { type.parameters = try takeParameters() }
    while cursor.takeWord("extends") || cursor.takeWord("implements") || cursor.take(UInt8(ascii: ":")) {
      try takeBases(of: &type)
    }
    takeConstraints(of: &type)
    guard cursor.mark() == UInt8(ascii: "{") else { return type }
    level += 1
    defer { level -= 1 }
    if kind == .enumeration {
      try takeEnumerators(of: &type)
    } else {
      try members(of: &type, level: level)
    }
    return type
  }

  private mutating func takeBases(of type: inout Declaration) throws(SignatureMismatch) {
    let ending = TokenCursor.Ending(
      marks: [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: ";")],
      words: ["implements", "extends", "permits", "where"])
    repeat {
      guard let base = cursor.takeText(to: ending) else { throw SignatureMismatch() }
      type.baseNames.append(base)
    } while cursor.take(UInt8(ascii: ","))
  }

  /// `throws IOException`, `where T : class`, `permits Circle`.
  mutating func takeConstraints(of declaration: inout Declaration) {
    let ending = TokenCursor.Ending(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], words: ["where"], isArrow: true)
    while let clause = cursor.takeClause(["throws", "where", "permits"], to: ending) {
      declaration.qualifiers.append(clause)
    }
  }

  /// The names at the start of an enumeration; what follows a semicolon is code.
  private mutating func takeEnumerators(of type: inout Declaration) throws(SignatureMismatch) {
    let end = cursor.closing().map { $0 - 1 } ?? cursor.tokens.count
    cursor.position += 1
    while cursor.position < end, cursor.isIdentifier() {
      let start = cursor.position
      var enumerator = declaration(.enumerator, try cursor.takeName(), from: start)
      if cursor.mark() == UInt8(ascii: "(") { _ = try cursor.skipBrackets() }
      if cursor.take(UInt8(ascii: "=")) { enumerator.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ",")])) }
      type.members.append(enumerator)
      guard cursor.take(UInt8(ascii: ",")) else { break }
    }
    cursor.position = end
    try cursor.expect(UInt8(ascii: "}"))
  }
}
