import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct FixTests {
  static let fixtures = LintFixture.all(in: Snapshot.fixtures(for: #filePath) + "/fixes")

  @Test(arguments: fixtures)
  func fixesAsReviewed(_ fixture: LintFixture) throws {
    var text = ""
    for allowsUnsafe in [false, true] {
      let run = try FixRun(fixture.files, allowsUnsafe: allowsUnsafe)
      text += "\(allowsUnsafe ? "unsafe" : "safe"): \(run.fixedCount) fixed\n"
      for change in run.changes { text += FixRun.text(change) }
      for diagnostic in run.diagnostics { text += "\(FindingLine(diagnostic: diagnostic))\n" }
    }
    Snapshot.expect(text, "fixes/\(fixture.name).fixed")
  }

  /// Readers of JSON would write a new sum beside the address of an old file.
  @Test func pagesOfAnotherEditionHaveNoFixes() throws {
    let fixture = try #require(Self.fixtures.first { $0.name == "other-edition" })
    let folded = try fixture.lint().diagnostics.filter { $0.foldedInto?.rule == "other-edition" }
    #expect(folded.contains { $0.rule == "damaged-identifier" })
    #expect(folded.allSatisfy { $0.fix == nil })
  }

  @Test(arguments: fixtures + LintFixture.all, [false, true])
  func leavesNothingForASecondRun(_ fixture: LintFixture, allowsUnsafe: Bool) throws {
    let first = try FixRun(fixture.files, allowsUnsafe: allowsUnsafe)
    let second = try FixRun(first.files, allowsUnsafe: allowsUnsafe)
    #expect(second.fixedCount == 0)
    #expect(second.changes.isEmpty)
    #expect(second.diagnostics.map(\.message) == first.diagnostics.map(\.message))
  }

  @Test(arguments: fixtures + LintFixture.all)
  func addsNoFinding(_ fixture: LintFixture) throws {
    var known = counts(try fixture.lint().diagnostics)
    for (finding, count) in counts(try FixRun(fixture.files, allowsUnsafe: true).diagnostics) {
      #expect(count <= known[finding, default: 0], "\(finding)")
      known[finding] = nil
    }
  }

  private func counts(_ diagnostics: [Diagnostic]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in diagnostics { counts["\(finding.locale) \(finding.rule) \(finding.message)", default: 0] += 1 }
    return counts
  }

  /// Readers of JSON apply fixes one by one, without another look.
  @Test(arguments: fixtures + LintFixture.all)
  func eachFixResolvesItsFindingAndNothingElse(_ fixture: LintFixture) throws {
    let before = try fixture.lint().diagnostics
    let known = Set(before.map(\.message))
    for finding in before {
      guard let fix = finding.fix else { continue }
      var files = fixture.files
      let text = Array(try #require(files[finding.location.file]).utf8)
      files[finding.location.file] = String(decoding: FixRun.applying(fix.edits, to: text), as: UTF8.self)
      // A name that is whole again may tell that its neighbor is torn, which is fixed as safely.
      let after = counts(
        try LintFixture(files: files).lint().diagnostics.filter {
          $0.damage != .whitespace || $0.fix?.applicability != .safe || known.contains($0.message)
        })
      let expected = counts(before)
      for (key, count) in after { #expect(count <= expected[key, default: 0], "\(finding.message) adds \(key)") }
      let key = "\(finding.locale) \(finding.rule) \(finding.message)"
      #expect(after[key, default: 0] < expected[key, default: 0], "\(key) stays")
    }
  }

  @Test func keepsByteOrderMarkAndLineEnds() throws {
    let page = """
      \u{FEFF}---\r
      title: Run function\r
      ms.topic: reference\r
      ---\r
      # Run function\r
      ## Requirements\r
      | Requirement | Value |\r
      |---|---|\r
      | Header | Run.h |\r
      | DLL | Run.dll |
      """
    let damaged = page.replacing("Run.h", with: "Run. h").replacing("Run.dll", with: "Lauf.dll")
    let run = try FixRun(["en/run.md": page, "de/run.md": damaged], allowsUnsafe: false)
    #expect(run.fixedCount == 2)
    #expect(run.files["de/run.md"] == page)
  }

  /// The closing fence has lost the marker of its quote, so that it opens a block of its own.
  @Test func takesAClosingFenceBackIntoItsQuote() throws {
    let text = "# Pick\n\nThe call:\n\n> ```c\n> Pick(0);\n> ```\n\nThen go on with the next one.\n"
    let page = "# Pick\n\nDer Aufruf:\n\n> ```c\n> Pick(0);\n> ```\n\nDann geht es mit dem nächsten weiter.\n"
    let damaged = page.replacing("> ```\n", with: "```\n")
    #expect(damaged != page)
    let run = try FixRun(["en/pick.md": text, "de/pick.md": damaged], allowsUnsafe: false)
    #expect(run.files["de/pick.md"] == page)
  }

  @Test func leavesOtherEncodingsAlone() throws {
    let folder = try TemporaryFolder(["en/a.md": "---\nms.topic: reference\n---\n# A\n"])
    try folder.write(Array("---\nms.topic: refe rence\n---\n# ".utf8) + [0xC4, 0x0A], to: "de/a.md")
    let run = try FixRun(folder, allowsUnsafe: true)
    #expect(run.changes.isEmpty)
    #expect(run.undecoded == ["de/a.md"])
    #expect(run.diagnostics.map(\.rule) == ["mismatched-metadata", "broken-encoding"])
    #expect(run.diagnostics.allSatisfy { $0.fix == nil })
  }

  @Test func reportsFilesThatCannotBeWritten() throws {
    let folder = try TemporaryFolder([
      "en/a.md": "---\nms.topic: reference\n---\n# A\n", "de/a.md": "---\nms.topic: refe rence\n---\n# A\n",
    ])
    let fixer = try FixRun.fixer(folder, allowsUnsafe: false)
    let result = fixer.run(jobs: 1) { change throws(FileError) in
      throw FileError(operation: "write", path: change.file, code: 13)
    }
    #expect(result.lint.failures.map(\.path) == ["de/a.md"])
    #expect(result.fixedCount == 0)
    #expect(result.lint.diagnostics.count == 1)
  }
}
