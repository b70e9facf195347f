import DocgenSupport

/// What the command line says about which findings count: those that are new, those of changed pages.
struct AdoptionOptions: Equatable, Sendable {
  /// The file with the findings to keep silent about.
  var baselineFile: String?
  /// Whether the file is written anew instead.
  var writesBaseline = false
  /// The revision since which pages must have changed to be looked at.
  var changedSince: String?
  /// The repository with the history of the source pages, or a folder in it; `none` for no history.
  var sourceHistory: String?
}

extension AdoptionOptions {
  static let baseline = Option.text(
    "baseline", placeholder: "FILE", help: "Leave out the findings that FILE lists; what is new counts.",
    default: "'lint: baseline' of the configuration")
  static let writeBaseline = Flag(
    "write-baseline", help: "Write all findings of this run to the baseline, and drop those that are gone.")
  private static let since = Option(
    "changed-since", placeholder: "REV",
    help: """
      Look only at pages that differ from where the branch left the git revision REV, uncommitted and new files \
      included; a page of the source language with all of its translations.
      """,
    expectation: "a revision of git, such as 'origin/main'"
  ) { $0.isEmpty || $0.hasPrefix("-") ? nil : $0 }
  private static let history = Option.text(
    "source-history", placeholder: "DIR",
    help: "Tell how sources changed since they were translated by the git repository DIR, or 'none'.",
    default: "the repository the source lies in")

  static let group = CommandDescription.OptionGroup(
    title: "What counts",
    options: [since.description, baseline.description, writeBaseline.description, history.description])

  init(_ arguments: ParsedArguments) throws(UsageError) {
    baselineFile = try arguments.value(Self.baseline)
    writesBaseline = arguments.isSet(Self.writeBaseline)
    changedSince = try arguments.value(Self.since)
    sourceHistory = try arguments.value(Self.history)
  }
}
