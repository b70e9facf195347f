import DocgenModel
import DocgenSupport

/// Compares the directions of parameters by their meaning.
///
/// A word that the locale's vocabulary understands is no finding; one that lost the meaning, or none at all, is an error.
enum MismatchedParameterDirection: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-direction", in: .parameter, .warning,
    "The direction of a parameter differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .parameters) where difference.role == .direction {
      check(
        difference, pair.source.facts.parameters[difference.pair.source],
        pair.translation.facts.parameters[difference.pair.translation], &findings)
    }
  }

  private static func check(
    _ difference: FactDifference, _ expected: Parameter, _ actual: Parameter, _ findings: inout Findings
  ) {
    let text = difference.expected
    let name = expected.name.value
    guard let found = difference.actual else {
      report(
        Finding(
          "the direction of the parameter '\(name)' is missing; add '\(text.value)' as in the source",
          at: actual.name.span,
          severity: .error, expected: text.value, damage: .lost, source: text.span
        ).about(name), to: &findings)
      return
    }
    let message: Message
    let severity: Severity
    if actual.hasLostDirection {
      message =
        "'\(found.value)' does not tell the direction of the parameter '\(name)'; write '\(text.value)' as in the source"
      severity = .error
    } else if let own = actual.direction {
      message =
        "the direction of the parameter '\(name)' is '\(found.value)' here; write '\(text.value)' as in the source"
      severity = own.flow == expected.direction?.flow ? .warning : .error
    } else {
      message =
        "the direction '\(found.value)' of the parameter '\(name)' is not known; write '\(text.value)', or add the word to 'directions' in the vocabulary of the locale"
      severity = .warning
    }
    report(
      .changed(message, from: text, to: found, severity: severity, fix: difference.restoration).about(name),
      to: &findings)
  }
}

extension ParameterDirection {
  /// The direction without what else the brackets may say.
  fileprivate var flow: ParameterDirection { intersection(.inOut) }
}
