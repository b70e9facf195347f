import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct LintSnapshotTests {
  @Test(arguments: LintFixture.damaged)
  func findsWhatWasReviewed(_ fixture: LintFixture) throws {
    Snapshot.expect(try fixture.findings(), "lint/\(fixture.name).findings")
  }

  @Test(arguments: LintFixture.silent)
  func findsNothing(_ fixture: LintFixture) throws {
    let findings = try fixture.findings()
    #expect(findings == "")
  }

  @Test func everyRuleFindsSomething() throws {
    var rules = Set(RuleCatalog.all.map(\.id))
    for fixture in LintFixture.damaged {
      for diagnostic in try fixture.lint().diagnostics { rules.remove(diagnostic.rule) }
    }
    #expect(rules == [])
  }

  @Test(arguments: LintFixture.damaged)
  func placesLieInTheFile(_ fixture: LintFixture) throws {
    for diagnostic in try fixture.lint().diagnostics {
      for location in [diagnostic.location] + diagnostic.related.map(\.location) {
        let text = try #require(fixture.files[location.file] ?? fixture.links[location.file].map { _ in "" })
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(location.start <= location.end)
        #expect(location.end.line <= lines.count)
        #expect(location.start.column <= lines[location.start.line - 1].unicodeScalars.count + 1)
      }
    }
  }

  /// A page is no damaged translation of itself.
  @Test(arguments: LintFixture.all)
  func findsNothingInCopies(_ fixture: LintFixture) throws {
    var copies = fixture.files.filter { $0.key.hasPrefix("en/") }
    let pageFindings = Set(try LintFixture(files: copies).lint().diagnostics.map(\.rule))
    for (path, text) in copies { copies["en-GB/" + path.dropFirst(3)] = text }
    let diagnostics = try LintFixture(files: copies).lint().diagnostics
    #expect(diagnostics.filter { $0.locale == "en-GB" && !pageFindings.contains($0.rule) }.map(\.rule) == [])
  }
}
