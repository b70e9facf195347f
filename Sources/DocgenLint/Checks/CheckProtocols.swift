import DocgenModel
import DocgenSupport

/// What finds the findings of one rule.
protocol Check: SendableMetatype {
  static var rule: Rule { get }
}

/// A rule that looks at what files there are of a page; what they hold is known by then.
protocol CatalogCheck: Check {
  static func check(
    _ entry: PageCatalog.Entry, page: APIPage, catalog: PageCatalog, settings: LintSettings
  ) -> [Diagnostic]
}

/// A rule that tells what is left out of the content, and why.
protocol SkippedFileCheck: Check {
  /// Whether the rule is the one that tells of a reason.
  static func covers(_ reason: SkippedEntry.Reason) -> Bool
}

/// A rule that compares a translation with its source.
protocol TranslationCheck: Check {
  static func check(_ pair: TranslationPair, _ findings: inout Findings)
}

/// A rule that looks at one page in one locale.
protocol PageCheck: Check {
  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings)
}

/// A rule that looks at the text and the links of one page in one locale, and at what its project holds.
protocol ContentCheck: Check {
  static func check(_ context: PageContext, _ findings: inout Findings)
}

/// A rule that compares pages with each other, by what was noted about each when it was read.
protocol ProjectCheck: Check {
  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings)
}

extension TranslationCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}

extension PageCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}

extension ContentCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}
