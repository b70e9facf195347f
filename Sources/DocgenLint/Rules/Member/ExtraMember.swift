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
    for index in pair.alignment[.members].extra {
      let name = pair.translation.facts.members[index].name
      report(
        Finding(
          messages.extra(name.value), at: name.span,
          actual: name.value), to: &findings)
    }
  }
}
