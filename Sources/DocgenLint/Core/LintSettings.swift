import DocgenSupport

/// Which rules run, and the severity of their findings on which pages.
package struct LintSettings: Sendable {
  /// A severity in place of a rule's own.
  package struct Override: Sendable {
    /// The rules it is about.
    package var rules: Set<Rule>
    /// `nil` if the rules are off.
    package var severity: Severity?
    /// Tells by its id whether it holds for a page; `nil` if it holds for all.
    package var matches: (@Sendable (String) -> Bool)?
    /// The names of the locales it holds for; `nil` for all.
    package var locales: Set<String>?

    /// Makes an override; it holds for all pages of all locales where nothing tells which.
    package init(
      rules: Set<Rule>, severity: Severity?, matches: (@Sendable (String) -> Bool)? = nil, locales: Set<String>? = nil
    ) {
      self.rules = rules
      self.severity = severity
      self.matches = matches
      self.locales = locales
    }

    fileprivate func holds(for rule: Rule, page: String, locale: String) -> Bool {
      rules.contains(rule) && locales?.contains(locale) ?? true && matches?(page) ?? true
    }
  }

  /// The rules that run.
  package var rules: Set<Rule>
  /// A later one goes before an earlier one.
  package var overrides: [Override]

  /// Makes settings; without overrides, rules have their own severity.
  package init(rules: Set<Rule>, overrides: [Override] = []) {
    self.rules = rules
    self.overrides = overrides
  }

  /// The severity of a finding on a page of a locale; `nil` if its rule does not run there.
  ///
  /// A severity that is configured goes before the one that the finding has of its own.
  func severity(of rule: Rule, finding: Severity? = nil, in page: String, locale: String) -> Severity? {
    guard rules.contains(rule) else { return nil }
    for override in overrides.reversed() where override.holds(for: rule, page: page, locale: locale) {
      return override.severity
    }
    return finding ?? rule.defaultSeverity
  }
}
