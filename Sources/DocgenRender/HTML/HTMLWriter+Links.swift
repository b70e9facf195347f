import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Links, anchors and images.
extension HTMLWriter {
  mutating func writeLink(_ index: Int, _ node: Node) {
    let target = document.link(of: node)
    guard isSite else {
      buffer.append("<a href=\"")
      buffer.appendReferenceHref(target?.destination ?? "")
      buffer.append("\"")
      appendReferenceTitle(target?.title ?? "")
      buffer.append(">")
      writeChildren(of: index)
      buffer.append("</a>")
      return
    }
    writeAnchor(index, destination: target.map(destination), id: nil, title: target?.title)
  }

  /// The first of the destinations that are meant which leads to a page.
  private func destination(of target: LinkTarget) -> String {
    if target.alternatives.isEmpty { return target.destination }
    return ([target.destination] + target.alternatives).first { links.link($0) != .missing } ?? target.destination
  }

  private mutating func appendReferenceTitle(_ title: String) {
    guard !title.isEmpty else { return }
    buffer.append(" title=\"")
    buffer.appendEscaped(title)
    buffer.append("\"")
  }

  /// Writes an `<a>`: a link, an anchor, both or, where neither comes to anything, just what it holds.
  mutating func writeAnchor(_ index: Int, destination: String?, id: String?, title: String?) {
    let anchor = id.flatMap { claim($0) }
    var address: (text: String, isOutside: Bool)?
    if let destination, !isInLink { address = self.address(of: destination) }
    if address == nil, anchor == nil {
      writeChildren(of: index)
      return
    }
    let start = buffer.bytes.count
    buffer.append(address == nil ? "<span" : "<a")
    if let anchor { appendAttribute("id", anchor) }
    if let address {
      appendAttribute("href", address.text)
      if address.isOutside { buffer.append(" rel=\"external\"") }
      if let title, !title.isEmpty { appendAttribute("title", title) }
    }
    buffer.append(">")
    let wasInLink = isInLink
    if address != nil { isInLink = true }
    let contentStart = buffer.bytes.count
    phrasing { $0.writeChildren(of: index) }
    isInLink = wasInLink
    if address != nil, !buffer.bytes[contentStart...].contains(where: { $0 > 0x20 }) {
      // A link without text can neither be seen nor used.
      let content = Array(buffer.bytes[contentStart...])
      buffer.bytes.removeLast(buffer.bytes.count - start)
      if let anchor {
        buffer.append("<span")
        appendAttribute("id", anchor)
        buffer.append("></span>")
      }
      buffer.append(content)
      return
    }
    buffer.append(address == nil ? "</span>" : "</a>")
  }

  private mutating func address(of destination: String) -> (text: String, isOutside: Bool)? {
    if destination.utf8.first == UInt8(ascii: "#") {
      let fragment = URLText.decoded(destination.dropFirst())
      // An address of nothing but `#` is the top of the page.
      if fragment.isEmpty { return ("#" + PageAnchor.main, false) }
      if let anchor = anchors.anchor(for: fragment, in: document) {
        return ("#" + URLText.encodedAnchor(anchor), false)
      }
      missingLinks += 1
      return nil
    }
    switch links.link(destination) {
    case .page(let text): return (text, false)
    case .outside(let text): return (text, true)
    case .missing:
      missingLinks += 1
      return nil
    case .unpublished:
      unpublishedLinks += 1
      return nil
    }
  }

  /// Takes the anchor for an element that the page calls so; `nil` if it cannot be one or has been taken.
  mutating func claim(_ name: String) -> String? {
    let id = PageAnchor.ofContent(name)
    return PageAnchors.isValid(id) && usedIDs.insert(id).inserted ? id : nil
  }

  mutating func appendAttribute(_ name: StaticString, _ value: String) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(name)
    buffer.append("=\"")
    buffer.appendAttributeValue(value)
    buffer.append("\"")
  }

  // MARK: Images

  mutating func writeImage(_ index: Int, _ node: Node) {
    let target = document.link(of: node)
    let text = plainText(of: content(of: index))
    guard isSite else {
      buffer.append("<img src=\"")
      buffer.appendReferenceHref(target?.destination ?? "")
      buffer.append("\" alt=\"")
      buffer.appendEscaped(text)
      buffer.append("\"")
      appendReferenceTitle(target?.title ?? "")
      buffer.append(" />")
      return
    }
    writeImage(target?.destination, text: String(decoding: text, as: UTF8.self), title: target?.title)
  }

  /// Writes an image, or what it shows in words where there is no file.
  mutating func writeImage(
    _ destination: String?, text: String, title: String?, width: String? = nil, height: String? = nil
  ) {
    guard let address = destination.flatMap({ links.image($0) }) else {
      missingImages += 1
      buffer.appendText(text)
      return
    }
    buffer.append("<img")
    appendAttribute("src", address)
    appendAttribute("alt", text)
    if let title, !title.isEmpty { appendAttribute("title", title) }
    if let width { appendAttribute("width", width) }
    if let height { appendAttribute("height", height) }
    buffer.append(">")
  }
}
