import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Facts of the source that a page shows in place of those that a translation changed.
///
/// They are told by their places in the file, whatever the layout around them. What the translation says itself follows
/// one click away, where a block may stand next.
extension HTMLWriter {
  /// The places with facts of the source that a place touches.
  ///
  /// - Complexity: O(log *n*).
  func facts(in span: SourceSpan) -> Range<Int> {
    if restoredFacts.isEmpty { return 0..<0 }
    var (low, high) = (0, restoredFacts.count)
    while low < high {
      let middle = (low + high) / 2
      if restoredFacts[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < restoredFacts.count, restoredFacts[end].span.start < span.end { end += 1 }
    return low..<end
  }

  /// Writes a text with the facts of the source within it marked.
  mutating func writeText(_ node: Node, with facts: Range<Int>) {
    guard node.payload < 0 else {
      // The text is not that of the file: it has no places of its own.
      openFact(facts.lowerBound)
      document.withText(of: node) { buffer.appendText($0) }
      closeFact(facts.lowerBound)
      return
    }
    var position = max(node.span.start, textStart)
    for fact in facts {
      let span = restoredFacts[fact].span
      appendFileText(position, max(position, span.start))
      openFact(fact)
      appendFileText(max(position, span.start), min(node.span.end, span.end))
      closeFact(fact)
      position = max(position, min(node.span.end, span.end))
    }
    appendFileText(position, node.span.end)
  }

  private mutating func openFact(_ fact: Int) {
    if let open = lastFact, open.fact == fact, open.end == buffer.bytes.count {
      // The text goes on in another node, without markup between.
      buffer.bytes.removeLast(Self.factEnd.utf8CodeUnitCount)
      return
    }
    buffer.append("<span class=\"fact-corrected\">" as StaticString)
    show(fact..<fact + 1)
  }

  /// Keeps what the translation says in place of facts that are written.
  mutating func show(_ facts: Range<Int>) {
    for fact in facts where shownFacts.insert(fact).inserted { originals.append(restoredFacts[fact].original) }
  }

  private mutating func closeFact(_ fact: Int) {
    buffer.append(Self.factEnd)
    lastFact = (fact, buffer.bytes.count)
  }

  private static let factEnd: StaticString = "</span>"

  /// Writes what the translation says in place of the facts before, where a block may stand.
  mutating func flushOriginals() {
    guard !originals.isEmpty, !isPhrasing else { return }
    for original in originals { appendOriginal(original) }
    originals = []
  }

  /// Writes what the translation says in place of a fact, one click away.
  mutating func appendOriginal(_ text: String) {
    buffer.append(" <details class=\"fact-original\"><summary" as StaticString)
    appendAttribute("aria-label", style?.originalLabel ?? "")
    buffer.append("></summary><p><del>" as StaticString)
    buffer.appendText(text)
    buffer.append("</del></p></details>" as StaticString)
  }
}
