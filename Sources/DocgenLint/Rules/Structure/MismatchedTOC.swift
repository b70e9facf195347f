import DocgenModel
import DocgenSupport

/// Compares the entries of a table of contents with the source's: which there are, on which level, and in which order.
enum MismatchedTOC: ContentsCheck {
  static let rule = Rule(
    "mismatched-toc", in: .structure, .warning,
    "The entries of a table of contents are not those of the source.")

  struct Messages: MessageSet {
    let otherLevel = MessageForm<String, Int, Int>(
      "'{1}' stands on level {2} here; put it on level {3} as in the source")
    let moved = MessageForm<String>("'{1}' stands in another place than in the source; move it there")
    let severalMoved = MessageForm<String, Int>(
      "'{1}' and {2:# more entry|# more entries} stand in another order than in the source; move them")
    let missing = MessageForm<String>("the entry '{1}' is missing; add it as in the source")
    let severalMissing = MessageForm<String, Int>(
      "'{1}' and {2:# more entry|# more entries} of the source are missing; add them")
    let alsoMissing = PlainMessage("this entry is missing, too")
    let extra = MessageForm<String>("the source has no entry '{1}'; remove it here or add it there")
    let severalExtra = MessageForm<String, Int>(
      "the source has no entry '{1}', nor {2:# more|# more} of these; remove them here or add them there")
  }

  static func check(_ pair: ContentsPair, _ findings: inout Findings) {
    guard let source = pair.source else { return }
    let comparison = EntryComparison(source.entries, pair.contents.entries)
    reportMissing(comparison, &findings)
    reportExtra(comparison, &findings)
    let common = comparison.common
    if let first = common.first(where: { comparison.source[$0.source].level != comparison.own[$0.own].level }) {
      let (expected, actual) = (comparison.source[first.source], comparison.own[first.own])
      findings.add(
        Finding(
          messages.otherLevel(actual.name.value, actual.level, expected.level),
          at: actual.name.span, source: expected.name.span
        ).about("level"), of: rule)
    }
    let moved = comparison.moved
    guard let first = moved.first else { return }
    let actual = comparison.own[first.own]
    let others = moved.count - 1
    findings.add(
      Finding(
        others == 0
          ? messages.moved(actual.name.value)
          : messages.severalMoved(actual.name.value, others),
        at: actual.name.span, severity: .note, source: comparison.source[first.source].name.span
      ).about("order"), of: rule)
  }

  private static func reportMissing(_ comparison: EntryComparison, _ findings: inout Findings) {
    let missing = comparison.missing
    guard let first = missing.first else { return }
    let entry = comparison.source[first]
    var finding = Finding(
      missing.count == 1
        ? messages.missing(entry.name.value)
        : messages.severalMissing(entry.name.value, missing.count - 1),
      at: comparison.place(ofMissing: first), expected: entry.name.value, damage: .lost, source: entry.name.span
    ).about("missing")
    finding.sourcePlaces = missing.dropFirst().prefix(Self.mostPlaces).map {
      Located(messages.alsoMissing, at: comparison.source[$0].name.span)
    }
    findings.add(finding, of: rule)
  }

  private static func reportExtra(_ comparison: EntryComparison, _ findings: inout Findings) {
    let extra = comparison.extra
    guard let first = extra.first else { return }
    let entry = comparison.own[first]
    findings.add(
      Finding(
        extra.count == 1
          ? messages.extra(entry.name.value)
          : messages.severalExtra(entry.name.value, extra.count - 1),
        at: entry.name.span, actual: entry.name.value
      ).about("extra"), of: rule)
  }

  private static let mostPlaces = 20
}
