import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Names of files and text of pages that would do something on a terminal or in a log: no format lets them.
@Suite struct HostileOutputTests {
  private static let names = [
    "esc\u{1B}[31m", "bell\u{7}", "c1\u{9B}31m", "del\u{7F}", "line\n::add-mask::x", "return\r::error::x", "tab\tx",
    "\u{202E}gnp", "\"quote\"", "back\\slash", "ü :é", "::add-mask::x", "-rf",
    "##[group]x", "##vso[task.complete]",
  ]
  private static let source = "---\ntitle: T\n---\n# T\n\n## Requirements\n\n| R | V |\n|---|---|\n| Header | Run.h |\n"
  private static let translation = source.replacing("Run.h", with: "Run. h")

  private static func folder() throws -> TemporaryFolder {
    var files: [String: String] = [:]
    for name in names {
      for path in ["\(name)/page.md", "\(name).md"] {
        files["en/" + path] = source
        files["de/" + path] = translation + "\n**\u{1B}[2J\u{9B}x\u{7F}** ist missing.h\n[a](##vso[b.md)\n"
      }
    }
    return try TemporaryFolder(files)
  }

  /// What a terminal would follow; tabs and line ends are left to the formats.
  private static func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00..<0x20, 0x7F..<0xA0: true
      default: false
      }
    }
  }

  @Test(arguments: [
    "lint", "lint --concise", "lint --format json", "lint --format jsonl", "lint --format sarif",
    "lint --format github",
    "lint --format gitlab", "lint --format junit", "lint --format checkstyle", "lint --statistics",
    "lint --statistics --format json", "lint --color always", "lint --diff --color always", "stats", "stats --missing",
    "stats --format json", "export --format json", "export --format jsonl --spans",
  ])
  func writesNoControlCharacters(_ arguments: String) throws {
    let folder = try Self.folder()
    let parts = arguments.split(separator: " ").map(String.init)
    let run = Invocation([parts[0], "--content", folder.path, "--source-locale", "en"] + parts.dropFirst())
    #expect(!run.output.isEmpty)
    var output = run.output
    if arguments.contains("--color") {
      for style in [
        "\u{1B}[0m", "\u{1B}[1m", "\u{1B}[31m", "\u{1B}[32m", "\u{1B}[34m", "\u{1B}[36m", "\u{1B}[1;31m",
        "\u{1B}[1;33m", "\u{1B}[1;36m",
      ] {
        output = output.replacing(style, with: "")
      }
    }
    #expect(Self.controls(in: output) == [])
    #expect(Self.controls(in: run.messages) == [])
    #expect(["##[", "##vso["].allSatisfy { !run.output.contains($0) && !run.messages.contains($0) })
    // The only commands in a log are those of the format, each a finding.
    let commands = output.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("::") }
    let isAllowed = arguments == "lint --format github"
    #expect(
      commands.allSatisfy { line in
        isAllowed && ["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }
      })
  }

  /// A diff names such files as git does, and `patch` finds them.
  @Test func writesDiffsThatApply() throws {
    let folder = try Self.folder()
    let run = Invocation(["lint", "--content", folder.path, "--source-locale", "en", "--diff"])
    let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("+++ ") }
    #expect(heads.count == Self.names.count * 2)
    #expect(heads.contains("+++ \"b/de/esc\\033[31m.md\""))
    #expect(heads.contains("+++ \"b/de/line\\012::add-mask::x.md\""))
    #expect(heads.contains("+++ \"b/de/\\\"quote\\\".md\""))
    #expect(heads.contains("+++ b/de/ü :é.md\t"))
    #expect(heads.allSatisfy { Self.controls(in: String($0)) == [] })
    try folder.write(Array(run.output.utf8), to: "changes.diff")
    guard FileSystem.kind(of: "/usr/bin/patch") == .file else { return }
    let patch = try ProgramRun("/usr/bin/patch", ["-p1", "-s", "-i", "changes.diff"], in: folder.path)
    #expect(patch.status == 0, "\(patch.output)")
    #expect(!Invocation(["lint", "--content", folder.path, "--source-locale", "en"]).output.contains("Run. h"))
  }

  @Test func saysNothingHiddenWhereAFileFails() {
    let run = Invocation(["lint", "--content", "/nowhere/a\u{1B}[31m\n::error::x", "--source-locale", "en"])
    #expect(run.messages.contains("␛[31m␊::error::x"))
    #expect(Self.controls(in: run.messages) == [])
  }
}
