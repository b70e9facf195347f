import DocgenModel

/// A page that lists others: a section, a home page, an index of names.
struct Listing {
  var view: PageView
  private var groups: [TemplateValue] = []
  private var usedIDs: Set<String> = ["main"]

  /// Starts with the model of the page around the list.
  init(view: PageView) {
    self.view = view
  }

  /// Adds a group; one without items is left out.
  mutating func addGroup(
    id: String? = nil, _ name: String?, items: [TemplateValue], isPlain: Bool = false, count: Bool = false
  ) {
    guard !items.isEmpty else { return }
    var group = TemplateObject(capacity: 5)
    // Members that a group lacks would be looked up in the page's model.
    group["id"] = id.map { usedIDs.insert($0).inserted ? .string($0) : .null } ?? .null
    group["name"] = name.map { .string($0) } ?? .null
    group["count"] = count ? .string(String(items.count)) : .null
    group["class"] = isPlain ? "plain" : .null
    group["items"] = .list(items)
    groups.append(.object(group))
  }

  /// An item of a group.
  static func item(
    _ name: String, href: String, kind: TemplateValue = .null, text: String? = nil, count: Int? = nil
  ) -> TemplateValue {
    var item = TemplateObject(capacity: 6)
    item["name"] = .string(name)
    item["label"] = .string(NameBreaks.html(name))
    item["href"] = .string(href)
    item["kind"] = kind
    item["count"] = count.map { .string(String($0)) } ?? .null
    item["text"] = text.map { .string($0) } ?? .null
    return .object(item)
  }

  /// Adds the parts of a folder: its entries by the titles they stand under, its other pages, its subfolders.
  mutating func addSection(_ folder: Int) {
    let navigation = view.site.navigation[view.locale]
    let section = navigation.sections[folder]
    let text = view.site.locales[view.locale]
    let rootName = section.root.map { section.nodes[$0].name }
    addNodes(section.children(of: section.root), of: section, title: rootName, self: section.root)
    let unlisted = Array(section.firstUnlisted..<section.nodes.count)
    addGroup(
      section.firstUnlisted == 0 ? nil : text["more"], items: items(unlisted, of: section), isPlain: true)
    let subfolders = view.site.folders.folders[folder].subfolders
    addGroup(
      groups.isEmpty ? nil : text["pages-in-section"],
      items: subfolders.compactMap { subfolder in
        view.address(of: .folder(subfolder)).map { Self.item(navigation.sections[subfolder].name, href: $0) }
      })
  }

  /// Adds entries: those without entries of their own as one group, and a group for each of the others.
  private mutating func addNodes(_ nodes: [Int], of section: Navigation.Section, title: String?, self node: Int?) {
    let leaves = nodes.filter { section.nodes[$0].end == $0 + 1 }
    addGroup(title, items: items((node.map { [$0] } ?? []) + leaves, of: section), isPlain: true)
    for node in nodes where section.nodes[node].end > node + 1 {
      addNodes(section.children(of: node), of: section, title: section.nodes[node].name, self: node)
    }
  }

  private func items(_ nodes: [Int], of section: Navigation.Section) -> [TemplateValue] {
    nodes.compactMap { index in
      guard let href = view.address(of: section.nodes[index].target), href != view.fileName else { return nil }
      return Self.item(section.nodes[index].name, href: href)
    }
  }

  /// Renders the page.
  func finish(capacity: Int = 16384) throws(TemplateError) -> [UInt8] {
    var view = view
    view.object["groups"] = .list(groups)
    return try view.render("index", capacity: capacity)
  }
}
