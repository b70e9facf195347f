import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What `docgen lint` says in the languages that ship messages.
struct UserLanguageTests {
  private static let fixtures = "\(SharedData.packageFolder)/Tests/DocgenLintTests/Fixtures/lint"

  /// The damaged fixtures of the rules, by name.
  private static let damaged: [(name: String, files: [String: String])] = {
    let names = ((try? FileSystem.list(fixtures)) ?? []).map(\.name)
      .filter { $0.hasSuffix(".txt") && !$0.hasSuffix("-silent.txt") }
    return names.sorted().compactMap { name in
      guard let bytes = try? FileSystem.read("\(fixtures)/\(name)") else { return nil }
      return (String(name.dropLast(4)), FixtureFiles.read(String(decoding: bytes, as: UTF8.self)))
    }
  }()

  private static func lint(
    _ files: [String: String], _ arguments: String, environment: [String: String] = [:]
  ) throws -> Invocation {
    let folder = try TemporaryFolder(files)
    return Invocation(
      ["lint", "--content", folder.path, "--source-locale", "en", "--source-history", "none"]
        + arguments.split(separator: " ").map(String.init), environment: environment)
  }

  @Test(arguments: MessageCatalogTests.languages)
  func tellsFindings(in language: String) throws {
    var text = ""
    for (name, files) in Self.damaged {
      text += "=== \(name)\n" + (try Self.lint(files, "--concise --language \(language)").output)
    }
    Snapshot.expect(text, "language/findings.\(language).txt")
  }

  /// The finding that the guide shows is that of the page it speaks of.
  @Test(arguments: ["en"] + MessageCatalogTests.languages)
  func theGuideShowsWhatLintSays(_ language: String) throws {
    func page(_ path: String) throws -> String {
      String(decoding: try FileSystem.read("\(SharedData.packageFolder)/content/\(path)"), as: UTF8.self)
    }
    let files = [
      "content/en/HyperV_v2/cim-job-killjob.md": try page("en/HyperV_v2/cim-job-killjob.md"),
      "content/de/HyperV_v2/cim-job-killjob.md": try page("de/HyperV_v2/cim-job-killjob.md")
        .replacing("(8..32767)", with: "(8)"),
    ]
    let folder = try TemporaryFolder(files)
    let run = Invocation(
      ["lint", "--content", folder.path + "/content", "--source-locale", "en", "--source-history", "none"]
        + ["--concise", "--quiet", "--rule", "return-value", "--language", language], workingFolder: folder.path)
    #expect(run.output.contains("[mismatched-return-code-value]"))
    #expect(try page("\(language)/guide/checking-in-ci.md").contains("\n```text\n\(run.output)```\n"))
  }

  @Test(arguments: MessageCatalogTests.languages)
  func tellsWhatStandsAroundFindings(in language: String) throws {
    let parameter = try #require(Self.damaged.first { $0.name == "parameter" }?.files)
    let suppression = try #require(Self.damaged.first { $0.name == "suppression" }?.files)
    var text = ""
    for (files, arguments) in [
      (parameter, ""), (parameter, "--statistics"), (parameter, "--fix --concise"),
      (suppression, "--statistics"), (["en/a.md": "# A\n", "de/a.md": "# A\n"], "--fix"),
      (parameter, "--rule extra-parameter --output /dev/null"),
    ] {
      let run = try Self.lint(files, "\(arguments) --language \(language)")
      text += "$ docgen lint \(arguments)\n\(run.output)\(run.messages)\n"
    }
    Snapshot.expect(text, "language/around.\(language).txt")
  }

  @Test func textFollowsTheEnvironment() throws {
    let files = ["en/a.md": "# A\n", "de/a.md": "# A\n"]
    func headline(_ arguments: String, _ environment: [String: String]) throws -> String {
      try Self.lint(files, arguments, environment: environment).output
    }
    let english = "2 pages: 0 errors, 0 warnings, 0 notes\n"
    #expect(try headline("", ["LANG": "fr_FR.UTF-8"]) == "2 pages\u{A0}: 0 erreur, 0 avertissement, 0 remarque\n")
    #expect(
      try headline("--statistics", ["LC_ALL": "de", "LANG": "fr"]) == "2 Seiten: 0 Fehler, 0 Warnungen, 0 Hinweise\n")
    #expect(try headline("--language en", ["LANG": "de"]) == english)
    #expect(try headline("", ["LC_ALL": "C", "LANG": "de"]) == english)
    #expect(try headline("", ["LANG": "it_IT"]) == english)
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .text })
  func whatProgramsReadDoesNot(_ format: ReportFormat) throws {
    let files = try #require(Self.damaged.first { $0.name == "parameter" }?.files)
    let folder = try TemporaryFolder(files)
    func output(_ arguments: [String], _ environment: [String: String]) -> String {
      Invocation(
        ["lint", "--content", folder.path, "--source-locale", "en", "--format", format.rawValue] + arguments,
        environment: environment
      ).output
    }
    let english = output([], [:])
    #expect(english == output([], ["LC_ALL": "de_DE.UTF-8"]))
    let german = output(["--language", "de"], [:])
    #expect(german.contains("; wie in der Vorlage '"))
    #expect(english.contains("as in the source") && !german.contains("as in the source"))
  }

  /// Findings have the same order and are recognized again whatever the language.
  @Test func tellsTheSameFindings() throws {
    let files = Dictionary(Self.damaged.flatMap { $0.files }) { first, _ in first }
    func findings(_ language: String) throws -> [[String?]] {
      let run = try Self.lint(files, "--format jsonl --language \(language)")
      return try run.output.split(separator: "\n").map { line in
        let finding = try JSONReader.read(Array(line.utf8))
        return ["file", "rule", "expected", "actual"].map { finding[$0]?.string } + [
          (finding["line"]?.integer).map(String.init), (finding["column"]?.integer).map(String.init),
        ]
      }
    }
    let english = try findings("en")
    #expect(english.count > 100)
    for language in MessageCatalogTests.languages { #expect(try findings(language) == english) }
    func fingerprints(_ language: String) throws -> [String?] {
      let run = try Self.lint(files, "--format gitlab --language \(language)")
      return try JSONReader.read(Array(run.output.utf8)).items?.map { $0["fingerprint"]?.string } ?? []
    }
    for language in MessageCatalogTests.languages { #expect(try fingerprints(language) == fingerprints("en")) }
  }

  @Test func describesRulesInTheLanguage() throws {
    let run = try Self.lint(["en/a.md": "# A\n"], "--format sarif --language de_AT")
    let log = try #require(try JSONReader.read(Array(run.output.utf8))["runs"]?.items?.first)
    #expect(log["language"]?.string == "de")
    let rules = try #require(log["tool"]?["driver"]?["rules"]?.items)
    for (rule, described) in zip(RuleCatalog.all, rules) {
      let summary = RulePages.page(of: rule, in: "de")?.summary ?? rule.summary
      #expect(described["shortDescription"]?["text"]?.string == summary)
    }
  }

  @Test func knowsItsLanguages() throws {
    let run = try Self.lint(["en/a.md": "# A\n"], "--language xx")
    #expect(run.status == .usage)
    #expect(run.messages.contains("invalid value 'xx' for '--language': expected "))
    for language in MessageCatalogTests.languages { #expect(run.messages.contains("'\(language)'")) }
  }

  @Test func aProjectMayAddALanguage() throws {
    let folder = try TemporaryFolder([
      "content/en/a.md": "# A\n",
      "locales/tlh/messages.yml": "singular: [1]\nmessages: { \"{1}: {2}\": \"{2} <- {1}\" }\n",
    ])
    let arguments = ["lint", "--content", folder.path + "/content", "--locales", folder.path + "/locales"]
    let run = Invocation(
      arguments + ["--source-locale", "en", "--source-history", "none"], environment: ["LANG": "tlh_KX"])
    #expect(run.output == "0 errors, 0 warnings, 0 notes <- 1 page\n")
  }
}
