import DocgenLint
import DocgenSupport

/// What the command line asks of `docgen merge`.
struct MergeOptions: Equatable, Sendable {
  var project = ProjectOptions()
  /// The output folder of the shards.
  var outputFolder: String
  /// The records; empty for those in the output folder.
  var records: [String] = []
  /// The records stay when all is done.
  var keepsRecords = false
  /// Pages are compared with what their shards wrote.
  var verifies = false
  /// Statistics are written as the words that the vocabularies lack.
  var wantsMissing = false
  /// Words of statistics that occur less often are left out.
  var leastCount: Int?
  /// The keys of the options that are given.
  var given: Set<String> = []
  /// The locale whose full text is made alone, before the merge.
  var textLocale: String?
  /// How findings are written, and which of them count.
  var lint = LintOptions()
  var terminal = TerminalOptions()
}

extension MergeOptions {
  private static let output = Option.text(
    "output", short: "o", placeholder: "DIR", help: "Complete what the shards wrote to DIR.")
  private static let keep = Flag(
    "keep-records", help: "Leave the records where they are; they are removed otherwise when all is done.")
  private static let verify = Flag(
    "verify", help: "Read all pages, and refuse such as are not as their shard wrote them.")
  private static let fullText = Option.text(
    "full-text", placeholder: "LOCALE",
    help: "Make the full text of LOCALE alone, on a machine of its own; the merge takes over what is there.")
  private static let result = Option.text(
    "result", placeholder: "FILE",
    help: "Write findings, a model or statistics to FILE, which is replaced when all is written.",
    default: "standard output")
  private static let quiet = Flag("quiet", short: "q", help: "Write errors and findings only: no summary, no progress.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(
      title: "Records",
      options: [
        output.description, result.description, fullText.description, verify.description, keep.description,
      ]),
    CommandDescription.OptionGroup(
      title: "Findings",
      options: [
        LintOptions.format.description, LintOptions.concise.description, LintOptions.statistics.description,
        LintOptions.mostFindings.description, LintOptions.failOn.description,
        LintOptions.exitZero.description, AdoptionOptions.baseline.description,
        AdoptionOptions.writeBaseline.description,
      ]),
    CommandDescription.OptionGroup(
      title: "Statistics", options: [StatsOptions.missing.description, StatsOptions.least.description]),
    CommandDescription.OptionGroup(
      title: "Messages",
      options: [
        UserLanguage.outputOption.description, quiet.description, TerminalOptions.color.description,
        TerminalOptions.noColor.description,
      ]),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    guard let folder = try arguments.value(Self.output) else { throw .missingArgument("--output DIR") }
    outputFolder = folder
    records = arguments.positionals
    keepsRecords = arguments.isSet(Self.keep)
    verifies = arguments.isSet(Self.verify)
    textLocale = try arguments.value(Self.fullText)
    lint.format = try arguments.value(LintOptions.format) ?? lint.format
    lint.isConcise = arguments.isSet(LintOptions.concise)
    lint.wantsStatistics = arguments.isSet(LintOptions.statistics)
    lint.mostFindings = try arguments.value(LintOptions.mostFindings)
    lint.outputFile = try arguments.value(Self.result)
    lint.failingSeverity = try arguments.value(LintOptions.failOn)
    lint.exitsZero = arguments.isSet(LintOptions.exitZero)
    lint.adoption.baselineFile = try arguments.value(AdoptionOptions.baseline)
    lint.adoption.writesBaseline = arguments.isSet(AdoptionOptions.writeBaseline)
    lint.language = try arguments.value(UserLanguage.outputOption)
    terminal = try TerminalOptions(arguments, quiet: Self.quiet)
    lint.terminal = terminal
    given = Set(arguments.occurrences.filter { !$0.value.isEmpty }.keys)
    wantsMissing = arguments.isSet(StatsOptions.missing)
    leastCount = try arguments.value(StatsOptions.least)
    try lint.checkStatistics()
  }

  /// Refuses options that say nothing about what the records are of.
  func check(_ kind: ShardWork.Kind) throws(UsageError) {
    var others: [OptionDescription] = []
    if kind != .findings {
      others += [
        LintOptions.concise.description, LintOptions.statistics.description, LintOptions.mostFindings.description,
        LintOptions.failOn.description, LintOptions.exitZero.description, AdoptionOptions.baseline.description,
        AdoptionOptions.writeBaseline.description,
      ]
    }
    if kind != .statistics { others += [StatsOptions.missing.description, StatsOptions.least.description] }
    others.append(kind == .site ? Self.result.description : Self.fullText.description)
    if kind == .site || kind == .model { others.append(LintOptions.format.description) }
    if let option = others.first(where: { given.contains($0.key) }) {
      throw .conflict(option: "--\(option.names[0])", reason: "says nothing about records of \(kind.name)")
    }
    if kind == .statistics, lint.format != .text, lint.format != .json {
      throw .conflict(option: "--format", reason: "is 'text' or 'json' for statistics")
    }
  }
}
