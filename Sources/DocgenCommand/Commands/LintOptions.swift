import DocgenLint
import DocgenSupport

/// What the command line asks of `docgen lint`.
struct LintOptions: Equatable, Sendable {
  var project = ProjectOptions()
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
  var fixing: Fixing?
  var adoption = AdoptionOptions()
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
  private static let only = Option(
    "rule", "only", placeholder: "NAME", help: "Run only the rule or the group of rules NAME.",
    expectation: "the name of a rule or of a group (\(RuleGroup.allCases.map(\.rawValue).joined(separator: ", ")))",
    convert: RuleCatalog.rules(selectedBy:)
  ).suggesting(RuleCatalog.selectors).repeatable
  private static let failOn = Option<Severity>.choice(
    "fail-on", placeholder: "SEVERITY", help: "End with status 1 when there is a finding of at least SEVERITY.",
    default: "error")
  private static let format = Option<ReportFormat>.choice(
    "format", short: "f", placeholder: "FORMAT", help: "Write the findings as FORMAT.", default: "text")
  private static let concise = Flag("concise", help: "Write each finding on one line, without the source lines.")
  private static let statistics = Flag(
    "statistics", help: "Write the numbers of findings by rule, locale and folder in place of the findings.")
  private static let output = Option.text(
    "output", short: "o", placeholder: "FILE", help: "Write to FILE, which is replaced when all is written.",
    default: "standard output")
  private static let fix = Flag("fix", help: "Write what the source says into the damaged places, where it is certain.")
  private static let unsafe = Flag(
    "unsafe", help: "With --fix or --diff: make the fixes, too, that somebody has to look at.")
  private static let diff = Flag("diff", help: "Print what --fix would change as a unified diff, and change nothing.")
  private static let quiet = Flag("quiet", short: "q", help: "Write findings only: no summary, no progress.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(title: "Rules", options: [only.description, failOn.description]),
    CommandDescription.OptionGroup(title: "Fixes", options: [fix.description, unsafe.description, diff.description]),
    AdoptionOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        format.description, concise.description, statistics.description, output.description,
        UserLanguage.outputOption.description, quiet.description,
        TerminalOptions.color.description, TerminalOptions.noColor.description,
      ]),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    let selected = try arguments.values(Self.only)
    rules = selected.isEmpty ? nil : Set(selected.joined())
    failingSeverity = try arguments.value(Self.failOn)
    format = try arguments.value(Self.format) ?? format
    adoption = try AdoptionOptions(arguments)
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
    if showsDifference, format != .text {
      throw .conflict(option: "--diff", reason: "prints a diff in place of findings; leave out '--format'")
    }
    if showsDifference, adoption.writesBaseline {
      throw .conflict(option: "--diff", reason: "changes no file; leave out '--write-baseline'")
    }
    language = try arguments.value(UserLanguage.outputOption)
    terminal = try TerminalOptions(arguments, quiet: Self.quiet)
    if wantsStatistics, format != .text, format != .json {
      throw .conflict(option: "--statistics", reason: "goes with '--format text' and 'json' only")
    }
  }
}
