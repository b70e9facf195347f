import DocgenSupport

/// The pages of a project in all of its locales: what there is, by page id, before anything is read.
public struct PageCatalog: Sendable {
  /// A page: one id, with the file of each locale that has it.
  public struct Entry: Sendable {
    /// The path below the locale's folder without `.md`, in lower case.
    public var id: String
    /// The same path as the source locale writes it, or else the first locale that has the page.
    public var name: String
    /// The paths relative to the content directory, by the locale's index; nothing where the page is not translated.
    public var files: [String?]
    /// Further files with the same id, which differ in the case of letters only.
    public var duplicates: [(locale: Int, file: String)]
  }

  /// A file that is no page: a table of contents, or an image.
  public struct Resource: Sendable {
    /// The index of the locale in the catalog.
    public var locale: Int
    /// The path below the locale's folder.
    public var path: String

    /// Names a file by its locale and path.
    public init(locale: Int, path: String) {
      self.locale = locale
      self.path = path
    }
  }

  /// The folder that holds one folder for each locale.
  public let contentFolder: String
  /// The locales' names, the source's first, then in the order of the project.
  public let locales: [String]
  /// Sorted by id.
  public let entries: [Entry]
  /// Sorted by locale and path.
  public let resources: [Resource]
  private let indices: [String: Int]
  /// The ids of pages that are in the content and were left out.
  public private(set) var unpublished: Set<String> = []

  /// The index of the source locale.
  public static let source = 0

  /// The index of the page with an id in lower case.
  public func index(of id: String) -> Int? { indices[id] }

  /// The number of files of all pages.
  public var fileCount: Int { entries.reduce(0) { $0 + $1.files.count { $0 != nil } } }

  /// Lists the content directory.
  ///
  /// Names that start with a dot are passed over.
  public init(contentFolder: String, locales: [String]) throws(FileError) {
    var pages: [[String]] = []
    var resources: [Resource] = []
    for (locale, name) in locales.enumerated() {
      var paths: [String] = []
      try Self.collect(
        contentFolder + "/" + name, below: "", into: &paths, resources: &resources, locale: locale)
      pages.append(paths)
    }
    self.init(contentFolder: contentFolder, locales: locales, pages: pages, resources: resources)
  }

  /// Makes a catalog of pages that need not be on disk.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder that the paths are relative to.
  ///   - locales: The locales' names, the source's first.
  ///   - pages: The paths of each locale's pages below its folder, with `.md`.
  ///   - resources: The files that are no pages.
  public init(contentFolder: String, locales: [String], pages: [[String]], resources: [Resource] = []) {
    self.contentFolder = contentFolder
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
  public func leavingOut(_ isLeftOut: (_ page: Int, _ locale: Int) -> Bool) -> PageCatalog {
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
    self.entries = entries
    self.unpublished = unpublished
    indices = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].id, $0) })
  }

  private static func collect(
    _ folder: String, below path: String, into pages: inout [String], resources: inout [Resource], locale: Int
  ) throws(FileError) {
    for entry in try FileSystem.list(folder) where !entry.name.hasPrefix(".") {
      let child = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .folder:
        try collect(folder + "/" + entry.name, below: child, into: &pages, resources: &resources, locale: locale)
      case .file:
        if entry.name.hasSuffix(".md") {
          pages.append(child)
        } else {
          resources.append(Resource(locale: locale, path: child))
        }
      case .other: break
      }
    }
  }
}
