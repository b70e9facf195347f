import DocgenModel
import DocgenSupport

/// Finds comments that suppress nothing, or name a rule that there is not.
enum UnusedSuppression: SuppressionCheck {
  static let rule = Rule(
    "unused-suppression", in: .suppression, .warning,
    "A comment of a page suppresses findings that there are not, or names no rule.")

  struct Messages: MessageSet {
    let unused = MessageForm<String>("no finding of '{1}' is suppressed here; remove the name")
    let unknown = MessageForm<String>("there is no rule or group '{1}'; write one that 'docgen rules' lists")
    let unknownWithHint = MessageForm<String, String>("there is no rule or group '{1}'; did you mean '{2}'?")
  }

  /// A name whose rule does not run on its page is no finding, for it may be of use when the rule does.
  static func check(_ suppressions: SuppressionFilter, settings: LintSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (path, file) in suppressions.files where file.isComplete {
      guard let severity = settings.severity(of: rule, in: file.page, locale: file.locale) else { continue }
      // A suggestion takes some time, and a page of a thousand wrong names needs none.
      var suggestions = 100
      func unknown(_ name: String) -> Message {
        suggestions -= 1
        return Self.unknown(name, suggestions >= 0 ? suppressions.names.suggestion(for: name) : nil)
      }
      func report(_ message: Message, at location: SourceLocation, _ name: String) {
        diagnostics.append(
          Diagnostic(
            rule: rule.id, group: rule.group.rawValue, severity: severity, page: file.page, locale: file.locale,
            message: message, location: location, slot: name))
      }
      for (index, suppression) in file.suppressions.enumerated() {
        if let problem = suppression.problem { report(problem, at: suppression.location, "") }
        for (place, selector) in suppression.selectors.enumerated() {
          guard let rules = selector.rules(suppressions.names) else {
            report(unknown(selector.name), at: selector.location, selector.name)
            continue
          }
          let allRun = rules.allSatisfy { settings.severity(of: $0, in: file.page, locale: file.locale) != nil }
          if allRun, !rules.contains(rule), !suppressions.isUsed(index, place, in: path) {
            report(unused(selector.name), at: selector.location, selector.name)
          }
        }
      }
    }
    return diagnostics
  }

  private static func unused(_ name: String) -> Message {
    messages.unused(name)
  }

  private static func unknown(_ name: String, _ meant: String?) -> Message {
    guard let meant else {
      return messages.unknown(name)
    }
    return messages.unknownWithHint(name, meant)
  }
}
