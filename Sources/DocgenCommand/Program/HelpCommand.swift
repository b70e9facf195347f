/// `docgen help`: explains the program or one of its commands.
struct HelpCommand: Command {
  static let description = CommandDescription(
    name: "help", summary: "Explain the program or a command",
    positionals: [.init(placeholder: "COMMAND", help: "The command to explain.", known: { Program.names })],
    optionGroups: [.init(title: "Options", options: [all.description])])

  private static let all = Flag("all", help: "Explain all options of the command, and not only those used most.")

  private let command: CommandDescription?
  private let isComplete: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    isComplete = arguments.isSet(Self.all)
    guard let name = arguments.positionals.first else {
      command = nil
      return
    }
    command = try Program.command(named: name).description
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus { show(on: console) }

  func show(on console: Console) -> ExitStatus {
    console.print(Program.help(for: command, width: console.width, isComplete: isComplete))
  }
}

/// `docgen version`: says which docgen this is.
struct VersionCommand: Command {
  static let description = CommandDescription(name: "version", summary: "Print the version")

  init() {}

  init(_ arguments: ParsedArguments) throws(UsageError) {}

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus { show(on: console) }

  func show(on console: Console) -> ExitStatus { console.print("docgen \(Version.current)\n") }
}
