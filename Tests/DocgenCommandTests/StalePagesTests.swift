import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Findings that the change of a source explains, and such as it does not.
struct StalePagesTests {
  private static func page(header: String, library: String, codes: [String], metadata: String = "") -> String {
    let rows = codes.map { "| `\($0)` | 1 |\n" }.joined()
    return """
      ---
      title: Open function
      \(metadata)---
      # Open function

      ## Return value

      | Return code | Value |
      |---|---|
      \(rows)
      ## Requirements

      | Requirement | Value |
      |---|---|
      | Header | \(header) |
      | DLL | \(library) |

      """
  }

  /// A source that renamed its header, library and first code, and added a code; its translation tore the library's
  /// name before.
  private static func repository(configuration: String = "") throws -> GitFixture {
    let git = try GitFixture()
    let first = try git.commit([
      "content/en/a.md": page(header: "one.h", library: "One.dll", codes: ["E_ONE"]),
      "site/config.yml": "source-locale: en\n" + configuration,
    ])
    try git.commit([
      "content/de/a.md": page(
        header: "one.h", library: "O ne.dll", codes: ["E_ONE"], metadata: "ms.sourcegitcommit: \(first)\n")
    ])
    try git.commit([
      "content/en/a.md": page(header: "first.h", library: "First.dll", codes: ["E_FIRST", "E_SECOND"])
    ])
    return git
  }

  private func lint(_ git: GitFixture, _ options: String = "") -> Invocation {
    Invocation("lint --config \(git.path)/site/config.yml \(options)")
  }

  @Test func foldsWhatTheChangeExplains() throws {
    let git = try Self.repository()
    let run = lint(git, "--concise")
    #expect(run.status == .findings)
    Snapshot.expect(run.output, "adoption/stale-folded.txt")
    let whole = lint(git)
    #expect(whole.output.contains("  explains 3 findings: "), "\(whole.output)")
  }

  @Test func tellsAllFindingsInJSON() throws {
    let git = try Self.repository()
    let report = try JSONReader.read(Array(lint(git, "--format json").output.utf8))
    let findings = try #require(report["diagnostics"]?.items)
    let folded = findings.filter { $0["foldedInto"] != nil }
    #expect(folded.count == 3)
    #expect(report["summary"]?["folded"]?.integer == 3)
    let stale = try #require(findings.first { $0["rule"]?.string == "stale-translation" })
    for finding in folded {
      #expect(finding["foldedInto"]?["file"]?.string == stale["file"]?.string)
      #expect(finding["foldedInto"]?["line"]?.integer == stale["line"]?.integer)
    }
    let torn = findings.filter { $0["actual"]?.string?.contains("O ne.dll") ?? false }
    #expect(!torn.isEmpty && torn.allSatisfy { $0["foldedInto"] == nil })
  }

  @Test func foldsNothingWhereThatIsNotWanted() throws {
    let folded = try Self.repository()
    let all = try Self.repository(configuration: "lint:\n  stale-pages: all\n")
    let (few, many) = (lint(folded, "--concise").output, lint(all, "--concise").output)
    #expect(
      many.split(separator: "\n").count { $0.contains("a.md:") } == few.split(separator: "\n").count {
        $0.contains("a.md:")
      } + 3)
    #expect(!many.contains("explained by"))
  }

  @Test func foldsNothingWithoutHistory() throws {
    let git = try Self.repository()
    let run = lint(git, "--format json --source-history none")
    #expect(!run.output.contains("foldedInto"))
    #expect(!run.output.contains("\"folded\""))
  }

  /// What the source says today is written all the same.
  @Test func fixesWhatIsFolded() throws {
    let git = try Self.repository()
    _ = lint(git, "--fix")
    let text = String(decoding: try FileSystem.read(git.path + "/content/de/a.md"), as: UTF8.self)
    #expect(text.contains("| Header | first.h |"), "\(text)")
  }
}
