import DocgenModel
import DocgenSupport

/// Finds where the links of one page lead.
struct PageLinks: LinkResolver {
  let site: SiteLinks
  /// The locale of the site that the page is shown in.
  let locale: Int
  /// The page.
  let page: Int

  func link(_ destination: String) -> LinkResolution {
    switch site.targets.target(of: destination, on: page, locale: locale) {
    case .page(let target, let fragment): .page(site.paths.address(of: target, from: page) + fragment)
    case .outside(let address): .outside(address)
    case .missing: image(destination).map { .page($0) } ?? .missing
    }
  }

  func image(_ destination: String) -> String? {
    if LinkTargets.scheme(of: destination) != nil || destination.utf8.first == UInt8(ascii: "/") { return nil }
    let (path, _) = LinkTargets.split(destination)
    let id = LinkTargets.joined(site.targets.folders[page], URLText.decoded(path)).lowercased()
    guard let image = site.image(id, locale: locale) else { return nil }
    let own = site.paths.pages[page]
    if image.locale == locale { return SitePaths.relative(from: own, to: URLText.encodedPath(image.path)) }
    let address = URLText.encodedPath(site.catalog.locales[image.locale] + "/" + image.path)
    return SitePaths.up(SitePaths.depth(of: own) + 1) + address
  }
}
