import DocgenSupport

/// What reads the signatures of a language.
protocol SignatureReader {
  /// The place in the block, whose comments are left out.
  var cursor: TokenCursor { get set }

  /// Reads one statement; `nil` for one that declares nothing, such as an import.
  mutating func statement() throws(SignatureMismatch) -> Declaration?
}

extension SignatureReader {
  /// Reads all statements of the block.
  mutating func parse() throws(SignatureMismatch) -> [Declaration] {
    let declarations = try statements(until: 0)
    guard cursor.isAtEnd else { throw SignatureMismatch() }
    return declarations
  }

  /// Reads statements up to a mark that ends them, or all of them where it is 0.
  mutating func statements(until end: UInt8) throws(SignatureMismatch) -> [Declaration] {
    var result: [Declaration] = []
    while !cursor.isAtEnd {
      if end != 0, cursor.mark() == end { break }
      if cursor.take(UInt8(ascii: ";")) { continue }
      let start = cursor.position
      if let declaration = try statement() { result.append(declaration) }
      guard cursor.position > start else { throw SignatureMismatch() }
    }
    return result
  }

  /// Reads the members between braces, if there are any.
  mutating func members(of declaration: inout Declaration, level: Int) throws(SignatureMismatch) {
    guard cursor.take(UInt8(ascii: "{")) else { return }
    guard level < 24 else { throw SignatureMismatch() }
    declaration.members = try statements(until: UInt8(ascii: "}"))
    try cursor.expect(UInt8(ascii: "}"))
  }

  /// Skips what stands between braces, if anything does.
  mutating func skipBody() throws(SignatureMismatch) {
    guard cursor.mark() == UInt8(ascii: "{") else { return }
    guard let end = cursor.closing() else { throw SignatureMismatch() }
    cursor.position = end
  }

  /// Reads each item of a list between brackets, of which the first comes next, by a reader that stands at its start.
  mutating func takeItems<Item>(
    _ style: TokenCursor.ListStyle, _ read: (inout Self, ListItem) throws(SignatureMismatch) -> Item
  ) throws(SignatureMismatch) -> [Item] {
    var result: [Item] = []
    for item in try cursor.takeList(style) {
      var inside = self
      inside.cursor.position = item.range.lowerBound
      result.append(try read(&inside, item))
    }
    return result
  }

  /// A statement with the qualifiers that stand before it; what is no member ends its line.
  func completed(
    _ declaration: Declaration, _ qualifiers: [Qualifier] = [], from start: Int, isMember: Bool
  ) throws(SignatureMismatch) -> Declaration {
    guard cursor.isLineEnd || cursor.mark() == UInt8(ascii: ";") || isMember else { throw SignatureMismatch() }
    var declaration = declaration
    declaration.qualifiers.insert(contentsOf: qualifiers, at: 0)
    declaration.span = cursor.span(from: start)
    return declaration
  }

  /// A declaration whose span is still open.
  func declaration(_ kind: Declaration.Kind, _ name: Located<String>?, from start: Int) -> Declaration {
    Declaration(kind: kind, name: name, span: cursor.span(from: start))
  }

  /// Takes a word of a list, as a qualifier.
  mutating func takeModifiers(_ words: [StaticString], into qualifiers: inout [Qualifier]) {
    while cursor.isIdentifier(), words.contains(where: { cursor.token(is: $0) }) {
      // A word that nothing follows is a name.
      guard cursor.position + 1 < cursor.tokens.count, !Self.endsName(cursor.mark(1)) else { return }
      qualifiers.append(Qualifier(name: cursor.located(cursor.position)))
      cursor.position += 1
    }
  }

  private static func endsName(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "(") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: "=")
      || mark == UInt8(ascii: ",") || mark == UInt8(ascii: ")")
  }

  /// Takes `A.B.C`: the last part is the name, the rest its owner.
  mutating func takePath(
    into declaration: inout Declaration, separators: [UInt8] = [UInt8(ascii: ".")]
  ) throws(SignatureMismatch) {
    let start = cursor.position
    var last = try cursor.takeName()
    while separators.contains(cursor.mark()), cursor.isGlued(), cursor.isIdentifier(1) {
      cursor.position += 1
      last = try cursor.takeName()
    }
    declaration.name = last
    if cursor.position - start > 2 { declaration.owner = cursor.written(from: start, to: cursor.position - 2) }
  }
}

/// One of the parts of a list between brackets.
struct ListItem {
  /// Its tokens.
  var range: Range<Int>
  /// It stands between brackets of its own: `open(a[, b])`.
  var isOptional: Bool
}

extension ParameterDeclaration {
  /// A parameter that is only known by its place.
  init(_ item: ListItem, in cursor: TokenCursor) {
    self.init(span: cursor.span(of: item.range))
    if item.isOptional { direction = Located(.optional, at: span) }
  }
}
