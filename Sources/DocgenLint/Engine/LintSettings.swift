import DocgenSupport

/// Which rules run, and how much their findings weigh on which pages.
public struct LintSettings: Sendable {
  /// A severity in place of a rule's own.
  public struct Override: Sendable {
    /// The rules it is about.
    public var rules: Set<Rule>
    /// Nothing where the rules are off.
    public var severity: Severity?
    /// Tells by its id whether it holds for a page; nothing where it holds for all.
    public var matches: (@Sendable (String) -> Bool)?

    /// Makes an override; it holds for all pages where nothing tells which.
    public init(rules: Set<Rule>, severity: Severity?, matches: (@Sendable (String) -> Bool)? = nil) {
      self.rules = rules
      self.severity = severity
      self.matches = matches
    }
  }

  /// The rules that run.
  public var rules: Set<Rule>
  /// A later one goes before an earlier one.
  public var overrides: [Override]

  /// Makes settings; by default all rules run, and weigh what they say.
  public init(rules: Set<Rule> = Set(RuleCatalog.all), overrides: [Override] = []) {
    self.rules = rules
    self.overrides = overrides
  }

  /// How much a finding on a page weighs; nothing where its rule does not run there.
  ///
  /// A severity that is configured goes before the one that the finding has of its own.
  func severity(of rule: Rule, finding: Severity? = nil, in page: String) -> Severity? {
    guard rules.contains(rule) else { return nil }
    for override in overrides.reversed() where override.rules.contains(rule) && override.matches?(page) ?? true {
      return override.severity
    }
    return finding ?? rule.defaultSeverity
  }
}
