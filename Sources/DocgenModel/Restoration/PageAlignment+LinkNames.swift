import DocgenMarkup
import DocgenSupport

/// The text of a link that is a name in the source and something else in the translation.
package struct LinkName: Sendable {
  /// The link of the translation.
  let node: Int
  /// The name in the source.
  package let name: Located<String>
  /// The text of the translation's link.
  package let place: SourceSpan
  /// What it says.
  package let actual: String
  /// What lets it say the name; `nil` if that cannot be written. It is safe where nothing else can be meant.
  package let restoration: Restoration?
}

extension PageAlignment {
  /// The name under which texts of links are counted.
  static let linkNameKind = "links"

  /// What the names in texts of links are restored to.
  ///
  /// Which links stand for each other is beyond doubt where each page has only one to that place; where there are several,
  /// a text of the same letters can be nothing else.
  var linkNameCorrections: [FactCorrection] {
    linkNames.map { name in
      FactCorrection(
        fact: .init(kind: Self.linkNameKind, index: name.node), finding: .identifier, place: name.place,
        actual: name.actual, restoration: name.restoration)
    }
  }

  /// Texts of links that are a name in the source and something else in the translation, in the order of the page.
  package var linkNames: [LinkName] {
    guard haveOtherLinkTexts else { return [] }
    let originals = LinksByDestination(source.document)
    let counterparts = LinksByDestination(translation.document)
    var result: [LinkName] = []
    for links in originals.groups {
      let first = originals.nodes[links.lowerBound].node
      guard let wanted = Self.place(first, in: source.document), Self.mayBeName(source.source.bytes[wanted.range]),
        LinkTargets.isRelative(Self.destination(first, in: source.document))
      else { continue }
      let found = counterparts.links(to: originals.nodes[links.lowerBound].destination)
      if found.isEmpty { continue }
      let name = Self.text(first, in: source.document)
      guard Identifier.isSymbolic(name),
        originals.nodes[links].dropFirst().allSatisfy({
          let text = Self.text($0.node, in: source.document)
          return text.isEmpty || text == name
        })
      else { continue }
      let isSetApart: Bool
      switch Self.setting(of: first, in: source.document) {
      case .several: continue
      case .marked: isSetApart = true
      case .plain: isSetApart = false
      }
      let others = counterparts.nodes[found].map { (node: $0.node, text: Self.text($0.node, in: translation.document)) }
        .filter { !$0.text.isEmpty }
      for other in others where NameSearch.find(name, in: other.text) == nil {
        guard let place = Self.place(other.node, in: translation.document) else { continue }
        result.append(
          LinkName(
            node: other.node, name: Located(String(decoding: name, as: UTF8.self), at: wanted), place: place,
            actual: String(decoding: other.text, as: UTF8.self),
            restoration: restoration(
              ofName: wanted, at: place,
              isCertain: links.count == 1 && others.count == 1
                && (isSetApart && Self.setting(of: other.node, in: translation.document) == .marked
                  || Self.resembles(other.text, name))
            )))
      }
    }
    return result.sorted { $0.node < $1.node }
  }

  /// How a link of the source sets what it says.
  private enum Setting {
    case plain
    /// In one mark.
    case marked
    /// As several texts, so that it is more than a name.
    case several
  }

  private static func setting(of link: Int, in document: Document) -> Setting {
    let children = document.children(of: link).map { document.nodes[$0].kind }
    if children.allSatisfy({ $0 == .text }) { return .plain }
    return children.count == 1 ? .marked : .several
  }

  /// Whether a text is what became of a name that is not set apart, and no word of the language for the same: it is a name
  /// itself, or has some of its letters.
  private static func resembles(_ text: [UInt8], _ name: [UInt8]) -> Bool {
    if text.contains(UInt8(ascii: "_")) || Identifier.isSymbolic(text) { return true }
    let folded = name.map(ASCIICase.lowercased)
    return text.map(ASCIICase.lowercased).split { !(0x61...0x7A).contains($0) }.contains { word in
      word.count >= shortestPart && ByteSearch.firstIndex(of: Array(word), in: folded, from: 0) != nil
    }
  }

  /// Shorter words are in many names.
  private static let shortestPart = 4

  /// Whether the text of a link that may be a name is written otherwise in the same place of the translation: what a look
  /// at the bytes can tell, and what most pages end with.
  private var haveOtherLinkTexts: Bool {
    let (own, others) = (Self.linkNodes(of: source.document), Self.linkNodes(of: translation.document))
    guard own.count == others.count else { return !own.isEmpty }
    return zip(own, others).contains { link, other in
      guard let wanted = Self.place(link, in: source.document), let place = Self.place(other, in: translation.document)
      else { return false }
      let bytes = source.source.bytes[wanted.range]
      return Self.mayBeName(bytes) && bytes != translation.source.bytes[place.range]
    }
  }

  /// What is escaped, a reference or markup within may be part of a name.
  private static func mayBeName(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.contains(0x20) { return false }
    return Identifier.isSymbolic(bytes)
      || bytes.contains { byte in
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "~"),
          UInt8(ascii: "`"), 0x80...:
          true
        default: false
        }
      }
  }

  fileprivate static func linkNodes(of document: Document) -> [Int] {
    document.nodes.indices.filter { index in
      let node = document.nodes[index]
      return node.kind == .link || node.kind == .element && node.tag == .a && node.payload >= 0
    }
  }

  /// What a link says, without markup.
  private static func text(_ index: Int, in document: Document) -> [UInt8] {
    document.text(in: index + 1..<Int(document.nodes[index].end)).bytes
  }

  fileprivate static func destination(_ index: Int, in document: Document) -> String {
    let node = document.nodes[index]
    return (node.kind == .link ? document.link(of: node)?.destination : document.attribute("href", of: node)) ?? ""
  }

  /// The place of a link's text.
  fileprivate static func place(_ index: Int, in document: Document) -> SourceSpan? {
    let content = document.nodes[index + 1..<Int(document.nodes[index].end)]
    guard let first = content.first(where: { $0.kind == .text }), let last = content.last(where: { $0.kind == .text })
    else { return nil }
    let span = first.span.union(last.span)
    return first.flags.contains(.escaped) ? SourceSpan(start: span.start - 1, end: span.end) : span
  }
}

/// The links of a page with a text, those that lead to one place side by side.
private struct LinksByDestination {
  /// A link, and the hash of where it leads, whose case does not count.
  struct Link {
    var destination: UInt64
    var node: Int
  }

  let nodes: [Link]

  /// - Complexity: O(*n* log *n*) in the number of links.
  init(_ document: Document) {
    var nodes: [Link] = []
    for node in PageAlignment.linkNodes(of: document) where PageAlignment.place(node, in: document) != nil {
      nodes.append(Link(destination: Self.hash(PageAlignment.destination(node, in: document)), node: node))
    }
    self.nodes = nodes.sorted { ($0.destination, $0.node) < ($1.destination, $1.node) }
  }

  private static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(ASCIICase.lowercased(byte))) &* 0x100_0000_01B3 }
      return hash
    }
  }

  /// The links that lead to one place each.
  var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for index in nodes.indices
    where index + 1 == nodes.count || nodes[index + 1].destination != nodes[index].destination {
      groups.append(start..<index + 1)
      start = index + 1
    }
    return groups
  }

  /// The links that lead to a place.
  func links(to destination: UInt64) -> Range<Int> {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].destination < destination { low = middle + 1 } else { high = middle }
    }
    let start = low
    while low < nodes.count, nodes[low].destination == destination { low += 1 }
    return start..<low
  }
}
