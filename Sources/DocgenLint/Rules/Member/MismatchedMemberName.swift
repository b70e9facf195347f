import DocgenModel
import DocgenSupport

/// Compares the names of members: properties, methods, fields, enumerators, constants.
enum MismatchedMemberName: TranslationCheck {
  static let rule = Rule(
    "mismatched-member-name", in: .member, .error,
    "The name of a member differs from the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the member is called '{1}' here; write '{2}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .members) where difference.role == .name {
      guard let actual = difference.actual else { continue }
      let expected = difference.expected
      if isWithKind(expected.value, actual.value, pair.words.translation) { continue }
      report(
        .changed(
          messages.changed(actual.value, expected.value), from: expected,
          to: actual, severity: differInScope(expected.value, actual.value) ? .note : nil, fix: difference.restoration),
        to: &findings)
    }
    for gap in pair.alignment[.members].missing {
      let expected = pair.source.facts.members[gap.source]
      guard MemberNames.isName(expected), let actual = MemberNames.heading(inPlaceOf: expected, pair) else { continue }
      report(
        .changed(
          messages.changed(actual.value, expected.name.value),
          from: expected.name, to: actual),
        to: &findings)
    }
  }

  /// Whether one of two names is the other with the scope before it: `box::duration` for `duration`.
  private static func differInScope(_ name: String, _ actual: String) -> Bool {
    name.hasSuffix("::" + actual) || actual.hasSuffix("::" + name)
  }

  /// Whether a name stands there whole, and the word for its kind after it: `system_clock::is_steady, constante`.
  private static func isWithKind(_ name: String, _ actual: String, _ vocabulary: Vocabulary) -> Bool {
    guard actual.utf8.starts(with: name.utf8) else { return false }
    let rest = actual.utf8.dropFirst(name.utf8.count)
    guard rest.first == UInt8(ascii: ",") else { return false }
    return vocabulary.kind(String(decoding: rest.dropFirst().drop { $0 == 0x20 }, as: UTF8.self)) != nil
  }
}

/// Tells names of members from what else stands in their place.
enum MemberNames {
  /// Whether a member is called by one name that no language may change.
  static func isName(_ member: Member) -> Bool { Identifier.isName(member.name.value.utf8) }

  /// The title in the place of a heading that names a member, where it is no name any more.
  static func heading(inPlaceOf member: Member, _ pair: TranslationPair) -> Located<String>? {
    let sections = pair.source.facts.sections
    guard let index = pair.source.facts.lastSection(before: member.node + 1), sections[index].heading == member.node,
      let translation = pair.prose.section(inPlaceOf: index)
    else { return nil }
    let title = pair.translation.facts.sections[translation].title
    return Identifier.isName(title.value.utf8) ? nil : title
  }
}
