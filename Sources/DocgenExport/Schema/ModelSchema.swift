import DocgenSupport

/// The JSON Schema of the exported model.
package enum ModelSchema {
  /// The path of the schema from the project's root, by which it is built in, too.
  package static let path = "site/schemas/docgen-model-1.json"

  /// Its path below the root of a site.
  package static let sitePath = "schemas/docgen-model-1.json"

  private static let identifier = "urn:docgen:schema:docgen-model-1"

  /// The schema as it is published.
  package static var published: [UInt8] { EmbeddedFiles.bytes(path) ?? text }

  /// The schema as the records describe themselves; what is published is the same.
  package static var text: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.value(value)
    return writer.buffer.bytes
  }

  private static var value: JSONValue {
    var visitor = SchemaVisitor()
    visitor.define(ExportedModel.self)
    visitor.define(ModelHeader.self)
    var definitions = visitor.definitions
    definitions[SchemaVisitor.spanName] = span
    let model = definitions.removeValue(forKey: ExportedModel.name)?.members ?? []
    let sorted = definitions.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value) }
    let head = [
      JSONMember("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONMember("$id", .string(identifier)),
      JSONMember("title", .string(ModelHeader.schema)),
    ]
    return .object(head + model + [JSONMember("$defs", .object(sorted))])
  }

  private static var span: JSONValue {
    let explanations = [
      "start": "The UTF-8 byte offset of the first byte, from the start of the file, byte order mark included.",
      "end": "The byte offset after the last byte.",
      "line": "The line of the first character, from 1.",
      "column": "The column of the first character, from 1, in Unicode scalars.",
      "endLine": "The line of the end.",
      "endColumn": "The column after the last character.",
    ]
    let properties = ExportedSpan.numbers.map { number in
      JSONMember(
        number.name,
        .object([
          JSONMember("description", .string(explanations[number.name] ?? "")),
          JSONMember("type", .string("integer")), JSONMember("minimum", .integer(number.least)),
        ]))
    }
    return .object([
      JSONMember("description", .string("A place in the file of a translation; half-open.")),
      JSONMember("type", .string("object")),
      JSONMember("properties", .object(properties)),
      JSONMember("required", .array(ExportedSpan.numbers.map { .string($0.name) })),
      JSONMember("additionalProperties", .boolean(false)),
    ])
  }
}
