/// A name with the value that it stands for.
package struct ExportedNamedValue: ExportRecord {
  package var valueName: ExportedText?
  package var isSymbolic = false
  package var value: ExportedText?
  package var alternateValue: ExportedText?
  package var span: ExportedSpan?

  package static let name = "namedValue"
  package static let explanation = "One of the values that something may have; it has a name or a value, or both."

  /// A value without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("name", &valueName, "A symbolic name, or words that each language has its own for.")
    fields.flag("isSymbolic", &isSymbolic, "The name is one that no language may change.")
    fields.slot("value", &value, "A number, range or list of numbers in its canonical form, or text in place of it.")
    fields.slot("alternateValue", &alternateValue, "The same value in another base, or a second value.")
    fields.place(&span)
  }
}

/// A label with its value.
package struct ExportedLabelledValue: ExportRecord {
  package var key: String?
  package var label = ExportedText()
  package var value = ExportedText()
  package var section: Int?

  package static let name = "labelledValue"
  package static let explanation = "What the page states about its thing as a whole ('Data type' and 'UINT32')."

  /// A value without label.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("key", &key, "What the label stands for ('data-type'); absent where it is not in the vocabulary.")
    fields.slot("label", &label, "The label as it stands there.")
    fields.slot("value", &value, "The text beside the label.")
    fields.number("section", &section, "The index of the section; absent before the first one.")
  }
}

/// What holds of the page's thing in one version of a product.
package struct ExportedImplementation: ExportRecord {
  package var product = ExportedText()
  package var section = 0
  package var values: [ExportedLabelledValue] = []

  package static let name = "implementation"
  package static let explanation = "What holds of the page's thing in one version of a product."

  /// An implementation without product.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("product", &product, "The product and its version, as the section's title names them.")
    fields.number("section", &section, "The index of the section.")
    fields.records("values", &values, "What the tables of the section state.")
  }
}

/// A class or interface that the page's own inherits from.
package struct ExportedBaseType: ExportRecord {
  package var typeName = ExportedText()
  package var target: String?
  package var page: String?

  package static let name = "baseType"
  package static let explanation = "A class or interface that the page's own inherits from."

  /// A type without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("name", &typeName, "The name as it stands there.")
    fields.text("target", &target, "The destination of the name's link.")
    fields.text("page", &page, "The id of the page that the name's link leads to.")
  }
}
