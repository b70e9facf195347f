import DocgenModel
import DocgenSupport

/// Compares signatures token by token.
enum MismatchedSignature: TranslationCheck {
  static let rule = Rule(
    "mismatched-signature", in: .signature, .error,
    "The signature differs from the source in a token.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the signature says '{1}' here; write '{2}' as in the source")
    let ends = MessageForm<String>("the signature ends before '{1}'; add what follows in the source")
    let continues = MessageForm<String>(
      "the signature goes on with '{1}' where the source's ends; remove it here or add it there")
    let differs = PlainMessage("the signature differs from the source; copy it from there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.signatureDifferences {
      var finding = finding(difference.first, difference.source, difference.translation, pair)
      finding.fix = difference.restoration
      report(finding, to: &findings)
    }
  }

  private static func finding(
    _ difference: SignatureDifference, _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair
  ) -> Finding {
    let severity: Severity? =
      switch difference.kind {
      case .insignificantCase: .warning
      case .placeholder: .note
      case .text, .letterCase: nil
      }
    let expected = difference.expected.map { Located(pair.source.source.text($0), at: $0) }
    let actual = difference.actual.map { Located(pair.translation.source.text($0), at: $0) }
    switch (expected, actual) {
    case (let expected?, let actual?):
      return .changed(
        messages.changed(actual.value, expected.value), from: expected,
        to: actual,
        severity: severity)
    case (let expected?, nil):
      return Finding(
        messages.ends(expected.value),
        at: SourceSpan(at: translation.span.end), expected: expected.value,
        damage: .lost, source: expected.span)
    case (nil, let actual?):
      return Finding(
        messages.continues(actual.value),
        at: actual.span, actual: actual.value,
        source: SourceSpan(at: source.span.end))
    case (nil, nil):
      return Finding(
        messages.differs, at: translation.span, source: source.span)
    }
  }
}
