import DocgenMarkup

/// A label with its value, about the page's thing as a whole.
package struct ExportedLabelledValue: ExportRecord {
  package var key: String?
  package var label = ExportedText()
  package var value = ExportedText()
  package var section: Int?
  package var span: ExportedSpan?

  package static let name = "labelledValue"
  package static let explanation = "What holds of the page's thing as a whole ('Data type' and 'UINT32')."

  /// A value without label.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("key", &key, "What the label means ('data-type'); absent where it is not in the vocabulary.")
    fields.slot("label", &label, "The label as it stands there.")
    fields.slot("value", &value, "The text beside the label.")
    fields.number("section", &section, "The index of the section it stands in.")
    fields.place(&span)
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
    fields.slot("product", &product, "The version, as the title of its section names it.")
    fields.number("section", &section, "The index of that section.")
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

/// A requirement that the front matter states.
package struct ExportedMetadataRequirement: ExportRecord {
  package var key = ""
  package var value = ExportedText()

  package static let name = "metadataRequirement"
  package static let explanation = "A requirement that the front matter states ('req.header')."

  /// A requirement without key.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("key", &key, "What is required, by the key that requirements have ('header').")
    fields.slot("value", &value, "The value as it stands there.")
  }
}

/// A link to a related page.
package struct ExportedSeeAlso: ExportRecord {
  package var text = ExportedText()
  package var target = ExportedText()
  package var page: String?

  package static let name = "relatedLink"
  package static let explanation = "A link of the sections that list related pages."

  /// A link without target.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("text", &text, "The text of the link.")
    fields.slot("target", &target, "The destination as the page writes it, escapes resolved.")
    fields.text("page", &page, "The id of the page that it leads to; absent where there is none.")
  }
}

/// A note, warning or the like.
package struct ExportedAlert: ExportRecord {
  package var kind = AlertKind.note.name
  package var span: ExportedSpan?

  package static let name = "alert"
  package static let explanation = "A note, warning or the like, set apart from the text."

  /// A note.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("kind", &kind, choices: AlertKind.allCases.map(\.name), "What kind of alert it is.")
    fields.place(&span)
  }
}
