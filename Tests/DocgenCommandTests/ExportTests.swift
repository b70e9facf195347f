import DocgenExport
import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenCommand

@Suite struct ExportTests {
  private static func project() throws -> TemporaryFolder {
    try TemporaryFolder([
      "content/en/a.md": "---\napi_name: A\n---\n# A function\n", "content/de/a.md": "# A-Funktion\n",
      "content/en/b.md": "# B\n",
    ])
  }

  @Test func writesToStandardOutput() throws {
    let folder = try Self.project()
    let invocation = Invocation("export --content \(folder.path)/content")
    #expect(invocation.status == .success)
    #expect(invocation.messages.isEmpty)
    let model = try JSONReader.read(Array(invocation.output.utf8))
    #expect(model["schema"] == .string("docgen-model/1"))
    #expect(model["generator"]?["version"] == .string(Version.current))
    #expect(model["locales"]?.items?.map { $0["name"]?.string } == ["en", "de"])
    #expect(model["pages"]?.items?.map { $0["id"]?.string } == ["a", "b"])
    let lines = Invocation("export --content \(folder.path)/content --format jsonl --locale de").output
    #expect(lines.split(separator: "\n").count == 3)
    let pretty = Invocation("export --content \(folder.path)/content --pretty").output
    #expect(try JSONReader.read(Array(pretty.utf8)) == model)
  }

  @Test func writesAFile() throws {
    let folder = try Self.project()
    let path = folder.path + "/model.json"
    try folder.write(Array("old".utf8), to: "model.json")
    let invocation = Invocation(["export", "--content", folder.path + "/content", "--output", path])
    #expect(invocation.status == .success)
    #expect(invocation.output.isEmpty)
    #expect(invocation.messages.isEmpty)
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    #expect(text == Invocation(["export", "--content", folder.path + "/content"]).output)
    #expect(FileSystem.kind(of: path + ".new") == nil)
  }

  /// A file that cannot be read ends the export, and what was written before stays.
  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func keepsTheFileWhereItFails() throws {
    let folder = try Self.project()
    try folder.write(Array("old".utf8), to: "model.json")
    chmod(folder.path + "/content/en/b.md", 0)
    let invocation = Invocation(["export", "--content", folder.path + "/content", "-o", folder.path + "/model.json"])
    #expect(invocation.status == .failure)
    #expect(try FileSystem.read(folder.path + "/model.json") == Array("old".utf8))
    #expect(FileSystem.kind(of: folder.path + "/model.json.new") == nil)
  }

  @Test func saysWhereItCannotWrite() throws {
    let folder = try Self.project()
    let invocation = Invocation([
      "export", "--content", folder.path + "/content", "-o", folder.path + "/none/model.json",
    ])
    #expect(invocation.status == .failure)
    #expect(invocation.messages.contains("cannot write"))
  }

  @Test func writesTheSchema() {
    let invocation = Invocation("export --schema")
    #expect(invocation.status == .success)
    #expect(Array(invocation.output.utf8) == ModelSchema.published)
  }

  @Test(arguments: [("", "Things"), (" --locale de", "Dinge")])
  func writesAnInventoryOfOneLocale(option: String, title: String) throws {
    let folder = try Self.project()
    try folder.write(Array("title: {en: Things, de: Dinge}\n".utf8), to: "site/config.yml")
    let config = "--config \(folder.path)/site/config.yml"
    let path = folder.path + "/objects.inv"
    let invocation = Invocation("export --format inventory \(config)\(option) -o \(path)")
    #expect(invocation.status == .success)
    let bytes = try FileSystem.read(path)
    let head = "# Sphinx inventory version 2\n# Project: \(title)\n"
    #expect(bytes.starts(with: Array(head.utf8)))
  }

  /// Absolute links lead where the build sends them: to pages, or to addresses of the locale.
  @Test func mapsAbsoluteLinks() throws {
    let folder = try TemporaryFolder([
      "content/en/a.md": "[b](/windows/win32/b#x) [c](/windows/win32/c) [d](/other)\n",
      "content/de/a.md": "[c](/windows/win32/c)\n", "content/en/b.md": "",
      "site/config.yml": """
      links:
      - {prefix: /windows/win32/, to: /}
      - prefix: /windows/
        to: {en: https://a.example/en/, de: https://a.example/de/}
      """,
    ])
    let model = try JSONReader.read(
      Array(Invocation("export --config \(folder.path)/site/config.yml --source-locale en").output.utf8))
    let links = (model["pages"]?.items?.first?["translations"]?.items ?? []).flatMap { $0["links"]?.items ?? [] }
    #expect(links.map { $0["page"]?.string } == ["b", nil, nil, nil])
    #expect(
      links.map { $0["address"]?.string } == [
        nil, "https://a.example/en/win32/c", nil, "https://a.example/de/win32/c",
      ])
  }

  /// The model has the pages that the site has: nothing of drafts, and no links to them.
  @Test(arguments: ["json", "inventory"])
  func leavesDraftsOut(format: String) throws {
    let folder = try TemporaryFolder([
      "content/en/a.md": "---\napi_name: A\n---\n# A function\n\n[b](b.md) [c](c.md)\n",
      "content/de/a.md": "---\ndraft: true\n---\n# A-Funktion\n",
      "content/en/b.md": "---\napi_name: B\ndraft: true\n---\n# B function\n", "content/de/b.md": "# B-Funktion\n",
      "content/en/c.md": "---\napi_name: C\n---\n# C function\n",
    ])
    let published = try TemporaryFolder([
      "en/a.md": "---\napi_name: A\n---\n# A function\n", "en/c.md": "---\napi_name: C\n---\n# C function\n",
    ])
    let file = folder.path + "/model"
    #expect(
      Invocation("export --content \(folder.path)/content --source-locale en --format \(format) -o \(file)").status
        == .success)
    let bytes = try FileSystem.read(file)
    guard format == "json" else {
      #expect(Invocation("export --content \(published.path) --format inventory -o \(file)").status == .success)
      #expect(try bytes == FileSystem.read(file))
      return
    }
    let model = try JSONReader.read(bytes)
    #expect(model["pages"]?.items?.map { $0["id"]?.string } == ["a", "c"])
    let translations = model["pages"]?.items?.first?["translations"]?.items ?? []
    #expect(translations.map { $0["locale"]?.string } == ["en"])
    #expect(translations.flatMap { $0["links"]?.items ?? [] }.map { $0["page"]?.string } == [nil, "c"])
  }

  @Test func takesEnglishForTheSource() throws {
    let folder = try TemporaryFolder([
      "content/de/a.md": "", "content/en-gb/a.md": "", "content/fr/a.md": "", "site/config.yml": "title: Things\n",
    ])
    let config = "--config \(folder.path)/site/config.yml"
    let model = try JSONReader.read(Array(Invocation("export \(config)").output.utf8))
    #expect(model["locales"]?.items?.map { $0["name"]?.string } == ["en-gb", "de", "fr"])
    #expect(Invocation("lint \(config)").status == .usage)
  }
}
