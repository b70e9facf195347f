import DocgenModel
import DocgenSupport

/// Compares the names of parameters.
enum MismatchedParameterName: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-name", in: .parameter, .error,
    "A parameter has another name than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for aligned in pair.parameters.pairs {
      let expected = pair.source.facts.parameters[aligned.source].name
      let actual = pair.translation.facts.parameters[aligned.translation].name
      guard Identifier.isName(expected.value.utf8), !Similarity.differByMarksOnly(expected.value, actual.value)
      else { continue }
      report(
        .changed(
          "the parameter is called '\(actual.value)' here; write '\(expected.value)' as in the source", from: expected,
          to: actual,
          fix: pair.restoring(expected.span, at: actual.span, isCertain: pair.parameters.certain.contains(aligned))),
        to: &findings)
    }
  }
}
