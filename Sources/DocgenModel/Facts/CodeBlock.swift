import DocgenSupport

/// A code block of a page.
package struct CodeBlock: Sendable {
  /// The info string of the fence (`c++`), where it has one.
  package var infoString: Located<String>?
  /// The block's declarations, when it stands where a page's signature does.
  package var signature: Signature?
  /// The index of the block's node.
  package var node: Int
  /// The place of the text between the fences.
  package var span: SourceSpan
}
