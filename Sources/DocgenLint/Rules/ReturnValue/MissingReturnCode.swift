import DocgenModel
import DocgenSupport

/// Finds return codes of the source that the translation does not list.
enum MissingReturnCode: TranslationCheck {
  static let rule = Rule(
    "missing-return-code", in: .returnValue, .error,
    "A return code of the source is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the return code {1} is missing; list it as the source does")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let codes = pair.translation.facts.returnCodes
    for gap in pair.alignment[.returnCodes].missing {
      let expected = pair.source.facts.returnCodes[gap.source]
      report(
        Finding(
          messages.missing(expected.label),
          at: pair.placeOfMissing(after: gap.after.map { codes[$0].span }) { $0.holdsReturnCodes },
          expected: expected.value?.value ?? expected.name?.value, damage: .lost,
          source: (expected.value ?? expected.name)?.span),
        to: &findings)
    }
  }
}
