import DocgenSupport
import Glibc

/// The pages of a project in all of its locales: what there is, by page id, before anything is read.
package struct PageCatalog: Sendable {
  /// A page: one id, with the file of each locale that has it.
  package struct Entry: Sendable {
    /// The path below the locale's folder without `.md`, in lower case.
    package var id: String
    /// The same path as the source locale writes it, or else the first locale that has the page.
    package var name: String
    /// The paths relative to the content directory, by the locale's index; `nil` if the page is not translated.
    package var files: [String?]
    /// Further files with the same id, which differ in the case of letters only.
    package var duplicates: [(locale: Int, file: String)]
  }

  /// A file that is no page: a table of contents, or an image.
  package struct Resource: Sendable {
    /// The index of the locale in the catalog.
    package var locale: Int
    /// The path below the locale's folder.
    package var path: String

    /// Names a file by its locale and path.
    package init(locale: Int, path: String) {
      self.locale = locale
      self.path = path
    }
  }

  /// What stands in a locale's folder and is left out, since links of the file system stay inside, or it is no file.
  package struct SkippedFile: Hashable, Sendable {
    /// The path relative to the content directory.
    package var file: String
    /// The name of the locale.
    package var locale: String
    /// Why it is left out.
    package var reason: SkippedEntry.Reason

    /// The id of the page that it would be, or else the path below the locale's folder in lower case.
    package var id: String {
      let path = file.utf8.count > locale.utf8.count ? file.dropFirst(locale.count + 1) : file[...]
      return (path.hasSuffix(".md") ? path.dropLast(3) : path).lowercased()
    }

    /// Makes a file of its parts.
    package init(file: String, locale: String, reason: SkippedEntry.Reason) {
      self.file = file
      self.locale = locale
      self.reason = reason
    }
  }

  /// The folder that holds one folder for each locale.
  package let contentFolder: String
  /// Where the files of the project may lie.
  package let boundary: FileBoundary
  /// The locales' names, the source's first, then in the order of the project.
  package let locales: [String]
  /// Sorted by id.
  package let entries: [Entry]
  /// Sorted by locale and path.
  package let resources: [Resource]
  /// Sorted by file.
  package private(set) var skipped: [SkippedFile] = []
  /// Folders that could not be listed.
  package private(set) var failures: [FileError] = []
  private let indices: [String: Int]
  /// The ids of pages that are in the content and were left out.
  package private(set) var unpublished: Set<String> = []

  /// The index of the source locale.
  package static let source = 0

  /// What readers see of the path of a page or folder that has no title: its last part, and nothing hidden in it.
  package static func shownName(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return VisibleText.string(String(path[start...]))
  }

  /// The index of the page with an id in lower case.
  package func index(of id: String) -> Int? { indices[id] }

  /// The number of files of all pages.
  package var fileCount: Int { entries.reduce(0) { $0 + $1.files.count { $0 != nil } } }

  /// Lists the content directory.
  ///
  /// Names that start with a dot are passed over. A locale's folder may be a link; those below it stay in the boundary.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder that holds a folder for each locale.
  ///   - locales: The locales' names, the source's first.
  ///   - boundary: Where files may lie; `nil` for the folders of the locales.
  /// - Throws: That there is no folder for a locale.
  package init(contentFolder: String, locales: [String], boundary: FileBoundary? = nil) throws(FileError) {
    let roots = locales.map { FileTree.Root(name: $0, path: contentFolder + "/" + $0) }
    for root in roots where FileSystem.kind(of: root.path) != .folder {
      throw FileError(operation: "list", path: root.path, code: ENOENT)
    }
    let boundary = boundary ?? FileBoundary([contentFolder] + roots.map(\.path))
    let tree = FileTree(roots, within: boundary, around: contentFolder)
    var pages: [[String]] = []
    var resources: [Resource] = []
    for (locale, branch) in tree.branches.enumerated() {
      pages.append(branch.files.filter { $0.hasSuffix(".md") })
      resources += branch.files.lazy.filter { !$0.hasSuffix(".md") }.map { Resource(locale: locale, path: $0) }
    }
    self.init(
      contentFolder: contentFolder, locales: locales, pages: pages, resources: resources, boundary: boundary)
    for (locale, branch) in zip(locales, tree.branches) {
      skipped += branch.skipped.map { SkippedFile(file: locale + "/" + $0.path, locale: locale, reason: $0.reason) }
      failures += branch.failures
    }
    skipped.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  /// Makes a catalog of pages that need not be on disk.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder that the paths are relative to.
  ///   - locales: The locales' names, the source's first.
  ///   - pages: The paths of each locale's pages below its folder, with `.md`.
  ///   - resources: The files that are no pages.
  ///   - boundary: Where files may lie that are read nevertheless; `nil` for the content folder.
  package init(
    contentFolder: String, locales: [String], pages: [[String]], resources: [Resource] = [],
    boundary: FileBoundary? = nil
  ) {
    self.contentFolder = contentFolder
    self.boundary = boundary ?? FileBoundary([contentFolder])
    self.locales = locales
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    for (locale, name) in locales.enumerated() {
      for path in pages[locale] {
        let page = String(path.dropLast(3))
        let id = page.lowercased()
        let file = name + "/" + path
        if let index = indices[id] {
          if entries[index].files[locale] == nil {
            entries[index].files[locale] = file
          } else {
            entries[index].duplicates.append((locale, file))
          }
        } else {
          indices[id] = entries.count
          var files = [String?](repeating: nil, count: locales.count)
          files[locale] = file
          entries.append(Entry(id: id, name: page, files: files, duplicates: []))
        }
      }
    }
    entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    for (index, entry) in entries.enumerated() { indices[entry.id] = index }
    self.entries = entries
    self.indices = indices
    self.resources = resources
  }

  /// The catalog without some of its files: a page whose source is left out is so in all locales.
  ///
  /// - Parameter isLeftOut: Tells it by the indices of a page and of a locale that has it.
  /// - Returns: The catalog of the others, in the same order.
  package func leavingOut(_ isLeftOut: (_ page: Int, _ locale: Int) -> Bool) -> PageCatalog {
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    var unpublished = unpublished
    for (page, entry) in entries.enumerated() {
      var entry = entry
      let isOut = entry.files.indices.map { entry.files[$0] != nil && isLeftOut(page, $0) }
      for locale in isOut.indices where isOut[locale] { entry.files[locale] = nil }
      if isOut[Self.source] || entry.files.allSatisfy({ $0 == nil }) {
        unpublished.insert(entry.id)
      } else {
        kept.append(entry)
      }
    }
    return PageCatalog(self, entries: kept, unpublished: unpublished)
  }

  private init(_ catalog: PageCatalog, entries: [Entry], unpublished: Set<String>) {
    contentFolder = catalog.contentFolder
    locales = catalog.locales
    resources = catalog.resources
    boundary = catalog.boundary
    skipped = catalog.skipped
    failures = catalog.failures
    self.entries = entries
    self.unpublished = unpublished
    indices = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].id, $0) })
  }

  /// Notes what was left out besides what this catalog lists.
  package mutating func add(skipped files: [SkippedFile]) {
    skipped = (skipped + files).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }
}

extension PageCatalog {
  /// Reads a file, given by its path relative to the content directory; one that is larger than a limit is an error.
  package func read(_ file: String, upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    try boundary.readListed(contentFolder + "/" + file, upTo: limit)
  }

  /// Puts new content in the place of a file's in one step, together with others.
  package func replace(_ file: String, with bytes: [UInt8], in files: FileReplacements) throws(FileError) {
    try boundary.replace(contentFolder + "/" + file, with: bytes, in: files)
  }
}
