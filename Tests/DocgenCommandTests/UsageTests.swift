import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct UsageTests {
  /// Command lines that are wrong; what each is told is in the snapshot.
  static let wrong = [
    "",
    "lnit",
    "weather",
    "help lnit",
    "help lint build",
    "version now",
    "--hepl",
    "--format json lint",
    "lint --fromat json",
    "lint --weather",
    "lint -format json",
    "lint –format json",
    "lint --format",
    "lint --format --quiet",
    "lint --format=",
    "lint --format jsno",
    "lint --format sarfi",
    "lint --statistics --format sarif",
    "lint --output",
    "lint --quiet=yes",
    "lint -q=yes",
    "lint -qz",
    "lint -z",
    "lint content/en/HyperV_v3",
    "lint --ignore mismatched-paramter-name",
    "lint --max-findings 0",
    "lint --stdin",
    "lint --stdin-file content/en/index.md",
    "lint --stdin --stdin-file content/en/index.md content/en",
    "lint --stdin --stdin-file content/en/index.md --fix",
    "lint -- --format",
    "lint -j",
    "lint -j0",
    "lint --jobs 99999999999999999999",
    "lint --jobs=-1",
    "lint --jobs 2 --jobs two",
    "lint --locale de,fr",
    "lint --locale=",
    "lint --fail-on errors",
    "lint --unsafe",
    "lint --diff --format json",
    "lint --rule mismatched-paramter-name",
    "lint --only weather",
    "lint --color sometimes",
    "build --base-url ftp://docs.example.com",
    "build --base-url https://",
    "build --base-url docs.example.com",
    "build -o",
    "build --concise",
    "export --format yaml",
    "export --format jsonl --pretty",
    "export --format inventory --spans",
    "export --format inventory --locale de --locale fr",
    "export model.json",
    "stats --format yaml",
    "stats --missing --format json",
    "stats --at-least 0",
    "explain",
    "explain mismatched-paramter-name",
    "explain weather",
    "explain requirements",
    "explain missing-parameter --language it",
    "rules --format sarif",
    "completions",
    "completions tcsh",
    "completions bsh",
    "man lnit",
    "man lint --output here",
    "man --date today",
    "rules parameter",
    "lint --wea\u{1B}[31mther",
  ]

  @Test func tellsWhatIsWrong() {
    var text = ""
    for arguments in Self.wrong {
      let invocation = Invocation(arguments)
      #expect(invocation.status == .usage, "\(arguments)")
      #expect(invocation.output.isEmpty)
      text += "$ docgen \(VisibleText.string(arguments))\n\(invocation.messages)\n"
    }
    Snapshot.expect(text, "usage/wrong.txt")
  }

  @Test(arguments: Program.names)
  func explains(command: String) {
    let help = Invocation("help \(command)")
    #expect(help.status == .success)
    #expect(help.messages.isEmpty)
    #expect(Invocation("\(command) --help").output == help.output)
    #expect(Invocation("\(command) --weather -h").output == help.output)
    #expect(Invocation("--help \(command)").output == help.output)
    Snapshot.expect(help.output, "help/\(command).txt")
    let all = Invocation("help \(command) --all").output
    if all != help.output { Snapshot.expect(all, "help/\(command)-all.txt") }
  }

  @Test func fitsAScreen() {
    for command in Program.commands.map({ $0.description }) {
      let lines = Invocation("help \(command.name)", width: 100).output.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 25, "\(command.name)")
      #expect(lines.allSatisfy { $0.count <= 100 }, "\(command.name)")
      for name in command.commonOptions { #expect(command.options.contains { $0.key == name }, "\(name)") }
    }
  }

  @Test func explainsTheProgram() {
    #expect(Invocation("help").output == Invocation("--help").output)
    #expect(Invocation("-h").output == Invocation("--help").output)
    Snapshot.expect(Invocation("--help").output, "help/docgen.txt")
  }

  @Test(arguments: [(20, 80), (80, 80), (90, 90), (300, 100)])
  func fitsHelpIntoTheTerminal(columns: Int, widest: Int) {
    for command in ["", " lint", " build", " export", " stats", " explain", " rules"] {
      let lines = Invocation("help\(command)", width: columns).output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= widest || $0.hasPrefix("  docgen ") })
    }
    #expect(Invocation("help lint", width: columns).output.split(separator: "\n").contains { $0.count > widest - 10 })
  }

  @Test func saysItsVersion() {
    #expect(Invocation("--version").output == "docgen \(Version.current)\n")
    #expect(Invocation("version").output == Invocation("--version").output)
  }
}
