import DocgenSupport

/// Which rules run, and how much their findings weigh.
public struct LintSettings: Sendable {
  /// The rules that run.
  public var rules: Set<Rule>
  /// Severities in place of the rules' own, by the rules' names.
  public var severities: [String: Severity]

  public init(rules: Set<Rule> = Set(RuleCatalog.all), severities: [String: Severity] = [:]) {
    self.rules = rules
    self.severities = severities
  }

  /// How much a finding weighs; nothing where its rule does not run.
  ///
  /// A severity that is configured for the rule goes before the one that the finding has of its own.
  func severity(of rule: Rule, finding: Severity?) -> Severity? {
    guard rules.contains(rule) else { return nil }
    return severities[rule.id] ?? finding ?? rule.defaultSeverity
  }
}
