import DocgenModel
import DocgenSupport

/// How much was understood of what the page has.
extension PageSurvey {
  /// The sections that make up most reference pages.
  private static let mainRoles: Set<SectionRole> = [
    .syntax, .parameters, .returnValue, .requirements, .remarks, .seeAlso, .relatedTopics, .members,
    SectionRole("in-this-section"), SectionRole("examples"), SectionRole("property-value"),
  ]

  mutating func surveyShares(hasKind: Bool, translations: [LocalizedPage?]) {
    let facts = page.facts
    if let source {
      count(.kindsAsInSource, facts.kind == source.facts.kind)
    } else if locale == PageCatalog.source, translations.count > 1 {
      count(.kindsInEveryLocale, translations.allSatisfy { $0 == nil || $0?.facts.kind == facts.kind })
    }
    guard facts.isReference else { return }
    count(.kinds, hasKind)
    let signatures = facts.codeBlocks.compactMap(\.signature)
    if !signatures.isEmpty, facts.section(.syntax) != nil {
      count(.declarations, signatures.contains { !$0.declarations.isEmpty })
    }
    if let agreement = ParameterAgreement(facts, includesMessages: true) {
      count(.parameters, agreement.isComplete)
    }
    for requirement in facts.requirements where !requirement.label.value.isEmpty {
      count(.requirements, requirement.key != nil)
    }
    countHeadings()
  }

  /// Compares the roles that the titles tell without their anchors with the roles that the source's sections have.
  private mutating func countHeadings() {
    guard let source, source.facts.sections.count == page.facts.sections.count else { return }
    for (section, expected) in zip(page.facts.sections, source.facts.sections) {
      guard let role = expected.role, Self.mainRoles.contains(role) else { continue }
      let title = section.title.value
      count(.headings, (vocabulary.sectionRole(title) ?? sourceVocabulary.sectionRole(title)) == role.name)
    }
  }

  private mutating func count(_ measure: StatisticsMeasure, _ isKnown: Bool) {
    counts.shares[measure, default: StatisticsShare()].count(isKnown)
  }
}
