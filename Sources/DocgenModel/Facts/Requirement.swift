import DocgenSupport

/// A row of a page's requirements.
package struct Requirement: Sendable {
  /// The canonical key of the label (`minimum-supported-client`); `nil` if the vocabulary lacks the label.
  package var key: String?
  /// The label as the page writes it.
  package var label: Located<String>
  /// The values of the row, in order.
  package var values: [Located<String>]
  /// The node of the row.
  package var node: Int
  /// The place of the cell that holds the values.
  package var valueSpan: SourceSpan
  /// The nodes of the cell that holds the values.
  package var content: Range<Int>
  /// The row is about a name, as the header of its column says (`Routine | Required header`), and has no label.
  package var isOfName = false
}
