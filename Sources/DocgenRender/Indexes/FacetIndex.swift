import DocgenModel
import DocgenSupport

/// An index of the names that a locale's pages document, by what they share: a page that lists the groups, and a page for
/// each of them.
struct FacetIndex: Sendable {
  private struct Group: Sendable {
    /// The spelling that most pages have.
    var name: String
    /// The file below the folder of the index.
    var file: String
    /// Names and their pages, in the order of the names.
    var entries: [(name: String, page: Int)]
  }

  /// A page of the index: its first, or that of a group.
  struct Part: Sendable {
    fileprivate var group: Int?
  }

  let facet: Facet
  private let site: SiteContext
  private let locale: Int
  private let groups: [Group]

  /// Groups the names; there is nothing to render where no page says what it belongs to.
  init(_ site: SiteContext, locale: Int, facet: Facet, summaries: [PageSummary]) {
    self.site = site
    self.locale = locale
    self.facet = facet
    var spellings: [String: [String: Int]] = [:]
    var entries: [String: [(name: String, page: Int)]] = [:]
    for (page, summary) in summaries.enumerated() {
      guard let name = summary.names.first else { continue }
      for value in Self.values(of: summary, facet) {
        let key = value.lowercased()
        spellings[key, default: [:]][value, default: 0] += 1
        entries[key, default: []].append((name, page))
      }
    }
    let text = site.locales[locale]
    var groups = entries.map { key, entries in
      let spelling = spellings[key]?.max { left, right in
        left.value != right.value ? left.value < right.value : right.key < left.key
      }
      let name = facet == .kind ? text.text("kinds-" + key) ?? key : spelling?.key ?? key
      return (key: key, group: Group(name: name, file: "", entries: entries.sorted(by: Self.isBefore)))
    }
    groups.sort { left, right in
      let names = (left.group.name.lowercased(), right.group.name.lowercased())
      return names.0 != names.1 ? names.0 < names.1 : left.key < right.key
    }
    // Names of files must differ, and be the same in every locale.
    var taken: Set<String> = ["index.html"]
    for index in groups.indices.sorted(by: { groups[$0].key < groups[$1].key }) {
      let slug = Self.slug(groups[index].key)
      var number = 1
      repeat {
        groups[index].group.file = number == 1 ? slug + ".html" : "\(slug)-\(number).html"
        number += 1
      } while !taken.insert(groups[index].group.file).inserted
    }
    self.groups = groups.map(\.group)
  }

  private static func values(of summary: PageSummary, _ facet: Facet) -> [String] {
    if facet == .kind { return summary.kind.map { [$0] } ?? [] }
    return summary.facets.compactMap { $0.facet == facet ? $0.text : nil }
  }

  private static func isBefore(_ left: (name: String, page: Int), _ right: (name: String, page: Int)) -> Bool {
    let names = (left.name.lowercased(), right.name.lowercased())
    return names.0 != names.1 ? names.0 < names.1 : left.page < right.page
  }

  /// No name of a file is longer than this and what makes it differ from others.
  private static let longestSlug = 200

  /// Letters, digits and points of a name.
  private static func slug(_ key: String) -> String {
    var slug: [UInt8] = []
    for byte in key.utf8.prefix(longestSlug) {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"): slug.append(byte)
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  /// Empty if there are no groups.
  var parts: [Part] { groups.isEmpty ? [] : [Part(group: nil)] + groups.indices.map { Part(group: $0) } }

  /// The folder of the index below a locale's folder.
  static func folder(_ facet: Facet, _ site: SiteContext) -> String { site.places.names + "/by-" + facet.rawValue }

  /// The path of a page below the locale's folder.
  func path(of part: Part) -> String {
    Self.folder(facet, site) + "/" + (part.group.map { groups[$0].file } ?? "index.html")
  }

  func render(_ part: Part) throws(TemplateError) -> [UInt8] {
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
        items: group.entries.map { entry in
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
            group.name, href: SiteAddress(file: group.file).referenceInFolder, count: group.entries.count)
        },
        isPlain: true)
    }
    return try listing.finish(capacity: 65536)
  }
}
