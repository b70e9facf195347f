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
