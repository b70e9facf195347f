import DocgenSupport

/// A recursive-descent parser for the family of C: C, C++, IDL, C# and the Managed Object Format.
///
/// They share `[attributes] specifiers declarator;` and `keyword Name : bases { members }`. Types are not looked up: what is a
/// name and what is a type is told by place, and a block that leaves it open is a ``SignatureMismatch``, never a guess.
struct DeclarationParser {
  /// No declaration nests deeper.
  static let maximumDepth = 48

  var cursor: TokenCursor
  let language: SignatureLanguage
  var depth = 0
  /// The indices of the tokens of types in the making; each specifier sequence works on its own end of it.
  var typeTokens: [Int] = []

  init(_ cursor: TokenCursor, language: SignatureLanguage) {
    self.cursor = cursor
    self.language = language
    typeTokens.reserveCapacity(16)
  }

  /// All declarations of the block.
  mutating func parseBlock() throws(SignatureMismatch) -> [Declaration] {
    var declarations: [Declaration] = []
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ";")) || skipComment() { continue }
      try parseDeclaration(into: &declarations, member: nil)
    }
    return declarations
  }

  mutating func skipComment() -> Bool {
    guard !cursor.isAtEnd, cursor.tokens[cursor.position].kind == .comment else { return false }
    cursor.position += 1
    return true
  }

  /// The span from a token to the last one taken.
  func span(from start: Int) -> SourceSpan {
    let last = max(start, min(cursor.position, cursor.tokens.count) - 1)
    return cursor.tokens[start].span.union(cursor.tokens[last].span)
  }

  /// One declaration with all its declarators.
  ///
  /// `member` is the name of the class it stands in, "" in a nameless one, nil outside.
  mutating func parseDeclaration(into result: inout [Declaration], member: String?) throws(SignatureMismatch) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw SignatureMismatch() }
    let start = cursor.position
    if cursor.mark() == UInt8(ascii: "#") { return try parseDirective(into: &result) }
    var qualifiers: [Qualifier] = []
    try parsePrefix(into: &qualifiers)
    if cursor.isAtEnd { throw SignatureMismatch() }
    switch cursor.word() {
    case .accessKeyword where cursor.mark(1) == UInt8(ascii: ":"):
      cursor.position += 2
      return
    case .typedefKeyword:
      return try parseTypedef(from: start, qualifiers: qualifiers, into: &result)
    case .namespaceKeyword where cursor.isIdentifier(1):
      return try parseNamespace(from: start, qualifiers: qualifiers, into: &result)
    case .usingKeyword:
      return try parseUsing(from: start, into: &result)
    case .externKeyword
    where cursor.position + 1 < cursor.tokens.count && cursor.tokens[cursor.position + 1].kind == .string:
      cursor.position += 2
      if cursor.take(UInt8(ascii: "{")) {
        while !cursor.take(UInt8(ascii: "}")) {
          if cursor.isAtEnd { throw SignatureMismatch() }
          if cursor.take(UInt8(ascii: ";")) || skipComment() { continue }
          try parseDeclaration(into: &result, member: nil)
        }
        return
      }
    case .enumKeyword, .structKeyword, .unionKeyword, .classKeyword, .interfaceKeyword:
      if isTypeDefinition() {
        return try parseTypeDefinition(from: start, qualifiers: qualifiers, isTypedef: false, into: &result)
      }
    case .declareInterface, .declareInterfaceBased, .midlInterface:
      return try parseInterfaceMacro(from: start, qualifiers: qualifiers, into: &result)
    case .stdMethod, .stdMethodTyped:
      return try parseMethodMacro(from: start, qualifiers: qualifiers, into: &result)
    default: break
    }
    try parseSimpleDeclaration(from: start, qualifiers: qualifiers, member: member, into: &result)
  }

  /// Attributes, `template <…>` and comments in front of a declaration.
  mutating func parsePrefix(into qualifiers: inout [Qualifier]) throws(SignatureMismatch) {
    while true {
      if cursor.mark() == UInt8(ascii: "[") {
        var direction: Located<ParameterDirection>?
        try parseAttributes(into: &qualifiers, direction: &direction)
      } else if cursor.word() == .templateKeyword, cursor.mark(1) == UInt8(ascii: "<") {
        let name = cursor.located(cursor.position)
        cursor.position += 1
        let inside = try skipAngleBrackets()
        qualifiers.append(Qualifier(name: name, value: cursor.joined(inside)))
      } else if !skipComment() {
        return
      }
    }
  }

  /// Skips `<…>` and returns the tokens inside.
  mutating func skipAngleBrackets() throws(SignatureMismatch) -> Range<Int> {
    let start = cursor.position + 1
    var depth = 0
    while !cursor.isAtEnd {
      switch cursor.mark() {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth == 0 {
          cursor.position += 1
          return start..<cursor.position - 1
        }
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"): throw SignatureMismatch()
      default: break
      }
      cursor.position += 1
    }
    throw SignatureMismatch()
  }

  /// Skips a bracketed sequence and returns the tokens inside.
  mutating func skipBrackets() throws(SignatureMismatch) -> Range<Int> {
    guard let end = cursor.closing() else { throw SignatureMismatch() }
    defer { cursor.position = end }
    return cursor.position + 1..<end - 1
  }

  /// Skips an expression up to one of two marks outside of brackets, or one that closes what is open outside.
  mutating func skipExpression(to first: UInt8, or second: UInt8) throws(SignatureMismatch) -> Range<Int> {
    let start = cursor.position
    while !cursor.isAtEnd {
      let mark = cursor.mark()
      switch mark {
      case first, second, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        return start..<cursor.position
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        guard let end = cursor.closing() else { throw SignatureMismatch() }
        cursor.position = end
      default:
        cursor.position += 1
      }
    }
    return start..<cursor.position
  }
}
