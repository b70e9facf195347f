import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What shells offer by the scripts of `docgen completions`; each is asked where it is installed.
@Suite struct CompletionTests {
  /// Lines as far as they are typed; what is offered is in the snapshot, the same for all shells.
  static let lines = [
    "docgen li",
    "docgen ",
    "docgen lint --form",
    "docgen lint --format ",
    "docgen lint --format=js",
    "docgen lint --color a",
    "docgen lint --ignore mismatched-para",
    "docgen lint --output fi",
    "docgen lint fi",
    "docgen build --content fo",
    "docgen build --jobs ",
    "docgen explain missing-p",
    "docgen help l",
    "docgen completions ",
    "docgen init --from h",
  ]

  @Test(arguments: Shell.allCases)
  func offersWhatFits(_ shell: Shell) throws {
    guard let program = ["/bin/", "/usr/bin/"].map({ $0 + shell.rawValue }).first(where: FileSystem.isThere) else {
      print("\(shell) is not installed: its completions are not tried")
      return
    }
    let folder = try TemporaryFolder(["first.md": "", "other.md": "", "folder/x.md": ""])
    try folder.write(Array(Invocation("completions \(shell)").output.utf8), to: "script")
    let ask = Snapshot.fixtures(for: #filePath) + "/completions/ask.\(shell)"
    let options = [Shell.bash: ["--norc"], .zsh: ["-f"], .fish: ["--no-config"]][shell] ?? []
    let run = try ProgramRun(program, options + [ask, folder.path + "/script"] + Self.lines, in: folder.path)
    #expect(run.status == 0 && run.messages.isEmpty, "\(shell): \(run.messages)")
    var text = ""
    for answer in String(decoding: run.output, as: UTF8.self).split(separator: "$ ") {
      let lines = answer.split(separator: "\n")
      // Where a value is attached to its option, fish offers both as one word. Folders end in a slash, or do not.
      let offers = lines.dropFirst().map { offer in
        let word = offer.hasPrefix("--") && offer.contains("=") ? offer.drop { $0 != "=" }.dropFirst() : offer
        return String(word.hasSuffix("/") ? word.dropLast() : word)
      }
      text += "$ \(lines.first ?? "")\n" + Set(offers).subtracting(["script"]).sorted().map { "  \($0)\n" }.joined()
    }
    Snapshot.expect(text, "completions/offers.txt")
  }

  @Test(arguments: Shell.allCases)
  func namesWhatThereIs(_ shell: Shell) {
    let script = Invocation("completions \(shell)").output
    for command in Program.commands.map({ $0.description }) {
      #expect(script.contains(command.name))
      for option in command.options { #expect(script.contains(option.key), "\(shell): \(command.name) \(option.key)") }
    }
  }
}
