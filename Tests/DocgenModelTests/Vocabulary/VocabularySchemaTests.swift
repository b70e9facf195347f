import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct VocabularySchemaTests {
  private static let project = Snapshot.fixtures(for: #filePath) + "/../../.."

  @Test(arguments: VocabularySource.builtIn.locales, ["vocabulary", "interface"])
  func dataFitsTheSchema(_ locale: String, _ name: String) throws {
    let schema = try Schema(path: "\(Self.project)/site/schemas/\(name).schema.json")
    let data = try #require(EmbeddedFiles.bytes("locales/\(locale)/\(name).yml"))
    let root = try #require(YAMLReader.read(data).root)
    #expect(schema.problems(of: root) == [])
  }

  @Test func schemaNamesEveryPart() throws {
    let schema = try Schema(path: "\(Self.project)/site/schemas/vocabulary.schema.json")
    for part in Vocabulary.Part.allCases { #expect(schema.root["properties"]?[part.rawValue] != nil, "\(part)") }
  }

  @Test(arguments: [
    ("language: a\ntag: a\nsections: {}\nrequirements: {}\nkinds: [a]\n", ["kinds: not an object"]),
    ("language: a\ntag: a\nsections:\n  a: {b: c}\nrequirements: {}\n", ["sections.a: fits nothing"]),
    ("language: [a]\ntag: a\nsections: {}\n", [": lacks requirements", "language: not a string"]),
    ("language: a\ntag: a\nsections: {}\nrequirements: {}\nother: a\n", [": has other"]),
  ])
  func schemaRefusesOtherData(_ text: String, _ problems: [String]) throws {
    let schema = try Schema(path: "\(Self.project)/site/schemas/vocabulary.schema.json")
    let root = try #require(YAMLReader.read(Array(text.utf8)).root)
    #expect(schema.problems(of: root) == problems)
  }
}

/// As much of JSON Schema as the schemas of the locales use. A schema is JSON, and so YAML.
private struct Schema {
  let root: YAMLNode

  init(path: String) throws {
    root = try #require(YAMLReader.read(try FileSystem.read(path)).root)
  }

  func problems(of node: YAMLNode) -> [String] { problems(of: node, by: root, path: "") }

  private func problems(of node: YAMLNode, by schema: YAMLNode, path: String) -> [String] {
    if let reference = schema["$ref"]?.text?.value, let name = reference.split(separator: "/").last {
      guard let target = root["$defs"]?[String(name)] else { return ["\(path): no \(reference)"] }
      return problems(of: node, by: target, path: path)
    }
    if let choices = schema["anyOf"]?.items {
      return choices.contains { problems(of: node, by: $0, path: path).isEmpty } ? [] : ["\(path): fits nothing"]
    }
    switch schema["type"]?.text?.value {
    case "string": return node.text == nil ? ["\(path): not a string"] : []
    case "array":
      guard let items = node.items else { return ["\(path): not an array"] }
      return schema["items"].map { item in items.flatMap { problems(of: $0, by: item, path: path + "[]") } } ?? []
    case "object": return problems(ofObject: node, by: schema, path: path)
    default: return ["\(path): the schema has no type"]
    }
  }

  private func problems(ofObject node: YAMLNode, by schema: YAMLNode, path: String) -> [String] {
    guard let members = node.members else { return ["\(path): not an object"] }
    var result: [String] = []
    for name in schema["required"]?.items ?? [] {
      guard let key = name.text?.value, node[key] == nil else { continue }
      result.append("\(path): lacks \(key)")
    }
    for member in members {
      let key = member.key.value
      let inner = path.isEmpty ? key : "\(path).\(key)"
      if let known = schema["properties"]?[key] {
        result += problems(of: member.value, by: known, path: inner)
      } else if let other = schema["additionalProperties"] {
        if other.text?.value == "false" {
          result.append("\(path): has \(key)")
        } else {
          result += problems(of: member.value, by: other, path: inner)
        }
      }
    }
    return result
  }
}
