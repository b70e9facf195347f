import DocgenModel
import DocgenSupport

/// Finds the addresses that the links of one page have there.
struct PageLinks: LinkResolver {
  let targets: LinkTargets
  let paths: SitePaths
  /// The locale of the site that the page is shown in.
  let locale: Int
  /// The page.
  let page: Int

  func link(_ destination: String) -> LinkResolution { link(destination, writtenOn: page) }

  /// The address on this page of what another page writes as a link's destination.
  func link(_ destination: String, writtenOn origin: Int) -> LinkResolution {
    switch targets.target(of: destination, on: origin, locale: locale) {
    case .page(let target, let fragment): .page(paths.address(of: target, from: page) + fragment)
    case .image(let image): .page(address(of: image))
    case .outside(let address): .outside(address)
    case .missing: targets.isUnpublished(destination, on: origin) ? .unpublished : .missing
    }
  }

  func image(_ destination: String) -> String? {
    targets.image(at: destination, on: page, locale: locale).map(address)
  }

  private func address(of image: SiteImages.Image) -> String {
    let own = paths.pages[page]
    if image.locale == locale { return SitePaths.relative(from: own, to: URLText.encodedPath(image.path)) }
    let address = URLText.encodedPath(targets.catalog.locales[image.locale] + "/" + image.path)
    return SitePaths.up(SitePaths.depth(of: own) + 1) + address
  }
}
