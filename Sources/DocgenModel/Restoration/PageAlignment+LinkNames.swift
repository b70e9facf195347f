import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// The name under which texts of links are counted.
  static let linkNames = "links"

  /// Texts of links that are a name in the source and other words in the translation, where it is beyond doubt which links
  /// stand for each other: each page has only one to that place.
  var linkNameCorrections: [FactCorrection] {
    let named = Self.links(of: source).filter { Identifier.isSymbolic($0.text) }
    guard !named.isEmpty else { return [] }
    let links = Self.links(of: translation)
    let texts = Set(links.map(\.text))
    guard named.contains(where: { !texts.contains($0.text) }) else { return [] }
    let originals = Dictionary(
      grouping: Self.links(of: source), by: { Self.destination($0.node, in: source.document) })
    let counterparts = Dictionary(
      grouping: links, by: { Self.destination($0.node, in: translation.document) })
    return named.compactMap { link in
      let destination = Self.destination(link.node, in: source.document)
      guard LinkTargets.isRelative(destination), originals[destination]?.count == 1,
        let found = counterparts[destination], found.count == 1, let other = found.first,
        NameSearch.find(link.text, in: other.text) == nil,
        let wanted = Self.place(link.node, in: source.document),
        let place = Self.place(other.node, in: translation.document)
      else { return nil }
      return FactCorrection(
        fact: .init(kind: Self.linkNames, index: other.node), place: place,
        actual: String(decoding: other.text, as: UTF8.self),
        restoration: restoration(of: wanted, at: place, isCertain: true))
    }
  }

  /// The links with a text.
  private static func links(of page: LocalizedPage) -> [(node: Int, text: [UInt8])] {
    let document = page.document
    return document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .link || node.kind == .element && node.tag == .a && node.payload >= 0 else { return nil }
      let text = document.text(in: index + 1..<Int(node.end)).bytes
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
    let texts = document.nodes[index + 1..<Int(document.nodes[index].end)].filter { $0.kind == .text }
    guard let first = texts.first, let last = texts.last else { return nil }
    let span = first.span.union(last.span)
    return first.flags.contains(.escaped) ? SourceSpan(start: span.start - 1, end: span.end) : span
  }
}
