import DocgenSupport

/// A signature block: its tokens, and what they declare.
///
/// A block that cannot be read as declarations from its first to its last token has none; its tokens can still be compared.
package struct Signature: Sendable {
  /// What the block is written in.
  package let language: SignatureLanguage
  /// Comments and white space are left out.
  package let tokens: [SignatureToken]
  /// Empty when the block was not understood.
  package let declarations: [Declaration]

  /// Creates a signature from its parts.
  package init(language: SignatureLanguage, tokens: [SignatureToken], declarations: [Declaration]) {
    self.language = language
    self.tokens = tokens
    self.declarations = declarations
  }

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
    let style = SignatureLanguage.commentStyle(said: said, text: text)
    var tokenizer = SignatureTokenizer(text, baseOffset: baseOffset, commentStyle: style)
    tokenizer.run()
    var tokens = tokenizer.tokens
    var language = SignatureLanguage.other
    var declarations: [Declaration] = []
    tokens.withUnsafeBufferPointer { buffer in
      let cursor = TokenCursor(text: text, base: baseOffset, tokens: buffer)
      language = SignatureLanguage.detect(said: said, commentStyle: style, in: cursor)
      declarations = Self.declarations(in: cursor, language: &language, isSaid: said != nil)
    }
    if tokenizer.hasComments { tokens.removeAll { $0.kind == .comment } }
    return Signature(language: language, tokens: tokens, declarations: declarations)
  }

  private static func declarations(
    in cursor: TokenCursor, language: inout SignatureLanguage, isSaid: Bool
  ) -> [Declaration] {
    do throws(SignatureMismatch) {
      switch language {
      case .mof, .c, .idl, .cSharp:
        if language == .c {
          var message = MessageParser(cursor: cursor)
          if let declaration = message.parse() { return [declaration] }
        }
        var parser = DeclarationParser(cursor, language: language)
        let result = try parser.parseBlock()
        if !isSaid, result.isEmpty || result.contains(where: isDoubtful) { throw SignatureMismatch() }
        return result
      case .visualBasic, .jScript:
        var parser = ScriptSignatureParser(cursor: cursor, language: language)
        return try parser.parse()
      case .xml:
        var parser = XMLSignatureParser(cursor: cursor)
        return parser.parse().map { [$0] } ?? []
      case .other:
        return []
      }
    } catch {
      if !isSaid { language = .other }
      return []
    }
  }

  /// Words in a row are a variable in C, and much else in other notations: `nameID MENU text`.
  private static func isDoubtful(_ declaration: Declaration) -> Bool {
    declaration.kind == .variable || declaration.name == nil
  }
}
