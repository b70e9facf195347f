/// What a command is called, what it takes and how it is explained; the parser and the help text both read it.
struct CommandDescription: Sendable {
  /// An argument that is told by its place.
  struct Positional: Sendable {
    var placeholder: String
    var help: String
    var isRequired = false
    var isRepeatable = false
    /// The values that a shell offers; asked for late, as the names of commands are told by descriptions themselves.
    var known: @Sendable () -> [String] = { [] }
  }

  /// Options that belong together in the help text.
  struct OptionGroup: Sendable {
    var title: String
    var options: [OptionDescription]
  }

  /// A command line with what it does.
  struct Example: Sendable {
    var arguments: String
    var explanation: String
  }

  var name: String
  /// One line without a full stop, for the list of commands.
  var summary: String
  /// One or more paragraphs under the summary.
  var discussion: [String] = []
  var positionals: [Positional] = []
  var optionGroups: [OptionGroup] = []
  var examples: [Example] = []
  /// The options that the short help explains, where the whole is too long for a screen.
  var commonOptions: [String] = []

  /// The option that every command has.
  static let helpFlag = Flag("help", short: "h", help: "Show this help.")

  /// The groups of options with what every command has, at the end of the last.
  var allOptionGroups: [OptionGroup] {
    var groups = optionGroups.isEmpty ? [OptionGroup(title: "Options", options: [])] : optionGroups
    groups[groups.count - 1].options.append(Self.helpFlag.description)
    return groups
  }

  var options: [OptionDescription] { allOptionGroups.flatMap(\.options) }
}

/// A command: its description, made from its arguments, and run.
protocol Command: SendableMetatype {
  static var description: CommandDescription { get }

  init(_ arguments: ParsedArguments) throws(UsageError)

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus
}
