/// Writes what a lint run found, in one form.
protocol Reporter {
  /// Writes the whole report; what stops early because nobody reads is no failure.
  func write(_ report: LintReport, to output: Output)
}

/// The forms in which findings are written.
enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case jsonLines = "jsonl"
  case sarif
  case github
  case gitlab
  case junit
  case checkstyle
}
