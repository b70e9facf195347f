import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Runs of `docgen lint` that count only some findings: a baseline, changed pages, stale translations.
struct AdoptionTests {
  private static func page(_ name: String, _ file: String, extra: String = "", metadata: String = "") -> String {
    """
    ---
    title: \(name) function
    \(metadata)---
    # \(name) function

    Does \(name).\(extra)

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header<br/> | <dl> <dt>\(file).h</dt> </dl> |
    | DLL<br/> | <dl> <dt>\(file).dll</dt> </dl> |

    """
  }

  /// Two pages with two errors each in the translation.
  private static let files = [
    "content/en/a.md": page("One", "One"), "content/de/a.md": page("One", "Eins"),
    "content/en/b.md": page("Two", "Two"), "content/de/b.md": page("Two", "Zwei"),
  ]

  private func lint(_ folder: String, _ options: String = "") -> Invocation {
    Invocation(
      ["lint", "--content", folder + "/content", "--source-locale", "en", "--concise"]
        + options.split(separator: " ").map { String($0).replacingFolder(folder) })
  }

  // MARK: Baseline

  @Test func keepsSilentAboutTheBaseline() throws {
    let folder = try TemporaryFolder(Self.files)
    #expect(lint(folder.path).status == .findings)
    let written = lint(folder.path, "--baseline @/baseline.json --write-baseline")
    #expect(written.status == .success)
    #expect(written.messages.contains("4 findings written to"))
    Snapshot.expect(
      String(decoding: try FileSystem.read(folder.path + "/baseline.json"), as: UTF8.self), "adoption/baseline.json")
    // Lines that move and other prose are no news.
    try folder.write(
      Array(Self.page("One", "Eins", extra: "\n\nMehr davon.\n\nNoch mehr.").utf8), to: "content/de/a.md")
    let silent = lint(folder.path, "--baseline @/baseline.json")
    #expect(silent.status == .success)
    #expect(silent.output == "4 pages: 0 errors, 0 warnings, 0 notes; 4 in the baseline\n")
    #expect(silent.messages == "")
  }

  @Test func failsOnWhatIsNew() throws {
    let folder = try TemporaryFolder(Self.files)
    _ = lint(folder.path, "--baseline @/baseline.json --write-baseline")
    // A source that changes wakes its finding; a translation that is damaged otherwise does not.
    try folder.write(Array(Self.page("One", "First").utf8), to: "content/en/a.md")
    try folder.write(Array(Self.page("Two", "Deux").utf8), to: "content/de/b.md")
    let run = lint(folder.path, "--baseline @/baseline.json")
    #expect(run.status == .findings)
    #expect(run.output.contains("2 errors"))
    #expect(run.output.contains("2 in the baseline"))
    #expect(run.messages.contains("2 findings of the baseline"))
  }

  @Test func countsEqualFactsOfTheBaseline() throws {
    let source = "# Page\n\nUse **S\\_OK** here.\n\nUse **S\\_OK** there.\n"
    let translation = "# Seite\n\nHier **S \\_ OK** nehmen.\n\nDort **S \\_ OK** nehmen.\n"
    let folder = try TemporaryFolder(["content/en/a.md": source, "content/de/a.md": translation])
    let written = lint(folder.path, "--baseline @/baseline.json --write-baseline --rule damaged-identifier")
    #expect(written.messages.contains("2 findings written to"))
    let silent = lint(folder.path, "--baseline @/baseline.json --rule damaged-identifier --fail-on warning")
    #expect(silent.status == .success)
    #expect(silent.output == "2 pages: 0 errors, 0 warnings, 0 notes; 2 in the baseline\n")
    #expect(silent.messages == "")
  }

  @Test func prunesWhatIsGone() throws {
    let folder = try TemporaryFolder(Self.files)
    _ = lint(folder.path, "--baseline @/baseline.json --write-baseline")
    try folder.write(Array(Self.page("One", "One").utf8), to: "content/de/a.md")
    let run = lint(folder.path, "--baseline @/baseline.json")
    #expect(run.status == .success)
    #expect(
      run.messages.contains(
        "2 findings of the baseline '\(folder.path)/baseline.json' are gone: mismatched-requirement in de/a ('dll: One.dll'), "
      ))
    // A run that looks at other rules or locales says nothing, and takes nothing out.
    #expect(lint(folder.path, "--baseline @/baseline.json --rule parameter").messages == "")
    _ = lint(folder.path, "--baseline @/baseline.json --write-baseline --rule parameter")
    #expect(lint(folder.path, "--baseline @/baseline.json").messages.contains("2 findings of the baseline"))
    #expect(
      lint(folder.path, "--baseline @/baseline.json --write-baseline").messages.contains(
        "2 findings written to '\(folder.path)/baseline.json': 0 new, 2 gone"))
    #expect(lint(folder.path, "--baseline @/baseline.json").messages == "")
  }

  @Test func saysWhatIsWrongWithABaseline() throws {
    let folder = try TemporaryFolder(Self.files)
    #expect(lint(folder.path, "--write-baseline").status == .usage)
    let missing = lint(folder.path, "--baseline @/baseline.json")
    #expect(missing.status == .usage)
    #expect(missing.messages.contains("--write-baseline makes it"))
    for (text, reason) in [
      ("{", "line 1"), ("[]", "this is no baseline"), ("{\"schema\":\"docgen-baseline/1\"}", "this is no baseline"),
      ("{\"schema\":\"docgen-baseline/1\",\"findings\":[{\"page\":\"a\"}]}", "finding 1 needs"),
    ] {
      try folder.write(Array(text.utf8), to: "baseline.json")
      let run = lint(folder.path, "--baseline @/baseline.json")
      #expect(run.status == .usage)
      #expect(run.messages.contains(reason), "\(text)")
    }
  }

  @Test func readsTheBaselineOfTheConfiguration() throws {
    let folder = try TemporaryFolder(Self.files)
    try folder.write(Array("source-locale: en\nlint:\n  baseline: site/known.json\n".utf8), to: "site/config.yml")
    let run = Invocation(["lint", "--config", folder.path + "/site/config.yml", "--write-baseline", "--concise"])
    #expect(run.status == .success)
    #expect(FileSystem.kind(of: folder.path + "/site/known.json") == .file)
    #expect(Invocation(["lint", "--config", folder.path + "/site/config.yml"]).status == .success)
  }

  // MARK: Changed pages

  @Test func looksAtChangedPages() throws {
    let git = try GitFixture()
    try git.commit(Self.files)
    try git.git(["branch", "start"])
    #expect(lint(git.path, "--changed-since start").output == "0 of 4 pages: 0 errors, 0 warnings, 0 notes\n")
    // A translation is looked at alone, a page of the source with its translations.
    try git.folder.write(Array(Self.page("One", "Uno").utf8), to: "content/de/a.md")
    let one = lint(git.path, "--changed-since start")
    #expect(one.status == .findings)
    #expect(one.output.contains("1 of 4 pages: 2 errors"))
    try git.commit(["content/en/b.md": Self.page("Two", "Two", extra: " Well.")])
    let both = lint(git.path, "--changed-since start")
    #expect(both.output.contains("3 of 4 pages: 4 errors"))
    #expect(lint(git.path, "--changed-since HEAD").output.contains("0 of 4 pages"))
  }

  @Test func findsTranslationsWhoseSourceIsGone() throws {
    let git = try GitFixture()
    try git.commit(Self.files)
    try FileSystem.remove(git.path + "/content/en/a.md")
    let run = lint(git.path, "--changed-since HEAD")
    #expect(run.output.contains("de/a.md:1:1: warning[orphan-translation]"))
    #expect(run.output.contains("1 of 3 pages"))
  }

  @Test func keepsTheBaselineOfPagesThatItDoesNotLookAt() throws {
    let git = try GitFixture()
    try git.commit(Self.files)
    _ = lint(git.path, "--baseline @/baseline.json --write-baseline")
    try git.folder.write(Array(Self.page("One", "One").utf8), to: "content/de/a.md")
    let run = lint(git.path, "--baseline @/baseline.json --changed-since HEAD")
    #expect(run.messages.contains("2 findings of the baseline"))
    _ = lint(git.path, "--baseline @/baseline.json --changed-since HEAD --write-baseline")
    let all = lint(git.path, "--baseline @/baseline.json")
    #expect(all.status == .success)
    #expect(all.messages == "")
    #expect(all.output.contains("2 in the baseline"))
  }

  @Test func saysWhyItCannotTellWhatChanged() throws {
    let folder = try TemporaryFolder(Self.files)
    #expect(lint(folder.path, "--changed-since HEAD").messages.contains("lies in no git repository"))
    let git = try GitFixture()
    try git.commit(Self.files)
    let run = lint(git.path, "--changed-since nowhere")
    #expect(run.status == .usage)
    #expect(run.messages.contains("there is no revision 'nowhere'"))
    #expect(lint(git.path, "--changed-since=--output=x").status == .usage)
  }

  // MARK: Staleness

  @Test func classesStaleTranslationsByTheHistory() throws {
    let git = try GitFixture()
    let first = try git.commit(["content/en/a.md": Self.page("One", "One"), "content/en/b.md": Self.page("Two", "Two")])
    func translation(_ name: String, _ file: String) -> String {
      Self.page(name, file, metadata: "ms.sourcegitcommit: \(first)\n")
    }
    let second = try git.commit([
      "content/de/a.md": translation("One", "One"), "content/de/b.md": translation("Two", "Two"),
      "content/en/b.md": nil, "content/en/c.md": Self.page("Three", "Three"),
    ])
    try git.commit([
      "content/en/a.md": Self.page("One", "First"),
      "content/de/c.md": Self.page("Three", "Three", metadata: "ms.sourcegitcommit: \(second)\n"),
    ])
    let run = lint(git.path, "--rule stale-translation --format json")
    let classes = try findings(run).map { [$0["page"]?.string, $0["change"]?.string, $0["severity"]?.string] }
    #expect(classes == [["a", "facts", "error"], ["b", "deleted", "warning"]])
    #expect(run.messages == "")
    let message = try #require(try findings(run).first?["message"]?.string)
    #expect(
      message
        == "facts of the source changed since it was translated; change them here, too: the requirement 'Header' is 'First.h' and was 'One.h'; the requirement 'DLL' is 'First.dll' and was 'One.dll'"
    )
    #expect(lint(git.path, "--rule stale-translation --source-history none").status == .success)
  }

  @Test func saysOnceWhichCommitsAreNotKnown() throws {
    let git = try GitFixture()
    let commit = String(repeating: "12", count: 20)
    let metadata = "ms.sourcegitcommit: \(commit)\n"
    try git.commit([
      "content/en/a.md": Self.page("One", "One"), "content/de/a.md": Self.page("One", "One", metadata: metadata),
      "content/fr/a.md": Self.page("One", "One", metadata: metadata),
    ])
    let run = lint(git.path, "--rule stale-translation")
    #expect(run.status == .success)
    #expect(run.messages.contains("2 translations name commits that the repository"))
    #expect(run.messages.split(separator: "\n").count == 1)
    try git.git(["clone", "--quiet", "--depth", "1", "file://" + git.path, "shallow"])
    #expect(lint(git.path + "/shallow", "--rule stale-translation").messages.contains("git fetch --unshallow"))
    #expect(lint(git.path, "--source-history /").messages.contains("there is no git repository at '/'"))
  }

  @Test func doesNotAskGitWithoutNeed() throws {
    let folder = try TemporaryFolder(Self.files)
    try folder.write(Array("no repository".utf8), to: ".git")
    #expect(lint(folder.path, "--rule stale-translation").messages == "")
  }

  private func findings(_ run: Invocation) throws -> [JSONValue] {
    try #require(try JSONReader.read(Array(run.output.utf8))["diagnostics"]?.items)
  }
}

extension String {
  /// The text with `@` in place of a folder's path.
  fileprivate func replacingFolder(_ folder: String) -> String { hasPrefix("@") ? folder + dropFirst() : self }
}
