import DocgenSupport

/// Checks values against a JSON Schema, as far as the schemas of docgen use the language.
///
/// Keywords beyond those, and members that the schema does not name, are problems, too.
package struct SchemaCheck {
  private let root: JSONValue
  /// What is wrong, each with its place.
  package private(set) var problems: [String] = []

  /// Takes a schema.
  package init(_ schema: JSONValue) {
    root = schema
  }

  /// Checks a value against the schema, or against one of its definitions.
  package mutating func check(_ value: JSONValue, definition: String? = nil) {
    var schema = root
    if let definition { schema = root["$defs"]?[definition] ?? .null }
    check(value, schema, "")
  }

  private mutating func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
    guard problems.count < 20 else { return }
    guard let keywords = schema.members else {
      problems.append("\(path): no schema")
      return
    }
    for keyword in keywords {
      switch keyword.name {
      case "$schema", "$id", "$defs", "title", "description", "required": break
      case "$ref": check(value, definition(keyword.value), path)
      case "type": expect(Self.has(value, type: keyword.value.string ?? ""), "is \(value.typeName)", path)
      case "const": expect(value == keyword.value, "is not the constant", path)
      case "enum": expect(keyword.value.items?.contains(value) == true, "\(value) is not allowed", path)
      case "minimum": expect((value.integer ?? 0) >= (keyword.value.integer ?? 0), "is too small", path)
      case "minItems": expect((value.items?.count ?? 0) >= (keyword.value.integer ?? 0), "has too few items", path)
      case "items":
        for (index, item) in (value.items ?? []).enumerated() { check(item, keyword.value, "\(path)[\(index)]") }
      case "properties":
        for name in (schema["required"]?.items ?? []).compactMap(\.string) {
          expect(value[name] != nil, "lacks '\(name)'", path)
        }
        for member in value.members ?? [] {
          guard let property = keyword.value[member.name] else {
            problems.append("\(path): '\(member.name)' is not known")
            continue
          }
          check(member.value, property, "\(path).\(member.name)")
        }
      case "additionalProperties": break
      default: problems.append("\(path): the keyword '\(keyword.name)' is not checked")
      }
    }
  }

  private mutating func expect(_ isRight: Bool, _ message: String, _ path: String) {
    if !isRight { problems.append("\(path): \(message)") }
  }

  private func definition(_ reference: JSONValue) -> JSONValue {
    let name = String((reference.string ?? "").split(separator: "/").last ?? "")
    return root["$defs"]?[name] ?? .null
  }

  private static func has(_ value: JSONValue, type: String) -> Bool {
    value.typeName == type || type == "number" && value.typeName == "integer"
  }
}
