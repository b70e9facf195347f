import DocgenMarkup
import DocgenSupport
import Glibc

/// The program `docgen`: finds the command, runs it and says how it ended.
package enum Program {
  static let commands: [any Command.Type] = [
    InitCommand.self, LintCommand.self, BuildCommand.self, ServeCommand.self, CatalogCommand.self, MergeCommand.self,
    ExportCommand.self, StatsCommand.self,
    ExplainCommand.self, RulesCommand.self, ThemeCommand.self, ConfigCommand.self, CompletionsCommand.self,
    ManCommand.self,
    HelpCommand.self, VersionCommand.self,
  ]
  /// The names of the commands.
  static var names: [String] { commands.map { $0.description.name } }
  /// The options of the program itself.
  static let options = [
    CommandDescription.helpFlag.description, Flag("version", help: "Print the version.").description,
  ]

  /// Runs the program on its arguments, the first of which is its own name, and returns the exit status.
  package static func run(_ arguments: [String]) -> Int32 {
    // A reader that leaves early (`docgen lint | head`) shows as a failing write instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
    // So does a file that grows beyond the limit of the process.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.obeySignals()
    return run(arguments.dropFirst(), on: Console.system()).rawValue
  }

  static func run(_ arguments: some Collection<String>, on console: Console) -> ExitStatus {
    var status: ExitStatus
    do throws(CommandFailure) {
      status = try dispatch(Array(arguments), on: console)
    } catch {
      // What fails since a signal takes its files away is no news.
      Interruption.stopIfEnding()
      for line in error.lines { console.say(error: line) }
      if case .usage(let error) = error { console.say(hint(for: error, in: Array(arguments))) }
      status = error.exitStatus
    }
    console.output.flush()
    if let failure = console.output.failure {
      console.say(error: "the output is incomplete: \(failure)")
      status = .failure
    }
    console.errorOutput.flush()
    Interruption.stopIfEnding()
    return status
  }

  /// The help of a command, or of the program.
  static func help(for command: CommandDescription?, width: Int, isComplete: Bool = false) -> String {
    let text = HelpText(width: width)
    guard let command else {
      return text.overview(commands.map { $0.description }, options: options)
    }
    return text.page(command, isComplete: isComplete)
  }

  /// The command of a name, or the error that says which was probably meant.
  static func command(named name: String) throws(UsageError) -> any Command.Type {
    if let command = commands.first(where: { $0.description.name == name }) { return command }
    throw .unknownCommand(name, suggestion: Suggestions.nearest(to: name, among: names))
  }

  private static func dispatch(_ arguments: [String], on console: Console) throws(CommandFailure) -> ExitStatus {
    do throws(UsageError) {
      guard let first = arguments.first else { throw .missingCommand }
      if first == "--help" || first == "-h" {
        return try HelpCommand(ParsedArguments(positionals: Array(arguments.dropFirst()))).show(on: console)
      }
      if first == "--version" { return VersionCommand().show(on: console) }
      if first.hasPrefix("-") { throw unknownOption(first) }
    } catch {
      throw .usage(error)
    }
    let command: any Command
    do throws(UsageError) {
      let type = try self.command(named: arguments[0])
      let rest = arguments.dropFirst()
      if ArgumentParser.asksForHelp(rest) { return console.print(help(for: type.description, width: console.width)) }
      let parsed = try ArgumentParser.parse(rest, for: type.description)
      if parsed.isSet(CommandDescription.helpFlag) {
        return console.print(help(for: type.description, width: console.width))
      }
      command = try type.init(parsed)
    } catch {
      throw .usage(error)
    }
    if let problem = MarkdownParser.libraryProblem { throw .failure(problem) }
    return try command.run(console)
  }

  /// The error for an option that stands where the command should.
  private static func unknownOption(_ argument: String) -> UsageError {
    let spelling = String(argument.prefix { $0 != "=" })
    let name = String(spelling.drop { $0 == "-" })
    for command in commands where command.description.options.contains(where: { $0.names.contains(name) }) {
      return .optionBeforeCommand(spelling, command: command.description.name)
    }
    let known = ["--help", "--version"]
    return .unknownOption(spelling, suggestion: Suggestions.nearest(to: spelling, among: known))
  }

  private static func hint(for error: UsageError, in arguments: [String]) -> String {
    switch error {
    case .missingCommand, .unknownCommand: return "Run 'docgen --help' for the commands."
    case .unknownRule: return "Run 'docgen rules' for the rules."
    case .unknownPart: return "Run 'docgen theme' for the parts."
    case .optionBeforeCommand(_, let command): return "Run 'docgen help \(command)' for its options."
    default:
      let name = arguments.first { !$0.hasPrefix("-") }
      guard let name, commands.contains(where: { $0.description.name == name }) else {
        return "Run 'docgen --help' for the commands."
      }
      return "Run 'docgen help \(name)' for its options."
    }
  }
}
