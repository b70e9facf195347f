import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

struct SuppressionTests {
  private func fixture(_ name: String) throws -> LintFixture {
    try #require(LintFixture.all.first { $0.name == name })
  }

  @Test func countsWhatIsSuppressed() throws {
    #expect(try fixture("suppression-silent").lint().suppressedCount == 3)
    #expect(try fixture("parameter").lint().suppressedCount == 0)
  }

  /// The site keeps what is suppressed by the same names.
  @Test func knowsTheNamesOfWhatIsRestored() {
    for name in FindingName.all { #expect(RuleCatalog.rule(named: name.rule)?.group.rawValue == name.group, "\(name)") }
  }

  /// A rule that does not run cannot tell whether its suppression is of use.
  @Test func doesNotJudgeWhatDoesNotRun() throws {
    let unused = try #require(RuleCatalog.rule(named: "unused-suppression"))
    let fixture = try fixture("suppression-silent")
    #expect(try fixture.lint(LintSettings(rules: [unused])).diagnostics.isEmpty)
    let off = LintSettings.Override(rules: Set(RuleCatalog.rules(in: .requirement)), severity: nil)
    #expect(try fixture.lint(LintSettings(overrides: [off])).diagnostics.isEmpty)
  }

  @Test func holdsForSectionsWithTheirSubsections() throws {
    let source = "# A\n\n## Parameters\n\n### One\n\n### Two\n\n## Remarks\n\n```\na\n```\n"
    let comment = "<!-- docgen-disable mismatched-code -- later -->"
    func lint(_ page: String) throws -> [String] {
      try LintFixture(files: ["en/a.md": source, "de/a.md": page]).lint().diagnostics.filter {
        $0.rule == "mismatched-code" || $0.rule == "unused-suppression"
      }.map(\.rule)
    }
    let damaged = "# A\n\n## Parameters\n\n### One\n\n### Two\n\n## Remarks\n\n```\nb\n```\n"
    #expect(try lint(damaged) == ["mismatched-code"])
    #expect(try lint(damaged.replacingOccurrences(of: "## Remarks", with: "## Remarks\n\n\(comment)\n")) == [])
    #expect(
      try lint(damaged.replacingOccurrences(of: "### One", with: "### One\n\n\(comment)\n")) == [
        "unused-suppression", "mismatched-code",
      ])
    let inner = damaged.replacingOccurrences(of: "## Remarks", with: "### Three").replacingOccurrences(
      of: "## Parameters", with: "## Parameters\n\n\(comment)\n")
    #expect(!(try lint(inner).contains("unused-suppression")))
  }

  /// A file that is only read beside another was not looked at, so that its suppressions cannot be judged.
  @Test func doesNotJudgeFilesThatAreOutOfScope() throws {
    let folder = try TemporaryFolder([
      "en/a.md": "# A\n\n<!-- docgen-disable-next-line mismatched-requirement -->\nText.\n",
      "de/a.md": "# A\n\nText.\n",
    ])
    let catalog = try PageCatalog(contentFolder: folder.path, locales: ["en", "de"])
    let loader = PageLoader(catalog: catalog, vocabularies: try ["en", "de"].map(LintFixture.vocabulary))
    func rules(_ scope: LintScope?) -> [String] {
      Linter(loader: loader, settings: LintSettings(), scope: scope).run(jobs: 1).diagnostics.map(\.rule)
    }
    #expect(rules(nil) == ["unused-suppression"])
    #expect(rules(LintScope(changes: [(page: "a", locale: 1)], localeCount: 2)) == [])
  }
}
