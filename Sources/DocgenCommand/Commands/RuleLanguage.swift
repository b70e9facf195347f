import DocgenLint

/// The language of the rules' pages, for the commands that show them.
enum RuleLanguage {
  static let option = Option(
    "language", placeholder: "LANGUAGE", help: "Write in LANGUAGE.",
    default: "the first of LC_ALL, LC_MESSAGES and LANG that is set, or else English",
    expectation: listed(RulePages.languages)
  ) { UserLanguage.match($0, among: RulePages.languages) }.suggesting(RulePages.languages)

  /// The language of the command line, or else of the environment, or else the one that has all pages.
  static func chosen(_ language: String?, _ environment: Environment) -> String {
    language ?? UserLanguage.preferred(among: RulePages.languages, environment) ?? RulePage.sourceLanguage
  }
}
