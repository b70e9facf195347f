import DocgenModel
import DocgenSupport
import Testing

@testable import DocgenLint

@Suite struct LinterTests {
  private static let damaged = LintFixture(
    """
    === en/a/page.md
    ## Parameters
    - *one* \\[in\\]: one.
    - *two* \\[in\\]: two.
    ## Requirements
    | Requirement | Value |
    |--|--|
    | Header | one.h |
    === de/a/page.md
    ## Parameter
    - *eins* \\[ vorgenommen\\]: eins.
    - *zwei* \\[ in\\]: zwei.
    ## Anforderungen
    | Anforderung | Wert |
    |--|--|
    | Header | eins. h |
    === en/b/page.md
    ## Parameters
    - *one*: one.
    === de/b/page.md
    ## Parameter
    - *eins*: eins.
    """)

  private func rules(_ settings: LintSettings) throws -> [String] {
    try Self.damaged.lint(settings).diagnostics.map { "\($0.page) \($0.severity.rawValue) \($0.rule)" }
  }

  private func selected(_ names: String...) -> Set<Rule> {
    Set(names.flatMap { RuleCatalog.rules(selectedBy: $0) ?? [] })
  }

  @Test func reportsInOneOrder() throws {
    #expect(
      try rules(LintSettings()) == [
        "a/page error mismatched-parameter-name", "a/page error mismatched-parameter-direction",
        "a/page error mismatched-parameter-name", "a/page error mismatched-requirement",
        "b/page error mismatched-parameter-name",
      ])
  }

  @Test func runsOnlyTheRulesThatAreSelected() throws {
    #expect(try rules(LintSettings(rules: [])) == [])
    #expect(try rules(LintSettings(rules: selected("requirement"))) == ["a/page error mismatched-requirement"])
    #expect(
      try rules(LintSettings(rules: selected("mismatched-parameter-direction", "pairing"))) == [
        "a/page error mismatched-parameter-direction"
      ])
  }

  @Test func setsSeveritiesByPath() throws {
    let settings = LintSettings(
      rules: selected("mismatched-parameter-name"),
      overrides: [
        LintSettings.Override(rules: selected("parameter"), severity: .note),
        LintSettings.Override(rules: selected("parameter"), severity: .warning) { $0.hasPrefix("a/") },
        LintSettings.Override(rules: selected("signature"), severity: .error),
      ])
    #expect(
      try rules(settings) == [
        "a/page warning mismatched-parameter-name", "a/page warning mismatched-parameter-name",
        "b/page note mismatched-parameter-name",
      ])
  }

  @Test func turnsRulesOffByPath() throws {
    let off = LintSettings.Override(rules: selected("parameter"), severity: nil) { $0.hasPrefix("a/") }
    #expect(
      try rules(LintSettings(overrides: [off])) == [
        "a/page error mismatched-requirement", "b/page error mismatched-parameter-name",
      ])
  }

  @Test func configuredSeverityGoesBeforeTheFindingsOwn() {
    let rule = MismatchedParameterDirection.rule
    let settings = LintSettings(overrides: [LintSettings.Override(rules: [rule], severity: .note)])
    #expect(LintSettings().severity(of: rule, in: "page", locale: "de") == .warning)
    #expect(LintSettings().severity(of: rule, finding: .error, in: "page", locale: "de") == .error)
    #expect(settings.severity(of: rule, finding: .error, in: "page", locale: "de") == .note)
  }

  @Test func setsSeveritiesByLocale() {
    let rule = MismatchedParameterDirection.rule
    let settings = LintSettings(overrides: [
      LintSettings.Override(rules: [rule], severity: nil, matches: { $0 == "page" }, locales: ["fr", "fr-CA"])
    ])
    #expect(settings.severity(of: rule, in: "page", locale: "fr") == nil)
    #expect(settings.severity(of: rule, in: "other", locale: "fr") == .warning)
    #expect(settings.severity(of: rule, in: "page", locale: "de") == .warning)
  }

  @Test func reportsTheSameWithAnyNumberOfJobs() throws {
    var files: [String: String] = [:]
    for number in 0..<8 {
      for fixture in LintFixture.all {
        for (path, text) in fixture.files {
          let slash = path.firstIndex(of: "/") ?? path.endIndex
          files["\(path[..<slash])/\(fixture.name)/\(number)\(path[slash...])"] = text
        }
      }
    }
    let fixture = LintFixture(files: files)
    let alone = try fixture.lint(jobs: 1)
    let together = try fixture.lint(jobs: 8)
    #expect(alone.diagnostics.count > 200)
    #expect(alone.pageCount == together.pageCount)
    #expect(
      alone.diagnostics.map { FindingLine(diagnostic: $0).description }
        == together.diagnostics.map { FindingLine(diagnostic: $0).description })
  }

  @Test func ordersByFileLineColumnAndRule() throws {
    for fixture in LintFixture.damaged {
      let diagnostics = try fixture.lint().diagnostics
      for (left, right) in zip(diagnostics, diagnostics.dropFirst()) {
        #expect(!Diagnostic.precedes(right, left))
      }
    }
  }

  @Test func comparesNothingWithAnUnreadablePage() throws {
    let fixture = LintFixture(files: ["en/page.md": "", "de/page.md": "# Seite\n", "fr/page.md": "\u{FEFF}"])
    #expect(try fixture.findings() == "")
    #expect(try fixture.lint().pageCount == 3)
  }

  /// Equal values of different facts are told apart, whatever the lines are.
  @Test func keysFindingsByTheirFact() throws {
    func keys(_ parameters: String...) throws -> [FindingKey] {
      let list = parameters.map { "- *\($0)* \\[ vorgenommen\\]: eins.\n" }.joined()
      let source = parameters.map { "- *\($0)* \\[out\\]: one.\n" }.joined()
      let fixture = LintFixture(files: ["en/a.md": "## Parameters\n\n" + source, "de/a.md": "## Parameter\n\n" + list])
      let settings = LintSettings(rules: selected("mismatched-parameter-direction"))
      return FindingKey.keys(of: try fixture.lint(settings).diagnostics)
    }
    let three = try keys("one", "two", "three")
    #expect(Set(three).count == 3)
    #expect(try keys("three", "one") == [three[2], three[0]])
  }
}
