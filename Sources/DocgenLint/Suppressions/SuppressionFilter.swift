import DocgenSupport

/// Takes the findings away that pages suppress, and notes which suppressions are of use.
struct SuppressionFilter {
  private let files: [String: FileSuppressions]
  /// The names that suppressed something, by file, suppression and place in it.
  private var used: Set<Use> = []

  private struct Use: Hashable {
    var file: String
    var suppression: Int
    var selector: Int
  }

  /// Makes a filter of the suppressions of files, none of which is named twice.
  init(_ files: [FileSuppressions]) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
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
    guard let file = files[diagnostic.location.file], let rule = RuleCatalog.rule(named: diagnostic.rule) else {
      return false
    }
    var isSuppressed = false
    for (index, suppression) in file.suppressions.enumerated()
    where suppression.holds(for: diagnostic.location.start.line) {
      for (place, selector) in suppression.selectors.enumerated() where selector.rules?.contains(rule) ?? false {
        used.insert(Use(file: diagnostic.location.file, suppression: index, selector: place))
        isSuppressed = true
      }
    }
    return isSuppressed
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
            report(UnusedSuppression.unknown(selector.name), at: selector.location, selector.name)
            continue
          }
          let allRun = rules.allSatisfy { settings.severity(of: $0, in: file.page, locale: file.locale) != nil }
          if allRun, !rules.contains(UnusedSuppression.rule),
            !used.contains(Use(file: path, suppression: index, selector: place))
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
