import DocgenExport
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct BuildTests {
  /// What `docgen build` writes for programs is what `docgen export` writes.
  @Test(arguments: ["page.html", "page/"])
  func writesInventoriesAndTheSchema(style: String) throws {
    let folder = try TemporaryFolder([
      "content/en/Things/a.md": "---\napi_name: A\n---\n# A function\n",
      "content/de/things/a.md": "# A-Funktion\n", "content/en/b.md": "# B\n",
      "site/config.yml": "title: {en: Things, de: Dinge}\nsource-locale: en\nurl-style: \(style)\n",
    ])
    let project = "--config \(folder.path)/site/config.yml"
    let build = Invocation("build \(project) --output \(folder.path)/site/public")
    #expect(build.status == .success, "\(build.messages)")
    let site = folder.path + "/site/public"
    #expect(try FileSystem.read(site + "/schemas/docgen-model-1.json") == ModelSchema.published)

    let path = folder.path + "/objects.inv"
    #expect(Invocation("export --format inventory \(project) -o \(path)").status == .success)
    #expect(try FileSystem.read(site + "/objects.inv") == FileSystem.read(path))
    let head = Array("# Sphinx inventory version 2\n# Project: Dinge\n".utf8)
    #expect(try FileSystem.read(site + "/de/objects.inv").starts(with: head))
    #expect(FileSystem.kind(of: site + "/en/objects.inv") == .file)
    let page = style == "page/" ? "a/index.html" : "a.html"
    #expect(FileSystem.kind(of: site + "/de/Things/" + page) == .file)
  }

  @Test func saysWhereAProjectIsLookedFor() throws {
    let folder = try TemporaryFolder()
    guard let binary = SharedData.binary else { return }
    for command in ["build", "lint", "export", "stats"] {
      let run = try ProgramRun(binary, [command], in: folder.path)
      #expect(run.status == ExitStatus.usage.rawValue)
      #expect(run.messages.contains("neither here nor in a folder above is a file 'site/config.yml'"))
      #expect(run.messages.contains("--content DIR"))
    }
  }
}
