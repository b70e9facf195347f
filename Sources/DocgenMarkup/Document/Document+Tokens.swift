extension Document {
  /// What a node of kind `token` is, as its level says.
  public enum TokenPlace: UInt8, Sendable {
    /// A token that shows something by itself, or a start without end.
    case alone
    /// The start of a block whose end follows among its siblings.
    case start
    /// The end of one.
    case end
    /// Before the first of blocks that belong together.
    case groupStart
    /// After the last of them.
    case groupEnd
  }

  /// The token of a node of kind `token`.
  public func token(of node: Node) -> Token? {
    guard node.kind == .token, node.payload >= 0, Int(node.payload) < tokens.count else { return nil }
    return tokens[Int(node.payload)]
  }

  /// What a node of kind `token` is.
  public func place(of node: Node) -> TokenPlace { TokenPlace(rawValue: node.level) ?? .alone }

  /// Whether a token is a heading that starts a tab, or the end of such.
  public func isTabHeading(_ token: Token) -> Bool { tokenSet?.syntaxes[token.syntax].form == .heading }

  /// Whether a token is a statement of a program (`import`).
  public func isStatement(_ token: Token) -> Bool { tokenSet?.syntaxes[token.syntax].form == .statement }

  /// Whether a token has lines of its own.
  public func isBlock(_ token: Token) -> Bool {
    if case .block = token.mask { true } else { false }
  }

  /// Whether a token is a footnote or the mark of one.
  public func isFootnote(_ token: Token) -> Bool { token.syntax == tokenSet?.footnotes }
}
