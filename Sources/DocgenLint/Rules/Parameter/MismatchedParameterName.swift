import DocgenModel
import DocgenSupport

/// Compares the names of parameters.
enum MismatchedParameterName: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-name", in: .parameter, .error,
    "A parameter has another name than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .parameters) where difference.role == .name {
      guard let actual = difference.actual else { continue }
      let expected = difference.expected
      report(
        .changed(
          "the parameter is called '\(actual.value)' here; write '\(expected.value)' as in the source", from: expected,
          to: actual, fix: difference.restoration), to: &findings)
    }
  }
}
