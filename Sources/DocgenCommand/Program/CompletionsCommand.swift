import DocgenSupport

/// `docgen completions`: prints the script by which a shell completes command lines.
struct CompletionsCommand: Command {
  static let description = CommandDescription(
    name: "completions", summary: "Print a script that completes command lines in a shell",
    positionals: [
      .init(
        placeholder: "SHELL", help: "One of: \(Shell.allCases.map(\.rawValue).joined(separator: ", ")).",
        isRequired: true,
        known: { Shell.allCases.map(\.rawValue) })
    ],
    examples: [
      .init(
        arguments: "completions bash > ~/.local/share/bash-completion/completions/docgen",
        explanation: "Complete in bash, from its next start."),
      .init(arguments: "completions zsh > ~/.zfunc/_docgen", explanation: "In zsh, where ~/.zfunc is in $fpath."),
      .init(
        arguments: "completions fish > ~/.config/fish/completions/docgen.fish", explanation: "In fish."),
    ])

  private let shell: Shell

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let name = arguments.positionals.first ?? ""
    guard let shell = Shell(rawValue: name) else {
      let names = Shell.allCases.map(\.rawValue)
      throw .unknownShell(name, known: names, suggestion: Suggestions.nearest(to: name, among: names))
    }
    self.shell = shell
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    console.print(shell.script(Program.commands.map { $0.description }, options: Program.options))
  }
}
