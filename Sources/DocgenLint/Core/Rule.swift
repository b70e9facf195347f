import DocgenSupport

/// What a rule looks at.
package enum RuleGroup: String, Sendable, CaseIterable {
  case file
  case pairing
  case metadata
  case signature
  case parameter
  case returnValue = "return-value"
  case requirement
  case member
  case link
  case structure
  case identifier
  case prose
  case staleness
  case agreement
  case suppression
}

/// A rule as users know it: its name, its group, the severity of its findings and what it says.
package struct Rule: Hashable, Sendable, Identifiable {
  /// The name, which reads well after "allow" (`mismatched-parameter-name`).
  package let id: String
  /// What the rule looks at.
  package let group: RuleGroup
  /// The severity of a finding where neither the configuration nor the finding itself says otherwise.
  package let defaultSeverity: Severity
  /// What the rule finds, in one sentence.
  package let summary: String

  /// Rules are the same when their names are.
  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }

  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  init(_ id: String, in group: RuleGroup, _ defaultSeverity: Severity, _ summary: String) {
    self.id = id
    self.group = group
    self.defaultSeverity = defaultSeverity
    self.summary = summary
  }
}
