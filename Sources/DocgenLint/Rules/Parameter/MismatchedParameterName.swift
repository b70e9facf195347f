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

  /// A name that the page's own code has, too, is not written in the list alone.
  private static func fix(
    of difference: FactDifference, from expected: Located<String>, to actual: Located<String>, _ pair: TranslationPair
  ) -> Restoration? {
    guard let fix = difference.restoration else { return nil }
    // A page of another time has all of its code so.
    if fix.isSafe { return pair.isOfOtherCase(expected.value) ? Restoration(fix.edits, isSafe: false) : fix }
    return pair.isWordOfCode(actual.value) ? nil : fix
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
          to: actual, fix: fix(of: difference, from: expected, to: actual, pair)), to: &findings)
    }
  }
}
