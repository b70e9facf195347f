import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists of members.
extension PageContent {
  /// Writes a list whose terms are members with descriptions; false where it is none.
  mutating func writeMembers(_ list: Int) -> Bool {
    guard !index.members.isEmpty, let entries = entries(of: list),
      entries.allSatisfy({ index.members[$0.term] != nil }), entries.contains(where: { !$0.descriptions.isEmpty })
    else { return false }
    writer.startLine()
    writer.buffer.append("<dl class=\"members\">\n")
    for entry in entries {
      guard let number = index.members[entry.term] else { continue }
      let member = page.facts.members[number]
      let range = content(of: entry.term)
      let anchor = openEntry(index.anchor(ofMember: number))
      writer.factAnchors[entry.term] = anchor
      writer.buffer.append("<dt>")
      if !holdsMarkup(range), LetterCount(document.text(in: range)) == LetterCount([member.name.value]) {
        writeAnchors(in: range)
        appendFact(member.name)
      } else {
        writer.writeTermContent(range)
      }
      appendAnchorLink(anchor)
      writer.buffer.append("</dt>\n")
      for description in entry.descriptions {
        writer.buffer.append("<dd>\n")
        for child in document.children(of: description) where !writeLabels(child, of: number) { writeBlock(child) }
        writer.buffer.append("</dd>\n")
      }
      if entry.descriptions.isEmpty { writer.buffer.append("<dd></dd>\n") }
      writer.buffer.append("</div>\n")
    }
    writer.buffer.append("</dl>\n")
    return true
  }

  /// Writes the list of labelled facts at the start of a description (`Data type: **string**`); false where a node
  /// is none.
  private mutating func writeLabels(_ list: Int, of member: Int) -> Bool {
    guard document.nodes[list].kind == .element, document.nodes[list].tag == .dl, let entries = entries(of: list)
    else { return false }
    var values: [(label: String, start: Int32)] = []
    for entry in entries {
      guard entry.descriptions.allSatisfy({ writer.isInvisible(content(of: $0)) }) else { return false }
      let text = document.text(in: content(of: entry.term))
      guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")),
        vocabulary.propertyLabel(text.string(0..<colon)) != nil
      else { return false }
      let value = text.bytes[(colon + 1)...].firstIndex { $0 != 0x20 } ?? colon
      values.append((text.string(0..<colon), text.span(value..<value + 1).start))
    }
    writer.startLine()
    writer.buffer.append("<dl class=\"facts\">\n")
    for (entry, value) in zip(entries, values) {
      writer.buffer.append("<div><dt>")
      writer.buffer.appendText(value.label)
      writer.buffer.append("</dt><dd>")
      if let own = page.facts.members[member].dataType, own.span.start >= value.start,
        own.span.end <= document.nodes[entry.term].span.end, !writer.facts(in: own.span).isEmpty
      {
        appendFact(own, class: "type")
      } else {
        writer.textStart = value.start
        writer.writeUnwrapped(content(of: entry.term))
        writer.textStart = 0
        writer.flushOriginals()
      }
      writer.buffer.append("</dd></div>\n")
    }
    writer.buffer.append("</dl>\n")
    return true
  }
}
