import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// The pages that `docgen man` makes of the descriptions of commands.
@Suite struct ManualTests {
  @Test(arguments: ["", " rules", " man", " explain"])
  func saysWhatTheHelpSays(command: String) {
    let run = Invocation("man\(command) --date 2026-11-30")
    #expect(run.status == .success, "\(run.messages)")
    let page = run.output.replacing("docgen \(Version.current)", with: "docgen @")
    Snapshot.expect(page, "man/docgen\(command.replacing(" ", with: "-")).1")
  }

  /// Two programs that lay pages out find nothing to say, each where it is installed.
  @Test(arguments: [
    ("/usr/bin/mandoc", ["-Tlint", "-Wwarning"]),
    ("/usr/bin/man", ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"]),
  ])
  func isWellFormed(program: String, options: [String]) throws {
    guard FileSystem.isThere(program) else {
      print("\(program) is not installed: the pages of the manual are not checked by it")
      return
    }
    let folder = try TemporaryFolder()
    #expect(Invocation("man --date 2026-11-30 --output \(folder.path)/man1").status == .success)
    let pages = try FileSystem.list(folder.path + "/man1").map(\.name)
    #expect(pages.count == Program.commands.count + 1)
    for page in pages {
      let run = try ProgramRun(program, options + ["\(folder.path)/man1/\(page)"])
      let said = program.hasSuffix("mandoc") ? String(decoding: run.output, as: UTF8.self) : run.messages
      #expect(run.status == 0 && said.isEmpty, "\(page): \(said)")
    }
  }
}
