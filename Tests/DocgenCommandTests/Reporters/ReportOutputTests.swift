import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What goes around the formats: paths, files, links.
@Suite struct ReportOutputTests {
  @Test func writesJSONLines() throws {
    let report = try Findings().report
    let lines = Findings.written(JSONLinesReporter(), report).split(separator: "\n")
    let whole = try JSONReader.read(Array(Findings.written(JSONReporter(), report).utf8))
    #expect(try lines.map { try JSONReader.read(Array($0.utf8)) } == whole["diagnostics"]?.items)
  }

  @Test func writesEveryFormatToAFile() throws {
    let folder = try TemporaryFolder(["content/en/a.md": "# A\n", "content/de/b.md": "# B\n"])
    for format in ReportFormat.allCases {
      let command = "lint --content \(folder.path)/content --source-locale en --format \(format.rawValue)"
      let path = "\(folder.path)/findings.\(format.rawValue)"
      let written = Invocation("\(command) --output \(path)")
      #expect(written.status == .success && written.output.isEmpty)
      #expect(written.messages == "2 pages: 0 errors, 1 warning, 1 note; written to '\(path)'\n")
      let file = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let shown = Invocation(command, width: 120).output
      #expect(file == shown)
      #expect(!shown.isEmpty)
    }
    let failing = Invocation("lint --content \(folder.path)/content --source-locale en -o \(folder.path)/none/x -q")
    #expect(failing.status == .failure)
  }

  @Test func namesFilesFromTheTopOfTheRepository() throws {
    let folder = try TemporaryFolder([
      "repo/.git/HEAD": "", "repo/docs/content/en/a.md": "", "tree/.git": "gitdir: x", "tree/en/a.md": "",
    ])
    func prefix(_ content: String, from workingFolder: String) -> String {
      RepositoryPaths(contentFolder: content, workingFolder: workingFolder).prefix
    }
    #expect(prefix("docs/content", from: folder.path + "/repo") == "docs/content/")
    #expect(prefix("./content/", from: folder.path + "/repo/docs") == "docs/content/")
    #expect(prefix("../docs/./content", from: folder.path + "/repo/docs") == "docs/content/")
    #expect(prefix(folder.path + "/repo/docs/content", from: "/") == "docs/content/")
    #expect(prefix("tree", from: folder.path) == "")
    #expect(prefix("content", from: "/nowhere") == "content/")
    #expect(prefix(".", from: "/nowhere") == "")
    #expect(prefix("../other", from: "/nowhere/project") == "/nowhere/other/")
    let outside = RepositoryPaths(contentFolder: "/nowhere/a b", workingFolder: "/elsewhere")
    #expect(outside.uri("de/ü%.md") == "file:///nowhere/a%20b/de/%C3%BC%25.md")
    #expect(Findings.paths.uri("de/a:b.md") == "docs/content/de/a%3Ab.md")
  }

  @Test func linksPlacesOnATerminal() throws {
    let links = TerminalLinks(folder: "a b/content", workingFolder: "/home", host: "machine")
    let report = LintReport(contentFolder: "/nowhere", pages: 1, diagnostics: [Findings.name])
    let text = Findings.written(TextReporter(showsSummary: false, links: links), report)
    let start = "\u{1B}]8;;file://machine/home/a%20b/content/"
    let end = "\u{1B}]8;;\u{1B}\\"
    #expect(text.hasPrefix("\(start)\(Findings.german)\u{1B}\\\(Findings.german):42:2\(end): error[mismatched"))
    #expect(text.contains("\n  \(start)\(Findings.english)\u{1B}\\\(Findings.english):35\(end)\n"))
  }

  @Test(arguments: [
    ([:], true, false), (["TERM_PROGRAM": "vscode"], true, true), (["TERM_PROGRAM": "vscode"], false, false),
    (["VTE_VERSION": "7200"], true, true), (["VTE_VERSION": "4000"], true, false),
    (["TERM": "xterm-kitty"], true, true),
    (["TERM": "xterm-256color"], true, false), (["WT_SESSION": "x", "TMUX": "y"], true, false),
    (["FORCE_HYPERLINK": "1"], false, true), (["FORCE_HYPERLINK": "0", "TERM": "foot"], true, false),
  ])
  func linksOnlyWhereTheTerminalCan(variables: [String: String], isTerminal: Bool, expected: Bool) {
    #expect(TerminalLinks.areShown(isTerminal: isTerminal, Environment(variables)) == expected)
  }
}
