import DocgenModel
import DocgenSupport

/// Where the links of one page lead, for those that are the page's own.
///
/// A link that a translation has from its source is looked at once, in the source.
struct LinkTargets {
  enum Target {
    /// A page of the project, by its index, and the anchor that the link names there.
    case page(Int, fragment: String?)
    /// A file of the project that is no page.
    case file
    /// A path that leads nowhere.
    case missing(path: String)
    /// A path into a folder that the project does not have, which may belong to a part of it that is elsewhere.
    case elsewhere(folder: String)
  }

  private(set) var links: [(link: ProseLink, target: Target)] = []

  init(_ context: PageContext) {
    let inherited = context.source?.inventory.links ?? []
    var known: Set<String>?
    for (position, link) in context.inventory.links.enumerated() {
      if position < inherited.count, inherited[position].destination == link.destination { continue }
      if context.source != nil {
        if known == nil { known = Set(inherited.map(\.destination)) }
        if known?.contains(link.destination) == true { continue }
      }
      guard let target = Self.target(of: link, in: context) else { continue }
      links.append((link, target))
    }
  }

  private static func target(of link: ProseLink, in context: PageContext) -> Target? {
    let destination = link.destination
    guard !destination.isEmpty, !LinkPath.isOutside(destination) else { return nil }
    let project = context.project
    let (path, fragment) = LinkPath.parts(destination)
    let anchor = fragment.flatMap { $0.isEmpty ? nil : LinkPath.decoded($0) }
    // Links within the page are looked up there.
    if path.isEmpty { return nil }
    let id = context.apiPage.id
    let folder = id.utf8.lastIndex(of: UInt8(ascii: "/")).map { id[...$0] } ?? ""
    let full = LinkPath.resolved(path, from: folder)
    if project.files.contains(full, locale: context.page.locale) { return .file }
    if !link.isImage, let page = page(full, project.catalog) { return .page(page, fragment: anchor) }
    if let folder = LinkPath.topFolder(of: full), !project.files.hasFolder(folder) { return .elsewhere(folder: folder) }
    return .missing(path: full)
  }

  private static func page(_ path: String, _ catalog: PageCatalog) -> Int? {
    for ending in [".md", ".html", ".htm"] where path.hasSuffix(ending) {
      if let page = catalog.index(of: String(path.dropLast(ending.utf8.count))) { return page }
    }
    return catalog.index(of: path) ?? catalog.index(of: path.isEmpty ? "index" : path + "/index")
  }
}
