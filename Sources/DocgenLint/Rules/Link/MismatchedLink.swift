import DocgenModel
import DocgenSupport

/// Compares where links lead; a link that moved within its section is the same.
enum MismatchedLink: TranslationCheck {
  static let rule = Rule(
    "mismatched-link", in: .link, .warning,
    "A link leads elsewhere than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let counts = pair.prose.linkDifferences.isEmpty ? [:] : countsBySection(pair.prose.linkDifferences)
    for difference in pair.prose.linkDifferences {
      // An anchor that is not there is a finding of its own.
      if let link = difference.translation, let anchor = BrokenAnchor.fragment(link.destination),
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
            fix: pair.restoring(
              source, at: translation, isCertain: counts[Place(section: source.section, isImage: source.isImage)] == 1)),
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

  private struct Place: Hashable {
    var section: Int
    var isImage: Bool
  }

  /// How many links of each section of the source, and how many images, have no counterpart that leads where they do.
  private static func countsBySection(_ differences: [LinkComparison.Difference]) -> [Place: Int] {
    var counts: [Place: Int] = [:]
    for case let link? in differences.lazy.map(\.source) {
      counts[Place(section: link.section, isImage: link.isImage), default: 0] += 1
    }
    return counts
  }
}
