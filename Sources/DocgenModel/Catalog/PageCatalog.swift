import DocgenSupport

/// The pages of a project in all of its locales: what there is, by page id, before anything is read.
package struct PageCatalog: Sendable {
  /// A page: one id, with the file of each locale that has it.
  package struct Entry: Sendable {
    /// The path below the locale's folder without its ending, in lower case.
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
    /// The path below the locale's folder; where a tag in its name tells the locale, without the tag.
    package var path: String
    /// The path relative to the content directory.
    package var file: String

    /// Names a file by its locale and its paths.
    package init(locale: Int, path: String, file: String) {
      self.locale = locale
      self.path = path
      self.file = file
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

    /// The path of the locale's folder, with a slash at its end; empty for the content directory itself.
    private(set) var folder: String

    /// The id of the page that it would be, or else the path below the locale's folder in lower case.
    package var id: String {
      let isInFolder = file.utf8.count > folder.utf8.count && file.hasPrefix(folder)
      return DialectFiles.withoutExtension(isInFolder ? file.dropFirst(folder.count) : file[...]).lowercased()
    }

    /// Makes a file of its parts; the locale's folder has its name unless another is given.
    package init(file: String, locale: String, reason: SkippedEntry.Reason, folder: String? = nil) {
      self.file = file
      self.locale = locale
      self.reason = reason
      self.folder = folder ?? locale + "/"
    }
  }

  /// The folder that paths of files are relative to; without a configuration it holds one folder for each locale.
  package let contentFolder: String
  /// How files are assigned to the locales.
  package let layout: ContentLayout
  /// How the pages are written.
  package let dialect: Dialect
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
  /// The index of each page by its id.
  let indices: [String: Int]
  /// The page of each folder that has one, by the folder's path in lower case; empty for the top.
  private let folderPages: [String: Int]
  /// The ids of pages that are in the content and were left out.
  package private(set) var unpublished: Set<String> = []
  /// A file whose text is not that on disk, as an editor has it.
  private var unsaved: (file: String, bytes: [UInt8])?

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
  /// - Parameters:
  ///   - contentFolder: The folder that holds a folder for each locale.
  ///   - locales: The locales' names, the source's first.
  ///   - boundary: Where files may lie; `nil` for the folders of the locales.
  ///   - dialect: How the pages are written.
  /// - Throws: That there is no folder for a locale.
  package init(
    contentFolder: String, locales: [String], boundary: FileBoundary? = nil, dialect: Dialect = .common
  ) throws(FileError) {
    self.init(
      try ContentFiles(
        contentFolder: contentFolder, locales: locales, boundary: boundary, excluding: dialect.files.leftOut),
      dialect: dialect)
  }

  /// Takes the files of a project.
  package init(_ files: ContentFiles, dialect: Dialect) {
    self.init(
      contentFolder: files.contentFolder, files: files.files, boundary: files.boundary, locales: files.locales,
      layout: files.layout, dialect: dialect)
    skipped = files.skipped
    failures = files.failures
  }

  /// Makes a catalog of pages that need not be on disk.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder that the paths are relative to.
  ///   - locales: The locales' names, the source's first.
  ///   - files: The paths of each locale's files below its folder.
  ///   - boundary: Where files may lie that are read nevertheless; `nil` for the content folder.
  ///   - dialect: How the pages are written.
  package init(
    contentFolder: String, locales: [String], files: [[String]], boundary: FileBoundary? = nil,
    dialect: Dialect = .common
  ) {
    let files = zip(locales, files).map { locale, paths in
      paths.map { ContentFiles.Found(path: $0, file: locale + "/" + $0) }
    }
    self.init(
      contentFolder: contentFolder, files: files, boundary: boundary ?? FileBoundary([contentFolder]),
      locales: locales, layout: .folders(locales), dialect: dialect)
  }

  private init(
    contentFolder: String, files: [[ContentFiles.Found]], boundary: FileBoundary, locales: [String],
    layout: ContentLayout, dialect: Dialect
  ) {
    self.contentFolder = contentFolder
    self.boundary = boundary
    self.locales = locales
    self.layout = layout
    self.dialect = dialect
    var entries: [Entry] = []
    var resources: [Resource] = []
    var indices: [String: Int] = [:]
    for (locale, files) in files.enumerated() {
      for file in files {
        guard let ending = DialectFiles.pageExtension(of: file.path) else {
          resources.append(Resource(locale: locale, path: file.path, file: file.file))
          continue
        }
        let page = String(file.path.dropLast(ending.utf8.count))
        let id = page.lowercased()
        if let index = indices[id] {
          if entries[index].files[locale] == nil {
            entries[index].files[locale] = file.file
          } else {
            entries[index].duplicates.append((locale, file.file))
          }
        } else {
          indices[id] = entries.count
          var files = [String?](repeating: nil, count: locales.count)
          files[locale] = file.file
          entries.append(Entry(id: id, name: page, files: files, duplicates: []))
        }
      }
    }
    entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    for (index, entry) in entries.enumerated() { indices[entry.id] = index }
    self.entries = entries
    self.indices = indices
    self.resources = resources
    folderPages = Self.folderPages(entries, indices, dialect)
  }

  /// The first page of each folder that is called as the page of a folder is.
  private static func folderPages(_ entries: [Entry], _ indices: [String: Int], _ dialect: Dialect) -> [String: Int] {
    var result: [String: Int] = [:]
    let names = dialect.files.indexNames.map { Array($0.utf8) }
    for (index, entry) in entries.enumerated() {
      let id = entry.id.utf8
      for (rank, name) in names.enumerated() {
        guard id.count >= name.count, id.suffix(name.count).elementsEqual(name) else { continue }
        let start = id.index(id.endIndex, offsetBy: -name.count)
        guard start == id.startIndex || id[id.index(before: start)] == UInt8(ascii: "/") else { continue }
        let folder = entry.id[..<start]
        let isFirst = names[..<rank].allSatisfy { indices[folder + String(decoding: $0, as: UTF8.self)] == nil }
        if isFirst { result[String(folder.dropLast())] = index }
      }
    }
    return result
  }

  /// The page of a folder, by the folder's path in lower case; empty for the top.
  package func page(ofFolder folder: String) -> Int? { folderPages[folder] }

  /// Whether a page is that of the folder that it lies in.
  package func isPageOfFolder(_ page: Int) -> Bool {
    let id = entries[page].id
    guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return folderPages[""] == page }
    return folderPages[String(id[..<slash])] == page
  }

  /// Whether a page is a part of others, and none of the site.
  package func isFragment(_ entry: Entry) -> Bool {
    guard !dialect.files.fragments.isEmpty, let locale = entry.files.firstIndex(where: { $0 != nil }) else {
      return false
    }
    return entry.files[locale].map { dialect.files.isFragment(path(of: $0, locale: locale)) } ?? false
  }

  /// The path of a file below the folder of its locale.
  package func path(of file: String, locale: Int) -> String {
    let folder = layout.folder(of: locale)
    return folder.isEmpty ? file : String(file.dropFirst(folder.count + 1))
  }

  /// The path that a translation of a page would have.
  package func path(ofTranslation entry: Entry, locale: Int) -> String {
    let source = entry.files[Self.source] ?? entry.files.compactMap(\.self).first ?? ""
    let ending = DialectFiles.pageExtension(of: source) ?? DialectFiles.extensions[0]
    let tag = if case .suffixes = layout { "." + locales[locale] } else { "" }
    return layout.path(entry.name + tag + ending, of: locale)
  }

  /// The path, relative to the content directory, of a file below the folder of a locale.
  package func file(at path: String, of locale: Int) -> String { layout.path(path, of: locale) }

  /// The folder of a locale in the file system.
  package func folder(of locale: Int) -> String {
    let folder = layout.folder(of: locale)
    return folder.isEmpty ? contentFolder : contentFolder + "/" + folder
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
    layout = catalog.layout
    dialect = catalog.dialect
    locales = catalog.locales
    resources = catalog.resources
    boundary = catalog.boundary
    skipped = catalog.skipped
    failures = catalog.failures
    unsaved = catalog.unsaved
    self.entries = entries
    self.unpublished = unpublished
    indices = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].id, $0) })
    folderPages = Self.folderPages(entries, indices, dialect)
  }

  /// The catalog with other text in the place of what a file holds on disk.
  package func reading(_ bytes: [UInt8], for file: String) -> PageCatalog {
    var catalog = self
    catalog.unsaved = (file, bytes)
    return catalog
  }

  /// Notes what was left out besides what this catalog lists.
  package mutating func add(skipped files: [SkippedFile]) {
    skipped = (skipped + files).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }
}

extension PageCatalog {
  /// Reads a file, given by its path relative to the content directory; one that is larger than a limit is an error.
  package func read(_ file: String, upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    if let unsaved, unsaved.file == file {
      guard unsaved.bytes.count > limit else { return unsaved.bytes }
      throw FileError.tooLarge(file, limit: limit)
    }
    return try boundary.readListed(contentFolder + "/" + file, upTo: limit)
  }

  /// Puts new content in the place of a file's in one step, together with others.
  package func replace(_ file: String, with bytes: [UInt8], in files: FileReplacements) throws(FileError) {
    try boundary.replace(contentFolder + "/" + file, with: bytes, in: files)
  }
}
