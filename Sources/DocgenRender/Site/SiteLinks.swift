import DocgenModel
import DocgenSupport

/// What links of all pages can lead to.
final class SiteLinks: Sendable {
  struct Image: Sendable {
    var locale: Int
    /// The path below the locale's folder.
    var path: String
  }

  let catalog: PageCatalog
  let paths: SitePaths
  /// The locales' folders.
  let locales: [String]
  /// The folder of each page in lower case, with a slash at its end, by the page's index.
  let folders: [String]
  let mappings: [SiteSettings.LinkMapping]
  /// The images of each locale by their path in lower case.
  private let images: [[String: String]]

  init(_ catalog: PageCatalog, paths: SitePaths, images: [Image], mappings: [SiteSettings.LinkMapping]) {
    self.catalog = catalog
    self.paths = paths
    locales = catalog.locales
    folders = catalog.entries.map { String(SitePaths.folder(of: $0.id)) }
    // Equal lengths keep the order of the settings.
    self.mappings = mappings.enumerated().filter { $0.element.targets.count == catalog.locales.count }
      .sorted { ($1.element.prefix.utf8.count, $0.offset) < ($0.element.prefix.utf8.count, $1.offset) }.map(\.element)
    var byPath = [[String: String]](repeating: [:], count: catalog.locales.count)
    for image in images { byPath[image.locale][image.path.lowercased()] = image.path }
    self.images = byPath
  }

  /// The image at a path in lower case: the locale's own, or else the source's.
  func image(_ id: String, locale: Int) -> Image? {
    if let path = images[locale][id] { return Image(locale: locale, path: path) }
    return images[PageCatalog.source][id].map { Image(locale: PageCatalog.source, path: $0) }
  }

  /// The page that a path leads to, from a folder in lower case; case does not count, nor does the extension.
  func page(at path: Substring, from folder: String) -> Int? {
    var id = Self.joined(folder, URLText.decoded(path)).lowercased()
    if let page = catalog.index(of: id) { return page }
    for ending in [".md", ".html", ".htm"] where id.hasSuffix(ending) {
      return catalog.index(of: String(id.dropLast(ending.utf8.count)))
    }
    if id.hasSuffix("/") { id.removeLast() }
    return catalog.index(of: id.isEmpty ? "index" : id + "/index")
  }

  /// The page of the site that an absolute destination is mapped to.
  func page(mapping destination: String, locale: Int) -> Int? {
    for mapping in mappings where Self.hasPrefix(destination, mapping.prefix) {
      let target = mapping.targets[locale]
      if target.utf8.contains(UInt8(ascii: ":")) { continue }
      let rest = destination.utf8.dropFirst(mapping.prefix.utf8.count)
        .prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
      if let page = page(at: Substring(target + String(Substring(rest))), from: "") { return page }
    }
    return nil
  }

  /// A relative path from a folder with a slash at its end; `..` above the top is left out.
  static func joined(_ folder: String, _ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) || path.utf8.contains(UInt8(ascii: "\\")) else { return folder + path }
    var parts: [Substring] = []
    let all = folder + path
    let isSeparator: (Character) -> Bool = { $0 == "/" || $0 == "\\" }
    // Most paths name a file beside the page.
    if !path.utf8.contains(UInt8(ascii: "/")), !path.utf8.contains(UInt8(ascii: "\\")), path != ".", path != ".." {
      return all
    }
    for part in all.split(omittingEmptySubsequences: false, whereSeparator: isSeparator) {
      switch part {
      case ".": break
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    for byte in prefix.utf8 {
      guard let other = bytes.next(), ASCIICase.lowercased(other) == ASCIICase.lowercased(byte) else { return false }
    }
    return true
  }
}
