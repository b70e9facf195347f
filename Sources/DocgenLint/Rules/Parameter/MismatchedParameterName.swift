import DocgenModel
import DocgenSupport

/// Compares the names of parameters.
enum MismatchedParameterName: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-name", in: .parameter, .error,
    "A parameter has another name than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .parameters) where difference.role == .name {
      let expected = difference.expected
      guard let actual = difference.actual else {
        report(
          Finding(
            "the name of the parameter is missing; write '\(expected.value)' before the direction",
            at: pair.translation.facts.parameters[difference.pair.translation].name.span, expected: expected.value,
            damage: .lost, source: expected.span, fix: difference.restoration), to: &findings)
        continue
      }
      report(
        .changed(
          "the parameter is called '\(actual.value)' here; write '\(expected.value)' as in the source", from: expected,
          to: actual, fix: difference.restoration), to: &findings)
    }
  }
}
