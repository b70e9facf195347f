import DocgenSupport

/// The smallest part of a signature that is compared: a word, a number, a literal or a mark.
package struct SignatureToken: Hashable, Sendable {
  /// What a token is.
  package enum Kind: UInt8, Sendable {
    /// A name or keyword.
    case identifier
    /// A number, its suffix included.
    case number
    /// A string or character literal, quotes included.
    case string
    /// One mark, or one of `::` and `...`.
    case punctuation
    /// What stands for a value that the reader fills in, `<node-name>`.
    case placeholder
    /// Left out of ``Signature/tokens``; the parsers read directions from comments.
    case comment
  }

  /// Where the token stands, counted like the offset that was given to the parser.
  package var span: SourceSpan
  /// What the token is.
  package var kind: Kind
  /// The first byte of a mark, character references decoded; 0 for other tokens.
  package var mark: UInt8
  /// The token is the first one on its line.
  package var startsLine: Bool
  /// The text holds something that is not part of its value: zero-width characters or character references.
  var isDecorated: Bool
  /// The known word that an identifier is, if any.
  var word: SignatureWord

  /// The number of bytes in the file.
  var length: Int32 { span.end - span.start }

  init(
    span: SourceSpan, kind: Kind, mark: UInt8 = 0, startsLine: Bool, isDecorated: Bool = false,
    word: SignatureWord = .none
  ) {
    self.span = span
    self.kind = kind
    self.mark = mark
    self.startsLine = startsLine
    self.isDecorated = isDecorated
    self.word = word
  }
}
