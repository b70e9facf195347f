import DocgenMarkup
import DocgenSupport

/// A link or image of a page.
package struct PageLink: Sendable {
  /// The node: of Markdown, or an element.
  package var node: Int
  /// The index of the section; -1 before the first.
  package var section: Int
  /// Whether it is an image.
  package var isImage: Bool
  /// Where it leads.
  package var destination: String
  /// The place of the destination, or of the whole link where the destination has none of its own.
  package var span: SourceSpan
  /// Other destinations that are meant where the first leads to no page, for a link that a token shows.
  package var alternatives: [String] = []
  /// Whether a macro, shortcode, directive or tag shows it.
  package var isOfToken = false

  /// Makes a link.
  package init(node: Int, section: Int, isImage: Bool, destination: String, span: SourceSpan) {
    self.node = node
    self.section = section
    self.isImage = isImage
    self.destination = destination
    self.span = span
  }

  /// Makes the link of a node of Markdown, or of a token.
  package init(_ target: LinkTarget, node index: Int, _ node: Node, section: Int) {
    self.init(
      node: index, section: section, isImage: node.kind == .image, destination: target.destination,
      span: target.span.isEmpty ? node.span : target.span)
    guard target.token != nil else { return }
    alternatives = target.alternatives
    isOfToken = true
  }

  /// Whether a link is a tag or placeholder of prose that reads like an address in angle brackets: `<xs:sequence>`.
  package func isPlaceholder(in page: LocalizedPage) -> Bool {
    let node = page.document.nodes[node]
    guard node.kind == .link, Int(node.span.start) < page.source.bytes.count,
      page.source.bytes[Int(node.span.start)] == UInt8(ascii: "<")
    else { return false }
    return !["http:", "https:", "mailto:", "ftp:"].contains { destination.hasPrefix($0) }
  }

  /// Whether a template completes the address, so that only it knows where the link leads: `{{ base }}/a.png`.
  package var isOfTemplate: Bool {
    if TokenMask.isPart(of: destination) { return true }
    let bytes = destination.utf8
    guard var last = bytes.first else { return false }
    for byte in bytes.dropFirst() {
      switch (last, byte) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")),
        (UInt8(ascii: "$"), UInt8(ascii: "{")), (UInt8(ascii: "<"), UInt8(ascii: "%")):
        return true
      default: last = byte
      }
    }
    return false
  }

  /// The anchor that a link within its page means; `nil` if it is the top, or a tab group.
  package static func fragment(_ destination: String) -> String? {
    // Any other first byte starts a path.
    guard let first = destination.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "?"),
      let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    let anchor = URLText.decoded(destination[destination.utf8.index(after: hash)...])
    return anchor.isEmpty || anchor == "top" || anchor.hasPrefix("tab/") ? nil : anchor
  }

  /// The links and images of a page, in its order.
  package static func all(in page: LocalizedPage) -> [PageLink] {
    var links: [PageLink] = []
    var section = -1
    let sections = page.facts.sections
    for (index, node) in page.document.nodes.enumerated() {
      while section + 1 < sections.count, sections[section + 1].heading <= index { section += 1 }
      if let target = page.document.link(of: node) {
        links.append(PageLink(target, node: index, node, section: section))
      } else if node.kind == .element, node.tag == .a || node.tag == .img,
        let target = page.document.attribute(node.tag == .a ? "href" : "src", of: node)
      {
        links.append(
          PageLink(
            node: index, section: section, isImage: node.tag == .img, destination: target,
            span: page.document.startTag(of: node)))
      }
    }
    return links
  }
}

extension Document {
  /// The place of an element's start tag.
  package func startTag(of node: Node) -> SourceSpan {
    let bytes = source.bytes[node.span.range]
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return node.span }
    return SourceSpan(bytes.startIndex..<end + 1)
  }
}
