import DocgenSupport

/// Describes records as definitions of a JSON Schema.
struct SchemaVisitor: FieldVisitor {
  /// The definitions of the records met so far, by name.
  private(set) var definitions: [String: JSONValue] = [:]
  private var properties: [JSONMember] = []
  private var required: [String] = []
  private var places: [JSONMember] = []

  static let spanName = "span"

  /// Adds the definitions of a record and of what it holds.
  mutating func define<Record: ExportRecord>(_ type: Record.Type) {
    guard definitions[Record.name] == nil else { return }
    // A record may hold records of its own kind.
    definitions[Record.name] = .null
    let outer = (properties, required, places)
    (properties, required, places) = ([], [], [])
    var record = Record()
    record.visit(&self)
    definitions[Record.name] = definition(Record.explanation)
    (properties, required, places) = outer
  }

  private func definition(_ explanation: String) -> JSONValue {
    var properties = properties
    if !places.isEmpty {
      properties.append(
        JSONMember(
          SpanNames.member,
          .object([
            JSONMember("description", .string("The places of the other members, by their names.")),
            JSONMember("type", .string("object")),
            JSONMember("properties", .object(places)),
          ])))
    }
    var members = [
      JSONMember("description", .string(explanation)),
      JSONMember("type", .string("object")),
      JSONMember("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(JSONMember("required", .array(required.map { .string($0) }))) }
    return .object(members)
  }

  // MARK: Properties

  private mutating func add(_ name: String, _ explanation: String, _ members: [JSONMember], isRequired: Bool = false) {
    properties.append(JSONMember(name, .object([JSONMember("description", .string(explanation))] + members)))
    if isRequired { required.append(name) }
  }

  private static func type(_ name: String) -> [JSONMember] { [JSONMember("type", .string(name))] }

  private static func text(_ choices: [String]) -> [JSONMember] {
    choices.count == 1
      ? [JSONMember("const", .string(choices[0]))]
      : choices.isEmpty ? type("string") : [JSONMember("enum", .array(choices.map { .string($0) }))]
  }

  private static func list(_ items: [JSONMember]) -> [JSONMember] {
    type("array") + [JSONMember("items", .object(items)), JSONMember("minItems", .integer(1))]
  }

  private static func reference(_ name: String) -> [JSONMember] { [JSONMember("$ref", .string("#/$defs/\(name)"))] }

  private mutating func addPlace(_ name: String, _ explanation: String, isList: Bool = false) {
    let span = Self.reference(Self.spanName)
    places.append(
      JSONMember(
        name, .object([JSONMember("description", .string(explanation))] + (isList ? Self.list(span) : span))))
  }

  // MARK: Fields

  mutating func text(
    _ name: String, _ value: inout String, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    add(name, explanation, Self.text(choices()), isRequired: true)
  }

  mutating func text(
    _ name: String, _ value: inout String?, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    add(name, explanation, Self.text(choices()))
  }

  mutating func slot(_ name: String, _ value: inout ExportedText, _ explanation: String) {
    add(name, explanation, Self.type("string"), isRequired: true)
    addPlace(name, "The place of '\(name)'.")
  }

  mutating func slot(_ name: String, _ value: inout ExportedText?, _ explanation: String) {
    add(name, explanation, Self.type("string"))
    addPlace(name, "The place of '\(name)'.")
  }

  mutating func slots(_ name: String, _ value: inout [ExportedText], _ explanation: String) {
    add(name, explanation, Self.list(Self.type("string")))
    addPlace(name, "The places of '\(name)', one for each.", isList: true)
  }

  mutating func words(
    _ name: String, _ value: inout ExportedWords, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    add(name, explanation, Self.list(Self.text(choices())))
    addPlace(name, "The place of '\(name)'.")
  }

  mutating func flag(_ name: String, _ value: inout Bool, _ explanation: String) {
    add(name, explanation, Self.type("boolean"))
  }

  mutating func number(_ name: String, _ value: inout Int, _ explanation: String) {
    add(name, explanation, Self.type("integer") + [JSONMember("minimum", .integer(0))], isRequired: true)
  }

  mutating func number(_ name: String, _ value: inout Int?, _ explanation: String) {
    add(name, explanation, Self.type("integer") + [JSONMember("minimum", .integer(0))])
  }

  mutating func record<Record: ExportRecord>(_ name: String, _ value: inout Record, _ explanation: String) {
    define(Record.self)
    add(name, explanation, Self.reference(Record.name), isRequired: true)
  }

  mutating func records<Record: ExportRecord>(_ name: String, _ value: inout [Record], _ explanation: String) {
    define(Record.self)
    // The pages of a model are always listed, even where there are none.
    let items = [JSONMember("items", .object(Self.reference(Record.name)))]
    let isPages = Record.self == ExportedPage.self
    add(
      name, explanation, Self.type("array") + items + (isPages ? [] : [JSONMember("minItems", .integer(1))]),
      isRequired: isPages)
  }

  mutating func place(_ span: inout ExportedSpan?) { addPlace(SpanNames.whole, "The place of all of it.") }
}
