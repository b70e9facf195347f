import DocgenModel
import DocgenSupport

/// The part of the view model that all pages of a locale have: head, bar, languages, breadcrumbs.
struct PageView {
  let site: Site
  let locale: Int
  /// The path below the locale's folder, percent-encoded.
  let path: String
  let root: String
  var object: TemplateObject

  init(_ site: Site, locale: Int, path: String, title: String) {
    self.site = site
    self.locale = locale
    self.path = path
    root = Site.root(from: path)
    object = TemplateObject(capacity: 28)
    let siteTitle = site.settings.title(locale)
    object["root"] = .string(root)
    object["home"] = .string(root + site.folder(locale) + "/index.html")
    object["head-title"] = .string(siteTitle.isEmpty || siteTitle == title ? title : title + " · " + siteTitle)
  }

  /// The list of the locales.
  ///
  /// - Parameters:
  ///   - other: The page's path below a locale's folder, percent-encoded, where it is not the same as here.
  ///   - isTranslated: Whether the page is in the locale's language there.
  mutating func setLanguages(path other: (Int) -> String? = { _ in nil }, isTranslated: (Int) -> Bool) {
    guard site.locales.count > 1 else { return }
    var items: [TemplateValue] = []
    items.reserveCapacity(site.locales.count)
    for (index, text) in site.locales.enumerated() {
      var item = TemplateObject(capacity: 5)
      item["lang"] = .string(text.tag)
      item["name"] = .string(text.language)
      item["href"] = .string(
        index == locale ? fileName : root + site.folder(index) + "/" + (other(index) ?? path))
      item["current"] = .boolean(index == locale)
      item["is-fallback"] = .boolean(!isTranslated(index))
      items.append(.object(item))
    }
    object["languages"] = ["items": .list(items)]
  }

  /// The canonical address, and those in other languages, where the site's address is known.
  mutating func setAddresses(canonicalLocale: Int, translations: [Int]) {
    guard let origin = site.origin else { return }
    object["canonical"] = .string(address(canonicalLocale, origin))
    guard canonicalLocale == locale, translations.count > 1 else { return }
    var alternates: [TemplateValue] = translations.map {
      ["hreflang": .string(site.locales[$0].tag), "url": .string(address($0, origin))]
    }
    let fallback = translations.contains(PageCatalog.source) ? PageCatalog.source : translations[0]
    alternates.append(["hreflang": "x-default", "url": .string(address(fallback, origin))])
    object["alternates"] = .list(alternates)
  }

  /// The address of the page in a locale, from the host on.
  func address(_ locale: Int, _ origin: String) -> String {
    origin + "/" + site.folder(locale) + "/" + path
  }

  /// The last part of the path.
  var fileName: String {
    let name = path[SitePaths.folder(of: path).endIndex...]
    return name.isEmpty ? "./" : String(name)
  }

  /// The relative address of another path below the locale's folder.
  func relative(_ target: String) -> String { SitePaths.relative(from: path, to: target) }

  /// The relative address of what an entry of the navigation leads to.
  func address(of target: Navigation.Target) -> String? {
    switch target {
    case .page(let page): relative(site.paths.pages[page])
    case .folder(let folder): relative(URLText.encodedPath(site.folders.listing(folder)))
    case .outside(let address): address
    case .none: nil
    }
  }

  static func link(_ name: String, _ href: String) -> TemplateValue {
    ["name": .string(name), "href": .string(href)]
  }

  /// Renders a template with the model.
  func render(_ template: String, capacity: Int = 16384) throws(TemplateError) -> [UInt8] {
    var buffer = ByteBuffer(capacity: capacity)
    try site.templates.render(template, [site.shared[locale], .object(object)], into: &buffer)
    return buffer.bytes
  }
}
