import DocgenModel
import DocgenSupport

/// Compares the directions of parameters by their meaning.
///
/// A word that the locale's vocabulary understands is no finding; one that lost the meaning, or none at all, is an error.
enum MismatchedParameterDirection: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-direction", in: .parameter, .warning,
    "The direction of a parameter differs from the source.")

  struct Messages: MessageSet {
    let missing = MessageForm<String, String>(
      "the direction of the parameter '{1}' is missing; add '{2}' as in the source")
    let noDirection = MessageForm<String, String, String>(
      "'{1}' does not tell the direction of the parameter '{2}'; write '{3}' as in the source")
    let changed = MessageForm<String, String, String>(
      "the direction of the parameter '{1}' is '{2}' here; write '{3}' as in the source")
    let unknown = MessageForm<String, String, String>(
      "the direction '{1}' of the parameter '{2}' is not known; write '{3}', or add the word to 'directions' in the vocabulary of the locale"
    )
  }

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
          messages.missing(name, text.value),
          at: actual.name.span,
          severity: .error, expected: text.value, damage: .lost, source: text.span
        ).about(name), to: &findings)
      return
    }
    let message: Message
    let severity: Severity
    if actual.hasLostDirection {
      message = messages.noDirection(found.value, name, text.value)
      severity = .error
    } else if let own = actual.direction {
      message = messages.changed(name, found.value, text.value)
      severity = own.flow == expected.direction?.flow ? .warning : .error
    } else {
      message = messages.unknown(found.value, name, text.value)
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
