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

  /// The links of the translation that the source has as often, in whatever place: one more may be that of another member.
  private static func commonLinks(_ pair: TranslationPair) -> CoveredPlaces {
    let nodes = pair.translation.document.nodes
    var counts: [String: Int] = [:]
    for link in pair.prose.translation.links { counts[link.destination, default: 0] += 1 }
    for links in pair.prose.links.equal where links.source != nil {
      if let link = links.translation { counts[link.destination, default: 0] -= 1 }
    }
    return CoveredPlaces(
      pair.prose.links.equal.compactMap { links in
        guard links.source != nil, let link = links.translation, counts[link.destination] == 0 else { return nil }
        return nodes[link.node].span
      })
  }
}
