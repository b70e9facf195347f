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

  /// Whether the block can be a command line: nothing was read in it, or one was.
  package var isCommandLine: Bool { declarations.first.map { $0.kind == .command } ?? true }

  /// Creates a signature from its parts.
  package init(language: SignatureLanguage, tokens: [SignatureToken], declarations: [Declaration]) {
    self.language = language
    self.tokens = tokens
    self.declarations = declarations
  }
}
