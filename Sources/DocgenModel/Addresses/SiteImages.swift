/// The images of a project that its site holds, which are all of its files besides pages that links may lead to.
package struct SiteImages: Sendable {
  /// An image, by the folder of a locale and the path below it.
  package struct Image: Equatable, Sendable {
    /// The index of the locale.
    package var locale: Int
    /// The path below the locale's folder.
    package var path: String
  }

  /// All of them, by locale and path.
  package let all: [Image]
  /// The paths of each locale by what they are in lower case.
  private let paths: [[String: String]]

  /// Takes the images of a catalog; drawings, which can hold scripts, only from the source's folder.
  package init(_ catalog: PageCatalog) {
    all = catalog.resources.compactMap { resource in
      guard let dot = resource.path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
      switch resource.path[resource.path.utf8.index(after: dot)...].lowercased() {
      case "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico": break
      case "svg": if resource.locale != PageCatalog.source { return nil }
      default: return nil
      }
      return Image(locale: resource.locale, path: resource.path)
    }
    var paths = [[String: String]](repeating: [:], count: catalog.locales.count)
    for image in all { paths[image.locale][image.path.lowercased()] = image.path }
    self.paths = paths
  }

  /// The image at a path in lower case: the locale's own, or else the source's.
  package func image(at path: String, locale: Int) -> Image? {
    if let path = paths[locale][path] { return Image(locale: locale, path: path) }
    return paths[PageCatalog.source][path].map { Image(locale: PageCatalog.source, path: $0) }
  }
}
