import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ServiceReporterTests {
  private static func findings(_ counts: [(rule: String, severity: Severity, count: Int)]) -> [Diagnostic] {
    var line = 0
    return counts.flatMap { rule, severity, count in
      (0..<count).map { _ in
        line += 1
        return Diagnostic(
          rule: rule, group: "g", severity: severity, page: "p", locale: "de", message: "m\(line)",
          location: Findings.place("de/p.md", line, 1, 2), expected: "e\(line)")
      }
    }
  }

  private static func report(_ diagnostics: [Diagnostic]) -> LintReport {
    LintReport(contentFolder: ".", pages: 1, diagnostics: diagnostics, paths: Findings.paths)
  }

  // MARK: GitHub

  @Test func writesAnnotations() throws {
    Snapshot.expect(Findings.written(GitHubReporter(), try Findings().report), "reporters/github.txt")
    Snapshot.expect(Findings.written(GitHubReporter(), Findings.torture), "reporters/github-torture.txt")
    let many = Self.findings([("rare", .error, 1), ("often", .error, 500), ("some", .error, 4), ("hint", .note, 12)])
    Snapshot.expect(Findings.written(GitHubReporter(), Self.report(many)), "reporters/github-many.txt")
    let none = LintReport(contentFolder: ".", pages: 1, diagnostics: [])
    #expect(Findings.written(GitHubReporter(), none).isEmpty)
  }

  @Test(arguments: [
    [0, 0, 0], [10, 10, 10], [11, 0, 0], [0, 0, 11], [10, 11, 10], [1000, 1000, 1000], [3, 0, 400],
  ])
  func staysWithinTheLimitsOfGitHub(counts: [Int]) {
    let diagnostics = Self.findings(
      zip([Severity.error, .warning, .note], counts).flatMap { severity, count in
        [("a", severity, count / 2), ("b", severity, count - count / 2)]
      })
    let lines = Findings.written(GitHubReporter(), Self.report(diagnostics)).split(separator: "\n")
    for command in ["error", "warning", "notice"] { #expect(lines.count { $0.hasPrefix("::\(command) ") } <= 10) }
    let shown = lines.count { $0.contains(" file=") }
    let hidden = diagnostics.count - shown
    #expect(shown >= min(diagnostics.count, 9))
    #expect(lines.count - shown == (hidden > 0 ? 1 : 0))
    if hidden > 0 { #expect(lines.last?.contains("::\(counted(hidden, "more finding")) not shown") == true) }
  }

  /// The runner gets back what was written, and each finding stays one command.
  @Test func escapesAsTheRunnerReads() {
    let lines = Findings.written(GitHubReporter(), Findings.torture).split(separator: "\n")
    #expect(lines.count == Findings.torture.diagnostics.count)
    func unescaped(_ text: Substring) -> String {
      [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")].reduce(String(text)) {
        $0.replacing($1.0, with: $1.1)
      }
    }
    for (line, diagnostic) in zip(lines, Findings.torture.diagnostics) {
      let parts = line.dropFirst(2).split(separator: "::", maxSplits: 1)
      let properties = parts[0].drop { $0 != " " }.dropFirst().split(separator: ",").map {
        $0.split(separator: "=", maxSplits: 1)
      }
      #expect(properties.map { $0[0] } == ["file", "line", "col", "endLine", "endColumn", "title"])
      // What a log would not show is spelled out in names, too.
      let file = diagnostic.location.file.split(separator: "\n").map { VisibleText.string(String($0)) }
      #expect(unescaped(properties[0][1]) == "docs/content/" + file.joined(separator: "\n"))
      let message = unescaped(parts[1])
      #expect(message.contains("first\nsecond\r\nthird␉tab ::error::x ␀␛[31m"))
    }
  }

  @Test func writesASummaryOfTheStep() throws {
    let report = try Findings().report
    Snapshot.expect(Findings.written { GitHubStepSummary().write(report, to: $0) }, "reporters/summary.md")
    let environment = Environment([
      "GITHUB_SERVER_URL": "https://git.example.com", "GITHUB_REPOSITORY": "docs/api", "GITHUB_SHA": "0123abc",
    ])
    Snapshot.expect(
      Findings.written { GitHubStepSummary(environment: environment).write(Findings.torture, to: $0) },
      "reporters/summary-torture.md")
    let many = Self.report(Self.findings([("a", .note, 90_000), ("b", .error, 1)]))
    let text = Findings.written { GitHubStepSummary().write(many, to: $0) }
    #expect(text.utf8.count < 1 << 20)
    #expect(text.contains("m90,001") && text.contains("89,801 more findings"))
  }

  @Test func appendsTheSummaryWhereGitHubWantsIt() throws {
    let folder = try TemporaryFolder(["summary.md": "before\n"])
    var console = Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil))
    console.environment = Environment(["GITHUB_STEP_SUMMARY": folder.path + "/summary.md"])
    var options = LintOptions()
    options.format = .github
    _ = try LintCommand(options: options).write(Findings.torture, to: console)
    let text = String(decoding: try FileSystem.read(folder.path + "/summary.md"), as: UTF8.self)
    #expect(text.hasPrefix("before\n## docgen lint\n"))
    options.format = .sarif
    _ = try LintCommand(options: options).write(Findings.torture, to: console)
    #expect(try FileSystem.read(folder.path + "/summary.md").count == text.utf8.count)
    console.environment = Environment(["GITHUB_STEP_SUMMARY": folder.path + "/none/summary.md"])
    options.format = .github
    #expect(throws: CommandFailure.self) { try LintCommand(options: options).write(Findings.torture, to: console) }
  }

  // MARK: GitLab

  @Test func writesCodeQuality() throws {
    Snapshot.expect(Findings.written(GitLabReporter(), try Findings().report), "reporters/gitlab.json")
    let text = Findings.written(GitLabReporter(), Findings.torture)
    let items = try #require(try JSONReader.read(Array(text.utf8)).items)
    #expect(items.map { $0["description"]?.string } == Findings.torture.diagnostics.map(\.message.description))
    #expect(
      items.map { $0["location"]?["path"]?.string }
        == Findings.torture.diagnostics.map { "docs/content/" + $0.location.file })
    #expect(
      items.allSatisfy { ["info", "minor", "major", "critical", "blocker"].contains($0["severity"]?.string ?? "") })
    let none = LintReport(contentFolder: ".", pages: 1, diagnostics: [])
    #expect(Findings.written(GitLabReporter(), none) == "[]\n")
  }

  @Test func tellsEqualFindingsApart() throws {
    let diagnostics = Self.findings([("a", .error, 50)]).map { Findings.like($0, expected: "same") }
    let text = Findings.written(GitLabReporter(), Self.report(diagnostics))
    let fingerprints = try #require(try JSONReader.read(Array(text.utf8)).items).map { $0["fingerprint"]?.string }
    #expect(Set(fingerprints).count == 50)
    #expect(fingerprints.allSatisfy { $0?.utf8.count == 32 })
  }
}
