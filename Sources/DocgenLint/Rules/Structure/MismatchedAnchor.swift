import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the ids that headings are given at their ends, and those of elements of HTML.
enum MismatchedAnchor: TranslationCheck {
  static let rule = Rule(
    "mismatched-anchor", in: .structure, .error,
    "The id of a heading, or of an element of HTML, is missing or differs from the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the id is '{1}' here; write '{2}' as in the source")
    let changedOfHeading = MessageForm<String, String>(
      "the id of the heading is '{1}' here; write '{2}' as in the source")
    let missing = MessageForm<String>("the heading has no id here; write '{1}' at its end as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    reportElements(pair, &findings)
    let document = pair.source.document
    guard !document.headingIDs.isEmpty else { return }
    let (source, translation) = (pair.source.facts, pair.translation.facts)
    if let heading = source.headingNode, let expected = document.headingAttributes(of: heading),
      let node = translation.headingNode
    {
      compare(expected, with: node, anchor: nil, pair, &findings)
    }
    for aligned in pair.alignment.sections.pairs where aligned.isCertain {
      guard let expected = document.headingAttributes(of: source.sections[aligned.source].heading) else { continue }
      let section = translation.sections[aligned.translation]
      compare(expected, with: section.heading, anchor: section.anchor, pair, &findings)
    }
  }

  /// Compares the ids of elements, which stand for each other where as many are missing as there are others.
  private static func reportElements(_ pair: TranslationPair, _ findings: inout Findings) {
    for (expected, actual) in ElementIDs.changed(pair) {
      report(
        .changed(
          messages.changed(actual.value, expected.value), from: expected, to: actual,
          fix: Restoration([TextEdit(actual.span, Array(expected.value.utf8))], isSafe: false)), to: &findings)
    }
  }

  /// Compares the id of a heading of the source with that of the node that stands for it.
  private static func compare(
    _ expected: HeadingID, with node: Int, anchor: String?, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    guard let id = expected.id else { return }
    let document = pair.translation.document
    if let actual = document.headingID(of: node) {
      guard actual.value != id.value else { return }
      report(
        .changed(
          messages.changedOfHeading(actual.value, id.value), from: id, to: actual,
          fix: Restoration([TextEdit(actual.span, Array(id.value.utf8))], isSafe: !isLinked(actual.value, pair))),
        to: &findings)
    } else if anchor != id.value {
      let end = endOfText(document, node)
      let attributes = pair.source.source.bytes[expected.span.range]
      // Written anywhere else in the title, it is text that readers see.
      let start = document.nodes[node].span.start
      let title = Array(pair.translation.source.bytes[SourceSpan(start: start, end: end).range])
      let misplaced = place(of: attributes, in: title).map { range in
        SourceSpan(Int(start) + range.lowerBound..<Int(start) + range.upperBound)
      }
      report(
        Finding(
          messages.missing(pair.source.source.text(expected.span)),
          at: SourceSpan(start: start, end: end), expected: id.value, damage: .lost,
          source: expected.span,
          fix: Restoration(
            (misplaced.map { [TextEdit($0, [])] } ?? []) + [TextEdit(SourceSpan(at: end), [0x20] + attributes)],
            isSafe: !(anchor.map { isLinked($0, pair) } ?? false))),
        to: &findings)
    }
  }

  /// Whether the translation has links to an anchor of its own, which would lead nowhere.
  private static func isLinked(_ anchor: String, _ pair: TranslationPair) -> Bool {
    pair.prose.translation.links.contains { link in
      PageLink.fragment(link.destination).map { ASCIICase.equal($0.utf8, anchor.utf8) } ?? false
    }
  }

  /// Where a title holds the id of a heading, perhaps with spaces in it, which make it text: `{# boxes}`.
  private static func place(of attributes: ArraySlice<UInt8>, in title: [UInt8]) -> Range<Int>? {
    let wanted = attributes.filter { $0 != 0x20 }
    guard let first = wanted.first else { return nil }
    for start in title.indices where title[start] == first {
      var (index, rest) = (start, wanted[...])
      while index < title.count, let next = rest.first, title[index] == next || title[index] == 0x20 {
        if title[index] == next { rest.removeFirst() }
        index += 1
      }
      if rest.isEmpty { return start..<index }
    }
    return nil
  }

  /// The place after the last text of a heading, before what closes its line.
  private static func endOfText(_ document: Document, _ node: Int) -> Int32 {
    let heading = document.nodes[node]
    return document.nodes[node + 1..<Int(heading.end)].map(\.span.end).max() ?? heading.span.end
  }
}
