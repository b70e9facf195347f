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
    for aligned in pair.parameters.pairs {
      check(
        pair.source.facts.parameters[aligned.source], pair.translation.facts.parameters[aligned.translation], pair,
        isCertain: pair.parameters.certain.contains(aligned), &findings)
    }
  }

  private static func check(
    _ expected: Parameter, _ actual: Parameter, _ pair: TranslationPair, isCertain: Bool, _ findings: inout Findings
  ) {
    guard let text = expected.directionText, let direction = expected.direction, !direction.isEmpty else { return }
    let name = expected.name.value
    guard let found = actual.directionText else {
      report(
        Finding(
          "the direction of the parameter '\(name)' is missing; add '\(text.value)' as in the source",
          at: actual.name.span,
          severity: .error, expected: text.value, damage: .lost, source: text.span
        ).about(name), to: &findings)
      return
    }
    if actual.direction == direction || found.value == text.value { return }
    let message: Message
    let severity: Severity
    if actual.hasLostDirection {
      message =
        "'\(found.value)' does not tell the direction of the parameter '\(name)'; write '\(text.value)' as in the source"
      severity = .error
    } else if let own = actual.direction {
      message =
        "the direction of the parameter '\(name)' is '\(found.value)' here; write '\(text.value)' as in the source"
      severity = own.flow == direction.flow ? .warning : .error
    } else {
      message =
        "the direction '\(found.value)' of the parameter '\(name)' is not known; write '\(text.value)', or add the word to 'directions' in the vocabulary of the locale"
      severity = .warning
    }
    let fix = pair.restoring(text.span, at: found.span, isCertain: isCertain)
    report(.changed(message, from: text, to: found, severity: severity, fix: fix).about(name), to: &findings)
  }
}

extension ParameterDirection {
  /// The direction without what else the brackets may say.
  fileprivate var flow: ParameterDirection { intersection(.inOut) }
}
