/// The forms in which statistics are written.
enum StatsFormat: String, CaseIterable, Sendable {
  case text
  case json
}

/// What the command line asks of `docgen stats`.
struct StatsOptions: Equatable, Sendable {
  var project = ProjectOptions()
  var format = StatsFormat.text
  /// Write only what the vocabularies lack, as YAML.
  var wantsMissing = false
  /// Words that occur less often are left out.
  var leastCount = 2
  var showsTime = true
  /// The file to write; standard output where it is not given.
  var outputFile: String?
  /// The part of the pages that is counted; `nil` for all.
  var shard: ShardOptions?
  var terminal = TerminalOptions()
}

extension StatsOptions {
  private static let format = Option<StatsFormat>.choice(
    "format", short: "f", placeholder: "FORMAT", help: "Write the statistics as FORMAT.", default: "text")
  private static let output = Option.text(
    "output", short: "o", placeholder: "FILE",
    help: "Write to FILE, which is replaced when all is written; with --shard, the folder for the record.",
    default: "standard output")
  static let missing = Flag(
    "missing", help: "Write only the words that the vocabularies lack, as YAML for locales/<locale>/vocabulary.yml.")
  static let least = Option.number(
    "at-least", placeholder: "N", in: 1...1_000_000, help: "Leave out words that occur less than N times.",
    default: "2")
  private static let noTime = Flag("no-time", help: "Leave out the time, so that equal pages give equal text.")
  private static let quiet = Flag("quiet", short: "q", help: "Write errors only: no progress.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        format.description, output.description, missing.description, least.description, noTime.description,
        quiet.description,
      ]),
    ShardOptions.group,
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    let format = try arguments.value(Self.format)
    self.format = format ?? .text
    wantsMissing = arguments.isSet(Self.missing)
    leastCount = try arguments.value(Self.least) ?? leastCount
    outputFile = try arguments.value(Self.output)
    shard = try ShardOptions.read(arguments)
    showsTime = !arguments.isSet(Self.noTime)
    terminal.isQuiet = arguments.isSet(Self.quiet)
    if wantsMissing, format != nil {
      throw .conflict(option: "--missing", reason: "writes YAML, so '--format' has no place beside it")
    }
    if shard != nil { try checkShard(arguments) }
  }

  /// Refuses what the merge does.
  private func checkShard(_ arguments: ParsedArguments) throws(UsageError) {
    if outputFile == nil { throw ShardOptions.missingOutput }
    for option in [Self.format.description, Self.missing.description, Self.least.description]
    where arguments.occurrences[option.key] != nil {
      throw .conflict(
        option: "--\(option.names[0])",
        reason: "says how the statistics of all shards are written; give it to 'docgen merge'")
    }
  }
}
