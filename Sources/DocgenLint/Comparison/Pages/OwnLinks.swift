import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Where the links of one page lead, for those that are the page's own and have to be looked after.
///
/// What the site would show as text leads nowhere. A link that a translation has from its source is looked at once, in
/// the source.
struct OwnLinks: MessageSource {
  struct Messages: MessageSet {
    let noImage = MessageForm<String>("there is no image '{1}'; add the file, or correct the path")
    let noDestination = PlainMessage("the link has no destination; write one, or remove the link")
    let unknownScheme = MessageForm<String>(
      "the site follows no links that start with '{1}:'; link to a page or to 'https:'")
    let notOnSite = MessageForm<String>(
      "the file '{1}' is no page and no image, and is not on the site; link to a page")
    let nothing = MessageForm<String>("there is no page or file '{1}'; correct or remove the link")
  }

  enum Target {
    /// A page of the project, by its index, and the anchor that the link names there.
    case page(Int, anchor: String)
    /// Nowhere, in words.
    case missing(Message)
    /// A path into a folder that the project does not have, which may belong to a part of it that is elsewhere; with a
    /// slash before it, one that no mapping of the configuration has.
    case elsewhere(folder: String)
  }

  private(set) var links: [(link: PageLink, target: Target)] = []
  /// The links to other pages of the project, which are there.
  private(set) var pages: [(page: Int, span: SourceSpan)] = []

  init(_ context: PageContext) {
    let catalog = context.project.links.catalog
    guard !context.inventory.links.isEmpty, let page = catalog.index(of: context.apiPage.id) else { return }
    let inherited = context.source?.inventory.links ?? []
    var known: Set<String>?
    for (position, link) in context.inventory.links.enumerated() {
      if position < inherited.count, inherited[position].destination == link.destination { continue }
      if context.source != nil {
        if known == nil { known = Set(inherited.map(\.destination)) }
        if known?.contains(link.destination) == true { continue }
      }
      if let target = link.isImage ? Self.target(ofImage: link, on: page, context) : target(of: link, on: page, context)
      {
        links.append((link, target))
      }
    }
  }

  private mutating func target(of link: PageLink, on page: Int, _ context: PageContext) -> Target? {
    let destination = link.destination
    switch context.project.links.target(of: destination, on: page, locale: context.page.locale) {
    case .page(let target, let fragment):
      if target != page { pages.append((target, link.span)) }
      // Links within the page are looked up there.
      let isOwn = destination.utf8.first == UInt8(ascii: "#") || destination.utf8.first == UInt8(ascii: "?")
      return fragment.isEmpty || isOwn ? nil : .page(target, anchor: URLText.decoded(fragment.dropFirst()))
    case .image, .file, .folder, .outside: return nil
    // Where macros lead beyond the project, the dialect knows.
    case .missing: return link.isOfToken || link.isOfTemplate ? nil : Self.missing(link, on: page, context)
    }
  }

  private static func target(ofImage link: PageLink, on page: Int, _ context: PageContext) -> Target? {
    let links = context.project.links
    guard !link.destination.isEmpty, !link.isOfTemplate, LinkTargets.isRelative(link.destination),
      !isAlias(link.destination, context),
      links.image(at: link.destination, on: page, locale: context.page.locale) == nil
    else { return nil }
    let path = LinkTargets.id(of: LinkTargets.split(link.destination).path, from: links.folders[page])
    return .missing(Self.messages.noImage(path))
  }

  /// Whether a path begins with what the publisher's own program knows the folder of.
  private static func isAlias(_ destination: String, _ context: PageContext) -> Bool {
    context.page.linkStyle.aliases.contains { destination.hasPrefix($0) }
  }

  private static func missing(_ link: PageLink, on page: Int, _ context: PageContext) -> Target? {
    let destination = link.destination
    let project = context.project
    if destination.isEmpty { return .missing(Self.messages.noDestination) }
    if isAlias(destination, context) { return nil }
    if destination.utf8.first == UInt8(ascii: "/") {
      // A project without any mapping leaves such links to its host.
      guard project.links.hasMappings else { return nil }
      return .elsewhere(folder: "/" + (destination.split(separator: "/", maxSplits: 1).first ?? ""))
    }
    if let scheme = LinkTargets.scheme(of: destination) {
      if link.isPlaceholder(in: context.page) || context.page.linkStyle.schemes.contains(scheme) { return nil }
      return .missing(Self.messages.unknownScheme(scheme))
    }
    let path = LinkTargets.id(of: LinkTargets.split(destination).path, from: project.links.folders[page])
    if project.files.contains(path, locale: context.page.locale) {
      return .missing(Self.messages.notOnSite(path))
    }
    if let folder = ProjectFiles.topFolder(of: path), !project.files.hasFolder(folder) {
      return .elsewhere(folder: folder)
    }
    return .missing(Self.messages.nothing(path))
  }
}
