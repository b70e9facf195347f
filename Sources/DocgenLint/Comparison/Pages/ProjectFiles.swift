import DocgenModel
import DocgenSupport

/// The files and folders of a project besides its pages, on the site or not; case does not count.
struct ProjectFiles: Sendable {
  /// The files of each locale that are no pages, by their path below the locale's folder.
  private let resources: [Set<String>]
  /// The folders directly below those of the locales, whichever locale has them.
  private let folders: Set<String>

  init(_ catalog: PageCatalog) {
    var resources = [Set<String>](repeating: [], count: catalog.locales.count)
    var folders: Set<String> = []
    for resource in catalog.resources {
      let path = resource.path.lowercased()
      if let folder = Self.topFolder(of: path) { folders.insert(folder) }
      resources[resource.locale].insert(path)
    }
    var last = ""
    for entry in catalog.entries {
      guard let folder = Self.topFolder(of: entry.id), folder != last else { continue }
      folders.insert(folder)
      last = folder
    }
    self.resources = resources
    self.folders = folders
  }

  /// Whether a locale has a file, or the source has it for all locales.
  func contains(_ path: String, locale: Int) -> Bool {
    resources[locale].contains(path) || resources[PageCatalog.source].contains(path)
  }

  /// Whether there is such a folder at the top.
  func hasFolder(_ name: String) -> Bool { folders.contains(name) }

  /// The first folder of a path; `nil` if the path is a file's name alone.
  static func topFolder(of path: String) -> String? {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }
}
