import DocgenModel
import DocgenSupport

/// A page that lists others: a section, a home page, an index of names.
struct Listing {
  var view: PageView
  private var groups: [TemplateValue] = []
  private var usedIDs: Set<String> = [PageAnchor.main]

  /// Starts with the model of the page around the list.
  init(view: PageView) {
    self.view = view
  }

  /// Adds a group, whose name leads to its own page where there is one; one that leads nowhere is left out.
  mutating func addGroup(
    id: String? = nil, _ name: String?, href: String? = nil, items: [TemplateValue], isPlain: Bool = false,
    count: Bool = false
  ) {
    guard !items.isEmpty || href != nil else { return }
    var group = TemplateObject(capacity: 7)
    // Members that a group lacks would be looked up in the page's model.
    group["id"] = id.map { usedIDs.insert($0).inserted ? .string($0) : .null } ?? .null
    group["name"] = name.map { .string($0) } ?? .null
    group["href"] = href.map { .string($0) } ?? .null
    group["has-items"] = .boolean(!items.isEmpty)
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
        view.reference(to: .folder(subfolder)).map { Self.item(navigation.sections[subfolder].name, href: $0) }
      })
  }

  /// Adds entries: those without entries of their own as one group, and a group for each of the others.
  private mutating func addNodes(_ nodes: [Int], of section: Navigation.Section, title: String?, self node: Int?) {
    let leaves = nodes.filter { section.nodes[$0].end == $0 + 1 }
    addGroup(
      title, href: node.flatMap { address(of: $0, in: section) }, items: items(leaves, of: section), isPlain: true)
    for node in nodes where section.nodes[node].end > node + 1 {
      addNodes(section.children(of: node), of: section, title: section.nodes[node].name, self: node)
    }
  }

  private func items(_ nodes: [Int], of section: Navigation.Section) -> [TemplateValue] {
    nodes.compactMap { node in address(of: node, in: section).map { Self.item(section.nodes[node].name, href: $0) } }
  }

  /// Where an entry leads, if not to this page.
  private func address(of node: Int, in section: Navigation.Section) -> String? {
    view.reference(to: section.nodes[node].target).flatMap { $0 == view.address.referenceInFolder ? nil : $0 }
  }

  /// Renders the page at a path below its locale's folder; a long list becomes several pages.
  func finish(_ path: String, capacity: Int = 16384) throws(TemplateError) -> [PageParts.File] {
    var view = view
    view.object["groups"] = .list(groups)
    let page = try view.render("index", capacity: capacity)
    guard page.count > PageParts.pageLimit, let list = Self.list(in: page) else {
      return [PageParts.File(path: path, bytes: page)]
    }
    view.object["groups"] = .null
    return try PageParts(view: view, template: "index", slot: "listing", path: path).files(page, dividing: list)
  }

  /// What the element of the list holds.
  private static func list(in page: [UInt8]) -> [UInt8]? {
    let start = Array("<div class=\"listing\">\n".utf8)
    guard let begin = ByteSearch.firstIndex(of: start, in: page, from: 0).map({ $0 + start.count }),
      let end = ByteSearch.firstIndex(of: Array("</div>".utf8), in: page, from: begin)
    else { return nil }
    return Array(page[begin..<end])
  }
}
