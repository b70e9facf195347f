import DocgenSupport

/// A label with its value, as pages state what holds of a thing as a whole: `Data type` and `UINT32`.
package struct LabelledValue: Sendable {
  /// The canonical key of the label (`data-type`); `nil` if the vocabulary lacks it.
  package var key: String?
  /// The label as it stands there.
  package var label: Located<String>
  /// The text beside the label.
  package var value: Located<String>
  /// The node of the row, entry or heading.
  package var node: Int
  /// The section it stands in; nothing before the first one.
  package var section: Int?
}

/// What holds of a thing in one version of a product, which has a section of its own.
package struct Implementation: Sendable {
  /// The version, as the section's title names it.
  package var product: Located<String>
  /// The index of the section.
  package var section: Int
  /// What the tables of the section state.
  package var values: [LabelledValue]
}

/// A class or interface that the page's own inherits from.
package struct BaseType: Sendable {
  /// The name as the page writes it.
  package var name: Located<String>
  /// The destination of the name's link, where it has one.
  package var link: String?
}
