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
    let address = SiteAddress(file: image.path)
    if image.locale == locale { return address.reference(from: own) }
    let folders = targets.catalog.locales
    return address.below(folder: folders[image.locale]).reference(from: own.below(folder: folders[locale]))
  }
}
