import DocgenModel
import DocgenSupport

/// Finds requirements of the source that the translation does not state.
enum MissingRequirement: TranslationCheck {
  static let rule = Rule(
    "missing-requirement", in: .requirement, .error,
    "A requirement of the source is missing.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let requirements = pair.translation.facts.requirements
    for (index, previous) in pair.requirements.missing {
      let expected = pair.source.facts.requirements[index]
      report(
        Finding(
          "the requirement '\(expected.label.value)' is missing; add it as in the source",
          at: pair.placeOfMissing(after: previous.map { requirements[$0].label.span }) { $0 == .requirements },
          expected: expected.label.value, damage: .lost, source: expected.label.span), to: &findings)
    }
  }
}
