import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ConfigurationTests {
  private static func read(_ text: String) -> (configuration: Configuration, problems: [FileProblem]) {
    Configuration.read(SourceFile(path: "site/config.yml", bytes: Array(text.utf8)), root: "/project")
  }

  /// With one more slash, what follows would be another host.
  @Test(arguments: ["//host/x", "https:///x", "http:////x", "javascript:x", "docs"])
  func refusesAnAddressThatIsNone(_ address: String) {
    let (configuration, problems) = Self.read("base-url: \(address)\n")
    #expect(configuration.baseURL == nil)
    #expect(problems.count == 1)
  }

  @Test func readsEveryKey() throws {
    let folder = try TemporaryFolder(["words/x": "", "theme/x": ""])
    let (configuration, problems) = Self.read(
      """
      title: {en: Reference, de: Referenz}
      content: docs
      source-locale: en
      locales: [en, de]
      locales-folder: \(folder.path)/words
      theme: \(folder.path)/theme
      output: public/site
      base-url: https://example.com/api/
      links:
      - prefix: /windows/
        to: {en: https://a.example/en/, de: https://a.example/de/}
      - {prefix: /windows/win32/, to: /win32/}
      lint:
        fail-on: warning
        paths:
        - path: legacy/**
          rules: {mismatched-parameter-name: note}
        - locales: [fr, fr-CA]
          rules: {parameter: off}
        baseline: site/baseline.json
        source-history: ../reference
        stale-pages: all
        rules:
          mismatched-signature: warning
          signature: off
      facts: translation
      url-style: page/
      full-text: pagefind
      twins: false
      """)
    #expect(problems.map(\.description) == [])
    #expect(configuration.title.text(for: "fr", source: "en") == "Reference")
    #expect(configuration.title.text(for: "de", source: "en") == "Referenz")
    #expect(configuration.contentFolder == "/project/docs")
    #expect(configuration.sourceLocale == "en")
    #expect(configuration.locales == ["en", "de"])
    #expect(configuration.localesFolder == folder.path + "/words")
    #expect(configuration.themeFolder == folder.path + "/theme")
    #expect(configuration.outputFolder == "/project/public/site")
    #expect(configuration.baseURL == "https://example.com/api")
    #expect(configuration.link(for: "/windows/win32/x")?.target.text(for: "de", source: "en") == "/win32/")
    #expect(configuration.link(for: "/windows/x")?.target.text(for: "fr", source: "en") == "https://a.example/en/")
    #expect(configuration.link(for: "/other") == nil)
    #expect(configuration.failingSeverity == .warning)
    #expect(
      configuration.rules == [
        .init(selector: "signature", severity: nil, path: nil),
        .init(selector: "mismatched-signature", severity: .warning, path: nil),
        .init(selector: "mismatched-parameter-name", severity: .note, path: PathPattern("legacy/**")),
        .init(selector: "parameter", severity: nil, path: nil, locales: ["fr", "fr-CA"]),
      ])
    #expect(configuration.baselineFile == "/project/site/baseline.json")
    #expect(configuration.sourceHistory == "/project/../reference")
    #expect(configuration.stalePages == .all)
    #expect(configuration.facts == .translation)
    #expect(configuration.urlStyle == .folder)
    #expect(configuration.fullText == .pagefind)
    #expect(!configuration.writesTwins)
  }

  @Test func saysWhatIsWrong() throws {
    let path = Snapshot.fixtures(for: #filePath) + "/configuration/wrong.yml"
    let problems = Self.read(String(decoding: try FileSystem.read(path), as: UTF8.self)).problems
    Snapshot.expect(problems.map { "\($0)\n" }.joined(), "configuration/wrong.txt")
  }

  @Test func hasDefaultsForAnEmptyFile() {
    let (configuration, problems) = Self.read("# nothing\n")
    #expect(problems.isEmpty)
    #expect(configuration.contentFolder == "/project/content")
    #expect(configuration.failingSeverity == .error)
    #expect(configuration.stalePages == .fold)
  }

  @Test func isFoundInTheFoldersAbove() throws {
    let folder = try TemporaryFolder([
      "site/config.yml": "source-locale: en\nlocales: [en, de]\n", "content/en/a.md": "", "content/de/a.md": "",
      "content/fr/a.md": "",
    ])
    let found = try Configuration.load(ProjectOptions(), workingFolder: folder.path + "/content/en")
    #expect(found.file == folder.path + "/site/config.yml")
    #expect(found.contentFolder == folder.path + "/content")
    #expect(found.localesFolder == nil)
    #expect(found.themeFolder == nil)
    var options = ProjectOptions()
    options.configurationFile = folder.path + "/site/config.yml"
    let named = try Configuration.load(options, workingFolder: "/")
    #expect(try named.resolvedLocales() == ["en", "de"])
    options.locales = ["fr"]
    #expect(try Configuration.load(options, workingFolder: "/").resolvedLocales() == ["en", "fr"])
    options.locales = []
    options.contentFolder = folder.path + "/content"
    options.sourceLocale = "fr"
    #expect(try Configuration.load(options, workingFolder: "/").resolvedLocales() == ["fr", "de", "en"])
  }

  @Test func needsNoFile() throws {
    let folder = try TemporaryFolder(["en/a.md": "", "de/a.md": "", ".git/x": ""])
    var options = ProjectOptions()
    options.contentFolder = folder.path
    let configuration = try Configuration.load(options, workingFolder: "/")
    #expect(configuration.localesFolder == nil)
    let failure = #expect(throws: CommandFailure.self) { try configuration.resolvedLocales() }
    #expect(failure?.exitStatus == .usage)
    options.sourceLocale = "en"
    #expect(try Configuration.load(options, workingFolder: "/").resolvedLocales() == ["en", "de"])
    options.locales = ["dee"]
    let unknown = try Configuration.load(options, workingFolder: "/")
    let message = #expect(throws: CommandFailure.self) { try unknown.resolvedLocales() }?.message
    #expect(message?.hasSuffix("has no folder for the locale 'dee'; did you mean 'de'?") == true)
  }

  @Test func theProjectsOwnIsValid() throws {
    let path = Snapshot.fixtures(for: #filePath) + "/../../../site/config.yml"
    let file = SourceFile(path: path, bytes: try FileSystem.read(path))
    #expect(Configuration.read(file, root: ".").problems.map(\.description) == [])
  }

  @Test(arguments: [
    ("HyperV_v2", "hyperv_v2/cim-job", true), ("HyperV_v2/", "HyperV_v2/a/b", true),
    ("HyperV_v2", "HyperV_v22/a", false),
    ("guide/a", "guide/a", true), ("guide/*", "guide/a", true), ("guide/*", "guide/a/b", false),
    ("guide/**", "guide/a/b", true), ("**/toc", "a/b/toc", true), ("*-job", "cim-job", true),
    ("*-job", "a/cim-job", false),
    ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false), ("**", "", true),
  ])
  func matchesPaths(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMatch)
  }
}
