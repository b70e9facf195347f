import DocgenMarkup
import DocgenSupport

/// Elements of HTML, by their role on a site.
extension HTMLWriter {
  mutating func writeElement(_ index: Int, _ node: Node) {
    switch node.tag.role {
    case .inline(let name): writeInlineElement(index, node, name)
    case .block(let name): writeBlockElement(index, node, name)
    case .paragraph: writeParagraphElement(index, node)
    case .preformatted: writePreformatted(index, node)
    case .heading(let level): writeHeadingElement(index, node, level: level)
    case .anchor: writeAnchorElement(index, node)
    case .image: writeImageElement(node)
    case .lineBreak: buffer.append("<br>\n")
    case .wordBreak: buffer.append("<wbr>")
    case .thematicBreak: writeThematicBreak()
    case .descriptionList: writeDescriptionList(index, node)
    case .list(let name): writeListElement(index, node, name)
    case .table: writeTableElement(index)
    case .details: writeDetails(index, node)
    case .quotation: writeBlockElement(index, node, "blockquote")
    case .ruby: writeRuby(index)
    case .transparent: writeChildren(of: index)
    case .dropped: break
    }
  }

  // MARK: Attributes

  /// Writes the attributes that every element may have.
  mutating func appendCommonAttributes(_ node: Node) {
    guard node.payload >= 0 else { return }
    for attribute in document.attributes(of: node) {
      switch attribute.name {
      case "id": if let id = claim(attribute.value) { appendAttribute("id", id) }
      case "title": if !attribute.value.isEmpty { appendAttribute("title", attribute.value) }
      case "lang": if Self.isLanguageTag(attribute.value) { appendAttribute("lang", attribute.value) }
      case "dir":
        let value = attribute.value.lowercased()
        if ["ltr", "rtl", "auto"].contains(value) { appendAttribute("dir", value) }
      case "translate": if attribute.value.lowercased() == "no" { appendAttribute("translate", "no") }
      default: break
      }
    }
  }

  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return !parts.isEmpty && (2...8).contains(parts[0].count)
      && parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isASCIILetterOrDigit) }
      && parts[0].allSatisfy { $0 > UInt8(ascii: "9") }
  }

  private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// A number of an attribute, where it is one within the limits.
  func number(_ name: String, of node: Node, in limits: ClosedRange<Int>) -> Int? {
    guard node.payload >= 0, let text = document.attribute(name, of: node), text.utf8.count <= 9,
      let number = Int(text), limits.contains(number)
    else { return nil }
    return number
  }

  // MARK: Inline elements

  private mutating func writeInlineElement(_ index: Int, _ node: Node, _ name: StaticString) {
    let start = buffer.bytes.count
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    let attributesStart = buffer.bytes.count
    appendCommonAttributes(node)
    if buffer.bytes.count == attributesStart, node.tag.isPlain {
      // A tag that says nothing.
      buffer.bytes.removeLast(buffer.bytes.count - start)
      writeChildren(of: index)
      return
    }
    buffer.append(">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</")
    buffer.append(name)
    buffer.append(">")
  }

  private mutating func writeAnchorElement(_ index: Int, _ node: Node) {
    writeAnchor(
      index, destination: document.attribute("href", of: node),
      id: document.attribute("id", of: node) ?? document.attribute("name", of: node),
      title: document.attribute("title", of: node))
  }

  private mutating func writeImageElement(_ node: Node) {
    writeImage(
      document.attribute("src", of: node), text: document.attribute("alt", of: node) ?? "",
      title: document.attribute("title", of: node),
      width: number("width", of: node, in: 1...10000).map(String.init),
      height: number("height", of: node, in: 1...10000).map(String.init))
  }

  private mutating func writeRuby(_ index: Int) {
    let hasReading = document.children(of: index).contains { nodes[$0].kind == .element && nodes[$0].tag == .rt }
    guard hasReading else {
      writeChildren(of: index)
      return
    }
    buffer.append("<ruby>")
    for child in document.children(of: index) {
      if nodes[child].kind == .element, nodes[child].tag == .rt || nodes[child].tag == .rp {
        let name: StaticString = nodes[child].tag == .rt ? "rt" : "rp"
        buffer.append("<")
        buffer.append(name)
        buffer.append(">")
        phrasing { $0.writeChildren(of: child) }
        buffer.append("</")
        buffer.append(name)
        buffer.append(">")
      } else {
        phrasing { $0.write(child) }
      }
    }
    buffer.append("</ruby>")
  }

  // MARK: Blocks

  private mutating func writeBlockElement(_ index: Int, _ node: Node, _ name: StaticString) {
    if isPhrasing {
      writeChildren(of: index)
      return
    }
    openBlock(name, node)
    writeChildren(of: index)
    flushOriginals()
    closeBlock(name)
  }

  mutating func openBlock(_ name: StaticString, _ node: Node) {
    startLine()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    appendCommonAttributes(node)
    buffer.append(UInt8(ascii: ">"))
  }

  mutating func closeBlock(_ name: StaticString) {
    buffer.append("</")
    buffer.append(name)
    buffer.append(">\n")
  }

  private mutating func writeParagraphElement(_ index: Int, _ node: Node) {
    if isPhrasing {
      writeChildren(of: index)
      return
    }
    guard !isInvisible(content(of: index)) || node.payload >= 0 else { return }
    openBlock("p", node)
    phrasing { $0.writeChildren(of: index) }
    closeBlock("p")
    flushOriginals()
  }

  private mutating func writePreformatted(_ index: Int, _ node: Node) {
    if isPhrasing {
      buffer.append("<code>")
      writeChildren(of: index)
      buffer.append("</code>")
      return
    }
    startLine()
    buffer.append("<div class=\"code\"><pre tabindex=\"0\"")
    appendCommonAttributes(node)
    buffer.append(">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</pre></div>\n")
    flushOriginals()
  }

  private mutating func writeHeadingElement(_ index: Int, _ node: Node, level: Int) {
    guard !isPhrasing, node.payload >= 0, let id = document.attribute("id", of: node).flatMap({ claim($0) }) else {
      writeHeading(index, level: level)
      return
    }
    startLine()
    buffer.append("<div")
    appendAttribute("id", id)
    buffer.append(">")
    writeHeading(index, level: level)
    closeBlock("div")
  }

  private mutating func writeDetails(_ index: Int, _ node: Node) {
    let summary = document.children(of: index).first { nodes[$0].kind == .element && nodes[$0].tag == .summary }
    guard !isPhrasing, !isInLink, let summary else {
      writeBlockElement(index, node, "div")
      return
    }
    startLine()
    buffer.append("<details")
    appendCommonAttributes(node)
    if document.attribute("open", of: node) != nil { buffer.append(" open") }
    buffer.append("><summary>")
    phrasing { $0.writeChildren(of: summary) }
    buffer.append("</summary>\n")
    for child in document.children(of: index) where child != summary { write(child) }
    flushOriginals()
    closeBlock("details")
  }

  private mutating func writeListElement(_ index: Int, _ node: Node, _ name: StaticString) {
    if isPhrasing {
      writeItemsAsText(of: index)
      return
    }
    guard !isInvisible(content(of: index)) else { return }
    startLine()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    appendCommonAttributes(node)
    if node.tag == .ol {
      if let start = number("start", of: node, in: -99999...999_999) { buffer.append(" start=\"\(start)\"") }
      if node.payload >= 0, document.attribute("reversed", of: node) != nil { buffer.append(" reversed") }
      if node.payload >= 0, let type = document.attribute("type", of: node), ["1", "a", "A", "i", "I"].contains(type) {
        appendAttribute("type", type)
      }
    }
    buffer.append(">\n")
    for child in document.children(of: index) {
      let item = nodes[child]
      guard item.kind != .comment, item.kind != .ignored else { continue }
      buffer.append("<li")
      if item.kind == .element, item.tag == .li {
        appendCommonAttributes(item)
        if node.tag == .ol, let value = number("value", of: item, in: -99999...999_999) {
          buffer.append(" value=\"\(value)\"")
        }
        buffer.append(">")
        writeUnwrapped(content(of: child))
      } else {
        buffer.append(">")
        write(child)
        flushOriginals()
      }
      buffer.append("</li>\n")
    }
    closeBlock(name)
  }

  /// Writes the content of an item or cell; a paragraph that stands alone is written without its tags.
  ///
  /// Line breaks at the end are left out.
  mutating func writeUnwrapped(_ range: Range<Int>) {
    var only: Int?
    var count = 0
    var end = range.lowerBound
    for child in document.children(in: range) where !isNothing(child) {
      let node = nodes[child]
      if node.kind == .lineBreak || (node.kind == .element && node.tag == .br) { continue }
      count += 1
      end = Int(node.end)
      let isParagraph = node.kind == .paragraph || (node.kind == .element && node.tag == .p && node.payload < 0)
      only = isParagraph ? child : nil
    }
    if count == 1, let only {
      phrasing { $0.writeChildren(of: only) }
    } else {
      write(range.lowerBound..<end)
    }
    flushOriginals()
  }
}
