import DocgenModel
import DocgenSupport

extension PageContent {
  /// Where the types around the page's own are told: before the first list of members.
  var placeOfInheritance: Int? {
    let roles: [SectionRole] = [.members, .methods, .properties, .fields, .events, .constants]
    return page.facts.sections.first { section in section.role.map(roles.contains) ?? false }?.heading
  }

  /// Writes what the page's type is derived from, what is derived from it, and the members that it inherits.
  mutating func writeInheritance() {
    guard let inheritance, !inheritance.lines.isEmpty || !inheritance.derived.isEmpty else { return }
    writer.startLine()
    writer.buffer.append("<dl class=\"lineage\">\n")
    for line in inheritance.lines {
      openGroup(text["inheritance"], list: "<ol class=\"ancestry\">")
      for ancestor in line.reversed() { writeItem(ancestor.name, address: address(of: ancestor)) }
      writer.buffer.append("<li aria-current=\"true\">")
      writeTypeName(inheritance.name)
      writer.buffer.append("</li>\n</ol></dd></div>\n")
    }
    if !inheritance.derived.isEmpty {
      openGroup(text["derived-types"])
      for other in inheritance.derived { writeItem(other.name, address: address(of: other)) }
      writer.buffer.append("</ul></dd></div>\n")
    }
    for group in inheritance.inherited {
      openGroup(text["members-inherited-from"], name: group.ancestor.name)
      for member in group.members { writeItem(member.name, address: address(of: member, on: group.ancestor.page)) }
      writer.buffer.append("</ul></dd></div>\n")
    }
    writer.buffer.append("</dl>\n")
  }

  private func address(of ancestor: Inheritance.Ancestor) -> String? {
    if let page = ancestor.page { return links.paths.address(of: page, from: links.page) }
    guard let (destination, page) = ancestor.link else { return nil }
    return switch links.link(destination, writtenOn: page) {
    case .page(let address), .outside(let address): address
    case .missing, .unpublished: nil
    }
  }

  /// The page of a member, or else its place on the page that lists it.
  private func address(of member: TypeIndex.Member, on page: Int) -> String {
    if let link = member.link {
      switch links.link(link, writtenOn: page) {
      case .page(let address), .outside(let address): return address
      case .missing, .unpublished: break
      }
    }
    return links.paths.address(of: page, from: links.page) + "#" + URLText.encodedAnchor(member.anchor)
  }

  private mutating func openGroup(_ title: String, name: String? = nil, list: StaticString = "<ul class=\"names\">") {
    writer.buffer.append("<div><dt>")
    writer.buffer.appendText(title)
    if let name {
      writer.buffer.append(" ")
      writeTypeName(name)
    }
    writer.buffer.append("</dt><dd>")
    writer.buffer.append(list)
    writer.buffer.append("\n")
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
