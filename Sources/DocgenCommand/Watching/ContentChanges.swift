import DocgenModel
import DocgenServe
import DocgenSupport

/// What the changes of some files mean for a site.
struct ContentChanges: Equatable {
  /// The ids of pages whose text changed.
  var pages: [String] = []
  /// Something else changed, which any page may show.
  var isOfAll = false

  var isEmpty: Bool { pages.isEmpty && !isOfAll }

  /// Tells what changes mean.
  ///
  /// Editors save a file by writing it, by putting another in its place, or by moving it away and writing it anew: only
  /// what is there in the end counts.
  ///
  /// - Parameters:
  ///   - changes: The files that were touched.
  ///   - pages: The ids of the pages, by the paths of their files.
  ///   - isThere: Tells whether a file is there; of one that is about to be written anew, after a while.
  init(
    _ changes: FileWatcher.Changes, pages: [String: String],
    isThere: (String) -> Bool = { FileSystem.isThere($0) }
  ) {
    isOfAll = changes.isIncomplete
    var ids: Set<String> = []
    for path in changes.paths where !Self.isTemporary(path) {
      let id = pages[Self.plain(path)]
      if let id, isThere(path) {
        ids.insert(id)
      } else if id != nil || !Self.isNumber(path) || isThere(path) {
        isOfAll = true
      }
    }
    self.pages = ids.sorted()
  }

  /// Joins what changed at one time and another.
  mutating func formUnion(_ other: ContentChanges) {
    pages = Set(pages).union(other.pages).sorted()
    isOfAll = isOfAll || other.isOfAll
  }

  /// No changes.
  init() {}

  /// The ids of the pages of a catalog by the paths of their files.
  static func pages(of catalog: PageCatalog) -> [String: String] {
    var pages: [String: String] = [:]
    for entry in catalog.entries {
      for case let file? in entry.files { pages[plain(catalog.contentFolder + "/" + file)] = entry.id }
    }
    return pages
  }

  /// A path without the `./` that it may begin with.
  private static func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }

  private static func name(_ path: String) -> Substring {
    path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex)...]
  }

  /// Whether a file is called by a number, as vim calls one that it makes only to see whether it can.
  private static func isNumber(_ path: String) -> Bool { name(path).utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether a file is one that editors and other programs write for themselves.
  private static func isTemporary(_ path: String) -> Bool {
    let name = name(path)
    return name.hasSuffix("~") || name.hasPrefix("#")
      || [".tmp", ".swp", ".swx", ".bak", ".part", ".orig", ".rej"].contains { name.hasSuffix($0) }
      || name.contains("___jb_")
  }
}
