import DocgenModel
import DocgenSupport

/// Compares code blocks that are no signatures, comments aside, and the languages of all code blocks.
enum MismatchedCode: TranslationCheck {
  static let rule = Rule(
    "mismatched-code", in: .signature, .warning,
    "A code block differs from the source, or names another language.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for (source, translation) in pair.signatures.pairs {
      compareLanguages(source, translation, pair, &findings)
    }
    for (source, translation) in pair.samples.pairs {
      compareLanguages(source, translation, pair, &findings)
      compareText(source, translation, pair, &findings)
    }
    for block in pair.samples.missing {
      report(
        Finding(
          "a code block that the source has is missing", at: pair.placeOfMissing(node: block.node),
          damage: .lost, source: block.place(in: pair.source)), to: &findings)
    }
    for block in pair.samples.extra {
      report(Finding("the source has no such code block", at: block.place(in: pair.translation)), to: &findings)
    }
  }

  private static func compareLanguages(
    _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    guard source.language != translation.language else { return }
    let expected = source.infoString?.value ?? ""
    let actual = translation.infoString?.value ?? ""
    report(
      Finding(
        "the language of the code block is '\(actual)' here and '\(expected)' in the source",
        at: translation.place(in: pair.translation), expected: expected, actual: actual,
        damage: Damage.classify(expected: expected, actual: actual), source: source.place(in: pair.source)),
      to: &findings)
  }

  private static func compareText(
    _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let language = source.infoString?.value
    guard !CodeBlockText.areEqual(source, in: pair.source, translation, in: pair.translation),
      let difference = CodeBlockText.firstDifference(
        source, CodeBlockText.tokens(of: source, in: pair.source, language: language), in: pair.source, translation,
        CodeBlockText.tokens(of: translation, in: pair.translation, language: language), in: pair.translation)
    else { return }
    let expected = difference.expected.map { Located(pair.source.source.text($0), at: $0) }
    let actual = difference.actual.map { Located(pair.translation.source.text($0), at: $0) }
    switch (expected, actual) {
    case (let expected?, let actual?):
      report(
        .changed(
          "the code says '\(actual.value)' where the source says '\(expected.value)'", from: expected, to: actual),
        to: &findings)
    case (let expected?, nil):
      report(
        Finding(
          "the code ends before '\(expected.value)', which follows in the source",
          at: SourceSpan(at: translation.span.end), expected: expected.value, damage: .lost, source: expected.span),
        to: &findings)
    case (nil, let actual?):
      report(
        Finding(
          "the code goes on with '\(actual.value)' where the source's ends", at: actual.span, actual: actual.value,
          source: SourceSpan(at: source.span.end)), to: &findings)
    case (nil, nil): break
    }
  }
}
