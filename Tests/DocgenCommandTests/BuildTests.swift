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

  /// The pages of a team show what `docgen lint` finds with the same configuration, in the language of each locale.
  @Test(arguments: [true, false])
  func showsTheQualityOfTheContent(asConfigured: Bool) throws {
    let page =
      "---\ntitle: F function\n---\n# F function\n\n## Parameters\n\n<dl> <dt>\n\n*hWnd* \\[in\\]\n</dt> </dl>\n"
    let folder = try TemporaryFolder([
      "content/en/api/f.md": page, "content/en/api/g.md": page,
      "content/de/api/f.md": page.replacing("hWnd", with: "Fenster"),
      "site/config.yml": """
      source-locale: en
      \(asConfigured ? "quality: true" : "")
      lint:
        rules: {missing-translation: off}
      """,
    ])
    let project = "--config \(folder.path)/site/config.yml"
    let site = folder.path + "/public"
    let build = Invocation("build \(project) --output \(site) \(asConfigured ? "" : "--quality")")
    #expect(build.status == .success, "\(build.messages)")
    let bytes = try FileSystem.read(site + "/de/quality/findings/api/index.html")
    let list = String(decoding: bytes, as: UTF8.self)
    #expect(list.contains("f.html#parameter-hwnd:~:text=Fenster\">der Parameter heißt hier"))
    #expect(!list.contains("missing-translation"))

    let numbers = try JSONReader.read(FileSystem.read(site + "/quality.json"))
    var check = SchemaCheck(try JSONReader.read(FileSystem.read(site + "/schemas/docgen-quality-1.json")))
    check.check(numbers)
    #expect(check.problems.isEmpty, "\(check.problems)")
    let lint = try JSONReader.read(Array(Invocation("lint \(project) --format json").output.utf8))
    let german = try #require(numbers["locales"]?.items?.last)
    #expect(german["findings"]?["errors"] == lint["summary"]?["errors"])
    #expect(german["translations"]?["translated"] == .integer(1))
    #expect(german["translations"]?["missing"] == .integer(1))
  }

  @Test func wantsTrueOrFalse() throws {
    let folder = try TemporaryFolder([
      "content/en/a.md": "# A\n", "site/config.yml": "source-locale: en\nquality: yes\n",
    ])
    let build = Invocation("build --config \(folder.path)/site/config.yml --output \(folder.path)/public")
    #expect(build.status == .usage)
    #expect(build.messages.contains("config.yml:2:10: 'quality' must be true or false, and not 'yes'"))
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
