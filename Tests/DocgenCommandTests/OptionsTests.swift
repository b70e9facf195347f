import DocgenLint
import DocgenSupport
import Testing

@testable import DocgenCommand

@Suite struct OptionsTests {
  private static func lint(_ arguments: String) throws -> LintOptions {
    let parsed = try ArgumentParser.parse(
      arguments.split(separator: " ").map(String.init), for: LintCommand.description)
    return try LintOptions(parsed)
  }

  private static func build(_ arguments: String) throws -> BuildOptions {
    let parsed = try ArgumentParser.parse(
      arguments.split(separator: " ").map(String.init), for: BuildCommand.description)
    return try BuildOptions(parsed)
  }

  @Test func leavesToTheConfigurationWhatIsNotGiven() throws {
    #expect(try Self.lint("") == LintOptions())
    #expect(try Self.build("") == BuildOptions())
  }

  @Test func readsAllOptionsOfLint() throws {
    let options = try Self.lint(
      """
      --config c.yml --content docs --source-locale en --locale de --locale=fr --locales words --jobs 3 \
      --format json --fail-on warning --rule return-value --only missing-parameter --quiet --concise --color always \
      --statistics --output findings.json --ignore requirement --exclude drafts/ --exclude *.tmp.md --max-findings 5 \
      --exit-zero content/de a.md
      """)
    #expect(options.ignoredRules.map(\.group.rawValue) == ["requirement", "requirement", "requirement", "requirement"])
    #expect(options.project.excluded == ["drafts/", "*.tmp.md"])
    #expect(options.mostFindings == 5)
    #expect(options.exitsZero)
    #expect(options.paths == ["content/de", "a.md"])
    #expect(options.project.configurationFile == "c.yml")
    #expect(options.project.contentFolder == "docs")
    #expect(options.project.sourceLocale == "en")
    #expect(options.project.locales == ["de", "fr"])
    #expect(options.project.localesFolder == "words")
    #expect(options.project.jobs == 3)
    #expect(options.format == .json)
    #expect(options.failingSeverity == .warning)
    #expect(options.rules?.count == 6)
    #expect(options.rules?.contains { $0.id == "missing-parameter" } == true)
    #expect(options.isConcise)
    #expect(options.wantsStatistics)
    #expect(options.outputFile == "findings.json")
    #expect(options.terminal == TerminalOptions(isQuiet: true, color: .always))
  }

  @Test func readsAllOptionsOfBuild() throws {
    let options = try Self.build("--content docs -o out --base-url https://docs.example.com/api/ -q -j 2")
    #expect(options.project.contentFolder == "docs")
    #expect(options.outputFolder == "out")
    #expect(options.baseURL == "https://docs.example.com/api")
    #expect(options.terminal.isQuiet)
    #expect(options.project.jobs == 2)
    #expect(try Self.build("--base-url /").baseURL == "")
    #expect(try Self.build("--base-url /api/").baseURL == "/api")
  }

  @Test(arguments: ["-j 4 -f json -q", "-j4 -fjson -q", "-j=4 -f=json -q", "-qj4 -qfjson", "--jobs=4 --format=json -q"])
  func readsShortForms(arguments: String) throws {
    let options = try Self.lint(arguments)
    #expect(options.project.jobs == 4)
    #expect(options.format == .json)
    #expect(options.terminal.isQuiet)
  }

  @Test func takesTheLastOfSeveralValues() throws {
    #expect(try Self.lint("--jobs 2 -j 5").project.jobs == 5)
    #expect(try Self.lint("--color always --no-color").terminal.color == .never)
  }

  @Test func keepsEqualSignsAndDashesInValues() throws {
    #expect(try Self.lint("--content=a=b").project.contentFolder == "a=b")
    #expect(try Self.lint("--content=--odd").project.contentFolder == "--odd")
    #expect(try Self.lint("--content -").project.contentFolder == "-")
  }

  @Test func takesAllAfterTwoDashesByItsPlace() throws {
    let description = CommandDescription(
      name: "x", summary: "X",
      positionals: [.init(placeholder: "FILE", help: "A file.", isRequired: true, isRepeatable: true)])
    let parsed = try ArgumentParser.parse(["a", "--", "--help", "-q", "--"], for: description)
    #expect(parsed.positionals == ["a", "--help", "-q", "--"])
    #expect(throws: UsageError.missingArgument("FILE")) { try ArgumentParser.parse([], for: description) }
    #expect(!ArgumentParser.asksForHelp(["a", "--", "--help"]))
  }
}
