/// What a section of a reference page is for, by the name the vocabularies give it (`return-value`).
///
/// The names are data; only roles whose facts the model reads have constants here.
package struct SectionRole: Hashable, Sendable {
  /// The name in the vocabularies.
  package let name: String

  /// Makes the role of a name, which no vocabulary needs to know.
  package init(_ name: String) { self.name = name }

  /// The signature.
  package static let syntax = SectionRole("syntax")
  /// The parameters and what they are for.
  package static let parameters = SectionRole("parameters")
  /// The parameters of a template.
  package static let templateParameters = SectionRole("template-parameters")
  /// What a call returns, return codes among it.
  package static let returnValue = SectionRole("return-value")
  /// The systems and files that are needed.
  package static let requirements = SectionRole("requirements")
  /// What else there is to know.
  package static let remarks = SectionRole("remarks")
  /// Links to pages on the same subject.
  package static let seeAlso = SectionRole("see-also")
  /// Links to related pages, as some pages call what others call see also.
  package static let relatedTopics = SectionRole("related-topics")
  /// The members of a structure, class or interface.
  package static let members = SectionRole("members")
  /// The methods of a class or interface.
  package static let methods = SectionRole("methods")
  /// The properties of a class or interface.
  package static let properties = SectionRole("properties")
  /// The fields of a structure.
  package static let fields = SectionRole("fields")
  /// The constants of an enumeration or header.
  package static let constants = SectionRole("constants")
  /// The events of a class or interface.
  package static let events = SectionRole("events")
  static let implementations = SectionRole("implementations")
  static let inheritance = SectionRole("inheritance")
  static let inheritanceHierarchy = SectionRole("inheritance-hierarchy")
  /// Return codes in a section of their own.
  package static let errorCodes = SectionRole("error-codes")
  static let exceptions = SectionRole("exceptions")
  static let inThisSection = SectionRole("in-this-section")
  static let examples = SectionRole("examples")
  static let overloadList = SectionRole("overload-list")
  static let propertyValue = SectionRole("property-value")
  static let propertyGUID = SectionRole("property-guid")
  static let dataType = SectionRole("data-type")
  static let defaultValue = SectionRole("default-value")
  static let globalConstant = SectionRole("global-constant")
  static let eventValues = SectionRole("event-values")
  static let columns = SectionRole("columns")
  static let validControls = SectionRole("valid-controls")
  static let childElements = SectionRole("child-elements")
  static let parentElements = SectionRole("parent-elements")
  static let elementInformation = SectionRole("element-information")
  static let attributesAndElements = SectionRole("attributes-and-elements")
  static let attributes = SectionRole("attributes")
  static let switchOptions = SectionRole("switch-options")
  static let possibleCauses = SectionRole("possible-causes")
  static let possibleFixes = SectionRole("possible-fixes")
  static let argument = SectionRole("argument")
  /// What is said of the parameters that all commands have.
  static let commonParameters = SectionRole("common-parameters")

  /// Sections that are none of another section's parts, whatever the level of their headings.
  package var isMain: Bool {
    switch self {
    case .syntax, .parameters, .returnValue, .requirements, .remarks, .seeAlso, .commonParameters: true
    default: false
    }
  }

  /// Sections whose list or table holds the values that the page's thing may have.
  var holdsValues: Bool {
    switch name {
    case "property-value", "possible-values", "value", "flags", "data-type": true
    default: false
    }
  }

  /// Sections that state one value of the thing that the page is about.
  var isOneValue: Bool {
    switch name {
    case "data-type", "default-value", "property-guid", "class-identifier", "input-type", "output-type", "pkey",
      "input-propvariant-type", "output-propvariant-type", "thread-safety":
      true
    default: false
    }
  }

  /// Sections whose lists may be what a page is for, rather than further reading and requirements.
  var mayListPages: Bool {
    switch self {
    case .seeAlso, .requirements, SectionRole("related-topics"): false
    default: true
    }
  }

  /// Sections whose lists, tables and sub-headings hold parameters, arguments or the options of a command.
  package var holdsParameters: Bool {
    switch self {
    case .parameters, .templateParameters, .argument, SectionRole("options"): true
    default: false
    }
  }

  /// Sections whose lists and tables hold return codes.
  package var holdsReturnCodes: Bool {
    switch name {
    case "return-value", "error-codes", "return-codes", "return-code": true
    default: false
    }
  }

  /// Sections whose lists and tables hold the members of a class, structure, interface or element.
  package var holdsMembers: Bool {
    switch name {
    case "members", "methods", "properties", "fields", "events", "constructors", "attributes", "xml-attributes",
      "child-elements", "parent-elements", "columns", "inputs", "outputs":
      true
    default: holdsConstants
    }
  }

  /// Sections whose entries are types, of what goes in and what comes out.
  var holdsTypes: Bool { name == "inputs" || name == "outputs" }

  /// Sections whose lists and tables hold names with the values they stand for.
  package var holdsConstants: Bool {
    switch name {
    case "constants", "enumeration-values": true
    default: false
    }
  }
}
