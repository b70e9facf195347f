import DocgenSupport

/// Takes the findings away that pages suppress, and notes which suppressions are of use.
struct SuppressionFilter {
  private let files: [String: FileSuppressions]
  private var indices: [String: SuppressionIndex]

  /// Makes a filter of the suppressions of files, none of which is named twice.
  init(_ files: [FileSuppressions]) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    indices = self.files.mapValues { SuppressionIndex($0.suppressions) }
  }

  /// Takes away what is suppressed.
  ///
  /// - Returns: The number of findings that were taken away.
  /// - Complexity: O(*n*) in the findings, where few files suppress any.
  mutating func apply(to diagnostics: inout [Diagnostic]) -> Int {
    guard !files.isEmpty else { return 0 }
    let count = diagnostics.count
    diagnostics.removeAll { suppresses($0) }
    return count - diagnostics.count
  }

  private mutating func suppresses(_ diagnostic: Diagnostic) -> Bool {
    guard let rule = RuleCatalog.rule(named: diagnostic.rule) else { return false }
    return indices[diagnostic.location.file]?.suppresses(rule, line: diagnostic.location.start.line) ?? false
  }

  /// Findings about suppressions that are wrong or of no use; to be asked for when all findings were filtered.
  ///
  /// A name whose rule does not run on its page is no finding, for it may be of use when the rule does.
  mutating func unused(_ settings: LintSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (path, file) in files where file.isComplete {
      guard let severity = settings.severity(of: UnusedSuppression.rule, in: file.page, locale: file.locale) else {
        continue
      }
      // A suggestion takes some time, and a page of a thousand wrong names needs none.
      var suggestions = 100
      func unknown(_ name: String) -> Message {
        suggestions -= 1
        return UnusedSuppression.unknown(name, isSuggesting: suggestions >= 0)
      }
      func report(_ message: Message, at location: SourceLocation, _ name: String) {
        diagnostics.append(
          Diagnostic(
            rule: UnusedSuppression.rule.id, group: UnusedSuppression.rule.group.rawValue, severity: severity,
            page: file.page, locale: file.locale, message: message, location: location, slot: name))
      }
      for (index, suppression) in file.suppressions.enumerated() {
        if let problem = suppression.problem { report(problem, at: suppression.location, "") }
        for (place, selector) in suppression.selectors.enumerated() {
          guard let rules = selector.rules else {
            report(unknown(selector.name), at: selector.location, selector.name)
            continue
          }
          let allRun = rules.allSatisfy { settings.severity(of: $0, in: file.page, locale: file.locale) != nil }
          if allRun, !rules.contains(UnusedSuppression.rule),
            !(indices[path]?.isUsed(index, place) ?? false)
          {
            report(UnusedSuppression.unused(selector.name), at: selector.location, selector.name)
          }
        }
      }
    }
    _ = apply(to: &diagnostics)
    return diagnostics
  }
}
