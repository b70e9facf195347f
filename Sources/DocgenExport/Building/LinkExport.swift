import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the exported form of the links and images of a page.
struct LinkExport {
  let document: Document
  let links: PageLinkExport
  let places: Places

  func all() -> [ExportedLink] {
    document.nodes.indices.compactMap { link($0) }
  }

  private func link(_ index: Int) -> ExportedLink? {
    let node = document.nodes[index]
    let kind: ExportedLink.Kind
    let target: Located<String>
    switch node.kind {
    case .link, .image:
      guard let link = document.link(of: node) else { return nil }
      kind = node.kind == .image ? .image : .link
      target = Located(link.destination, at: link.span)
    case .element where node.tag == .a:
      guard let value = document.attribute("href", of: node) else { return nil }
      kind = .link
      target = Located(value, at: node.span)
    case .element where node.tag == .img:
      guard let value = document.attribute("src", of: node) else { return nil }
      kind = .image
      target = Located(value, at: node.span)
    default: return nil
    }
    var result = ExportedLink()
    result.kind = kind.rawValue
    result.target = places.text(target)
    if kind == .link {
      result.page = links.page(at: target.value)
      result.address = links.address(mapping: target.value)
    }
    let text = node.tag == .img ? document.attribute("alt", of: node) : document.text(of: index).string
    result.text = text.flatMap { $0.isEmpty ? nil : $0 }
    result.span = places.span(node.span)
    return result
  }
}
