import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds requirements of the source that the translation does not state.
enum MissingRequirement: TranslationCheck {
  static let rule = Rule(
    "missing-requirement", in: .requirement, .error,
    "A requirement of the source is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the requirement '{1}' is missing; add it as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    checkMetadata(pair, &findings)
    let requirements = pair.translation.facts.requirements
    for gap in pair.alignment[.requirements].missing {
      let expected = pair.source.facts.requirements[gap.source]
      report(
        Finding(
          messages.missing(expected.label.value),
          at: pair.placeOfMissing(after: gap.after.map { requirements[$0].label.span }) { $0 == .requirements },
          expected: expected.label.value, damage: .lost, source: expected.label.span), to: &findings)
    }
  }

  /// Requirements of the front matter; a translation that states none of them leaves them to the source.
  private static func checkMetadata(_ pair: TranslationPair, _ findings: inout Findings) {
    let present = pair.translation.facts.metadataRequirements
    guard !present.isEmpty, present.count < pair.source.facts.metadataRequirements.count else { return }
    let frontMatter = pair.translation.frontMatter
    let keys = Set(present.map(\.key))
    for expected in pair.source.facts.metadataRequirements where !keys.contains(expected.key) {
      report(
        Finding(
          messages.missing(expected.key),
          at: SourceSpan(at: frontMatter.span?.start ?? 0),
          expected: expected.value.value, damage: .lost, source: expected.value.span
        ).about(expected.key), to: &findings)
    }
  }
}
