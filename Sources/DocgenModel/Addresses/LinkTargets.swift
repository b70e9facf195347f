import DocgenSupport
import Synchronization

/// Where a link of a page leads.
package enum ResolvedLink: Equatable, Sendable {
  /// A page, by its index in the catalog, and what follows its address: nothing, or `#` and an anchor, encoded.
  case page(Int, fragment: String)
  /// An image of the site.
  case image(SiteImages.Image)
  /// A file to be offered to readers.
  case file(SiteImages.Image)
  /// The list of the pages of a folder that has no page of its own, by the folder's path as files are named.
  case folder(String)
  /// An address outside of the site, percent-encoded.
  case outside(String)
  /// Nothing that is known.
  case missing
}

/// What links of all pages can lead to, by the files that there are and the project's mappings of absolute links.
package final class LinkTargets: Sendable {
  /// The pages.
  package let catalog: PageCatalog
  /// What links and images may lead to besides pages.
  package let images: SiteImages
  /// The index of each page by its id, apart from the catalog: what asks for one of a million links copies no more.
  let indices: [String: Int]
  /// The folder of each page in lower case, with a slash at its end, by the page's index.
  package let folders: [String]
  let mappings: [LinkMapping]
  private let offered = Mutex<[String: SiteImages.Image]>([:])
  /// The paths of folders with pages as files are named, by what they are in lower case.
  let folderNames: [String: String]
  /// The first parts of the paths of pages and files.
  let topNames: TopNames
  /// The folders at the top, the last first.
  let topFolders: [String]

  /// Takes the pages and the mappings, of which the longest prefix comes first; one whose page does not exist is passed
  /// over.
  package init(_ catalog: PageCatalog, mappings: [LinkMapping] = []) {
    self.catalog = catalog
    images = SiteImages(catalog)
    indices = catalog.indices
    folders = catalog.entries.map { String(SitePaths.folder(of: $0.id)) }
    folderNames = catalog.folderNames
    topNames = TopNames(catalog)
    topFolders = folderNames.keys.filter { !$0.utf8.contains(UInt8(ascii: "/")) }.sorted(by: >)
    // Equal lengths keep the order of the settings.
    self.mappings = mappings.enumerated().filter { $0.element.targets.count == catalog.locales.count }
      .sorted { ($1.element.prefix.utf8.count, $0.offset) < ($0.element.prefix.utf8.count, $1.offset) }
      .map { Self.fromTop($0.element) }
  }

  /// Notes that a page of the site offers a file, which is to be on the site therefore.
  package func offer(_ file: SiteImages.Image) { offered.withLock { $0[file.file] = file } }

  /// The files that pages offer, in the order of their paths.
  package var offeredFiles: [SiteImages.Image] {
    offered.withLock { $0.values.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) } }
  }

  /// Whether the project says where any links lead that start with a slash.
  package var hasMappings: Bool { !mappings.isEmpty }

  /// The mapping with paths as page ids have them, without a slash at their start.
  private static func fromTop(_ mapping: LinkMapping) -> LinkMapping {
    var mapping = mapping
    mapping.targets = mapping.targets.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    return mapping
  }

  /// The page that a path leads to, from a folder in lower case; case does not count, nor does the extension.
  package func page(at path: Substring, from folder: String) -> Int? {
    page(withID: Self.id(of: path, from: folder))
  }

  /// The path below a locale's folder, in lower case, that a path means from a folder in lower case.
  package static func id(of path: Substring, from folder: String) -> String {
    joined(folder, URLText.decoded(path)).lowercased()
  }

  func page(withID id: String) -> Int? {
    if let page = Self.find(id, { indices[$0] }, folder: { catalog.page(ofFolder: $0) }) { return page }
    // Addresses of pages may end in a slash, too.
    return id.hasSuffix("/") ? indices[String(id.dropLast())] : nil
  }

  /// Whether a relative destination means a page that is in the content, but not on the site.
  package func isUnpublished(_ destination: String, on page: Int) -> Bool {
    guard !catalog.unpublished.isEmpty, Self.isRelative(destination) else { return false }
    let id = Self.id(of: Self.split(destination).path, from: folders[page])
    let indexNames = catalog.dialect.files.indexNames
    return Self.find(id) {
      catalog.unpublished.contains($0) ? $0 : nil
    } folder: { folder in
      indexNames.lazy.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }.first { catalog.unpublished.contains($0) }
    } != nil
  }

  /// Looks for the ids that a path may mean.
  private static func find<Found>(
    _ id: String, _ look: (String) -> Found?, folder: (String) -> Found?
  ) -> Found? {
    if let found = look(id) { return found }
    for ending in DialectFiles.extensions + [".html", ".htm"] where id.hasSuffix(ending) {
      let id = String(id.dropLast(ending.utf8.count))
      if let found = look(id) { return found }
      // The address of a folder's page, whatever its file is called.
      guard id == "index" || id.hasSuffix("/index") else { return nil }
      return folder(String(SitePaths.folder(of: id).dropLast()))
    }
    return folder(id.hasSuffix("/") ? String(id.dropLast()) : id)
  }

  /// The page of the site that an absolute destination is mapped to.
  package func page(mapping destination: String, locale: Int) -> Int? {
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
  package static func joined(_ folder: String, _ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) || path.utf8.contains(UInt8(ascii: "\\")) else { return folder + path }
    let all = folder + path
    // Most paths name a file beside the page.
    if !path.utf8.contains(UInt8(ascii: "/")), !path.utf8.contains(UInt8(ascii: "\\")), path != ".", path != ".." {
      return all
    }
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var result: [UInt8] = []
    result.reserveCapacity(all.utf8.count)
    // Where each part that is kept starts.
    var starts: [Int] = []
    for part in all.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == slash || $0 == UInt8(ascii: "\\") })
    {
      if part.count == 1, part.first == dot { continue }
      if part.count == 2, part.allSatisfy({ $0 == dot }) {
        if let start = starts.popLast() { result.removeSubrange(max(0, start - 1)...) }
        continue
      }
      if !starts.isEmpty { result.append(slash) }
      starts.append(result.count)
      result.append(contentsOf: part)
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    for byte in prefix.utf8 {
      guard let other = bytes.next(), ASCIICase.lowercased(other) == ASCIICase.lowercased(byte) else { return false }
    }
    return true
  }
}
