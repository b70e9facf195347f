import DocgenLint
import DocgenSupport

/// What the command line asks of `docgen lint`.
struct LintOptions: Equatable, Sendable {
  var project = ProjectOptions()
  /// The files and folders to check; empty for all.
  var paths: [String] = []
  /// The file whose text comes from standard input, where there is one.
  var unsavedFile: String?
  var format = ReportFormat.text
  /// One line for each finding, in the text format.
  var isConcise = false
  /// Write how many findings there are, and not which.
  var wantsStatistics = false
  /// The file to write; standard output where it is not given.
  var outputFile: String?
  /// The lightest finding that makes the run fail, where it is given.
  var failingSeverity: Severity?
  /// The rules to run; `nil` for all that the configuration leaves on.
  var rules: Set<Rule>?
  /// Rules that do not run, whatever else selects them.
  var ignoredRules: Set<Rule> = []
  /// No more findings than these are written, where it is given.
  var mostFindings: Int?
  /// Findings do not make the run fail.
  var exitsZero = false
  /// The check is repeated whenever something is saved.
  var watches = false
  var fixing: Fixing?
  var adoption = AdoptionOptions()
  var cache = CacheOptions()
  /// The part of the work that is done; `nil` for all of it.
  var shard: ShardOptions?
  /// The language to write in; `nil` for the user's, or English in formats for other programs.
  var language: String?
  var terminal = TerminalOptions()

  /// What is done with fixes.
  struct Fixing: Equatable, Sendable {
    /// The fixes are made, and not merely taken into account.
    var isWanted = true
    /// Fixes are made that somebody has to look at.
    var allowsUnsafe = false
    /// The changes are printed, and no file is written.
    var showsDifference = false
  }
}

extension LintOptions {
  private static let selection =
    "the name of a rule or of a group (\(RuleGroup.allCases.map(\.rawValue).joined(separator: ", ")))"
  private static let only = Option(
    "rule", "only", placeholder: "NAME", help: "Run only the rule or the group of rules NAME.",
    expectation: selection, convert: RuleCatalog.rules(selectedBy:)
  ).suggesting(RuleCatalog.selectors).repeatable
  private static let ignore = Option(
    "ignore", placeholder: "NAME", help: "Leave out the rule or the group of rules NAME.",
    expectation: selection, convert: RuleCatalog.rules(selectedBy:)
  ).suggesting(RuleCatalog.selectors).repeatable
  static let exitZero = Flag(
    "exit-zero", help: "End with status 0 whatever is found; 2 and 3 still tell what went wrong.")
  static let mostFindings = Option.number(
    "max-findings", placeholder: "N", in: 1...1_000_000_000, help: "Write the N worst findings; all are counted.")
  private static let stdin = Flag(
    "stdin", help: "Read the text of one file from standard input, as editors send it before it is saved.")
  private static let stdinFile = Option.text(
    "stdin-file", placeholder: "NAME", help: "With --stdin: the file whose text it is, named as PATH is.")
  static let failOn = Option<Severity>.choice(
    "fail-on", placeholder: "SEVERITY", help: "End with status 1 when there is a finding of at least SEVERITY.",
    default: "error")
  static let format = Option<ReportFormat>.choice(
    "format", short: "f", placeholder: "FORMAT", help: "Write the findings as FORMAT.", default: "text")
  static let concise = Flag("concise", help: "Write each finding on one line, without the source lines.")
  static let statistics = Flag(
    "statistics", help: "Write the numbers of findings by rule, locale and folder in place of the findings.")
  private static let output = Option.text(
    "output", short: "o", placeholder: "FILE",
    help: "Write to FILE, which is replaced when all is written; with --shard, the folder for the record.",
    default: "standard output")
  private static let fix = Flag("fix", help: "Write what the source says into the damaged places, where it is certain.")
  private static let unsafe = Flag(
    "unsafe", help: "With --fix or --diff: make the fixes, too, that somebody has to look at.")
  private static let diff = Flag("diff", help: "Print what --fix would change as a unified diff, and change nothing.")
  private static let watch = Flag("watch", help: "Check again whenever something is saved, until Ctrl-C ends it.")
  private static let quiet = Flag("quiet", short: "q", help: "Write findings only: no summary, no progress.")

  /// The keys of the options that say how findings are written, and not what is found.
  static let outputKeys = Set(
    [
      format.description, concise.description, statistics.description, mostFindings.description, output.description,
      UserLanguage.outputOption.description, quiet.description, TerminalOptions.timings.description,
      TerminalOptions.color.description, TerminalOptions.noColor.description, failOn.description, exitZero.description,
    ].map(\.key))

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(title: "Editors", options: [stdin.description, stdinFile.description]),
    CommandDescription.OptionGroup(
      title: "Rules", options: [only.description, ignore.description, failOn.description, exitZero.description]),
    CommandDescription.OptionGroup(title: "Fixes", options: [fix.description, unsafe.description, diff.description]),
    AdoptionOptions.group,
    CacheOptions.group,
    ShardOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        format.description, concise.description, statistics.description,
        mostFindings.description, output.description, watch.description,
        UserLanguage.outputOption.description, quiet.description, TerminalOptions.timings.description,
        TerminalOptions.color.description, TerminalOptions.noColor.description,
      ]),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    paths = arguments.positionals
    unsavedFile = try Self.unsavedFile(arguments)
    ignoredRules = Set(try arguments.values(Self.ignore).joined())
    mostFindings = try arguments.value(Self.mostFindings)
    exitsZero = arguments.isSet(Self.exitZero)
    let selected = try arguments.values(Self.only)
    rules = selected.isEmpty ? nil : Set(selected.joined())
    failingSeverity = try arguments.value(Self.failOn)
    format = try arguments.value(Self.format) ?? format
    adoption = try AdoptionOptions(arguments)
    cache = try CacheOptions(arguments)
    shard = try ShardOptions.read(arguments)
    isConcise = arguments.isSet(Self.concise)
    wantsStatistics = arguments.isSet(Self.statistics)
    outputFile = try arguments.value(Self.output)
    let showsDifference = arguments.isSet(Self.diff)
    if arguments.isSet(Self.fix) || showsDifference {
      fixing = Fixing(
        isWanted: arguments.isSet(Self.fix), allowsUnsafe: arguments.isSet(Self.unsafe),
        showsDifference: showsDifference)
    } else if arguments.isSet(Self.unsafe) {
      throw .conflict(option: "--unsafe", reason: "says which fixes are made; add '--fix' or '--diff'")
    }
    if unsavedFile != nil, fixing?.isWanted == true {
      throw .conflict(option: "--fix", reason: "writes files, and '--stdin' names one that is not saved; use '--diff'")
    }
    if showsDifference, format != .text {
      throw .conflict(option: "--diff", reason: "prints a diff in place of findings; leave out '--format'")
    }
    if showsDifference, adoption.writesBaseline {
      throw .conflict(option: "--diff", reason: "changes no file; leave out '--write-baseline'")
    }
    watches = arguments.isSet(Self.watch)
    if watches { try checkWatch() }
    language = try arguments.value(UserLanguage.outputOption)
    terminal = try TerminalOptions(arguments, quiet: Self.quiet)
    try checkStatistics()
    if shard != nil { try checkShard(arguments) }
  }

  /// Refuses formats in which nothing is counted.
  func checkStatistics() throws(UsageError) {
    if wantsStatistics, format != .text, format != .json {
      throw .conflict(option: "--statistics", reason: "goes with '--format text' and 'json' only")
    }
  }

  /// Refuses what only looks at a part of the project, or what the merge does.
  private func checkShard(_ arguments: ParsedArguments) throws(UsageError) {
    guard outputFile != nil else {
      throw ShardOptions.missingOutput
    }
    guard paths.isEmpty else {
      throw .conflict(option: "--shard", reason: "chooses the pages by itself; leave out '\(paths[0])'")
    }
    let others = [
      ("--stdin", unsavedFile != nil), ("--fix", fixing?.isWanted == true), ("--diff", fixing != nil),
      ("--watch", watches), ("--changed-since", adoption.changedSince != nil),
    ]
    for (option, isGiven) in others where isGiven {
      throw .conflict(option: "--shard", reason: "is for a check of all pages; leave out '\(option)'")
    }
    let merged =
      [Self.format.description, Self.concise.description, Self.statistics.description]
      + [Self.mostFindings.description, Self.failOn.description, AdoptionOptions.baseline.description]
      + [AdoptionOptions.writeBaseline.description]
    for option in merged where arguments.occurrences[option.key] != nil {
      throw .conflict(
        option: "--\(option.names[0])",
        reason: "says what becomes of the findings of all shards; give it to 'docgen merge'")
    }
  }
  /// Refuses what cannot be repeated.
  private func checkWatch() throws(UsageError) {
    let others = [
      ("--stdin", unsavedFile != nil), ("--fix", fixing?.isWanted == true), ("--output", outputFile != nil),
      ("--write-baseline", adoption.writesBaseline),
    ]
    for (option, isGiven) in others where isGiven {
      throw .conflict(option: "--watch", reason: "checks again and again; leave out '\(option)'")
    }
    guard format == .text else {
      throw .conflict(option: "--watch", reason: "writes for people, again and again; leave out '--format'")
    }
  }

  /// The file that standard input stands for.
  private static func unsavedFile(_ arguments: ParsedArguments) throws(UsageError) -> String? {
    let file = try arguments.value(stdinFile)
    guard arguments.isSet(stdin) else {
      if file == nil { return nil }
      throw .conflict(option: "--stdin-file", reason: "names the text of standard input; add '--stdin'")
    }
    guard let file else {
      throw .conflict(option: "--stdin", reason: "needs the name of the file: add '--stdin-file NAME'")
    }
    guard arguments.positionals.isEmpty else {
      throw .conflict(option: "--stdin", reason: "checks one file; leave out '\(arguments.positionals[0])'")
    }
    return file
  }
}
