import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The anchors of a page in one locale, as hashes of their lower-case form.
struct AnchorTable {
  private(set) var hashes: [UInt64] = []

  /// Collects the names that the page gives itself, the anchors of its headings and those that titles give by rule.
  ///
  /// The anchors of the source's headings are good for translations, too, where the sections correspond.
  init(_ context: PageContext) {
    let page = context.page
    for anchor in context.apiPage.anchors(of: page) { add(anchor) }
    for section in page.facts.sections {
      add(section.anchor)
      if section.hasExplicitAnchor { add(Slug.make(from: section.title.value)) }
    }
    if let title = page.facts.heading { add(Slug.make(from: title.value)) }
    for node in page.document.nodes where node.kind == .element && node.payload >= 0 {
      for attribute in page.document.attributes(of: node)
      where attribute.name == "id" || (attribute.name == "name" && node.tag == .a) {
        add(attribute.value)
      }
    }
    if let source = context.source { hashes += source.anchors.hashes }
  }

  private mutating func add(_ anchor: String) { hashes.append(Self.hash(anchor)) }

  func contains(_ anchor: String) -> Bool { hashes.contains(Self.hash(anchor)) }

  static func hash(_ anchor: String) -> UInt64 {
    for byte in anchor.utf8 where byte >= 0x80 { return ProseWord.hash(anchor.lowercased().utf8) }
    return ProseWord.hash(anchor.utf8.lazy.map(ASCIICase.lowercased))
  }
}
