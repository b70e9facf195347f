import DocgenModel

/// A code block that holds a page's signature.
package struct ExportedSignature: ExportRecord {
  package var language = SignatureLanguage.other.rawValue
  package var infoString: ExportedText?
  package var text = ""
  package var declarations: [ExportedDeclaration] = []
  package var span: ExportedSpan?

  package static let name = "signature"
  package static let explanation = "A code block that holds the signature in one language."

  /// A signature without text.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text(
      "language", &language, choices: SignatureLanguage.allCases.map(\.rawValue), "What the block is written in.")
    fields.slot("infoString", &infoString, "What stands after the opening fence ('mof').")
    fields.text("text", &text, "The code, as it stands in the file.")
    fields.records("declarations", &declarations, "What the block declares; absent where it was not understood.")
    fields.place(&span)
  }
}

/// What a signature declares.
package struct ExportedDeclaration: ExportRecord {
  package var kind = Declaration.Kind.function.rawValue
  package var declaredName: ExportedText?
  package var owner: ExportedText?
  package var otherNames: [ExportedText] = []
  package var baseNames: [ExportedText] = []
  package var type: ExportedText?
  package var arraySuffix: ExportedText?
  package var bitWidth: ExportedText?
  package var value: ExportedText?
  package var qualifiers: [ExportedQualifier] = []
  package var parameters: [ExportedParameterDeclaration] = []
  package var members: [ExportedDeclaration] = []
  package var span: ExportedSpan?

  package static let name = "declaration"
  package static let explanation = "A function, a class with its members, a constant, and so on, as its signature says."

  /// A declaration without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text(
      "kind", &kind, choices: Declaration.Kind.allCases.map(\.rawValue), "What kind of thing is declared.")
    fields.slot("name", &declaredName, "The name; absent for a nested structure or bit field without one.")
    fields.slot("owner", &owner, "What the name belongs to ('IFoo' of 'IFoo::Bar').")
    fields.slots("otherNames", &otherNames, "The tag and the further names that a typedef gives.")
    fields.slots("baseNames", &baseNames, "The classes and interfaces that it inherits from.")
    fields.slot("type", &type, "The return type of what can be called, else the data type; whitespace normalised.")
    fields.slot("arraySuffix", &arraySuffix, "What follows the name of a field or property ('[4]').")
    fields.slot("bitWidth", &bitWidth, "The width of a bit field.")
    fields.slot("value", &value, "The initial value, the value of a constant, or the body of a macro.")
    fields.records("qualifiers", &qualifiers, "Attributes, specifiers and calling conventions.")
    fields.records("parameters", &parameters, "The parameters of what can be called and of messages.")
    fields.records("members", &members, "Fields, properties, enumerators, methods and nested types.")
    fields.place(&span)
  }
}

/// A parameter as a signature declares it.
package struct ExportedParameterDeclaration: ExportRecord {
  package var declaredName: ExportedText?
  package var type: ExportedText?
  package var direction = ExportedWords()
  package var arraySuffix: ExportedText?
  package var defaultValue: ExportedText?
  package var isVariadic = false
  package var qualifiers: [ExportedQualifier] = []
  package var span: ExportedSpan?

  package static let name = "parameterDeclaration"
  package static let explanation = "A parameter as the signature declares it."

  /// A parameter without name and type.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("name", &declaredName, "The name; absent where only the type is declared, and for '...'.")
    fields.slot("type", &type, "The type as written, whitespace normalised; absent in languages without types.")
    fields.words(
      "direction", &direction, choices: directionWords, "How data flows through it; absent where nothing is said.")
    fields.slot("arraySuffix", &arraySuffix, "What follows the name ('[4]').")
    fields.slot("defaultValue", &defaultValue, "The value that stands for an argument left out.")
    fields.flag("isVariadic", &isVariadic, "It is '...'.")
    fields.records("qualifiers", &qualifiers, "Annotations other than directions.")
    fields.place(&span)
  }
}

/// An attribute, specifier or annotation.
package struct ExportedQualifier: ExportRecord {
  package var qualifierName = ExportedText()
  package var value: ExportedText?

  package static let name = "qualifier"
  package static let explanation = "An attribute, specifier or annotation ('Abstract', 'WINAPI', '_In_reads_(n)')."

  /// A qualifier without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("name", &qualifierName, "The word itself.")
    fields.slot("value", &value, "What stands in the brackets after the name; whitespace normalised.")
  }
}
