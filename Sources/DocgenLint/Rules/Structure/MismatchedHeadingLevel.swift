import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the levels of headings, and finds headings that lost the space after their marks.
enum MismatchedHeadingLevel: TranslationCheck {
  static let rule = Rule(
    "mismatched-heading-level", in: .structure, .warning,
    "A heading has another level than in the source, or is none for want of a space.")

  struct Messages: MessageSet {
    let otherLevel = MessageForm<Int, Int, String>(
      "the heading has level {1} here and {2} in the source; write it with '{3}'")
    let noSpace = MessageForm<String, String>("'{1}' without a space after it makes no heading; write '{2} '")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    checkLevels(pair, &findings)
    for run in pair.prose.translation.runs where run.kind == .paragraph {
      if let finding = heading(run, pair) { report(finding, to: &findings) }
    }
  }

  private static func checkLevels(_ pair: TranslationPair, _ findings: inout Findings) {
    let (source, translation) = (pair.source.facts.sections, pair.translation.facts.sections)
    // Headings far apart in level hardly stand for each other.
    let pairs = pair.alignment.sections.pairs.filter {
      $0.isCertain && abs(source[$0.source].level - translation[$0.translation].level) == 1
    }
    guard let first = pairs.first else { return }
    // All headings that follow may have moved with the first.
    let shift = translation[first.translation].level - source[first.source].level
    let isShift =
      pairs.count > 1
      && pairs.allSatisfy { translation[$0.translation].level - source[$0.source].level == shift }
    for aligned in isShift ? [first] : pairs {
      let (own, other) = (source[aligned.source], translation[aligned.translation])
      report(
        Finding(
          messages.otherLevel(other.level, own.level, String(repeating: "#", count: own.level)),
          at: other.span, expected: "\(own.level)", actual: "\(other.level)", damage: .number, source: own.span),
        to: &findings)
    }
  }

  /// Finds a paragraph that begins with the marks of a heading and no space, where the source has a heading.
  private static func heading(_ run: ProseRun, _ pair: TranslationPair) -> Finding? {
    let bytes = pair.translation.source.bytes
    let start = Int(pair.translation.document.nodes[run.node].span.start)
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - start
    guard (2...6).contains(level), end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "{"),
      !(0x30...0x39).contains(bytes[end]),
      pair.alignment.sections.missing.contains(where: { pair.source.facts.sections[$0.source].level == level })
    else { return nil }
    let marks = String(repeating: "#", count: level)
    return Finding(
      messages.noSpace(marks, marks), at: SourceSpan(start..<end),
      expected: marks + " ", actual: marks, damage: .whitespace)
  }
}
