import DocgenModel
import DocgenSupport

/// Compares the values of return codes, in their canonical form.
enum MismatchedReturnCodeValue: TranslationCheck {
  static let rule = Rule.mismatchedReturnCodeValue

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for aligned in pair.returnCodes.pairs {
      let source = pair.source.facts.returnCodes[aligned.source]
      let translation = pair.translation.facts.returnCodes[aligned.translation]
      compare(source, source.value, translation, translation.value, &findings)
      compare(source, source.alternateValue, translation, translation.alternateValue, &findings)
    }
  }

  private static func compare(
    _ source: ReturnCode, _ expected: Located<String>?, _ translation: ReturnCode, _ actual: Located<String>?,
    _ findings: inout Findings
  ) {
    guard let expected else { return }
    guard let actual else {
      report(
        Finding(
          "the value '\(expected.value)' of the return code \(translation.label) is missing",
          at: (translation.name ?? translation.value)?.span ?? translation.span, expected: expected.value, damage: .lost,
          source: expected.span), to: &findings)
      return
    }
    guard expected.value != actual.value else { return }
    report(
      .changed(
        "return code \(source.label): the value is '\(actual.value)' here and '\(expected.value)' in the source",
        from: expected, to: actual), to: &findings)
  }
}
