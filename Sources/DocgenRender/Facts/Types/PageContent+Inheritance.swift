import DocgenModel
import DocgenSupport

extension PageContent {
  /// Writes what the page's type is derived from, what is derived from it, and the members that it inherits.
  mutating func writeInheritance(of page: Int, _ site: Site, _ links: PageLinks) {
    guard let type = site.types.type(ofPage: page) else { return }
    let inheritance = Inheritance(of: type, in: site.types, site.links)
    if inheritance.lines.isEmpty, inheritance.derived.isEmpty { return }
    let name = site.types.types[type].name
    let anchor = "inheritance-tree"
    writer.buffer.append("<h2 id=\"\(anchor)\">")
    writer.buffer.appendText(text["inheritance"])
    writer.buffer.append("</h2>\n")
    for line in inheritance.lines {
      writer.buffer.append("<ol class=\"ancestry\">\n")
      for ancestor in line.reversed() { writeItem(ancestor.name, address: address(of: ancestor, links)) }
      writer.buffer.append("<li aria-current=\"true\">")
      writeTypeName(name)
      writer.buffer.append("</li>\n</ol>\n")
    }
    if !inheritance.derived.isEmpty {
      writeGroupTitle(text["derived-types"])
      for other in inheritance.derived { writeItem(other.name, address: address(of: other, links)) }
      writer.buffer.append("</ul>\n")
    }
    for group in inheritance.inherited {
      let page = group.ancestor.page ?? page
      writeGroupTitle(text["members-inherited-from"], name: group.ancestor.name)
      for member in group.members { writeItem(member.name, address: address(of: member, on: page, links)) }
      writer.buffer.append("</ul>\n")
    }
    addToContents(anchor, text["inheritance"])
  }

  private func address(of ancestor: Inheritance.Ancestor, _ links: PageLinks) -> String? {
    if let page = ancestor.page { return links.paths.address(of: page, from: links.page) }
    guard let (destination, page) = ancestor.link else { return nil }
    return switch links.link(destination, writtenOn: page) {
    case .page(let address), .outside(let address): address
    case .missing: nil
    }
  }

  /// The page of a member, or else its place on the page that lists it.
  private func address(of member: TypeIndex.Member, on page: Int, _ links: PageLinks) -> String {
    if let link = member.link {
      switch links.link(link, writtenOn: page) {
      case .page(let address), .outside(let address): return address
      case .missing: break
      }
    }
    return links.paths.address(of: page, from: links.page) + "#" + URLText.encodedAddress(member.anchor)
  }

  private mutating func writeGroupTitle(_ title: String, name: String? = nil) {
    writer.buffer.append("<p class=\"group-title\">")
    writer.buffer.appendText(title)
    if let name {
      writer.buffer.append(" ")
      writeTypeName(name)
    }
    writer.buffer.append("</p>\n<ul class=\"names\">\n")
  }

  private mutating func writeItem(_ name: String, address: String?) {
    writer.buffer.append("<li>")
    if let address {
      writer.buffer.append("<a href=\"")
      writer.buffer.appendAttributeValue(address)
      writer.buffer.append("\">")
    }
    writeTypeName(name)
    if address != nil { writer.buffer.append("</a>") }
    writer.buffer.append("</li>\n")
  }

  private mutating func writeTypeName(_ name: String) {
    writer.buffer.append("<code translate=\"no\">")
    writer.buffer.append(NameBreaks.html(name))
    writer.buffer.append("</code>")
  }
}
