import DocgenModel
import DocgenSupport

/// Compares the symbolic names of return codes; names in words are each language's own.
enum MismatchedReturnCodeName: TranslationCheck {
  static let rule = Rule(
    "mismatched-return-code-name", in: .returnValue, .error,
    "The symbolic name of a return code differs from the source.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the name of the return code is missing; add '{1}' as in the source")
    let changed = MessageForm<String, String>("the return code is called '{1}' here; write '{2}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .returnCodes) where difference.role == .name {
      let source = pair.source.facts.returnCodes[difference.pair.source]
      let translation = pair.translation.facts.returnCodes[difference.pair.translation]
      let expected = difference.expected
      guard let actual = difference.actual else {
        report(
          Finding(
            messages.missing(expected.value),
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
          messages.changed(actual.value, expected.value),
          from: expected, to: actual,
          severity: isConstant ? .warning : nil,
          fix: difference.restoration
        ).about(source.value?.value), to: &findings)
    }
  }
}
