import DocgenModel
import DocgenSupport

/// What a check of the content found, for the pages of a site that show a team how good its translations are.
///
/// Locales and pages are named by their indices in the catalog that the site is built of.
package struct QualityReport: Sendable {
  /// What a rule finds, in one sentence.
  package struct Summary: Sendable {
    /// The sentence.
    package var text: String
    /// The name of its language, which is that of a folder of the locales.
    package var language: String

    /// Makes a summary of its parts.
    package init(text: String, language: String) {
      self.text = text
      self.language = language
    }
  }

  /// The findings in their total order.
  package var findings: [Diagnostic]
  /// What translations are to their sources, by page and locale; rows may be short, and nothing stands for what is not
  /// known.
  package var states: [[TranslationState?]]
  /// What findings are told in, by locale.
  package var messages: [MessageCatalog]
  /// What the rules find, by locale and name.
  package var summaries: [[String: Summary]] = []
  /// The number of findings that comments of pages keep silent.
  package var suppressed = 0
  /// The number of findings that the baseline keeps silent.
  package var baselined = 0

  /// Leaves out what is about pages that a catalog has and another, made of it, has not.
  mutating func keep(_ catalog: PageCatalog, of all: PageCatalog) {
    guard catalog.entries.count < all.entries.count, !states.isEmpty else { return }
    states = catalog.entries.map { entry in
      all.index(of: entry.id).flatMap { $0 < states.count ? states[$0] : nil } ?? []
    }
  }

  /// Makes a report.
  package init(findings: [Diagnostic], states: [[TranslationState?]], messages: [MessageCatalog]) {
    self.findings = findings
    self.states = states
    self.messages = messages
  }

  /// What a translation is to its source; `nil` for a page that is none.
  func state(of page: Int, locale: Int) -> TranslationState? {
    guard page < states.count, locale < states[page].count else { return nil }
    return states[page][locale]
  }
}
