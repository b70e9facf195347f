import DocgenModel
import DocgenSupport

/// An index of the names that a locale's pages document, by what they share: a page that lists the groups, and a page for
/// each of them.
struct FacetIndex: Sendable {
  /// A page of the index: its first, or that of a group.
  struct Part: Sendable {
    fileprivate var group: Int?
  }

  let facet: Facet
  private let site: SiteContext
  private let locale: Int
  /// The groups with their names in the locale.
  private let groups: [(name: String, group: FacetGroup)]

  /// Takes the groups of a facet; there is nothing to render where no page says what it belongs to.
  init(_ site: SiteContext, locale: Int, facet: Facet, groups: [FacetGroup]) {
    self.site = site
    self.locale = locale
    self.facet = facet
    let text = site.locales[locale]
    self.groups = groups.map { group in
      (name: facet == .kind ? text.text("kinds-" + group.key) ?? group.key : group.spelling, group: group)
    }.sorted { left, right in
      let names = (left.name.lowercased(), right.name.lowercased())
      return names.0 != names.1 ? names.0 < names.1 : left.group.key < right.group.key
    }
  }

  /// Empty if there are no groups.
  var parts: [Part] { groups.isEmpty ? [] : [Part(group: nil)] + groups.indices.map { Part(group: $0) } }

  /// The folder of the index below a locale's folder.
  static func folder(_ facet: Facet, _ site: SiteContext) -> String {
    site.places.names + "/" + FacetGroup.folder(facet)
  }

  /// The path of a page below the locale's folder.
  func path(of part: Part) -> String {
    Self.folder(facet, site) + "/" + (part.group.map { groups[$0].group.file } ?? "index.html")
  }

  func render(_ part: Part) throws(TemplateError) -> [PageParts.File] {
    let text = site.locales[locale]
    let name = text[facet.title]
    let group = part.group.map { groups[$0] }
    let title = group?.name ?? name
    var view = PageView(site, locale: locale, address: SiteAddress(file: path(of: part)), title: title)
    view.setLanguages { _ in true }
    view.setAddresses(canonicalLocale: locale, translations: Array(site.locales.indices))
    view.setHeading(title)
    let names = PageView.link(text["index-of-names"], "../index.html")
    view.setBreadcrumbs(group == nil ? [names] : [names, PageView.link(name, "index.html")])
    var listing = Listing(view: view)
    if let group {
      listing.addGroup(
        nil,
        items: group.group.entries.map { entry in
          let section = site.folders.ofPage[entry.page]
          return Listing.item(
            entry.name, href: view.reference(to: site.paths.pages[entry.page]),
            text: site.navigation[locale].sections[section].name)
        })
    } else {
      listing.addGroup(
        nil,
        items: groups.map { group in
          Listing.item(
            group.name, href: SiteAddress(file: group.group.file).referenceInFolder, count: group.group.entries.count)
        },
        isPlain: true)
    }
    return try listing.finish(path(of: part), capacity: 65536)
  }
}
