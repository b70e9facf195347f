import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The table of contents of a folder in one locale, its entries in one list.
struct LocaleContents {
  /// An entry, with what it leads to.
  struct Entry {
    var name: Located<String>
    var href: Located<String>?
    /// What tells it apart: where it leads, or for a mere title where the first entry below it leads; `nil` if that is
    /// nowhere.
    var key: String?
    /// The page that it leads to, by its index in the catalog.
    var page: Int?
    /// 1 for entries of the top.
    var level: Int
    /// It leads to nothing that is there.
    var isDead: Bool
  }

  let file: SourceFile
  let locale: Int
  /// The path of the file below the folder of its locale.
  let path: String
  private(set) var entries: [Entry] = []

  init(_ file: SourceFile, path: String, locale: Int, _ targets: ContentsTargets) {
    self.file = file
    self.path = path
    self.locale = locale
    let folder = String(SitePaths.folder(of: path)).lowercased()
    add(TableOfContents.read(file.bytes).entries, level: 1, targets, from: folder)
  }

  private mutating func add(
    _ entries: [TableOfContents.Entry], level: Int, _ targets: ContentsTargets, from folder: String
  ) {
    for entry in entries {
      let index = self.entries.count
      let target = entry.href.map { targets.target(of: $0.value, from: folder, locale: locale) }
      self.entries.append(
        Entry(
          name: entry.name, href: entry.href, key: target?.key, page: target?.page, level: level,
          isDead: target?.isDead ?? false))
      add(entry.items, level: level + 1, targets, from: folder)
      if entry.href == nil, index + 1 < self.entries.count, let key = self.entries[index + 1].key {
        self.entries[index].key = "title:\(key)"
      }
    }
  }
}

/// What entries of tables of contents may lead to.
struct ContentsTargets {
  /// What one leads to.
  struct Target {
    var key: String
    var page: Int?
    var isDead = false
  }

  private let project: LintProject
  /// The paths of all folders with pages, in lower case.
  private let folders: Set<String>

  init(_ project: LintProject) {
    self.project = project
    var folders: Set<String> = [""]
    for entry in project.catalog.entries {
      var folder = SitePaths.folder(of: entry.id).dropLast()
      while !folder.isEmpty, folders.insert(String(folder)).inserted {
        folder = SitePaths.folder(of: String(folder)).dropLast()
      }
    }
    self.folders = folders
  }

  /// What a path leads to from a folder in lower case.
  func target(of href: String, from folder: String, locale: Int) -> Target {
    let bytes = href.utf8
    // Where absolute addresses lead, the configuration or another site knows.
    if bytes.isEmpty || bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: ":")) {
      return Target(key: href, page: nil)
    }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
    let path = href[..<end]
    if path.isEmpty { return Target(key: href, page: nil) }
    if let page = project.links.page(at: path, from: folder) {
      return Target(key: "page:\(page)\(href[end...])", page: page)
    }
    var id = LinkTargets.id(of: path, from: folder)
    if leavesContent(path, from: folder) { return Target(key: href, page: nil) }
    while id.hasSuffix("/") { id.removeLast() }
    return Target(key: id, page: nil, isDead: isDead(id, locale: locale))
  }

  private func isDead(_ id: String, locale: Int) -> Bool {
    if folders.contains(id) || project.files.contains(id, locale: locale) { return false }
    if project.catalog.unpublished.contains(DialectFiles.withoutExtension(id[...])) { return false }
    // A folder that is not here may be in a part of the project that is elsewhere.
    return ProjectFiles.topFolder(of: id).map { project.files.hasFolder($0) } ?? true
  }

  /// Whether a path leads above the folder of the locale.
  private func leavesContent(_ path: Substring, from folder: String) -> Bool {
    var depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) { depth -= 1 } else if !part.elementsEqual(".".utf8) { depth += 1 }
      if depth < 0 { return true }
    }
    return false
  }
}

/// A table of contents with that of the source in the same folder; `nil` for the source's own, and where it has none.
struct ContentsPair {
  let contents: LocaleContents
  let source: LocaleContents?
  let project: LintProject

  /// The words of both locales.
  var words: TranslationWords { project.words[contents.locale] }
}

extension ContentsPair {
  /// Whether a page has another title in the locale than in the source: it is translated.
  func hasOwnTitle(_ page: Int) -> Bool {
    let files = project.catalog.entries[page].files
    let titles = [PageCatalog.source, contents.locale].map { files[$0].flatMap(title) }
    guard let source = titles[0], let own = titles[1] else { return false }
    return source != own
  }

  private func title(of file: String) -> String? {
    guard let bytes = try? project.catalog.read(file) else { return nil }
    return FrontMatter.read(bytes).string("title")?.value
  }
}
