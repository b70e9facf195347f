import DocgenSupport

/// The attributes at the end of a heading, which are no part of its text: `{#id .class}`.
public struct HeadingID: Sendable, Equatable {
  /// From the first mark to the last.
  public var span: SourceSpan
  /// The id; `nil` if there are other attributes only.
  public var id: Located<String>?
}

extension Document {
  /// The id at the end of a heading, where it has one.
  public func headingID(of node: Int) -> Located<String>? {
    headingIDs.isEmpty ? nil : headingAttributes(of: node)?.id
  }

  /// The attributes at the end of a heading, where it has any.
  ///
  /// - Complexity: O(log *n*) in the headings of the page.
  public func headingAttributes(of node: Int) -> HeadingID? {
    let span = nodes[node].span
    let index = headingIDs.partitioningIndex { $0.span.start >= span.start }
    guard index < headingIDs.count, headingIDs[index].span.end <= span.end else { return nil }
    return headingIDs[index]
  }
}
