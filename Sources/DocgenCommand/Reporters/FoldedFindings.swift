import DocgenSupport

/// The findings that others explain, counted by these.
struct FoldedFindings: MessageSource {
  struct Messages: MessageSet {
    let rule = MessageForm<String, Int>("{1} ({2})")
    let explains = MessageForm<Int>("explains {1:# finding|# findings}")
    let summary = MessageForm<Message, Message>("{1}: {2}")
  }

  private var counts: [Diagnostic.Explanation: [String: Int]] = [:]

  /// - Parameter report: Nothing is counted where it tells all findings by themselves.
  init(_ report: LintReport) {
    guard report.summary.folded > 0 else { return }
    for diagnostic in report.allDiagnostics {
      guard let explanation = diagnostic.foldedInto else { continue }
      counts[explanation, default: [:]][diagnostic.rule, default: 0] += 1
    }
  }

  /// What a finding explains, told once for several of one rule at a place; `nil` for nothing.
  mutating func takeMessage(_ finding: Diagnostic) -> Message? {
    let explanation = Diagnostic.Explanation(rule: finding.rule, location: finding.location)
    guard let byRule = counts.removeValue(forKey: explanation) else { return nil }
    let total = byRule.values.reduce(0, +)
    let rules = byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { entry -> Message in
      Self.messages.rule(entry.key, entry.value)
    }
    let count = Self.messages.explains(total)
    return Self.messages.summary(count, Message.listed(rules) ?? .empty)
  }
}
