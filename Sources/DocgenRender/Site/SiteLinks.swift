import DocgenModel
import DocgenSupport

/// What links and images of all pages can lead to.
final class SiteLinks: Sendable {
  struct Image: Sendable {
    var locale: Int
    /// The path below the locale's folder.
    var path: String
  }

  let targets: LinkTargets
  /// The images of each locale by their path in lower case.
  private let images: [[String: String]]

  var catalog: PageCatalog { targets.catalog }
  var paths: SitePaths { targets.paths }

  init(_ catalog: PageCatalog, paths: SitePaths, images: [Image], mappings: [LinkMapping]) {
    targets = LinkTargets(catalog, paths: paths, mappings: mappings)
    var byPath = [[String: String]](repeating: [:], count: catalog.locales.count)
    for image in images { byPath[image.locale][image.path.lowercased()] = image.path }
    self.images = byPath
  }

  /// The image at a path in lower case: the locale's own, or else the source's.
  func image(_ id: String, locale: Int) -> Image? {
    if let path = images[locale][id] { return Image(locale: locale, path: path) }
    return images[PageCatalog.source][id].map { Image(locale: PageCatalog.source, path: $0) }
  }
}
