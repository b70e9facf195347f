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
