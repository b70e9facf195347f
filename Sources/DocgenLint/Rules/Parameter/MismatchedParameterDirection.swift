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
          "the direction '\(text.value)' of the parameter '\(name)' is missing", at: actual.name.span,
          severity: .error, expected: text.value, damage: .lost, source: text.span
        ).about(name), to: &findings)
      return
    }
    if actual.direction == direction || found.value == text.value { return }
    let message: Message
    let severity: Severity
    if actual.hasLostDirection || actual.direction.map({ $0.flow != direction.flow }) ?? false {
      message =
        "the direction of the parameter '\(name)' is '\(text.value)' in the source; '\(found.value)' does not say that"
      severity = .error
    } else if actual.direction != nil {
      message = "the parameter '\(name)' is '\(text.value)' in the source and '\(found.value)' here"
      severity = .warning
    } else {
      message = "the direction '\(found.value)' of the parameter '\(name)' is not a known word for '\(text.value)'"
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
