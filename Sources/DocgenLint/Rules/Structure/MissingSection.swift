import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds sections of the source that the translation lacks.
enum MissingSection: TranslationCheck {
  static let rule = Rule(
    "missing-section", in: .structure, .warning,
    "A section of the source is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the section '{1}' is missing; translate it")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for gap in pair.alignment.sections.missing {
      let section = pair.source.facts.sections[gap.source]
      if isEmpty(gap.source, pair.source) { continue }
      let previous = gap.after.map { pair.translation.facts.sections[$0].span }
      report(
        Finding(
          messages.missing(section.title.value),
          at: pair.placeOfMissing(after: previous) { _ in false }, expected: section.title.value, damage: .lost,
          source: section.title.span
        ).standing(
          forSource: pair.source.facts.span(ofSection: gap.source),
          withFacts: section.role == nil),
        to: &findings)
    }
  }

  /// Whether nothing stands below a heading, which then says nothing.
  private static func isEmpty(_ index: Int, _ page: LocalizedPage) -> Bool {
    let section = page.facts.sections[index]
    if index + 1 < page.facts.sections.count, page.facts.sections[index + 1].parent == index { return false }
    return section.content.allSatisfy { [.comment, .ignored, .softBreak].contains(page.document.nodes[$0].kind) }
  }
}
