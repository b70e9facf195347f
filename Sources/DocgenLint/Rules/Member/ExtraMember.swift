import DocgenModel
import DocgenSupport

/// Finds members that only the translation lists.
enum ExtraMember: TranslationCheck {
  static let rule = Rule(
    "extra-member", in: .member, .error,
    "A member is listed that the source does not have.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.members].extra {
      let name = pair.translation.facts.members[index].name
      report(
        Finding(
          "the source has no member '\(name.value)'; remove it here or add it there", at: name.span,
          actual: name.value), to: &findings)
    }
  }
}
