import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Which findings are fixed, and what is found once they are.
@Suite struct FixScopeTests {
  private static func page(_ header: String, extra: String = "") -> String {
    "# Run\n\n## Requirements\n\n| Requirement | Value |\n|---|---|\n\(extra)| Header | \(header) |\n"
  }

  @Test func leavesSuppressedFindingsAlone() throws {
    let comment = " <!-- docgen-disable-line mismatched-requirement: as it is printed -->"
    let run = try FixRun(
      [
        "en/a.md": Self.page("Run.h"), "de/a.md": Self.page("Run. h" + comment), "en/b.md": Self.page("Run.h"),
        "de/b.md": Self.page("Run. h"),
      ], allowsUnsafe: true)
    #expect(run.changes.map(\.file) == ["de/b.md"])
    #expect(run.diagnostics.map(\.message) == [])
  }

  @Test func fixesOnlyWhatIsInScope() throws {
    var files: [String: String] = [:]
    for name in ["a", "b"] {
      files["en/\(name).md"] = Self.page("Run.h")
      files["de/\(name).md"] = Self.page("Run. h")
      files["fr/\(name).md"] = Self.page("Run. h")
    }
    let folder = try TemporaryFolder(files)
    func fixed(changed page: String, in locale: Int) throws -> [String] {
      let scope = LintScope(changes: [(page: page, locale: locale)], localeCount: 3)
      let result = try FixRun.fixer(folder, allowsUnsafe: false, scope: scope)
        .run(jobs: 2) { change throws(FileError) in change.file }
      #expect(result.lint.diagnostics.allSatisfy { $0.fix == nil })
      return result.outputs
    }
    #expect(try fixed(changed: "a", in: 1) == ["de/a.md"])
    // A page of the source is looked at with its translations.
    #expect(try fixed(changed: "b", in: 0) == ["de/b.md", "fr/b.md"])
    #expect(try fixed(changed: "c", in: 0) == [])
  }

  /// Fixes that are shown and not written are found as if they were, in their new lines.
  @Test(arguments: FixTests.fixtures + LintFixture.all, [false, true])
  func findsWhatALintOfTheFixedFilesFinds(_ fixture: LintFixture, allowsUnsafe: Bool) throws {
    let run = try FixRun(fixture.files, allowsUnsafe: allowsUnsafe)
    let lint = try LintFixture(files: run.files).lint().diagnostics
    #expect(run.diagnostics.map { "\(FindingLine(diagnostic: $0))" } == lint.map { "\(FindingLine(diagnostic: $0))" })
  }

  @Test func movesFindingsOfTheProjectWithTheirLines() throws {
    let metadata = "---\napi_name:\n- A\n- B\n---\n"
    let body = "# Run\n\nSee [there](b.md#gone).\n"
    let source = body.replacing("#gone", with: "")
    let run = try FixRun(
      [
        "en/a.md": metadata + source, "en/b.md": "# There\n", "de/a.md": "---\napi_name: A\n---\n" + body,
        "de/b.md": "# There\n",
      ], allowsUnsafe: false)
    #expect(run.files["de/a.md"] == metadata + body)
    let anchors = run.diagnostics.filter { $0.rule == "broken-anchor" && $0.locale == "de" }
    #expect(anchors.map(\.location.start.line) == [8])
  }

  /// `Tcp Ip` and `Tcp _ Ip_One` hide each other: the one name is counted for the other.
  @Test func fixesWhatAFixUncoversWithIt() throws {
    let source = "# Tcp\n\nThe **TcpIp** class.\n\nThe **TcpIp\\_One** class.\n"
    let run = try FixRun(
      ["en/a.md": source, "de/a.md": "# Tcp\n\nDie **Tcpip** class.\n\nDie **TcpIp \\_ One** class.\n"],
      allowsUnsafe: false)
    #expect(run.files["de/a.md"] == "# Tcp\n\nDie **TcpIp** class.\n\nDie **TcpIp\\_One** class.\n")
    #expect(run.refusedCount == 0)
    #expect(run.diagnostics.map(\.message) == [])
  }

  /// One fix that shows a sentence to be the source's must not keep all others from being made.
  @Test func refusesOnlyTheFixesThatDoHarm() throws {
    let names = (0..<40).map { "The value of **FLAG\\_\($0)** stands here.\n" }
    let sentence = "The caller waits until all of the values of FLAG\\_LAST are read again.\n"
    let source = "# Flags\n\n" + names.joined(separator: "\n") + "\n" + sentence
    let translation =
      "# Flags\n\n"
      + names.map { $0.replacing("The value of", with: "Der Wert von").replacing("\\_", with: " \\_ ") }
      .joined(separator: "\n") + "\n" + sentence.replacing("\\_", with: " \\_ ")
    let run = try FixRun(["en/a.md": source, "de/a.md": translation], allowsUnsafe: false)
    #expect(run.fixedCount == 40)
    #expect(run.refusedCount == 1)
    #expect(run.diagnostics.map(\.rule) == ["damaged-identifier"])
  }
}
