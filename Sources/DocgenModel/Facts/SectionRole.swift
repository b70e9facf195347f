/// What a section of a reference page is for, by the name the vocabularies give it (`return-value`).
///
/// The names are data; only roles whose facts the model reads have constants here.
public struct SectionRole: Hashable, Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }

  public static let syntax = SectionRole("syntax")
  public static let parameters = SectionRole("parameters")
  public static let returnValue = SectionRole("return-value")
  public static let requirements = SectionRole("requirements")
  public static let remarks = SectionRole("remarks")
  public static let seeAlso = SectionRole("see-also")
  public static let relatedTopics = SectionRole("related-topics")
  public static let members = SectionRole("members")
  public static let methods = SectionRole("methods")
  public static let properties = SectionRole("properties")
  public static let fields = SectionRole("fields")
  public static let constants = SectionRole("constants")
  public static let events = SectionRole("events")
  public static let implementations = SectionRole("implementations")
  public static let inheritance = SectionRole("inheritance")
  public static let inheritanceHierarchy = SectionRole("inheritance-hierarchy")
  public static let errorCodes = SectionRole("error-codes")
  public static let inThisSection = SectionRole("in-this-section")
  public static let examples = SectionRole("examples")
  public static let overloadList = SectionRole("overload-list")
  public static let propertyValue = SectionRole("property-value")
  public static let propertyGUID = SectionRole("property-guid")
  public static let dataType = SectionRole("data-type")
  public static let defaultValue = SectionRole("default-value")
  public static let globalConstant = SectionRole("global-constant")
  public static let eventValues = SectionRole("event-values")
  public static let columns = SectionRole("columns")
  public static let validControls = SectionRole("valid-controls")
  public static let childElements = SectionRole("child-elements")
  public static let parentElements = SectionRole("parent-elements")
  public static let elementInformation = SectionRole("element-information")
  public static let attributesAndElements = SectionRole("attributes-and-elements")
  public static let attributes = SectionRole("attributes")
  public static let switchOptions = SectionRole("switch-options")
  public static let possibleCauses = SectionRole("possible-causes")
  public static let possibleFixes = SectionRole("possible-fixes")
  public static let argument = SectionRole("argument")

  /// Sections that are none of another section's parts, whatever the level of their headings.
  public var isMain: Bool {
    switch self {
    case .syntax, .parameters, .returnValue, .requirements, .remarks, .seeAlso: true
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
      "input-propvariant-type", "output-propvariant-type":
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

  /// Sections whose lists and tables hold return codes.
  public var holdsReturnCodes: Bool {
    switch name {
    case "return-value", "error-codes", "return-codes", "return-code": true
    default: false
    }
  }

  /// Sections whose lists and tables hold the members of a class, structure, interface or element.
  public var holdsMembers: Bool {
    switch name {
    case "members", "methods", "properties", "fields", "events", "constructors", "attributes", "xml-attributes",
      "child-elements", "parent-elements", "columns":
      true
    default: holdsConstants
    }
  }

  /// Sections whose lists and tables hold names with the values they stand for.
  public var holdsConstants: Bool {
    switch name {
    case "constants", "enumeration-values": true
    default: false
    }
  }
}
