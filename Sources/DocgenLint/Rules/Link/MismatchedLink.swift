import DocgenModel
import DocgenSupport

/// Compares where links lead; a link that moved within its section is the same.
enum MismatchedLink: TranslationCheck {
  static let rule = Rule(
    "mismatched-link", in: .link, .warning,
    "A link leads elsewhere than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.prose.linkDifferences {
      // An anchor that is not there is a finding of its own.
      if let link = difference.translation, let anchor = PageLink.fragment(link.destination),
        !pair.prose.context.anchors.contains(anchor)
      {
        continue
      }
      let expected = difference.source?.destination
      let actual = difference.translation?.destination
      switch (difference.source, difference.translation) {
      case (let source?, let translation?):
        report(
          .changed(
            "the link leads to '\(translation.destination)' here; write '\(source.destination)' as in the source",
            from: Located(source.destination, at: source.span),
            to: Located(translation.destination, at: translation.span),
            // Of several that lead elsewhere, nothing tells which is which.
            fix: difference.certainty.isBeyondDoubt && !losesPage(source, translation, pair.prose.context)
              ? pair.restoring(source, at: translation, isCertain: true) : nil),
          to: &findings)
      case (let source?, nil) where !source.isImage:
        report(
          Finding(
            "the link to '\(source.destination)' is missing; add it as in the source",
            at: pair.placeOf(sourceNode: source.node), expected: expected, damage: .lost, source: source.span),
          to: &findings)
      case (nil, let translation?):
        report(
          Finding(
            "the source has no link to '\(translation.destination)'; remove it here or add it there",
            at: translation.span, actual: actual), to: &findings)
      default: break
      }
    }
  }

  /// Whether a link leads to a page of the project, and would not any more as that of the source: an address of another
  /// site, or one that only its host knows.
  private static func losesPage(_ source: PageLink, _ translation: PageLink, _ context: PageContext) -> Bool {
    let links = context.project.links
    guard let page = links.catalog.index(of: context.apiPage.id) else { return false }
    func leadsToPage(_ link: PageLink) -> Bool {
      if case .page = links.target(of: link.destination, on: page, locale: context.page.locale) { return true }
      return false
    }
    return leadsToPage(translation) && !leadsToPage(source)
  }
}
