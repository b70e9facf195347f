import DocgenModel
import DocgenSupport

/// Finds sections that only the translation has.
enum ExtraSection: TranslationCheck {
  static let rule = Rule(
    "extra-section", in: .structure, .warning,
    "A section stands here that the source does not have.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no section '{1}' here; remove it or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment.sections.extra {
      let title = pair.translation.facts.sections[index].title
      report(
        Finding(
          messages.extra(title.value), at: title.span,
          actual: title.value
        ).standing(for: pair.translation.facts.span(ofSection: index)), to: &findings)
    }
  }
}
