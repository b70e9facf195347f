import DocgenSupport

extension Signature {
  /// Reads a block.
  ///
  /// - Parameters:
  ///   - text: The content of a fence as it stands in the file, indentation and all.
  ///   - infoString: What stands after the opening fence.
  ///   - baseOffset: The offset of the first byte of `text` in the file; all spans count from there.
  /// - Returns: The signature; without declarations where the block was not understood.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func parse(
    _ text: UnsafeBufferPointer<UInt8>, infoString: String, baseOffset: Int32 = 0
  ) -> Signature {
    let said = SignatureLanguage(infoString: infoString)
    let isOfCFamily = said?.isOfCFamily ?? true
    let fence = isOfCFamily ? nil : CodeLanguages.shared.named(infoString)
    let style = SignatureLanguage.commentStyle(said: said, text: text)
    var tokenizer = SignatureTokenizer(
      text, baseOffset: baseOffset, commentStyle: style, comments: fence?.comments)
    tokenizer.run()
    var tokens = tokenizer.tokens
    if !isOfCFamily, tokenizer.hasComments { tokens.removeAll { $0.kind == .comment } }
    let isGrammar = said.map { $0 != .powerShell } ?? false
    if isGrammar, fence?.hasPlaceholders ?? false { Placeholder.fold(&tokens, of: text, baseOffset: baseOffset) }
    var result = tokens.withUnsafeBufferPointer { buffer in
      var reading = SignatureReading(
        cursor: TokenCursor(text: text, base: baseOffset, tokens: buffer), said: said, commentStyle: style)
      reading.read()
      return (language: reading.language, declarations: reading.declarations)
    }
    if isOfCFamily, tokenizer.hasComments { tokens.removeAll { $0.kind == .comment } }
    if said == nil, result.language == .other { Placeholder.fold(&tokens, of: text, baseOffset: baseOffset) }
    let isUsage =
      result.language == .shell && result.declarations.contains { $0.kind == .command }
      || said == nil && result.language == .other && UsageReader.isUsage(tokens, of: text, baseOffset: baseOffset)
    if isUsage { Placeholder.mark(wordsIn: &tokens, of: text, baseOffset: baseOffset) }
    if result.declarations.count > SignatureReading.limit { result.declarations = [] }
    return Signature(language: result.language, tokens: tokens, declarations: result.declarations)
  }

  /// Cuts a block that is no signature into tokens.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func tokens(
    of text: UnsafeBufferPointer<UInt8>, infoString: String, baseOffset: Int32 = 0
  ) -> Signature {
    let fence = CodeLanguages.shared.language(of: infoString)
    var style = SignatureLanguage.commentStyle(said: fence?.reader, text: text)
    if let fence, fence.reader == nil, style == .c, fence.id != CodeLanguages.shared.unnamed.id { style = .data }
    var tokenizer = SignatureTokenizer(
      text, baseOffset: baseOffset, commentStyle: style, comments: fence?.comments)
    tokenizer.run()
    var tokens = tokenizer.tokens
    if tokenizer.hasComments { tokens.removeAll { $0.kind == .comment } }
    if fence?.hasPlaceholders ?? true, style != .xml {
      Placeholder.fold(&tokens, of: text, baseOffset: baseOffset)
    }
    return Signature(language: fence?.reader ?? .other, tokens: tokens, declarations: [])
  }
}

/// Tells the language of a block, and reads what it declares.
private struct SignatureReading {
  /// A block that declares more is a program.
  static let limit = 512

  let cursor: TokenCursor
  let said: SignatureLanguage?
  let commentStyle: SignatureTokenizer.CommentStyle
  var language = SignatureLanguage.other
  var declarations: [Declaration] = []

  mutating func read() {
    if said == nil, CommandReader.isSyntax(cursor) {
      language = .powerShell
      var reader = reader()
      declarations = (try? reader.parse()) ?? []
      return
    }
    language = SignatureLanguage.detect(said: said, commentStyle: commentStyle, in: cursor)
    do throws(SignatureMismatch) {
      declarations = try parse()
    } catch {
      if said == nil { language = .other }
    }
  }

  private func parse() throws(SignatureMismatch) -> [Declaration] {
    switch language {
    case .mof, .c, .idl: return try parseCFamily()
    case .cSharp:
      do throws(SignatureMismatch) {
        return try parseTyped()
      } catch {
        return try parseCFamily()
      }
    case .visualBasic, .jScript:
      var parser = ScriptSignatureParser(cursor: cursor, language: language)
      return try parser.parse()
    case .xml:
      var parser = XMLSignatureParser(cursor: cursor)
      return parser.parse().map { [$0] } ?? []
    case .other: return []
    default:
      var reader = reader()
      return try reader.parse()
    }
  }

  private func parseCFamily() throws(SignatureMismatch) -> [Declaration] {
    if language == .c {
      var message = MessageParser(cursor: cursor)
      if let declaration = message.parse() { return [declaration] }
    }
    var parser = DeclarationParser(cursor, language: language)
    let result = try parser.parseBlock()
    if said == nil, result.isEmpty || result.contains(where: Self.isDoubtful) { throw SignatureMismatch() }
    return result
  }

  private func parseTyped() throws(SignatureMismatch) -> [Declaration] {
    let tokens = cursor.tokens.filter { $0.kind != .comment }
    return try tokens.withUnsafeBufferPointer { buffer throws(SignatureMismatch) in
      let plain = TokenCursor(text: cursor.text, base: cursor.base, tokens: buffer)
      var reader = TypedReader(cursor: plain, language: .cSharp)
      return try reader.parse()
    }
  }

  private func reader() -> any SignatureReader {
    switch language {
    case .javaScript, .typeScript: ScriptReader(cursor: cursor, language: language)
    case .python: PythonReader(cursor: cursor)
    case .java: TypedReader(cursor: cursor, language: .java)
    case .kotlin: KotlinReader(cursor: cursor)
    case .go: GoReader(cursor: cursor)
    case .rust: RustReader(cursor: cursor)
    case .swift: SwiftReader(cursor: cursor)
    case .php: PHPReader(cursor: cursor)
    case .ruby: RubyReader(cursor: cursor)
    case .shell: UsageReader(cursor: cursor)
    case .http: RequestReader(cursor: cursor)
    case .sql: SQLReader(cursor: cursor)
    case .graphQL: GraphQLReader(cursor: cursor)
    case .webIDL: WebIDLReader(cursor: cursor)
    case .protobuf: ProtobufReader(cursor: cursor)
    case .css: CSSReader(cursor: cursor)
    default: CommandReader(cursor: cursor)
    }
  }

  /// Words in a row are a variable in C, and much else in other notations: `nameID MENU text`, `rpc A (B) returns (C)`.
  private static func isDoubtful(_ declaration: Declaration) -> Bool {
    guard let name = declaration.name, declaration.kind != .variable else { return true }
    return declaration.qualifiers.contains { qualifier in
      qualifier.name.span.start > name.span.end && !trailingWords.contains(qualifier.name.value)
        && qualifier.name.value.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }

  /// What may stand in small letters after the parameters of a function.
  private static let trailingWords: Set<String> = [
    "const", "volatile", "noexcept", "override", "final", "throw", "abstract", "sealed", "mutable", "try", "requires",
  ]
}
