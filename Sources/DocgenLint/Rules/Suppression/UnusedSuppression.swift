import DocgenSupport

/// Finds comments that suppress nothing, or name a rule that there is not.
enum UnusedSuppression: Check {
  static let rule = Rule(
    "unused-suppression", in: .suppression, .warning,
    "A comment of a page suppresses findings that there are not, or names no rule.")

  static func unused(_ name: String) -> Message { "no finding of '\(name)' is suppressed here; remove the name" }

  static func unknown(_ name: String, isSuggesting: Bool) -> Message {
    guard isSuggesting, let meant = RuleCatalog.suggestion(for: name) else {
      return "there is no rule or group '\(name)'; write one that 'docgen rules' lists"
    }
    return "there is no rule or group '\(name)'; did you mean '\(meant)'?"
  }
}
