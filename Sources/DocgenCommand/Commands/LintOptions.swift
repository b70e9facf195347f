import DocgenLint
import DocgenSupport

/// What the command line asks of `docgen lint`.
struct LintOptions: Equatable, Sendable {
  var project = ProjectOptions()
  var format = ReportFormat.text
  /// One line for each finding, in the text format.
  var isConcise = false
  /// The lightest finding that makes the run fail, where it is given.
  var failingSeverity: Severity?
  /// The rules to run; nothing for all that the configuration leaves on.
  var rules: Set<Rule>?
  var adoption = AdoptionOptions()
  var terminal = TerminalOptions()
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
  private static let quiet = Flag("quiet", short: "q", help: "Write findings only: no summary, no progress.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(title: "Rules", options: [only.description, failOn.description]),
    AdoptionOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        format.description, concise.description, quiet.description, TerminalOptions.color.description,
        TerminalOptions.noColor.description,
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
    terminal = try TerminalOptions(arguments, quiet: Self.quiet)
  }
}
