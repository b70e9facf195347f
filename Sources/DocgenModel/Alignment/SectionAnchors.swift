import DocgenSupport

/// The anchors of a page's sections.
enum SectionAnchors {
  /// Those that the page gives its sections itself; repeated ones are numbered.
  static func anchors(of page: LocalizedPage) -> [String] {
    NumberedAnchors(page).sections
  }

  /// Those of a translation: its own explicit ones, else those of the source's sections that its sections stand for.
  static func anchors(of page: LocalizedPage, beside source: LocalizedPage) -> [String] {
    let sections = page.facts.sections
    let originals = anchors(of: source)
    let alignment = SectionAlignment.align(
      source.facts.sections, source.document, sections, page.document, style: source.anchorStyle)
    var used = NumberedAnchors.numbers(of: page)
    var anchors = [String?](repeating: nil, count: sections.count)
    for index in sections.indices {
      guard let pair = alignment.pair(ofTranslation: index), pair.isCertain else { continue }
      let original = originals[pair.source]
      // An anchor of its own that is not the source's is meant.
      let isOwn =
        sections[index].hasExplicitAnchor && sections[index].anchor != source.facts.sections[pair.source].anchor
      if !isOwn { anchors[index] = used.take(original) }
    }
    for index in sections.indices where anchors[index] == nil {
      anchors[index] = used.take(PageAnchor.ofContent(sections[index].anchor))
    }
    return anchors.map { $0 ?? "" }
  }
}
