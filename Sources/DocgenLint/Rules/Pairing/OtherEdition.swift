import DocgenModel
import DocgenSupport

/// Finds pages that are translated from another edition of the source: most of what no language changes is other in both.
///
/// What differs in such a page is no damage that one could look at piece by piece, so that this finding explains all others.
enum OtherEdition: TranslationCheck {
  static let rule = Rule(
    "other-edition", in: .pairing, .warning,
    "A page is the translation of another text than its source, such as an older edition.")

  struct Messages: MessageSet {
    let other = MessageForm<Int, Int>(
      "the page is of another edition than the source: of {1} names, numbers, links and lines of code, the source has {2}; translate the source anew"
    )
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let sections = pair.alignment.sections
    guard !sections.missing.isEmpty || !sections.extra.isEmpty || !pair.prose.texts.gaps.isEmpty else { return }
    let torn = pair.alignment.tornNames.count { $0.isOfWhitespaceAlone }
    let shared = SharedLiterals(pair.prose.source, pair.prose.translation, torn: torn)
    guard shared.areOfOtherTexts else { return }
    report(
      Finding(messages.other(shared.translation, shared.common), at: pair.placeOfMissing(after: nil) { _ in false }),
      to: &findings)
  }
}
