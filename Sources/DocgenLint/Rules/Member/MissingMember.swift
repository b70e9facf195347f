import DocgenModel
import DocgenSupport

/// Finds members of the source that the translation lacks.
enum MissingMember: TranslationCheck {
  static let rule = Rule(
    "missing-member", in: .member, .error,
    "A member that the source lists is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the member '{1}' is missing; list it as the source does")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    guard !pair.alignment[.members].missing.isEmpty else { return }
    let present = Set(pair.alignment[.members].pairs.map { pair.source.facts.members[$0.source].name.value })
    for gap in pair.alignment[.members].missing {
      let member = pair.source.facts.members[gap.source]
      // A member that a page lists twice, and the translation once, is there.
      guard !present.contains(member.name.value), MemberNames.heading(inPlaceOf: member, pair) == nil else { continue }
      // The entry before it may be of another list.
      let previous = gap.after.map { pair.translation.facts.members[$0] }.flatMap {
        $0.role == member.role ? $0.name.span : nil
      }
      report(
        Finding(
          messages.missing(member.name.value),
          at: pair.placeOfMissing(after: previous) { $0 == member.role }, expected: member.name.value, damage: .lost,
          source: member.name.span), to: &findings)
    }
  }
}
