import DocgenModel
import DocgenSupport

/// Compares the values of return codes, in their canonical form.
enum MismatchedReturnCodeValue: TranslationCheck {
  static let rule = Rule(
    "mismatched-return-code-value", in: .returnValue, .error,
    "A return code has another value or range than in the source.")

  struct Messages: MessageSet {
    let missing = MessageForm<String, String>("the value of the return code {1} is missing; add '{2}' as in the source")
    let changed = MessageForm<String, String, String>(
      "return code {1}: the value is '{2}' here; write '{3}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .returnCodes) where difference.role == .value {
      let source = pair.source.facts.returnCodes[difference.pair.source]
      let translation = pair.translation.facts.returnCodes[difference.pair.translation]
      report(finding(difference, source, translation).about(source.name?.value), to: &findings)
    }
  }

  private static func finding(
    _ difference: FactDifference, _ source: ReturnCode, _ translation: ReturnCode
  ) -> Finding {
    let expected = difference.expected
    guard let actual = difference.actual else {
      return Finding(
        messages.missing(source.label, expected.value),
        at: (translation.name ?? translation.value)?.span ?? translation.span, expected: expected.value,
        damage: .lost, source: expected.span, fix: difference.restoration)
    }
    return .changed(
      messages.changed(source.label, actual.value, expected.value),
      from: expected, to: actual, fix: difference.restoration)
  }
}
