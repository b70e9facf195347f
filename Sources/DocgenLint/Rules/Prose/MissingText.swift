import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds texts of the source that the translation lacks, and texts of it that are cut short.
enum MissingText: TranslationCheck {
  static let rule = Rule(
    "missing-text", in: .prose, .warning,
    "A paragraph of the source is missing, or is cut short.")

  struct Messages: MessageSet {
    let missing = PlainMessage("a text of the source is missing here; translate it")
    let severalMissing = MessageForm<Int>("{1} texts of the source are missing here; translate them")
    let shorter = PlainMessage("this text is much shorter than in the source; translate the rest")
    let emptyLink = MessageForm<String>("the link to '{1}' has no text here; translate that of the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let lengths = TextLengths(pair)
    for gap in pair.prose.texts.gaps where !pair.hasOpenCode {
      guard gap.gap.source.contains(where: lengths.isPlain), lengths.isLost(gap) else { continue }
      let lost = gap.gap.source.filter { lengths.isPlain($0) && !pair.prose.moved.source.contains($0) }
      if lost.isEmpty { continue }
      report(
        Finding(
          lost.count == 1
            ? messages.missing
            : messages.severalMissing(lost.count),
          at: lengths.place(of: gap), damage: .lost, source: pair.prose.source.runs[lost[0]].span
        ).standing(forSource: gap.gap.source.map { pair.prose.source.block(ofRun: $0) }), to: &findings)
    }
    for texts in pair.prose.texts.pairs where lengths.isCutShort(texts) {
      report(
        Finding(
          messages.shorter,
          at: pair.prose.translation.runs[texts.translation].span, damage: .lost,
          source: pair.prose.source.runs[texts.source].span), to: &findings)
    }
    reportEmptyLinks(pair, &findings)
  }

  /// Reports links without a text where that of the source has one: nobody sees them.
  private static func reportEmptyLinks(_ pair: TranslationPair, _ findings: inout Findings) {
    func isEmpty(_ link: PageLink, in page: LocalizedPage) -> Bool {
      !link.isImage && !link.isOfToken && page.document.nodes[link.node].kind == .link
        && Int(page.document.nodes[link.node].end) == link.node + 1
    }
    guard pair.prose.translation.links.contains(where: { isEmpty($0, in: pair.translation) }) else { return }
    for links in pair.prose.links.equal {
      guard let source = links.source, let translation = links.translation, isEmpty(translation, in: pair.translation),
        !isEmpty(source, in: pair.source)
      else { continue }
      report(
        Finding(
          messages.emptyLink(translation.destination),
          at: pair.translation.document.nodes[translation.node].span, damage: .lost,
          source: pair.source.document.nodes[source.node].span), to: &findings)
    }
  }
}
