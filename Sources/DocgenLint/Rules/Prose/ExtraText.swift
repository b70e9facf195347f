import DocgenModel
import DocgenSupport

/// Finds texts of a translation that its source does not have.
enum ExtraText: TranslationCheck {
  static let rule = Rule(
    "extra-text", in: .prose, .warning,
    "A paragraph of the translation is not in the source.")

  struct Messages: MessageSet {
    let extra = PlainMessage("the source has no such text; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let lengths = TextLengths(pair)
    for gap in pair.prose.texts.gaps where lengths.isAdded(gap) && !pair.hasOpenCode {
      if gap.gap.translation.allSatisfy(pair.prose.moved.translation.contains) { continue }
      let runs = pair.prose.translation.runs
      report(
        Finding(
          messages.extra,
          at: runs[gap.gap.translation.lowerBound].span.union(runs[gap.gap.translation.upperBound - 1].span)
        ).standing(for: gap.gap.translation.map { pair.prose.translation.block(ofRun: $0) }), to: &findings)
    }
  }
}
