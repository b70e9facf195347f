import DocgenModel
import DocgenSupport

/// The part of the view model that all pages of a locale have: head, bar, languages, breadcrumbs.
struct PageView {
  let site: SiteContext
  let locale: Int
  /// The address below the locale's folder.
  let address: SiteAddress
  let root: String
  var object: TemplateObject

  init(_ site: SiteContext, locale: Int, address: SiteAddress, title: String) {
    self.site = site
    self.locale = locale
    self.address = address
    root = SitePaths.up(address.depth + 1)
    object = TemplateObject(capacity: 28)
    let siteTitle = site.settings.title(locale)
    object["root"] = .string(root)
    object["home"] = .string(reference(to: SiteAddress(file: "index.html"), in: locale))
    object["head-title"] = .string(siteTitle.isEmpty || siteTitle == title ? title : title + " · " + siteTitle)
  }

  /// Sets the title of a page in words.
  mutating func setHeading(_ title: String) {
    var buffer = ByteBuffer()
    buffer.appendText(title)
    object["heading"] = .bytes(buffer.bytes)
  }

  /// The list of the locales.
  ///
  /// - Parameters:
  ///   - other: The page's address below a locale's folder, where it is not the same as here.
  ///   - isTranslated: Whether the page is in the locale's language there.
  mutating func setLanguages(address other: (Int) -> SiteAddress? = { _ in nil }, isTranslated: (Int) -> Bool) {
    guard site.locales.count > 1 else { return }
    var items: [TemplateValue] = []
    items.reserveCapacity(site.locales.count)
    for (index, text) in site.locales.enumerated() {
      var item = TemplateObject(capacity: 5)
      item["lang"] = .string(text.tag)
      item["name"] = .string(text.language)
      item["href"] = .string(reference(to: other(index) ?? address, in: index))
      item["current"] = .boolean(index == locale)
      item["is-fallback"] = .boolean(!isTranslated(index))
      items.append(.object(item))
    }
    object["languages"] = ["items": .list(items)]
  }

  /// The canonical address, and those in other languages, where the site's address is known.
  mutating func setAddresses(canonicalLocale: Int, translations: [Int]) {
    guard let origin = site.origin else { return }
    object["canonical"] = .string(absoluteAddress(canonicalLocale, origin))
    guard canonicalLocale == locale, translations.count > 1 else { return }
    var alternates: [TemplateValue] = translations.map {
      ["hreflang": .string(site.locales[$0].tag), "url": .string(absoluteAddress($0, origin))]
    }
    let fallback = translations.contains(PageCatalog.source) ? PageCatalog.source : translations[0]
    alternates.append(["hreflang": "x-default", "url": .string(absoluteAddress(fallback, origin))])
    object["alternates"] = .list(alternates)
  }

  /// The address of the page in a locale, from the host on.
  func absoluteAddress(_ locale: Int, _ origin: String) -> String {
    site.address(address, in: locale).absolute(origin)
  }

  /// How the page writes the address of a file below its locale's folder.
  func reference(to target: SiteAddress) -> String { target.reference(from: address) }

  /// How the page writes the address of a file below a locale's folder.
  func reference(to target: SiteAddress, in other: Int) -> String {
    if other == locale { return reference(to: target) }
    return site.address(target, in: other).reference(from: site.address(address, in: locale))
  }

  /// How the page writes the address of what an entry of the navigation leads to.
  func reference(to target: Navigation.Target) -> String? {
    switch target {
    case .page(let page): reference(to: site.paths.pages[page])
    case .folder(let folder): reference(to: site.folders.address(ofListing: folder))
    case .outside(let address): address
    case .none: nil
    }
  }

  static func link(_ name: String, _ href: String) -> TemplateValue {
    ["name": .string(name), "label": .bytes(NameBreaks.title(name)), "href": .string(href)]
  }

  /// Renders a template with the model.
  func render(_ template: String, capacity: Int = 16384) throws(TemplateError) -> [UInt8] {
    var buffer = ByteBuffer(capacity: capacity)
    try site.templates.render(template, [site.shared[locale], .object(object)], into: &buffer)
    return buffer.bytes
  }
}
