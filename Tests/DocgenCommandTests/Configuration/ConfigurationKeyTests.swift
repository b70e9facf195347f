import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// The keys of the configuration, and what describes them: the reference page, the schema, and `docgen config`.
struct ConfigurationKeyTests {
  private static func read(_ text: String) -> (configuration: Configuration, problems: [FileProblem]) {
    Configuration.read(SourceFile(path: "site/config.yml", bytes: Array(text.utf8)), root: ".")
  }

  /// Writes a file of the repository anew while recording, or expects that it is as it would be.
  private static func expect(_ text: String, in path: String) throws {
    let file = SharedData.packageFolder + "/" + path
    if Snapshot.isRecording { try FileSystem.write(Array(text.utf8), to: file) }
    let current = (try? FileSystem.read(file)) ?? []
    #expect(current.elementsEqual(text.utf8), "\(path) is not current; DOCGEN_RECORD=1 writes it")
  }

  @Test(arguments: ConfigurationKey.allCases)
  func anExampleSetsItsKey(key: ConfigurationKey) throws {
    let folder = try TemporaryFolder(["our-theme/x": "", "words/x": ""])
    let file = SourceFile(path: "site/config.yml", bytes: Array((key.example + "\n").utf8))
    let (configuration, problems) = Configuration.read(file, root: folder.path)
    #expect(problems.isEmpty)
    let plain = Configuration(root: ".")
    #expect(configuration.value(of: key) != plain.value(of: key))
    #expect(configuration.origins[key] == .file(line: key.isOfLint ? 2 : 1))
    #expect((key.defaultValue == nil) != (key.defaultWords == nil))
    if let value = key.defaultValue {
      let expected: JSONValue = key.kind == .boolean ? .boolean(value == "true") : .string(value)
      #expect(plain.value(of: key) == expected)
    }
  }

  @Test(arguments: ["en"] + MessageCatalogTests.languages)
  func theReferencePageIsCurrent(language: String) throws {
    let path = "content/\(language)/guide/configuration.md"
    let page = String(decoding: try FileSystem.read(SharedData.packageFolder + "/" + path), as: UTF8.self)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.hasPrefix("### ") }.joined(separator: "\n")
    let text = ConfigurationReference.markdown(try MessageCatalog.read(language, from: .builtIn))
    try Self.expect(head + (head.hasSuffix("\n\n") ? "" : "\n") + text, in: path)
  }

  @Test func theSchemaIsCurrent() throws {
    let text = String(decoding: ConfigurationSchema.json(), as: UTF8.self)
    try Self.expect(text, in: "site/schemas/config.schema.json")
    #expect(Invocation("config --schema").output == text)
    let schema = try JSONReader.read(Array(text.utf8))
    #expect(schema["properties"]?.members?.map(\.name) == ConfigurationKey.topNames)
    #expect(schema["properties"]?["lint"]?["properties"]?.members?.map(\.name) == ConfigurationKey.lintNames)
  }

  private static let project = [
    "site/config.yml": """
    title: {en: Reference, de: Referenz}
    lint:
      fail-on: warning
      rules:
        parameter: off

    """,
    "content/en/a.md": "# A\n", "content/de/a.md": "# A\n",
  ]

  @Test func tellsValuesAndOrigins() throws {
    let folder = try TemporaryFolder(Self.project)
    let run = Invocation("config --config \(folder.path)/site/config.yml --dialect mkdocs --exclude *.tmp.md")
    #expect(run.status == .success)
    // How wide the column is depends on the name of the folder.
    let lines = run.output.replacing(folder.path, with: "@").split(separator: "\n").map { line in
      line.split(separator: " # ", maxSplits: 1).map { String($0.reversed().drop { $0 == " " }.reversed()) }
        .joined(separator: " # ")
    }
    Snapshot.expect(lines.joined(separator: "\n") + "\n", "configuration/effective.txt")
    // What is written is a configuration itself.
    let (configuration, problems) = Self.read(run.output)
    #expect(problems.map(\.description) == [])
    #expect(configuration.title.text(for: "de", source: "en") == "Referenz")
    #expect(configuration.failingSeverity == .warning)
  }

  @Test func tellsThemToPrograms() throws {
    let folder = try TemporaryFolder(Self.project)
    let run = Invocation("config --config \(folder.path)/site/config.yml --source-locale de --format json")
    let json = try JSONReader.read(Array(run.output.utf8))
    #expect(json["schema"] == .string("docgen-config/1"))
    let values = json["values"]?.items ?? []
    #expect(values.compactMap { $0["key"]?.string } == ConfigurationKey.allCases.map(\.rawValue))
    func value(_ key: ConfigurationKey) -> JSONValue? { values.first { $0["key"]?.string == key.rawValue } }
    #expect(value(.failOn)?["line"] == .integer(3))
    #expect(value(.sourceLocale)?["option"] == .string("--source-locale"))
    #expect(value(.locales)?["origin"] == .string("found"))
    #expect(value(.locales)?["value"] == .array([.string("de"), .string("en")]))
    #expect(value(.facts)?["origin"] == .string("default"))
  }

  /// What is known is told, beside what is wrong.
  @Test func tellsWhatItCan() throws {
    let folder = try TemporaryFolder([
      "site/config.yml": "title: Reference\nlocales: [en, de]\n", "content/en/a.md": "",
    ])
    let run = Invocation("config --config \(folder.path)/site/config.yml")
    #expect(run.status == .usage)
    #expect(run.output.contains("title: Reference"))
    #expect(run.messages.contains("has no folder for the locale 'de'"))
  }
}
