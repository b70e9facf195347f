import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// The name under which texts of links are counted.
  static let linkNames = "links"

  /// Texts of links that are a name in the source and something else in the translation.
  ///
  /// Which links stand for each other is beyond doubt where each page has only one to that place; where there are several,
  /// a text of the same letters can be nothing else.
  var linkNameCorrections: [FactCorrection] {
    guard haveOtherLinkTexts else { return [] }
    let originals = Dictionary(
      grouping: Self.links(of: source), by: { Self.destination($0.node, in: source.document) })
    let counterparts = Dictionary(
      grouping: Self.links(of: translation), by: { Self.destination($0.node, in: translation.document) })
    var result: [FactCorrection] = []
    for (destination, links) in originals where LinkTargets.isRelative(destination) {
      guard let link = links.first, Identifier.isSymbolic(link.text), links.allSatisfy({ $0.text == link.text }),
        let wanted = Self.place(link.node, in: source.document)
      else { continue }
      let found = counterparts[destination] ?? []
      for other in found where NameSearch.find(link.text, in: other.text) == nil {
        guard let place = Self.place(other.node, in: translation.document) else { continue }
        result.append(
          FactCorrection(
            fact: .init(kind: Self.linkNames, index: other.node), finding: .linkName, place: place,
            actual: String(decoding: other.text, as: UTF8.self),
            restoration: restoration(
              of: wanted, at: place, isCertain: links.count == 1 && found.count == 1)))
      }
    }
    return result.sorted { $0.fact.index < $1.fact.index }
  }

  /// Whether a text of a link without blanks is written otherwise in the same place of the translation: what a look at
  /// the bytes can tell, and what most pages end with.
  private var haveOtherLinkTexts: Bool {
    let (own, others) = (Self.linkNodes(of: source.document), Self.linkNodes(of: translation.document))
    guard own.count == others.count else { return !own.isEmpty }
    return zip(own, others).contains { link, other in
      guard let wanted = Self.place(link, in: source.document), let place = Self.place(other, in: translation.document)
      else { return false }
      let bytes = source.source.bytes[wanted.range]
      return !bytes.contains(0x20) && bytes != translation.source.bytes[place.range]
    }
  }

  private static func linkNodes(of document: Document) -> [Int] {
    document.nodes.indices.filter { index in
      let node = document.nodes[index]
      return node.kind == .link || node.kind == .element && node.tag == .a && node.payload >= 0
    }
  }

  /// The links with a text.
  private static func links(of page: LocalizedPage) -> [(node: Int, text: [UInt8])] {
    let document = page.document
    return linkNodes(of: document).compactMap { index in
      let text = document.text(in: index + 1..<Int(document.nodes[index].end)).bytes
      return text.isEmpty ? nil : (index, text)
    }
  }

  private static func destination(_ index: Int, in document: Document) -> String {
    let node = document.nodes[index]
    let text = node.kind == .link ? document.link(of: node)?.destination : document.attribute("href", of: node)
    return (text ?? "").lowercased()
  }

  /// The place of a link's text.
  private static func place(_ index: Int, in document: Document) -> SourceSpan? {
    let content = document.nodes[index + 1..<Int(document.nodes[index].end)]
    guard let first = content.first(where: { $0.kind == .text }), let last = content.last(where: { $0.kind == .text })
    else { return nil }
    let span = first.span.union(last.span)
    return first.flags.contains(.escaped) ? SourceSpan(start: span.start - 1, end: span.end) : span
  }
}
