import DocgenModel
import DocgenSupport

/// Compares the numbers in prose, block by block where the blocks correspond.
///
/// Numbers are compared by their groups of digits, so that separators and dates may be written as the language does.
enum MismatchedNumber: TranslationCheck {
  static let rule = Rule(
    "mismatched-number", in: .prose, .note,
    "A number in the text differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for section in pair.prose.sectionPairs where section.isParallel {
      for (source, translation) in zip(section.sourceRuns, section.runs) {
        compare(source, translation, section, pair, &findings)
      }
    }
  }

  private static func compare(
    _ source: Int, _ translation: Int, _ section: ProsePair.SectionPair, _ pair: TranslationPair,
    _ findings: inout Findings
  ) {
    let sourceRun = pair.prose.source.runs[source]
    let run = pair.prose.translation.runs[translation]
    guard !sourceRun.isFact, !run.isFact, sourceRun.kind != .heading else { return }
    var missing = numbers(sourceRun, pair.prose.source)
    guard !missing.isEmpty else { return }
    var extra: [ProseWord] = []
    for number in numbers(run, pair.prose.translation) {
      if let index = missing.firstIndex(where: { $0.hash == number.hash }) {
        missing.remove(at: index)
      } else {
        extra.append(number)
      }
    }
    // A number that the source does not have stands where one of the source's is gone; all else may be said in words.
    guard !missing.isEmpty, missing.count == extra.count else { return }
    if digits(missing, pair.prose.source) == digits(extra, pair.prose.translation) { return }
    for (expected, actual) in zip(missing, extra) {
      let wanted = pair.prose.source.text(expected.span)
      let found = pair.prose.translation.text(actual.span)
      report(
        Finding(
          "the number is '\(found)' here and '\(wanted)' in the source", at: actual.span, expected: wanted,
          actual: found, damage: .number, source: expected.span), to: &findings)
    }
  }

  private static func numbers(_ run: ProseRun, _ inventory: PageInventory) -> [ProseWord] {
    inventory.words[run.words].filter(\.isNumber)
  }

  /// All digits in order, so that numbers which only were taken apart in another way are equal.
  private static func digits(_ numbers: [ProseWord], _ inventory: PageInventory) -> [UInt8] {
    numbers.flatMap { inventory.page.source.bytes[$0.span.range] }.filter { (0x31...0x39).contains($0) }.sorted()
  }
}
