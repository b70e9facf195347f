/// The images of a project that its site holds, which are all of its files besides pages that links may lead to.
package struct SiteImages: Sendable {
  /// An image, by the folder of a locale and the path below it.
  package struct Image: Equatable, Sendable {
    /// The index of the locale.
    package var locale: Int
    /// The path below the locale's folder.
    package var path: String
    /// The path of the file relative to the content directory.
    package var file: String

    /// Names a file by its locale and its paths.
    package init(locale: Int, path: String, file: String) {
      self.locale = locale
      self.path = path
      self.file = file
    }
  }

  /// All of them, by locale and path.
  package let all: [Image]
  /// Other files that a page may offer to readers, of each locale by their paths in lower case.
  private let downloads: [[String: Image]]
  /// Those of each locale by their paths in lower case.
  private let images: [[String: Image]]

  /// Takes the images of a catalog; drawings, which can hold scripts, only from the source's folder.
  package init(_ catalog: PageCatalog) {
    downloads = Self.downloads(catalog)
    all = catalog.resources.compactMap { resource in
      guard let dot = resource.path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
      switch resource.path[resource.path.utf8.index(after: dot)...].lowercased() {
      case "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico": break
      case "svg": if resource.locale != PageCatalog.source { return nil }
      default: return nil
      }
      return Image(locale: resource.locale, path: resource.path, file: resource.file)
    }
    var images = [[String: Image]](repeating: [:], count: catalog.locales.count)
    for image in all { images[image.locale][image.path.lowercased()] = image }
    self.images = images
  }

  /// Endings of files that browsers show as pages, or that say how a site is made.
  private static let undelivered: Set<String> = [
    "asp", "aspx", "cgi", "htm", "html", "js", "jsp", "markdown", "md", "mdx", "mht", "mhtml", "mjs", "php", "shtml",
    "svg",
    "swf", "xht", "xhtml", "xml", "xsl", "xslt",
  ]

  private static func downloads(_ catalog: PageCatalog) -> [[String: Image]] {
    var files = [[String: Image]](repeating: [:], count: catalog.locales.count)
    for resource in catalog.resources {
      let name = resource.path.utf8[SitePaths.folder(of: resource.path).endIndex...]
      guard name.first != UInt8(ascii: "."), let dot = name.lastIndex(of: UInt8(ascii: ".")),
        case let ending = String(resource.path[name.index(after: dot)...]).lowercased(),
        !ending.isEmpty, !undelivered.contains(ending), !name.elementsEqual("toc.yml".utf8)
      else { continue }
      files[resource.locale][resource.path.lowercased()] = Image(
        locale: resource.locale, path: resource.path, file: resource.file)
    }
    return files
  }

  /// The file to be offered at a path in lower case: the locale's own, or else the source's.
  package func download(at path: String, locale: Int) -> Image? {
    downloads[locale][path] ?? downloads[PageCatalog.source][path]
  }

  /// The image at a path in lower case: the locale's own, or else the source's.
  package func image(at path: String, locale: Int) -> Image? {
    images[locale][path] ?? images[PageCatalog.source][path]
  }
}
