import DocgenSupport

/// A label with its value, as pages state what holds of a thing as a whole: `Data type` and `UINT32`.
public struct LabelledValue: Sendable {
  /// The canonical key of the label (`data-type`); nothing where the vocabulary lacks it.
  public var key: String?
  /// The label as it stands there.
  public var label: Located<String>
  /// The text beside the label.
  public var value: Located<String>
  /// The node of the row, entry or heading.
  public var node: Int
  /// The section it stands in; nothing before the first one.
  public var section: Int?
}

/// What holds of a thing in one version of a product, which has a section of its own.
public struct Implementation: Sendable {
  /// The version, as the section's title names it.
  public var product: Located<String>
  /// The index of the section.
  public var section: Int
  /// What the tables of the section state.
  public var values: [LabelledValue]
}

/// A class or interface that the page's own inherits from.
public struct BaseType: Sendable {
  /// The name as the page writes it.
  public var name: Located<String>
  /// The destination of the name's link, where it has one.
  public var link: String?
}
