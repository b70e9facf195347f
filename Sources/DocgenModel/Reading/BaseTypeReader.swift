import DocgenMarkup
import DocgenSupport

/// Reads what a class or interface inherits from: its declaration says so, or sections do.
struct BaseTypeReader {
  let document: Document

  func read(_ facts: PageFacts) -> [BaseType] {
    for role in [SectionRole.inheritance, .inheritanceHierarchy] {
      if let section = facts.section(role) {
        let types = links(section.content)
        if !types.isEmpty { return types }
      }
    }
    guard let kind = facts.kind, kind == .class || kind == .interface || kind == .object || kind == .structure else {
      return []
    }
    if let declaration = facts.declaration, !declaration.baseNames.isEmpty {
      return declaration.baseNames.map { BaseType(name: $0) }
    }
    // "The **IFoo** interface inherits from the [**IUnknown**](…) interface": the link in the first sentence.
    guard kind != .structure, let section = facts.section(.members),
      let block = document.firstBlock(in: section.content), document.nodes[block].kind == .paragraph
    else { return [] }
    return Array(links(document.content(of: block)).prefix(1))
  }

  /// The links of a range that lead to other pages.
  private func links(_ range: Range<Int>) -> [BaseType] {
    range.compactMap { index in
      guard document.nodes[index].kind == .link, let link = document.link(of: document.nodes[index]),
        !link.destination.hasPrefix("#")
      else { return nil }
      let name = document.text(of: index).located
      return name.value.isEmpty ? nil : BaseType(name: name, link: link.destination)
    }
  }
}
