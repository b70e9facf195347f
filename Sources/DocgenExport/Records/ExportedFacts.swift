import DocgenModel

/// An entry of a page's parameter list.
package struct ExportedParameter: ExportRecord {
  package var parameterName = ExportedText()
  package var directionText: ExportedText?
  package var direction = ExportedWords()
  package var hasLostDirection = false
  package var dataType: String?
  package var owner: Int?
  package var isOfTemplate = false
  package var properties: [ExportedLabelledValue] = []
  package var values: [ExportedNamedValue] = []
  package var span: ExportedSpan?

  package static let name = "parameter"
  package static let explanation = "A parameter as the page describes it."

  /// A parameter without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("name", &parameterName, "The name as it stands there.")
    fields.slot("directionText", &directionText, "The words in brackets after the name, without the brackets.")
    fields.words(
      "direction", &direction, choices: directionWords,
      "How data flows through the parameter, as the page or else its signature says; absent where that is not known.")
    fields.flag("hasLostDirection", &hasLostDirection, "The words are known to have lost the meaning.")
    fields.text("dataType", &dataType, "The type that the signature gives it.")
    fields.number("owner", &owner, "The index of the section about the member that it belongs to.")
    fields.flag("isOfTemplate", &isOfTemplate, "It is a parameter of a template.")
    fields.records(
      "properties", &properties, "What is stated of it apart from the text: 'Required' and 'False'.")
    fields.records("values", &values, "The values that its description lists.")
    fields.place(&span)
  }
}

/// The words for how data flows through a parameter.
let directionWords = ["in", "out", "optional", "retval", "reserved"]

/// A code that may be returned.
package struct ExportedReturnCode: ExportRecord {
  package var codeName: ExportedText?
  package var isSymbolic = false
  package var value: ExportedText?
  package var alternateValue: ExportedText?
  package var span: ExportedSpan?

  package static let name = "returnCode"
  package static let explanation = "A code that a function or method may return; it has a name or a value, or both."

  /// A code without name and value.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot(
      "name", &codeName, "A symbolic name ('E_FAIL'), or words that each language has its own for ('Success').")
    fields.flag("isSymbolic", &isSymbolic, "The name is one that no language may change.")
    fields.slot(
      "value", &value, "A number, range ('8..32767') or list of numbers in its canonical form, or text in place of it.")
    fields.slot("alternateValue", &alternateValue, "The same value in another base, or a second value.")
    fields.place(&span)
  }
}

/// A row of a page's requirements.
package struct ExportedRequirement: ExportRecord {
  package var key: String?
  package var label = ExportedText()
  package var values: [ExportedText] = []
  package var span: ExportedSpan?

  package static let name = "requirement"
  package static let explanation = "A row of a table of requirements."

  /// A requirement without label.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text(
      "key", &key, "What is required ('minimum-supported-client'); absent where the label is not in the vocabulary.")
    fields.slot("label", &label, "The label as it stands there, without a colon at its end.")
    fields.slots("values", &values, "The values of the row, in their order.")
    fields.place(&span)
  }
}

/// A member that a page lists.
package struct ExportedMember: ExportRecord {
  package var role = ""
  package var memberName = ExportedText()
  package var target: String?
  package var page: String?
  package var dataType: ExportedText?
  package var access: ExportedText?
  package var qualifiers: ExportedText?
  package var value: ExportedText?
  package var defaultValue: ExportedText?
  package var required: ExportedText?
  package var values: [ExportedNamedValue] = []
  package var span: ExportedSpan?

  package static let name = "member"
  package static let explanation = "A member that a class, interface, structure or enumeration page lists."

  /// A member without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("role", &role, "The role of the section that lists it ('methods').")
    fields.slot("name", &memberName, "The name as it stands there.")
    fields.text("target", &target, "The destination of the name's link.")
    fields.text("page", &page, "The id of the page that the name's link leads to.")
    fields.slot("dataType", &dataType, "The data type of a property.")
    fields.slot("access", &access, "Whether a property can be read and written, in the words of the page.")
    fields.slot("qualifiers", &qualifiers, "The qualifiers of a property, as they stand there.")
    fields.slot("value", &value, "The number that an enumerator or constant stands for.")
    fields.slot("defaultValue", &defaultValue, "What an attribute or property is when nothing is said.")
    fields.slot("required", &required, "Whether the member must be there, in the words of the page.")
    fields.records("values", &values, "The values that its description lists.")
    fields.place(&span)
  }
}
