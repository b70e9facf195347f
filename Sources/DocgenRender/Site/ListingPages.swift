import DocgenModel
import DocgenSupport

/// The pages of a site that are made from no file of the content.
enum ListingPages {
  /// The listing of a folder, or the home page of a locale, which leads to the indexes as well.
  static func section(
    _ site: SiteContext, locale: Int, folder: Int, facets: [Facet]
  ) throws(TemplateError) -> [PageParts.File] {
    let address = site.folders.address(ofListing: folder)
    let text = site.locales[locale]
    let name = folder == 0 ? site.settings.title(locale) : site.navigation[locale].sections[folder].name
    let title = name.isEmpty ? text["landing-title"] : name
    var view = PageView(site, locale: locale, address: address, title: title)
    view.setLanguages { _ in true }
    view.setAddresses(canonicalLocale: locale, translations: Array(site.locales.indices))
    view.setHeading(title)
    view.setBreadcrumbs(view.sectionCrumbs(site.folders.folders[folder].parent, includesSelf: true))
    var listing = Listing(view: view)
    listing.addSection(folder)
    if folder == 0 {
      listing.addIndexes(facets)
      listing.addQuality()
    }
    return try listing.finish(site.folders.listing(folder))
  }

  /// The page for an unknown address; it may be shown at any depth, so that its links start at the host.
  static func notFound(_ site: SiteContext, locale: Int) throws(TemplateError) -> [UInt8] {
    let text = site.locales[locale]
    var view = PageView(site, locale: locale, address: SiteAddress(file: "404.html"), title: text["page-not-found"])
    let base = site.basePath
    view.object["root"] = .string(base + "/")
    view.object["home"] = .string(site.home(locale).absolute(base))
    view.object["is-unlisted"] = true
    if site.locales.count > 1 {
      let items: [TemplateValue] = site.locales.enumerated().map { index, other in
        [
          "lang": .string(other.tag), "name": .string(other.language),
          "href": .string(site.home(index).absolute(base)), "current": .boolean(index == locale),
          "is-fallback": false,
        ]
      }
      view.object["languages"] = ["items": .list(items)]
    }
    return try view.render("not-found")
  }

  /// The root of the site, which offers the locales.
  static func landing(_ site: SiteContext, summaries: [PageSummary]) throws(TemplateError) -> [UInt8] {
    let home = site.catalog.page(ofFolder: "")
    let items: [TemplateValue] = site.locales.enumerated().map { index, text in
      let title = home.flatMap { summaries[$0].titles[index] } ?? text["landing-title"]
      var item = TemplateObject(capacity: 6)
      item["lang"] = .string(text.tag)
      item["dir"] = text.direction.map { .string($0) } ?? .null
      item["name"] = .string(text.language)
      item["href"] = .string(site.home(index).reference(from: SiteAddress(file: "index.html")))
      item["heading"] = .string(title)
      item["text"] = .string(text["landing-text"])
      return .object(item)
    }
    let title = site.settings.title(PageCatalog.source)
    var object = TemplateObject(capacity: 8)
    object["root"] = ""
    object["head-title"] = .string(title.isEmpty ? site.locales[PageCatalog.source]["landing-title"] : title)
    if title.isEmpty { object["site"] = ["title": .string(site.locales[PageCatalog.source]["landing-title"])] }
    object["locales"] = .list(items)
    if let origin = site.origin { object["canonical"] = .string(origin + "/") }
    var buffer = ByteBuffer(capacity: 4096)
    try site.templates.render("landing", [site.shared[PageCatalog.source], .object(object)], into: &buffer)
    return buffer.bytes
  }
}

extension Listing {
  /// Adds the way to the quality of the locale's pages, where the site shows it.
  mutating func addQuality() {
    guard let address = view.site.qualityAddress else { return }
    view.object["links"] = ["quality": .string(view.reference(to: address))]
    view.object["has-about"] = true
  }

  /// Adds the ways to the index of names and to those by what is told of them.
  mutating func addIndexes(_ facets: [Facet]) {
    let text = view.site.locales[view.locale]
    let indexes =
      [(text["index-of-names"], view.site.places.names)]
      + facets.map { (text[$0.title], FacetIndex.folder($0, view.site)) }
    addGroup(
      text["index"],
      items: indexes.map { name, folder in
        Self.item(name, href: view.reference(to: SiteAddress(file: folder + "/index.html")))
      })
  }
}
