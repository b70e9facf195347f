import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds members that only the translation lists.
enum ExtraMember: TranslationCheck {
  static let rule = Rule(
    "extra-member", in: .member, .error,
    "A member is listed that the source does not have.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no member '{1}'; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let extra = pair.alignment[.members].extra
    guard !extra.isEmpty else { return }
    let links = commonLinks(pair)
    let mentions = SourceMentions(pair)
    for index in extra {
      let member = pair.translation.facts.members[index]
      let name = member.name
      // The source lists it somewhere else, or in another form.
      if links.hold(name.span) || mentions.hold(member) { continue }
      report(
        Finding(
          messages.extra(name.value), at: name.span,
          actual: name.value), to: &findings)
    }
  }

  /// The links of the translation that the source has, in whatever place.
  private static func commonLinks(_ pair: TranslationPair) -> CoveredPlaces {
    let nodes = pair.translation.document.nodes
    return CoveredPlaces(
      pair.prose.links.equal.compactMap { links in
        links.source == nil ? nil : links.translation.map { nodes[$0.node].span }
      })
  }
}
