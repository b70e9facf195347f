/// What a section of a reference page is for, by the name the vocabularies give it (`return-value`).
///
/// The names are data; only roles whose facts the model reads have constants here.
public struct SectionRole: Hashable, Sendable {
  /// The name in the vocabularies.
  public let name: String

  /// Makes the role of a name, which no vocabulary needs to know.
  public init(_ name: String) { self.name = name }

  /// The signature.
  public static let syntax = SectionRole("syntax")
  /// The parameters and what they are for.
  public static let parameters = SectionRole("parameters")
  /// What a call returns, return codes among it.
  public static let returnValue = SectionRole("return-value")
  /// The systems and files that are needed.
  public static let requirements = SectionRole("requirements")
  /// What else there is to know.
  public static let remarks = SectionRole("remarks")
  /// Links to pages on the same subject.
  public static let seeAlso = SectionRole("see-also")
  /// Links to related pages, as some pages call what others call see also.
  public static let relatedTopics = SectionRole("related-topics")
  /// The members of a structure, class or interface.
  public static let members = SectionRole("members")
  /// The methods of a class or interface.
  public static let methods = SectionRole("methods")
  /// The properties of a class or interface.
  public static let properties = SectionRole("properties")
  /// The fields of a structure.
  public static let fields = SectionRole("fields")
  /// The constants of an enumeration or header.
  public static let constants = SectionRole("constants")
  /// The events of a class or interface.
  public static let events = SectionRole("events")
  /// Return codes in a section of their own.
  public static let errorCodes = SectionRole("error-codes")

  /// Sections that are none of another section's parts, whatever the level of their headings.
  public var isMain: Bool {
    switch self {
    case .syntax, .parameters, .returnValue, .requirements, .remarks, .seeAlso: true
    default: false
    }
  }

  /// Sections whose lists and tables hold return codes.
  public var holdsReturnCodes: Bool {
    switch name {
    case "return-value", "error-codes", "return-codes", "return-code": true
    default: false
    }
  }

  /// Sections whose lists and tables hold the members of a class, structure or interface.
  public var holdsMembers: Bool {
    switch name {
    case "members", "methods", "properties", "fields", "constants", "events": true
    default: false
    }
  }
}
