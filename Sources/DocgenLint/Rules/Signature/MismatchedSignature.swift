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
    let lacks = MessageForm<String>("the signature lacks '{1}' here; add it as in the source")
    let surplus = MessageForm<String>("the signature has '{1}' here, and the source's has not; remove it")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.signatureDifferences {
      var finding = finding(difference.first, difference.source, difference.translation, pair)
      if let message = message(of: difference.restoration, pair) { finding.message = message }
      finding.fix = difference.restoration.flatMap { $0.isSafe || isOfOneWord($0, pair) ? $0 : nil }
      report(finding, to: &findings)
    }
  }

  /// What a fix of one line does, in words; `nil` for others, which are too long to be told.
  private static func message(of fix: Restoration?, _ pair: TranslationPair) -> Message? {
    guard let fix, fix.edits.count == 1, let edit = fix.edits.first else { return nil }
    let written = String(decoding: edit.text.drop { $0 <= 0x20 }, as: UTF8.self)
    let removed = pair.translation.source.text(edit.span)
    guard written.utf8.count + removed.utf8.count <= longest, !(written + removed).utf8.contains(0x0A) else {
      return nil
    }
    let words = removed.drop { $0 == " " }
    switch (words.isEmpty, written.isEmpty) {
    case (true, true): return nil
    case (true, false): return messages.lacks(written)
    case (false, true): return messages.surplus(String(words))
    case (false, false): return messages.changed(String(words), written)
    }
  }

  /// Whether a fix changes one word: of several, each may be of another time, as the list of parameters is.
  private static func isOfOneWord(_ fix: Restoration, _ pair: TranslationPair) -> Bool {
    fix.edits.allSatisfy { edit in
      !edit.text.contains { $0 <= 0x20 } && !pair.translation.source.bytes[edit.span.range].contains { $0 <= 0x20 }
    }
  }

  /// More bytes are not told.
  private static let longest = 80

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
