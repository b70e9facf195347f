import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists of return codes.
extension PageContent {
  /// An entry of the list, with the paragraphs of its description that the term now says.
  private struct CodeEntry {
    var entry: DescriptionEntry
    var number: Int
    var consumed: [Int] = []
  }

  /// Writes a list whose terms are return codes; false where it is none, or holds more than the facts say.
  mutating func writeReturnCodes(_ list: Int) -> Bool {
    guard !index.returnCodes.isEmpty, let entries = entries(of: list) else { return false }
    var codes: [CodeEntry] = []
    for entry in entries {
      guard let number = index.returnCodes[entry.term], let code = account(for: entry, number) else { return false }
      codes.append(code)
    }
    let facts = codes.map { page.facts.returnCodes[$0.number] }
    let isNamed = facts.contains { $0.isSymbolic || $0.value == nil }
    writer.startLine()
    writer.buffer.append(isNamed ? "<dl class=\"return-codes named\">\n" : "<dl class=\"return-codes\">\n")
    for (code, fact) in zip(codes, facts) {
      let anchor = openEntry(index.anchor(ofReturnCode: code.number))
      writer.factAnchors[code.entry.term] = anchor
      writer.buffer.append("<dt>")
      writeAnchors(in: content(of: code.entry.term))
      if isNamed { appendName(of: fact) } else { appendValues(of: fact) }
      appendAnchorLink(anchor)
      writer.buffer.append("</dt>\n<dd>")
      if !isNamed, let name = fact.name?.value {
        writer.buffer.append("<p class=\"name\">")
        writer.buffer.appendText(name)
        writer.buffer.append("</p>\n")
      }
      for description in code.entry.descriptions {
        for child in document.children(of: description) where !code.consumed.contains(child) { writeBlock(child) }
      }
      writer.buffer.append("</dd></div>\n")
    }
    writer.buffer.append("</dl>\n")
    return true
  }

  /// The entry, if its term and the paragraphs that hold its value and name say no more than the fact does.
  private func account(for entry: DescriptionEntry, _ number: Int) -> CodeEntry? {
    let fact = page.facts.returnCodes[number]
    let term = content(of: entry.term)
    guard !holdsMarkup(term) else { return nil }
    var result = CodeEntry(entry: entry, number: number)
    var letters = LetterCount(document.text(in: term))
    let termSpan = document.nodes[entry.term].span
    let places = [fact.value?.span, fact.name?.span, fact.alternateValue?.span].compactMap { $0 }
      .filter { $0.start < termSpan.start || $0.end > termSpan.end }
    for place in places {
      let paragraph = entry.descriptions.lazy.flatMap { document.children(of: $0) }.first { child in
        let span = document.nodes[child].span
        return document.nodes[child].kind == .paragraph && span.start <= place.start && place.end <= span.end
      }
      guard let paragraph, !holdsMarkup(content(of: paragraph)) else { return nil }
      if result.consumed.contains(paragraph) { continue }
      result.consumed.append(paragraph)
      letters.add(document.text(of: paragraph))
    }
    let parts = [fact.name?.value, fact.value?.value, fact.alternateValue?.value].compactMap { $0 }
    return letters == LetterCount(parts) ? result : nil
  }

  private mutating func appendValues(of code: ReturnCode) {
    for (position, value) in code.values.enumerated() {
      if position > 0 { writer.buffer.append(" ") }
      appendFact(value, class: "value")
    }
  }

  private mutating func appendName(of code: ReturnCode) {
    if let name = code.name {
      if code.isSymbolic {
        appendFact(name, class: "name")
      } else {
        appendRestored(name.span) { content in
          content.writer.buffer.append("<span class=\"name\">")
          content.writer.buffer.appendText(name.value)
          content.writer.buffer.append("</span>")
        }
      }
    }
    if code.name != nil, !code.values.isEmpty { writer.buffer.append(" ") }
    appendValues(of: code)
  }
}
