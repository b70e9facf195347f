import DocgenSupport

/// A code block of a page.
public struct CodeBlock: Sendable {
  /// The info string of the fence (`c++`), where it has one.
  public var infoString: Located<String>?
  /// The block's declarations, when it stands where a page's signature does.
  public var signature: Signature?
  /// The index of the block's node.
  public var node: Int
  /// The place of the text between the fences.
  public var span: SourceSpan
}
