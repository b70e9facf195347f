import DocgenSupport

/// A row of a page's requirements.
public struct Requirement: Sendable {
  /// The canonical key of the label (`minimum-supported-client`); nothing where the vocabulary lacks the label.
  public var key: String?
  /// The label as the page writes it.
  public var label: Located<String>
  /// The values of the row, in order.
  public var values: [Located<String>]
  /// The node of the row.
  public var node: Int
  /// The place of the cell that holds the values.
  public var valueSpan: SourceSpan
  /// The nodes of the cell that holds the values.
  public var content: Range<Int>
}
