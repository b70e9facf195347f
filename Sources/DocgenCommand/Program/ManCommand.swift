import DocgenSupport

/// `docgen man`: prints a page of the manual, or writes all of them.
struct ManCommand: Command {
  private static let output = Option.text(
    "output", short: "o", placeholder: "DIR", help: "Write the pages of the program and of all commands to DIR.")
  private static let date = Option(
    "date", placeholder: "DATE", help: "The day that the pages name.", default: "none",
    expectation: "a day such as 2026-11-30",
    convert: { @Sendable in isDay($0) ? $0 : nil })

  static let description = CommandDescription(
    name: "man", summary: "Print a page of the manual, or write all of them",
    discussion: ["The pages say what 'docgen help' says, for the program 'man'."],
    positionals: [
      .init(placeholder: "COMMAND", help: "The command to explain.", known: { Program.names })
    ],
    optionGroups: [.init(title: "Options", options: [output.description, date.description])],
    examples: [
      .init(arguments: "man lint | man -l -", explanation: "Read the page of a command."),
      .init(arguments: "man --output ~/.local/share/man/man1", explanation: "Let 'man docgen-lint' find it."),
    ])

  private let command: CommandDescription?
  private let folder: String?
  private let page: ManualPage

  init(_ arguments: ParsedArguments) throws(UsageError) {
    command = try arguments.positionals.first.map { name throws(UsageError) in
      try Program.command(named: name).description
    }
    folder = try arguments.value(Self.output)
    page = ManualPage(date: try arguments.value(Self.date) ?? "\"\"")
    if folder != nil, command != nil {
      throw .conflict(option: "--output", reason: "writes the pages of all commands; leave out the command")
    }
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    guard let folder else { return console.print(text(command)) }
    do throws(FileError) { try FileSystem.createFolder(folder) } catch { throw CommandFailure(error) }
    for command in [nil] + Program.commands.map({ $0.description }) {
      let text = text(command)
      try OutputFile.write(folder + "/" + ManualPage.fileName(command)) { output throws(CommandFailure) in
        output.write(text)
      }
    }
    return .success
  }

  private func text(_ command: CommandDescription?) -> String {
    command.map(page.command) ?? page.program(Program.commands.map { $0.description }, options: Program.options)
  }

  /// Whether a text is four, two and two digits with hyphens between them.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
  }
}
