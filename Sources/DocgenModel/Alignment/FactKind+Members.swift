import DocgenMarkup
import DocgenSupport

extension FactKind {
  /// The entries of the sections that list members.
  package static let members: FactKind = FactKind(
    "members",
    read: { page, _ in
      page.facts.members.map { member in
        Fact(
          node: member.node,
          [
            (.name, member.name), (.dataType, member.dataType), (.access, member.access), (.value, member.value),
            (.defaultValue, member.defaultValue), (.required, member.required), (.qualifiers, member.qualifiers),
          ])
      }
    },
    align: { pair in
      Alignment(
        MemberKey.keys(of: pair.source.facts, beside: pair.translation.facts),
        MemberKey.keys(of: pair.translation.facts, beside: pair.source.facts), MemberKey.similarity)
    },
    anchor: { facts, index in
      let member = facts.members[index]
      return anchorPrefix(of: member.role) + FactAnchor.make(from: member.name.value)
    },
    compare: compareMembers)

  private static func anchorPrefix(of role: SectionRole) -> String {
    switch role {
    case .methods: "method-"
    case .properties: "property-"
    case .fields: "field-"
    case .constants: "constant-"
    case .events: "event-"
    default: "member-"
    }
  }

  private static func compareMembers(_ pair: PageAlignment, _ aligned: Alignment.Pair) -> [FactDifference] {
    let source = pair.source.facts.members[aligned.source]
    let translation = pair.translation.facts.members[aligned.translation]
    var differences: [FactDifference] = []
    if let name = pair.difference(name: source.name, translation.name, of: .members, aligned),
      !isTitle(source, translation, pair)
    {
      differences.append(name)
    }
    if let expected = source.dataType, let actual = translation.dataType, Identifier.isName(expected.value.utf8),
      !FactSimilarity.differByMarksOnly(expected.value, actual.value)
    {
      differences.append(pair.difference(.dataType, expected, actual, of: .members, aligned))
    }
    if let access = compareAccess(source, translation, pair, aligned) { differences.append(access) }
    if let expected = source.value, CodeValue(expected.value.utf8) != nil {
      if let actual = translation.value {
        if expected.value != actual.value {
          differences.append(pair.difference(.value, expected, actual, of: .members, aligned))
        }
      } else {
        differences.append(FactDifference(kind: .members, pair: aligned, role: .value, expected: expected))
      }
    }
    return differences
  }

  /// Whether the names are titles of one meaning in both languages, which stand among headings of members: `Operators`.
  private static func isTitle(_ source: Member, _ translation: Member, _ pair: PageAlignment) -> Bool {
    guard pair.source.document.nodes[source.node].kind == .heading else { return false }
    return [Vocabulary.Part.sections, .pluralKinds].contains { part in
      guard let key = pair.words.source.key(of: source.name.value, in: part) else { return false }
      return pair.words.translation.key(of: translation.name.value, in: part) == key
    }
  }

  /// Words that the locale does not know may be right; the vocabulary is what has to grow.
  private static func compareAccess(
    _ source: Member, _ translation: Member, _ pair: PageAlignment, _ aligned: Alignment.Pair
  ) -> FactDifference? {
    guard let expected = source.access, let actual = translation.access,
      let key = pair.words.source.access(expected.value),
      let own = pair.words.translation.access(actual.value) ?? pair.words.source.access(actual.value), own != key
    else { return nil }
    return FactDifference(
      kind: .members, pair: aligned, role: .access, expected: expected, actual: actual,
      restoration: pair.restoration(ofAccess: key, expected.span, at: actual.span, isCertain: aligned.isCertain))
  }
}
