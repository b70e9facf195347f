import DocgenModel
import DocgenSupport

/// Compares the names of parameters.
enum MismatchedParameterName: TranslationCheck {
  static let rule = Rule(
    "mismatched-parameter-name", in: .parameter, .error,
    "A parameter has another name than in the source.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the name of the parameter is missing; write '{1}' before the direction")
    let changed = MessageForm<String, String>("the parameter is called '{1}' here; write '{2}' as in the source")
  }

  /// A name that is not beyond doubt may be that of an entry beside it, and one that the page's own code has in another case is
  /// that of another time: neither is written.
  private static func fix(of difference: FactDifference, from expected: Located<String>, _ pair: TranslationPair)
    -> Restoration?
  {
    difference.restoration.flatMap { $0.isSafe && !pair.isOfOtherCase(expected.value) ? $0 : nil }
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .parameters) where difference.role == .name {
      let expected = difference.expected
      guard let actual = difference.actual else {
        report(
          Finding(
            messages.missing(expected.value),
            at: pair.translation.facts.parameters[difference.pair.translation].name.span, expected: expected.value,
            damage: .lost, source: expected.span, fix: difference.restoration), to: &findings)
        continue
      }
      report(
        .changed(
          messages.changed(actual.value, expected.value), from: expected,
          to: actual, fix: fix(of: difference, from: expected, pair)), to: &findings)
    }
  }
}
