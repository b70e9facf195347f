import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the notes, warnings and the like of each section.
enum MissingAlert: TranslationCheck {
  static let rule = Rule(
    "missing-alert", in: .structure, .note,
    "A note, warning or the like of the source is missing, or is of another kind.")

  struct Messages: MessageSet {
    let otherKind = MessageForm<String, String>("this is marked '{1}' here; mark it '{2}' as the source does")
    let damagedMark = MessageForm<String, String>("'{1}' marks nothing; write '[!{2}]' as in the source")
    let missing = MessageForm<String>("an alert of the kind '{1}' is missing; add it as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let source = pair.source.facts.alerts
    let translation = pair.translation.facts.alerts
    guard !source.isEmpty || !translation.isEmpty else { return }
    if source.map(\.kind) == translation.map(\.kind) { return }
    let alignment = pair.alignment.alerts
    for aligned in alignment.pairs {
      let expected = source[aligned.source]
      let actual = translation[aligned.translation]
      guard expected.kind != actual.kind else { continue }
      // Directives are compared as such.
      if isToken(expected, in: pair.source), isToken(actual, in: pair.translation) { continue }
      report(
        Finding(
          messages.otherKind(actual.kind.name, expected.kind.name),
          at: marker(actual.span, in: pair.translation), expected: expected.kind.name, actual: actual.kind.name,
          source: marker(expected.span, in: pair.source)), to: &findings)
    }
    let nodes = pair.translation.document.nodes
    let quotes = nodes.indices.filter { nodes[$0].kind == .blockQuote }
    for gap in alignment.missing {
      let expected = source[gap.source]
      // A directive that is gone or has another name is a finding of its own.
      if isToken(expected, in: pair.source) || pair.hasBox(inPlaceOf: expected) { continue }
      let quote = lostMarker(of: expected, quotes, pair)
      report(
        Finding(
          quote.map {
            messages.damagedMark(pair.translation.source.text($0), expected.kind.name.uppercased())
          }
            ?? messages.missing(expected.kind.name),
          at: quote ?? pair.placeOf(sourceNode: expected.node), expected: expected.kind.name,
          actual: quote.map { pair.translation.source.text($0) }, damage: quote == nil ? .lost : .translated,
          source: marker(expected.span, in: pair.source)), to: &findings)
    }
  }

  private static func isToken(_ alert: Alert, in page: LocalizedPage) -> Bool {
    let tokens = page.document.tokens
    let next = tokens.partitioningIndex { $0.span.start >= alert.span.start }
    return next < tokens.count && tokens[next].span.start == alert.span.start
  }

  /// The place of `[!NOTE]`.
  private static func marker(_ span: SourceSpan, in page: LocalizedPage) -> SourceSpan {
    let bytes = page.source.bytes[span.range]
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return SourceSpan(at: span.start) }
    return SourceSpan(open..<close + 1)
  }

  /// A block quote in the place of an alert that starts with brackets: `> [! HINWEIS]`.
  private static func lostMarker(of alert: Alert, _ quotes: [Int], _ pair: TranslationPair) -> SourceSpan? {
    let place = pair.placeOf(sourceNode: alert.node)
    let nodes = pair.translation.document.nodes
    let next = quotes.partitioningIndex { nodes[$0].span.start > place.start }
    let around = next > 0 && nodes[quotes[next - 1]].span.end > place.start ? next - 1 : next
    guard around < quotes.count else { return nil }
    let span = marker(nodes[quotes[around]].span, in: pair.translation)
    let text = pair.translation.source.bytes[span.range]
    return text.count > 2 && text.count < 40 && text.dropFirst().first == UInt8(ascii: "!") ? span : nil
  }
}
