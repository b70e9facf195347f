import DocgenSupport

/// What a lint run found, with all that reporters need to write it.
struct LintReport: Sendable {
  /// The folder to which the files of the findings are relative.
  let contentFolder: String
  /// The findings in their total order.
  let diagnostics: [Diagnostic]
  var summary: LintSummary
  /// The lightest finding that makes the run fail.
  let failingSeverity: Severity
  /// What is to be said besides the findings, each in one sentence.
  var messages: [String] = []

  /// Sorts and counts the findings.
  ///
  /// The pages are the files that were checked, over all locales.
  ///
  /// - Complexity: O(*n* log *n*); O(*n*) where the findings are in order.
  init(contentFolder: String, pages: Int, diagnostics: [Diagnostic], failingSeverity: Severity = .error) {
    let isSorted = !zip(diagnostics, diagnostics.dropFirst()).contains { Diagnostic.precedes($1, $0) }
    self.contentFolder = contentFolder
    self.diagnostics = isSorted ? diagnostics : diagnostics.sorted(by: Diagnostic.precedes)
    self.summary = LintSummary(pages: pages, diagnostics: diagnostics)
    self.failingSeverity = failingSeverity
  }
}

/// How many findings there are, by weight and by rule.
struct LintSummary: Equatable, Sendable {
  struct RuleCount: Equatable, Sendable {
    var rule: String
    var count: Int
  }

  let pages: Int
  let errors: Int
  let warnings: Int
  let notes: Int
  /// The rules with findings, by name.
  let byRule: [RuleCount]
  /// The number of page files of the project, where only a part of them was checked.
  var allPages: Int?
  /// The number of findings that comments in pages keep silent.
  var suppressed = 0
  /// The number of findings that the baseline keeps silent.
  var baselined = 0

  init(pages: Int, diagnostics: [Diagnostic]) {
    var bySeverity: [Severity: Int] = [:]
    var byRule: [String: Int] = [:]
    for diagnostic in diagnostics {
      bySeverity[diagnostic.severity, default: 0] += 1
      byRule[diagnostic.rule, default: 0] += 1
    }
    self.pages = pages
    self.errors = bySeverity[.error] ?? 0
    self.warnings = bySeverity[.warning] ?? 0
    self.notes = bySeverity[.note] ?? 0
    self.byRule = byRule.map { RuleCount(rule: $0.key, count: $0.value) }.sorted { $0.rule < $1.rule }
  }

  /// Whether there is a finding of this weight or a heavier one.
  func holds(atLeast severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .note: errors + warnings + notes > 0
    }
  }
}

/// The forms in which findings are written.
enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
}
