import DocgenSupport

/// What makes a finding the same one after other places of the page have changed.
struct FindingIdentity: Hashable {
  private let rule: String
  private let locale: String
  private let severity: Severity
  private let expected: String?
  private let actual: String?
  private let source: SourceLocation?
  private let message: Message?

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    locale = diagnostic.locale
    severity = diagnostic.severity
    expected = diagnostic.expected
    source = diagnostic.related.first?.location
    // What stands in the place of a lost name may be a whole line, in which another name is fixed.
    actual = source == nil || expected == nil ? diagnostic.actual : nil
    message = source == nil && expected == nil && actual == nil ? diagnostic.message : nil
  }

  static func counts(_ diagnostics: [Diagnostic]) -> [FindingIdentity: Int] {
    var counts: [FindingIdentity: Int] = [:]
    for diagnostic in diagnostics { counts[FindingIdentity(diagnostic), default: 0] += 1 }
    return counts
  }
}
