import DocgenModel
import DocgenSupport

/// Compares the values of return codes, in their canonical form.
enum MismatchedReturnCodeValue: TranslationCheck {
  static let rule = Rule(
    "mismatched-return-code-value", in: .returnValue, .error,
    "A return code has another value or range than in the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for aligned in pair.returnCodes.pairs {
      let source = pair.source.facts.returnCodes[aligned.source]
      let translation = pair.translation.facts.returnCodes[aligned.translation]
      var found = translation.values
      var missing: [Located<String>] = []
      for expected in source.values where expected.value.utf8.contains(where: { (0x30...0x39).contains($0) }) {
        if let index = found.firstIndex(where: { $0.value == expected.value }) {
          checkRange(expected, found.remove(at: index), source, pair, aligned, &findings)
        } else {
          missing.append(expected)
        }
      }
      for (index, expected) in missing.enumerated() {
        report(expected, index < found.count ? found[index] : nil, source, translation, pair, aligned, &findings)
      }
    }
  }

  private static func report(
    _ expected: Located<String>, _ actual: Located<String>?, _ source: ReturnCode, _ translation: ReturnCode,
    _ pair: TranslationPair, _ aligned: Alignment.Pair, _ findings: inout Findings
  ) {
    if let actual {
      report(changed(source, from: expected, to: actual, pair, aligned), to: &findings)
    } else {
      report(
        Finding(
          "the value of the return code \(source.label) is missing; add '\(expected.value)' as in the source",
          at: (translation.name ?? translation.value)?.span ?? translation.span, expected: expected.value,
          damage: .lost, source: expected.span,
          fix: replacedValue(source, translation).flatMap {
            pair.restoring(expected.span, at: $0, isCertain: pair.returnCodes.certain.contains(aligned))
          }
        ).about(source.name?.value), to: &findings)
    }
  }

  /// The place of the words that a term has instead of a value, where the source's term is nothing but the value.
  private static func replacedValue(_ source: ReturnCode, _ translation: ReturnCode) -> SourceSpan? {
    guard source.values.count == 1, let value = source.value, source.span.contains(value.span),
      !(source.name.map { source.span.contains($0.span) } ?? false), translation.value == nil,
      let words = translation.name, translation.span.contains(words.span)
    else { return nil }
    return words.span
  }

  /// Two numbers with a blank between are a range, but not where the source says so with dots or a dash.
  private static func checkRange(
    _ expected: Located<String>, _ actual: Located<String>, _ source: ReturnCode, _ pair: TranslationPair,
    _ aligned: Alignment.Pair, _ findings: inout Findings
  ) {
    guard expected.value.utf8.contains(UInt8(ascii: ".")) else { return }
    let text = pair.translation.source.text(actual.span)
    guard hasBlankRange(text), !hasBlankRange(pair.source.source.text(expected.span)) else { return }
    report(changed(source, from: expected, to: Located(text, at: actual.span), pair, aligned), to: &findings)
  }

  /// Whether there are only blanks between two numbers; in a range, there may be dots, a dash or a word.
  private static func hasBlankRange(_ range: String) -> Bool {
    let words = range.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return zip(words, words.dropFirst()).contains { isNumber($0) && isNumber($1) }
  }

  private static func isNumber(_ word: Substring.UTF8View) -> Bool {
    word.first.map { (0x30...0x39).contains($0) } ?? false && word.last.map { Identifier.isNameByte($0) } ?? false
  }

  private static func changed(
    _ source: ReturnCode, from expected: Located<String>, to actual: Located<String>, _ pair: TranslationPair,
    _ aligned: Alignment.Pair
  ) -> Finding {
    .changed(
      "return code \(source.label): the value is '\(actual.value)' here; write '\(expected.value)' as in the source",
      from: expected, to: actual,
      fix: pair.restoring(expected.span, at: actual.span, isCertain: pair.returnCodes.certain.contains(aligned))
    ).about(source.name?.value)
  }
}

extension ReturnCode {
  /// The values in the order of the page.
  var values: [Located<String>] { [value, alternateValue].compactMap(\.self) }
}
