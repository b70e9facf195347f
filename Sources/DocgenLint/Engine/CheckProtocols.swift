import DocgenModel
import DocgenSupport

/// A rule that compares a translation with its source.
protocol TranslationCheck: SendableMetatype {
  static var rule: Rule { get }
  static func check(_ pair: TranslationPair, _ findings: inout Findings)
}

/// A rule that looks at one page in one locale.
protocol PageCheck: SendableMetatype {
  static var rule: Rule { get }
  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings)
}

extension TranslationCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}

extension PageCheck {
  static func report(_ finding: Finding, to findings: inout Findings) { findings.add(finding, of: rule) }
}
