import DocgenModel
import DocgenSupport

/// What finds the findings of one rule, and declares the messages that say what is wrong and what to do.
protocol Check: MessageSource {
  static var rule: Rule { get }
  /// Whether a fix decides what is code and what is text, so that it is made before all others, and alone.
  static var decidesCode: Bool { get }
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

/// A rule that tells of files that are too large to be read.
protocol OversizedFileCheck: Check {
  /// What is told of such a file.
  static var message: Message { get }
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
  /// Whether the rule looks at readable pages alone; others have no text that is known.
  static var needsText: Bool { get }
  static func check(_ context: PageContext, _ findings: inout Findings)
}

/// A rule that tells what became of the source since a translation was made of it.
protocol RevisionCheck: Check {
  /// Returns what the translation is to its source, whether or not that is worth a finding.
  static func check(
    _ page: LocalizedPage, _ staleness: inout Staleness, _ findings: inout Findings
  ) -> TranslationState
}

/// A rule that looks at the comments that suppress findings, once all other findings are known.
protocol SuppressionCheck: Check {
  /// Returns the findings in any order.
  static func check(_ suppressions: SuppressionFilter, settings: LintSettings) -> [Diagnostic]
}

/// A rule that compares pages with each other, by what was noted about each when it was read.
protocol ProjectCheck: Check {
  /// What is to be noted about each page.
  static var notes: PageNotes { get }
  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings)
}

/// A rule that looks at the tables of contents of a project, each beside that of the source.
protocol ContentsCheck: Check {
  static func check(_ pair: ContentsPair, _ findings: inout Findings)
}

extension Check {
  static var decidesCode: Bool { false }
}

extension ContentCheck {
  static var needsText: Bool { true }
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
