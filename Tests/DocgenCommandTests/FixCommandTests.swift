import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

@testable import DocgenCommand

@Suite struct FixCommandTests {
  private static let source = """
    ---
    title: Run function
    ms.topic: reference
    ---
    # Run function

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header | Run.h |
    | DLL | Run.dll |
    | IDL | Run.idl |
    """

  private static let damaged = source.replacing("Run.h", with: "Run. h").replacing("Run.idl", with: "Lauf.idl")
    .replacing("| DLL | Run.dll |\n", with: "")

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["en/a b.md": Self.source, "de/a b.md": Self.damaged, "en/c.md": "# C\n", "de/c.md": "# C\n"])
  }

  private func lint(_ folder: TemporaryFolder, _ arguments: String) -> Invocation {
    let rest = arguments.split(separator: " ").map(String.init)
    return Invocation(["lint", "--content", folder.path, "--source-locale", "en"] + rest)
  }

  @Test func writesAndReportsWhatIsLeft() throws {
    let folder = try folder()
    let run = lint(folder, "--fix --concise")
    #expect(
      run.output == """
        de/a b.md:11:1: error[missing-requirement]: the requirement 'DLL' is missing; add it as in the source

        4 pages: 1 error, 0 warnings, 0 notes
        2 findings fixed in 1 file; 1 is left

        """)
    #expect(run.status == .findings)
    let text = String(decoding: try FileSystem.read(folder.path + "/de/a b.md"), as: UTF8.self)
    #expect(text == Self.source.replacing("| DLL | Run.dll |\n", with: ""))
    let second = lint(folder, "--fix --concise")
    #expect(second.output.hasSuffix("nothing was fixed\n"))
    #expect(second.status == .findings)
  }

  @Test func saysWhatCouldBeFixed() throws {
    let run = lint(try folder(), "--concise")
    #expect(run.output.contains("4 pages: 3 errors, 0 warnings, 0 notes\n"))
    #expect(run.output.hasSuffix("2 findings can be fixed by --fix\n"))
  }

  @Test func printsADiffThatPatchApplies() throws {
    let folder = try folder()
    let run = lint(folder, "--diff")
    #expect(run.status == .findings)
    #expect(run.messages == "2 findings would be fixed in 1 file; 1 is left\n")
    #expect(
      run.output
        == """
        --- a/de/a b.md\t
        +++ b/de/a b.md\t
        @@ -8,5 +8,5 @@
        \("")
         | Requirement | Value |
         |---|---|
        -| Header | Run. h |
        -| IDL | Lauf.idl |
        \\ No newline at end of file
        +| Header | Run.h |
        +| IDL | Run.idl |
        \\ No newline at end of file

        """.replacing("\n\n |", with: "\n \n |"))
    #expect(try FileSystem.read(folder.path + "/de/a b.md") == Array(Self.damaged.utf8))

    guard FileSystem.kind(of: "/usr/bin/patch") == .file else { return }
    try folder.write(Array(run.output.utf8), to: "changes.diff")
    let patch = try ProgramRun("/usr/bin/patch", ["-p1", "-s", "-i", "changes.diff"], in: folder.path)
    #expect(patch.status == 0, "\(patch.messages)")
    let patched = try FileSystem.read(folder.path + "/de/a b.md")
    #expect(lint(folder, "--fix").output.contains("nothing was fixed"))
    #expect(try FileSystem.read(folder.path + "/de/a b.md") == patched)
  }

  /// `--diff` goes before `--fix`, whichever stands first; with both, the status is that of the fixed pages.
  @Test(arguments: ["--diff", "--fix --diff", "--diff --fix", "--diff --fix --unsafe"])
  func aDiffChangesNothing(_ arguments: String) throws {
    let folder = try folder()
    let run = lint(folder, arguments)
    #expect(run.output.contains("-| Header | Run. h |\n"))
    #expect(run.status == .findings)
    for (path, text) in [("de/a b.md", Self.damaged), ("en/a b.md", Self.source)] {
      #expect(try FileSystem.read(folder.path + "/" + path) == Array(text.utf8))
    }
  }

  @Test func aDiffWritesNoBaseline() throws {
    let folder = try folder()
    let run = lint(folder, "--fix --diff --baseline \(folder.path)/baseline.json --write-baseline")
    #expect(run.status == .usage)
    #expect(run.messages.contains("leave out '--write-baseline'"))
    #expect(FileSystem.kind(of: folder.path + "/baseline.json") == nil)
  }

  @Test func endsAsWhatWouldBeLeftDoes() throws {
    let folder = try TemporaryFolder([
      "en/a.md": "---\nms.topic: reference\n---\n# A\n", "de/a.md": "---\nms.topic: refe rence\n---\n# A\n",
    ])
    #expect(lint(folder, "--diff").status == .findings)
    #expect(lint(folder, "--diff --fix").status == .success)
    #expect(lint(folder, "--fix").status == .success)
    #expect(lint(folder, "--diff").status == .success)
    #expect(lint(folder, "--diff").output == "")
    #expect(lint(folder, "--diff").messages == "there is nothing to fix\n")
  }

  @Test func countsInJSON() throws {
    let folder = try folder()
    let before = lint(folder, "--format json").output
    #expect(before.contains(#""fixable":{"safe":2,"unsafe":0}}"#))
    #expect(
      before.contains(
        #""fix":{"applicability":"safe","edits":[{"line":11,"column":12,"endLine":11,"endColumn":18,"text":"Run.h"}]}"#)
    )
    #expect(lint(folder, "--fix --format json").output.contains(#""fixed":2,"fixedFiles":1}"#))
  }

  @Test func saysWhichFilesAreNotUTF8() throws {
    let folder = try TemporaryFolder(["en/a.md": "---\nms.topic: reference\n---\n# A\n"])
    try folder.write(Array("---\nms.topic: refe rence\n---\n# ".utf8) + [0xC4, 0x0A], to: "de/a.md")
    let run = lint(folder, "--fix -q")
    #expect(run.messages == "docgen: 'de/a.md' is not UTF-8 and is left as it is; convert it to have it fixed\n")
    #expect(run.status == .findings)
  }

  @Test func fixesOnlyWhatChangedSinceARevision() throws {
    let git = try GitFixture()
    try git.commit([
      "content/en/a.md": Self.source, "content/de/a.md": Self.damaged, "content/en/b.md": Self.source,
      "content/de/b.md": Self.damaged,
    ])
    let changed = Self.damaged.replacing("Run function", with: "Run-Funktion")
    try git.folder.write(Array(changed.utf8), to: "content/de/b.md")
    let arguments = ["lint", "--content", git.path + "/content", "--source-locale", "en", "--changed-since", "HEAD"]
    let run = Invocation(arguments + ["--fix", "--concise"])
    #expect(run.output.contains("2 findings fixed in 1 file; 1 is left\n"))
    #expect(try FileSystem.read(git.path + "/content/de/a.md") == Array(Self.damaged.utf8))
    #expect(try FileSystem.read(git.path + "/content/de/b.md") != Array(changed.utf8))
  }

  /// What the baseline keeps silent is neither fixed nor counted.
  @Test func leavesTheBaselineAlone() throws {
    let folder = try folder()
    let baseline = " --baseline \(folder.path)/baseline.json"
    _ = lint(folder, "--write-baseline" + baseline)
    let late = Self.damaged.replacing("title: Run function", with: "title: Lauf-Funktion")
    try folder.write(Array(late.replacing("reference", with: "refe rence").utf8), to: "de/a b.md")
    let preview = lint(folder, "--diff" + baseline)
    #expect(preview.output.contains("+ms.topic: reference"))
    #expect(!preview.output.contains("+| Header"))
    let run = lint(folder, "--fix --concise" + baseline)
    #expect(run.output.contains("1 finding fixed in 1 file"))
    let text = String(decoding: try FileSystem.read(folder.path + "/de/a b.md"), as: UTF8.self)
    #expect(text == late)
  }
}
