import DocgenModel
import DocgenSupport

/// Finds requirements that only the translation states.
enum ExtraRequirement: TranslationCheck {
  static let rule = Rule(
    "extra-requirement", in: .requirement, .error,
    "A requirement is listed that the source does not have.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no requirement '{1}'; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.requirements].extra {
      let requirement = pair.translation.facts.requirements[index]
      report(
        Finding(
          messages.extra(requirement.label.value),
          at: requirement.label.span,
          actual: requirement.label.value), to: &findings)
    }
  }
}
