import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenExport

@Suite struct ModelSchemaTests {
  /// The schema in the repository is what the records say; `DOCGEN_RECORD=1` writes it anew.
  @Test func isPublished() throws {
    let path = Project.root + "/" + ModelSchema.path
    if Snapshot.isRecording { try FileSystem.write(ModelSchema.text, to: path) }
    let isTheSame = try FileSystem.read(path) == ModelSchema.text
    #expect(isTheSame, "DOCGEN_RECORD=1 swift test writes it anew")
  }

  @Test func isBuiltIn() {
    let isTheSame = EmbeddedFiles.bytes(ModelSchema.path) == ModelSchema.text
    #expect(isTheSame, "build again: '\(ModelSchema.path)' changed since")
  }

  /// Every property of every definition is explained.
  @Test func explainsEveryProperty() throws {
    func check(_ value: JSONValue, _ path: String) {
      if let properties = value["properties"]?.members {
        for property in properties {
          let text = property.value["description"]?.string ?? ""
          #expect(text.hasSuffix("."), "\(path).\(property.name)")
          check(property.value, "\(path).\(property.name)")
        }
      }
    }
    let schema = try JSONReader.read(ModelSchema.text)
    check(schema, "model")
    let definitions = try #require(schema["$defs"]?.members)
    #expect(definitions.count > 10)
    for definition in definitions {
      #expect(definition.value["description"] != nil)
      check(definition.value, definition.name)
    }
  }

  @Test(arguments: [false, true])
  func holdsForTheExamples(hasSpans: Bool) throws {
    let loader = try Project.examples()
    let schema = try JSONReader.read(ModelSchema.text)
    var check = SchemaCheck(schema)
    check.check(try JSONReader.read(Project.export(loader, .json(isIndented: false), hasSpans: hasSpans)))
    #expect(check.problems == [])
    var lines = SchemaCheck(schema)
    let text = Project.export(loader, .lines, hasSpans: hasSpans)
    for (index, line) in text.split(separator: 0x0A).enumerated() {
      lines.check(try JSONReader.read(Array(line)), definition: index == 0 ? "header" : "page")
    }
    #expect(lines.problems == [])
  }

  @Test func findsWhatIsWrong() throws {
    var check = SchemaCheck(try JSONReader.read(ModelSchema.text))
    let wrong = """
      {"schema":"docgen-model/2","generator":{"name":1},"locales":[],"pageCount":-1,"weather":true,
      "pages":[{"id":"a","translations":[{"links":[{"kind":"picture","target":"x"}]}]}]}
      """
    check.check(try JSONReader.read(Array(wrong.utf8)))
    #expect(
      check.problems == [
        ".schema: is not the constant", ".generator: lacks 'version'", ".generator.name: is integer",
        ".locales: has too few items", ".pageCount: is too small", ": 'weather' is not known",
        ".pages[0]: lacks 'path'", ".pages[0].translations[0]: lacks 'locale'",
        ".pages[0].translations[0]: lacks 'file'", ".pages[0].translations[0]: lacks 'url'",
        ".pages[0].translations[0].links[0].kind: string(\"picture\") is not allowed",
      ])
  }
}
