import DocgenModel
import DocgenSupport

/// Finds parameters of the source that the translation does not describe.
enum MissingParameter: TranslationCheck {
  static let rule = Rule(
    "missing-parameter", in: .parameter, .error,
    "A parameter that the source describes is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the parameter '{1}' is missing; describe it as the source does")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let parameters = pair.translation.facts.parameters
    for gap in pair.alignment[.parameters].missing {
      let parameter = pair.source.facts.parameters[gap.source]
      // The section of a member that is missing as a whole is one finding.
      if let owner = parameter.owner, !pair.alignment.hasCounterpart(ofSource: owner) { continue }
      let expected = parameter.name
      report(
        Finding(
          messages.missing(expected.value),
          at: pair.placeOfMissing(after: gap.after.map { parameters[$0].name.span }) { $0 == .parameters },
          expected: expected.value, damage: .lost, source: expected.span),
        to: &findings)
    }
  }
}
