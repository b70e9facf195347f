import DocgenModel
import DocgenSupport

/// Finds parameters that stand in another order than in the source.
enum ReorderedParameters: TranslationCheck {
  static let rule = Rule(
    "reordered-parameters", in: .parameter, .warning,
    "The parameters stand in another order than in the source.")

  struct Messages: MessageSet {
    let moved = MessageForm<String>(
      "the parameter '{1}' stands in another place than in the source; put it in the same one")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for moved in pair.alignment[.parameters].moved {
      let expected = pair.source.facts.parameters[moved.source].name
      let actual = pair.translation.facts.parameters[moved.translation].name
      report(
        Finding(
          messages.moved(expected.value),
          at: actual.span,
          source: expected.span
        ).about(expected.value), to: &findings)
    }
  }
}
