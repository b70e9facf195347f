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
  /// The paths of the files whose content stands at the place, each included by the one before; the page's is none of them.
  var including: [String] = []
  /// Takes the files that the page offers.
  var offers: PageOffers?

  func link(_ destination: String) -> LinkResolution { link(destination, writtenOn: page, in: including.last) }

  /// The address on this page of what another page writes as a link's destination.
  func link(_ destination: String, writtenOn origin: Int, in file: String? = nil) -> LinkResolution {
    let folder = file.map { SitePaths.folder(of: $0).lowercased() }
    return switch targets.target(of: destination, on: origin, in: folder, locale: locale) {
    case .page(let target, let fragment): .page(paths.address(of: target, from: page) + fragment)
    case .image(let image): .page(address(of: image))
    case .file(let file): .page(offered(file))
    case .folder(let folder): .page(SiteAddress(file: folder + "/index.html").reference(from: paths.pages[page]))
    case .outside(let address): .outside(address)
    case .missing: targets.isUnpublished(destination, on: origin) ? .unpublished : .missing
    }
  }

  func image(_ destination: String) -> String? {
    let folder = including.last.map { SitePaths.folder(of: $0).lowercased() }
    return targets.image(at: destination, on: page, in: folder, locale: locale).map(address)
  }

  private func offered(_ file: SiteImages.Image) -> String {
    targets.offer(file)
    offers?.add(file)
    return address(of: file)
  }

  private func address(of image: SiteImages.Image) -> String {
    let own = paths.pages[page]
    let address = SiteAddress(file: image.path)
    if image.locale == locale { return address.reference(from: own) }
    let folders = targets.catalog.locales
    return address.below(folder: folders[image.locale]).reference(from: own.below(folder: folders[locale]))
  }
}
