import DocgenModel
import DocgenSupport

/// Finds requirements that only the translation states.
enum ExtraRequirement: TranslationCheck {
  static let rule = Rule(
    "extra-requirement", in: .requirement, .error,
    "A requirement is listed that the source does not have.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.requirements].extra {
      let requirement = pair.translation.facts.requirements[index]
      report(
        Finding(
          "the source has no requirement '\(requirement.label.value)'; remove it here or add it there",
          at: requirement.label.span,
          actual: requirement.label.value), to: &findings)
    }
  }
}
