import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The names that a page leads to, with the anchors that were written.
extension PageContent {
  /// The page's sections that name something, its members, return codes and parameters.
  ///
  /// - Parameters:
  ///   - isOfType: Whether the page is about a type, whose members the sections are.
  ///   - kind: What the sections are, where the page says that it lists such things.
  /// - Returns: In the order of the page, sections first.
  func searchEntries(isOfType: Bool, kind: PageKind?) -> [SearchEntry] {
    var entries: [SearchEntry] = []
    for (number, section) in page.facts.sections.enumerated() {
      guard section.role == nil, !isFact(section.heading), let name = Self.name(inHeading: section.title.value),
        let anchor = writer.anchors.heading(section.heading)
      else { continue }
      let entry = SearchEntry(
        name: name, origin: isOfType ? .member : .section, kind: kind?.name ?? (isOfType ? "member" : "section"),
        anchor: anchor, group: number + 1)
      entries.append(entry)
    }
    for member in page.facts.members {
      let entry = SearchEntry(
        name: Self.withoutArguments(member.name.value), origin: member.link == nil ? .listed : .linked,
        kind: Self.kind(of: member),
        anchor: anchor(ofFact: member.node))
      entries.append(entry)
    }
    for code in page.facts.returnCodes {
      let anchor = anchor(ofFact: code.node)
      var names = [code.value?.value, code.alternateValue?.value].compactMap { $0 }
      if let name = code.name?.value, code.isSymbolic { names.append(name) }
      entries += names.map { SearchEntry(name: $0, origin: .returnCode, kind: "return-code", anchor: anchor) }
    }
    for parameter in page.facts.parameters where !parameter.name.value.isEmpty {
      let entry = SearchEntry(
        name: parameter.name.value, origin: .parameter, kind: "parameter", anchor: anchor(ofFact: parameter.node),
        group: parameter.owner.map { $0 + 1 } ?? 0)
      entries.append(entry)
    }
    return entries
  }

  private func isFact(_ node: Int) -> Bool {
    index.parameters[node] != nil || index.members[node] != nil || index.returnCodes[node] != nil
  }

  /// The anchor that leads to a fact: its own, or that of its heading.
  private func anchor(ofFact node: Int) -> String? { writer.factAnchors[node] ?? writer.anchors.heading(node) }

  private static func kind(of member: Member) -> String {
    switch member.role {
    case .methods: PageKind.method.name
    case .properties: PageKind.property.name
    case .fields: PageKind.field.name
    case .constants: PageKind.constant.name
    case .events: PageKind.event.name
    default: "member"
    }
  }

  /// The name that a heading is, without arguments; `nil` for one in words.
  static func name(inHeading title: String) -> String? {
    let name = withoutArguments(title)
    let words = name.split(separator: " ")
    guard let first = words.first else { return nil }
    if words.count == 1 { return String(first) }
    return words.count <= 3 && words.contains(where: { SearchableNames.isSymbol($0) }) ? name : nil
  }

  /// A name without what stands in parentheses at its end; empty ones are kept (`operator()`).
  private static func withoutArguments(_ name: String) -> String {
    guard let open = name.utf8.firstIndex(of: UInt8(ascii: "(")), open > name.startIndex,
      name.utf8.last == UInt8(ascii: ")"), name.utf8.index(after: open) < name.utf8.index(before: name.endIndex)
    else { return name }
    var rest = name[..<open]
    while rest.utf8.last == 0x20 { rest.removeLast() }
    return rest.isEmpty ? name : String(rest)
  }
}
