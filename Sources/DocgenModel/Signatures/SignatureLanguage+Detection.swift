import DocgenSupport

extension SignatureLanguage {
  /// How comments are written in a block whose tokens are not known yet.
  static func commentStyle(said: SignatureLanguage?, text: UnsafeBufferPointer<UInt8>)
    -> SignatureTokenizer.CommentStyle
  {
    switch said {
    case .visualBasic: return .visualBasic
    case .xml: return .xml
    case .other: return .c
    case let said? where !said.isOfCFamily: return .data
    default: break
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "<") { return .xml }
      if byte > 0x20, byte < 0x80 { return .c }
      index += 1
    }
    return .c
  }

  /// The language of a block, told by its info string and, where that leaves it open or is known to lie, by its content.
  static func detect(
    said: SignatureLanguage?, commentStyle: SignatureTokenizer.CommentStyle, in cursor: TokenCursor
  ) -> SignatureLanguage {
    if commentStyle == .xml { return .xml }
    if let said, said != .c { return said }
    if looksLikeMOF(cursor) || said == nil && isBareClass(cursor) { return .mof }
    if looksLikeIDL(cursor) { return .idl }
    return .c
  }

  /// Data types, keywords and qualifiers that only MOF has.
  private static func looksLikeMOF(_ cursor: TokenCursor) -> Bool {
    switch cursor.word() {
    case .typedefKeyword, .structKeyword, .unionKeyword, .enumKeyword, .templateKeyword, .externKeyword: return false
    default: break
    }
    var cursor = cursor
    var depth = 0
    var seen = 0
    while !cursor.isAtEnd, seen < 160 {
      seen += 1
      let token = cursor.tokens[cursor.position]
      switch token.mark {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "*"), UInt8(ascii: "&"): return false
      default: break
      }
      if token.kind == .identifier {
        if token.word == .refKeyword, cursor.isIdentifier(1), cursor.isIdentifier(-1) { return true }
        switch token.length {
        case 5...6:
          if cursor.token(isCaseInsensitively: "uint8") || cursor.token(isCaseInsensitively: "sint8")
            || isSizedInteger(cursor)
          {
            if cursor.isIdentifier(1) { return true }
          }
          if cursor.token(is: "string"), cursor.isIdentifier(1), cursor.mark(-1) != UInt8(ascii: "[") { return true }
        case 7...9:
          for word: StaticString in [
            "boolean", "datetime", "amendment", "abstract", "dynamic", "provider", "eventtype",
          ]
          where cursor.token(isCaseInsensitively: word) {
            if word.utf8CodeUnitCount == 8, cursor.token(isCaseInsensitively: "abstract"), depth == 0 { break }
            return depth > 0 && cursor.mark(-1) == UInt8(ascii: "[") || cursor.isIdentifier(1)
              || cursor.mark(-1) == UInt8(ascii: ",")
          }
        default: break
        }
      }
      cursor.position += 1
    }
    return false
  }

  /// `class A : B { };` with nothing in it that C++ would have.
  private static func isBareClass(_ cursor: TokenCursor) -> Bool {
    var cursor = cursor
    while cursor.mark() == UInt8(ascii: "["), let end = cursor.closing() { cursor.position = end }
    guard cursor.word() == .classKeyword, cursor.isIdentifier(1) else { return false }
    for token in cursor.tokens[cursor.position...] {
      if token.word == .accessKeyword { return false }
      switch token.mark {
      case 0, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        continue
      default: return false
      }
    }
    return true
  }

  private static func isSizedInteger(_ cursor: TokenCursor) -> Bool {
    for word: StaticString in ["uint16", "uint32", "uint64", "sint16", "sint32", "sint64", "real32", "real64"]
    where cursor.token(is: word) { return true }
    return false
  }

  /// An attribute list that stands in front of an interface, library or typedef, or a `[propget]`.
  private static func looksLikeIDL(_ cursor: TokenCursor) -> Bool {
    guard cursor.mark() == UInt8(ascii: "["), cursor.isIdentifier(1) else { return cursor.token(is: "import") }
    for word: StaticString in [
      "object", "uuid", "propget", "propput", "propputref", "id", "dual", "local", "helpstring", "oleautomation",
      "interface", "source", "version", "pointer_default", "v1_enum", "public", "call_as", "hidden", "odl",
      "restricted",
    ] where cursor.token(1, isCaseInsensitively: word) { return true }
    return false
  }
}
