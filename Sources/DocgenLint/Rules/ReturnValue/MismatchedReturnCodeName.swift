import DocgenModel
import DocgenSupport

/// Compares the symbolic names of return codes; names in words are each language's own.
enum MismatchedReturnCodeName: TranslationCheck {
  static let rule = Rule(
    "mismatched-return-code-name", in: .returnValue, .error,
    "The symbolic name of a return code differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .returnCodes) where difference.role == .name {
      let source = pair.source.facts.returnCodes[difference.pair.source]
      let translation = pair.translation.facts.returnCodes[difference.pair.translation]
      let expected = difference.expected
      guard let actual = difference.actual else {
        report(
          Finding(
            "the name of the return code is missing; add '\(expected.value)' as in the source",
            at: translation.value?.span ?? translation.span, expected: expected.value, damage: .lost,
            source: expected.span
          ).about(source.value?.value), to: &findings)
        continue
      }
      let isConstant =
        ["TRUE", "FALSE", "NULL"].contains(expected.value)
        && ASCIICase.equal(expected.value.utf8, actual.value.utf8)
      report(
        .changed(
          "the return code is called '\(actual.value)' here; write '\(expected.value)' as in the source",
          from: expected, to: actual,
          severity: isConstant ? .warning : nil,
          fix: difference.restoration
        ).about(source.value?.value), to: &findings)
    }
  }
}
