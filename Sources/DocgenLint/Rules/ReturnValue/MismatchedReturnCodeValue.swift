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
          checkRange(expected, found.remove(at: index), source, pair, &findings)
        } else {
          missing.append(expected)
        }
      }
      for (index, expected) in missing.enumerated() {
        report(expected, index < found.count ? found[index] : nil, source, translation, &findings)
      }
    }
  }

  private static func report(
    _ expected: Located<String>, _ actual: Located<String>?, _ source: ReturnCode, _ translation: ReturnCode,
    _ findings: inout Findings
  ) {
    if let actual {
      report(changed(source, from: expected, to: actual), to: &findings)
    } else {
      report(
        Finding(
          "the value '\(expected.value)' of the return code \(translation.label) is missing",
          at: (translation.name ?? translation.value)?.span ?? translation.span, expected: expected.value,
          damage: .lost, source: expected.span
        ).about(source.name?.value), to: &findings)
    }
  }

  /// Two numbers with a blank between are a range, but not where the source says so with dots or a dash.
  private static func checkRange(
    _ expected: Located<String>, _ actual: Located<String>, _ source: ReturnCode, _ pair: TranslationPair,
    _ findings: inout Findings
  ) {
    guard expected.value.utf8.contains(UInt8(ascii: ".")) else { return }
    let text = pair.translation.source.text(actual.span)
    guard !hasMark(text), hasMark(pair.source.source.text(expected.span)) else { return }
    report(changed(source, from: expected, to: Located(text, at: actual.span)), to: &findings)
  }

  /// Whether there is more between the numbers of a range than blanks.
  private static func hasMark(_ range: String) -> Bool {
    range.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == 0xE2 || $0 == UInt8(ascii: "&") }
  }

  private static func changed(
    _ source: ReturnCode, from expected: Located<String>, to actual: Located<String>
  ) -> Finding {
    .changed(
      "return code \(source.label): the value is '\(actual.value)' here and '\(expected.value)' in the source",
      from: expected, to: actual
    ).about(source.name?.value)
  }
}

extension ReturnCode {
  /// The values in the order of the page.
  var values: [Located<String>] { [value, alternateValue].compactMap(\.self) }
}
