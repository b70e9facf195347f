import DocgenModel
import DocgenSupport

/// Finds sections that stand in another place than in the source.
enum ReorderedSections: TranslationCheck {
  static let rule = Rule(
    "reordered-sections", in: .structure, .note,
    "The sections have another order than in the source.")

  struct Messages: MessageSet {
    let moved = MessageForm<String>(
      "the section '{1}' stands in another place than in the source; put it in the same one")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for moved in pair.alignment.sections.moved {
      let title = pair.translation.facts.sections[moved.translation].title
      let expected = pair.source.facts.sections[moved.source].title
      report(
        Finding(
          messages.moved(title.value),
          at: title.span,
          source: expected.span), to: &findings)
    }
  }
}
