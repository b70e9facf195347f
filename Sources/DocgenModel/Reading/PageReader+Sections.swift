import DocgenMarkup
import DocgenSupport

extension PageReader {
  /// Reads the headings of a page into its sections.
  func readSections(_ document: Document, locale: Int, into facts: inout PageFacts) {
    guard !document.nodes.isEmpty else { return }
    var headings = document.children(of: 0).filter { document.nodes[$0].kind == .heading }
    if let first = headings.first, document.nodes[first].level == 1 {
      facts.heading = document.text(of: first).located
      facts.headingNode = first
      headings.removeFirst()
    }
    let end = Int(document.nodes[0].end)
    var ancestors: [Int] = []
    for (index, heading) in headings.enumerated() {
      let node = document.nodes[heading]
      while let last = ancestors.last, facts.sections[last].level >= Int(node.level) { ancestors.removeLast() }
      let next = index + 1 < headings.count ? headings[index + 1] : end
      let title = document.text(of: heading).located
      let anchor = explicitAnchor(document, heading)
      facts.sections.append(
        Section(
          role: role(title: title.value, anchor: anchor, locale: locale), title: title,
          anchor: anchor ?? dialect.anchors.anchor(of: title.value), hasExplicitAnchor: anchor != nil,
          level: Int(node.level),
          heading: heading, content: Int(node.end)..<next, parent: ancestors.last, span: node.span))
      ancestors.append(index)
    }
  }

  /// The id at the end of a heading, or the name of the last empty `<a name="…"></a>` in it: programs that translate put
  /// what they make of the title before the author's own.
  private func explicitAnchor(_ document: Document, _ heading: Int) -> String? {
    if let id = document.headingID(of: heading) { return id.value }
    var anchor: String?
    for index in document.content(of: heading) where document.isElement(index, .a) {
      let node = document.nodes[index]
      if let name = document.attribute("name", of: node) ?? document.attribute("id", of: node), !name.isEmpty {
        anchor = name
      }
    }
    return anchor
  }

  /// The role by the title, in the locale's words; else by the anchor, which keeps the source's words; else by a
  /// title that was left in the source's.
  private func role(title: String, anchor: String?, locale: Int) -> SectionRole? {
    if title.utf8.first == UInt8(ascii: "-") {
      // The names of options begin so, too, in capitals: `-Syntax`.
      return title.utf8.dropFirst().first.map { (0x41...0x5A).contains($0) } ?? true ? nil : markedRole(title)
    }
    if let role = vocabularies[locale].sectionRole(title) { return SectionRole(role) }
    let source = vocabularies[PageCatalog.source]
    if let anchor {
      let words = String(decoding: anchor.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
      if let role = source.sectionRole(words) { return SectionRole(role) }
    }
    return source.sectionRole(title).map(SectionRole.init)
  }

  /// The role of a section with a marker for a title, as some reference sets write them: `## -struct-fields`.
  private func markedRole(_ title: String) -> SectionRole? {
    let words = title.utf8.dropFirst().map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    return vocabularies[PageCatalog.source].sectionRole(String(decoding: words, as: UTF8.self)).map(SectionRole.init)
  }
}
