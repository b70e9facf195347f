import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Fences that are damaged in all ways, in translations and in sources: each is found, and no fix loses text.
@Suite struct DamagedFenceTests {
  private static let files = DamagedFences.all.reduce(into: [String: String]()) { files, damaged in
    for (locale, page) in damaged.pages { files["\(locale)/\(damaged.name).md"] = page }
  }

  private static let findings = Result { try LintFixture(files: files).lint(jobs: 2).diagnostics }
  private static let runs = [false, true].map { isUnsafe in Result { try FixRun(files, allowsUnsafe: isUnsafe) } }

  @Test func findsEachAtItsFence() throws {
    let findings = try Self.findings.get()
    let byFile = Dictionary(grouping: findings.filter { $0.rule == "unclosed-code" }, by: \.location.file)
    var unfixed: [String] = []
    for damaged in DamagedFences.all {
      let own = byFile["\(damaged.locale)/\(damaged.name).md"] ?? []
      #expect(own.count == 1, "\(damaged.name)")
      #expect(own.allSatisfy { damaged.lines.contains($0.location.start.line) }, "\(damaged.name)")
      let other = damaged.locale == "de" ? "en" : "de"
      #expect(byFile["\(other)/\(damaged.name).md"] == nil, "\(damaged.name)")
      if own.contains(where: { $0.fix?.applicability != .safe }) { unfixed.append(damaged.name) }
    }
    // Where the code differs, too, it is not certain where it ends.
    #expect(unfixed.filter { !$0.hasPrefix("facts-0") && !$0.hasPrefix("mof") } == [])
  }

  /// What follows a fence that is not closed cannot be compared, and is found once it is.
  @Test func findsNothingThatComesOfIt() throws {
    let findings = try Self.findings.get()
    let clean = ["plain", "quote", "alert", "list", "bare", "crlf"]
    let others = findings.filter { finding in
      finding.rule != "unclosed-code" && clean.contains { finding.page.hasPrefix($0 + "-") }
    }
    #expect(others.map { "\(FindingLine(diagnostic: $0))" } == [])
  }

  @Test(arguments: [false, true])
  func losesNoSentence(allowsUnsafe: Bool) throws {
    let run = try Self.runs[allowsUnsafe ? 1 : 0].get()
    #expect(run.fixedCount > DamagedFences.all.count * 9 / 10)
    for damaged in DamagedFences.all {
      for (locale, page) in damaged.pages {
        let fixed = try #require(run.files["\(locale)/\(damaged.name).md"])
        var rest = fixed[...]
        for sentence in Self.sentences(page) {
          let place = rest.firstRange(of: sentence)
          #expect(place != nil, "\(damaged.name): '\(sentence)'")
          if let place { rest = rest[place.upperBound...] }
        }
      }
    }
  }

  /// Where the fix is certain, the outline is that of the page before it was damaged.
  @Test func closesWhatIsCertain() throws {
    let run = try Self.runs[0].get()
    let left = Set(run.diagnostics.filter { $0.rule == "unclosed-code" }.map(\.page))
    let names = Set(DamagedFences.all.map(\.name)).filter { !left.contains($0) }
    #expect(names.count > DamagedFences.all.count * 9 / 10)
    // Text that stood behind the ticks is a paragraph of its own now, which the other page has not.
    let others = run.diagnostics.filter {
      names.contains($0.page) && $0.rule != "missing-text" && $0.rule != "extra-text"
    }
    #expect(others.map { "\(FindingLine(diagnostic: $0))" } == [])
  }

  /// The sentences of a page outside of its code, in order, told by their words and points alone.
  private static func sentences(_ page: String) -> [String] {
    page.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
      line.split(separator: "|").map { cell in
        String(cell.drop { " >-".contains($0) }.reversed().drop { $0 == " " }.reversed())
      }
    }.filter { text in
      text.split(separator: " ").count >= 4 && text.last.map { ".:".contains($0) } ?? false && !text.contains("```")
    }
  }
}
