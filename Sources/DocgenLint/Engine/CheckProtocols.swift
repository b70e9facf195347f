import DocgenModel
import DocgenSupport

/// What finds the findings of one rule.
protocol Check: SendableMetatype {
  static var rule: Rule { get }
}

/// A rule that looks at what files there are, before any of them is read.
protocol CatalogCheck: Check {
  static func check(_ entry: PageCatalog.Entry, catalog: PageCatalog, settings: LintSettings) -> [Diagnostic]
}

/// A rule that compares a translation with its source.
protocol TranslationCheck: Check {
  static func check(_ pair: TranslationPair, _ findings: inout Findings)
}

/// A rule that looks at one page in one locale.
protocol PageCheck: Check {
  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings)
}

extension TranslationCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}

extension PageCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}
