import DocgenLint
import DocgenSupport

/// The JSON Schema of the configuration, by which editors complete and check it.
enum ConfigurationSchema {
  private static let identifier = "urn:docgen:schema:config"

  /// The schema as it is published.
  static func json() -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.value(schema)
    return Array(writer.buffer.bytes) + [0x0A]
  }

  /// The schema as the keys describe themselves.
  static var schema: JSONValue {
    let top = ConfigurationKey.allCases.filter { !$0.isOfLint }.map(property)
    let lint = ConfigurationKey.allCases.filter(\.isOfLint).map(property)
    let lintSchema = object(lint, "What `docgen lint` checks, and what makes it fail.")
    return .object(
      [
        JSONMember("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        JSONMember("$id", .string(identifier)), JSONMember("title", .string("Configuration of a docgen project")),
      ] + object(top + [JSONMember(ConfigurationKey.lint, .object(lintSchema))], "site/config.yml")
        + [JSONMember("$defs", .object(definitions))])
  }

  private static func property(_ key: ConfigurationKey) -> JSONMember {
    var members = [JSONMember("description", .string(MessageCatalog.source.text(key.summary)))]
    members += form(of: key)
    if case .boolean = key.kind {
      members.append(JSONMember("default", .boolean(key.defaultValue == "true")))
    } else if let value = key.defaultValue {
      members.append(JSONMember("default", .string(value)))
    }
    return JSONMember(key.name, .object(members))
  }

  private static func form(of key: ConfigurationKey) -> [JSONMember] {
    switch key.kind {
    case .text, .path: [type("string")]
    case .boolean: [type("boolean")]
    case .choice(let words): [JSONMember("enum", .array(words.map { .string($0) }))]
    case .localizedText, .folders: [anyOf([.object([type("string")]), reference("byLocale")])]
    case .texts: [anyOf([.object([type("string")]), .object(list(.object([type("string")])))])]
    case .links: list(reference("link"))
    case .severities: [JSONMember("$ref", .string("#/$defs/severities"))]
    case .pathSettings: list(reference("pathSetting"))
    }
  }

  private static var definitions: [JSONMember] {
    let text = JSONValue.object([type("string")])
    let words = (Severity.allCases.map(\.rawValue) + ["off"]).map { JSONValue.string($0) }
    // YAML of before 1.2 reads `off` as a truth value.
    let severity = JSONValue.object([JSONMember("enum", .array(words + [.boolean(false)]))])
    let rules = RuleCatalog.selectors.map { JSONMember($0, severity) }
    return [
      JSONMember("byLocale", .object([type("object"), JSONMember("additionalProperties", text)])),
      JSONMember(
        "link",
        .object(
          object([JSONMember("prefix", text), JSONMember("to", .object([anyOf([text, reference("byLocale")])]))], nil)
            + [JSONMember("required", .array([.string("prefix"), .string("to")]))])),
      JSONMember("severities", .object(object(rules, nil))),
      JSONMember(
        "pathSetting",
        .object(
          object(
            [
              JSONMember("path", text),
              JSONMember("locales", .object([anyOf([text, .object(list(text))])])),
              JSONMember("rules", reference("severities")),
            ], nil))),
    ]
  }

  private static func object(_ properties: [JSONMember], _ description: String?) -> [JSONMember] {
    (description.map { [JSONMember("description", .string($0))] } ?? [])
      + [
        type("object"), JSONMember("additionalProperties", .boolean(false)),
        JSONMember("properties", .object(properties)),
      ]
  }

  private static func list(_ items: JSONValue) -> [JSONMember] { [type("array"), JSONMember("items", items)] }
  private static func type(_ name: String) -> JSONMember { JSONMember("type", .string(name)) }
  private static func anyOf(_ schemas: [JSONValue]) -> JSONMember { JSONMember("anyOf", .array(schemas)) }
  private static func reference(_ name: String) -> JSONValue {
    .object([JSONMember("$ref", .string("#/$defs/\(name)"))])
  }
}
