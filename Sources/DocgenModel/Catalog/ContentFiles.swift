import DocgenSupport
import Glibc

/// The files of a project's locales, before it is known which of them are pages.
package struct ContentFiles: Sendable {
  /// A file, or a name that stands for none.
  struct Found: Sendable {
    /// The path below the locale's folder, without the tag of a suffix.
    var path: String
    /// The path relative to the content folder.
    var file: String
  }

  /// The folder that paths of files are relative to.
  package let contentFolder: String
  /// The locales' names, the source's first.
  package let locales: [String]
  /// How files are assigned to them.
  package let layout: ContentLayout
  /// Where the files of the project may lie.
  package let boundary: FileBoundary
  /// By the index of the locale, each folder in the place of its name.
  private(set) var files: [[Found]]
  /// What was left out, since links of the file system stay inside, or it is no file.
  private(set) var skipped: [PageCatalog.SkippedFile] = []
  /// Folders that could not be listed.
  private(set) var failures: [FileError] = []

  /// Lists the files of all locales.
  ///
  /// Names that start with a dot are passed over. A locale's folder may be a link; those below it stay in the boundary.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder that paths are relative to.
  ///   - locales: The locales' names, the source's first.
  ///   - layout: How files are assigned to them; `nil` for a folder of the name of each.
  ///   - boundary: Where files may lie; `nil` for the folders of the locales.
  ///   - excluded: What is not listed.
  /// - Throws: That there is no folder for a locale.
  package init(
    contentFolder: String, locales: [String], layout: ContentLayout? = nil, boundary: FileBoundary? = nil,
    excluding excluded: [FilePattern] = []
  ) throws(FileError) {
    let layout = layout ?? .folders(locales)
    self.contentFolder = contentFolder
    self.locales = locales
    self.layout = layout
    let folders = Self.folders(layout, locales)
    func path(_ folder: String) -> String { folder.isEmpty ? contentFolder : contentFolder + "/" + folder }
    let roots = folders.map { FileTree.Root(name: $0, path: path($0)) }
    for root in roots where FileSystem.kind(of: root.path) != .folder {
      throw FileError(operation: "list", path: root.path, code: ENOENT)
    }
    self.boundary = boundary ?? FileBoundary([contentFolder] + roots.map(\.path))
    // The folder of a locale may lie in that of another.
    let inner = folders.map { outer in
      folders.compactMap { Self.path($0, below: outer) }
    }
    let tree = FileTree(roots, within: self.boundary, around: contentFolder) { root, path, isFolder in
      inner[root].contains(path) || excluded.contains { $0.matches(path, isFolder: isFolder) }
    }
    files = [[Found]](repeating: [], count: locales.count)
    for (root, branch) in tree.branches.enumerated() { add(branch, root: root, folder: folders[root]) }
    skipped.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  /// Takes a list that was made before, maybe on another machine.
  ///
  /// - Parameters:
  ///   - list: What was listed.
  ///   - contentFolder: The folder that paths are relative to, here.
  ///   - boundary: Where files may lie, here.
  package init(_ list: ContentFileList, contentFolder: String, boundary: FileBoundary) {
    self.contentFolder = contentFolder
    self.boundary = boundary
    locales = list.locales
    layout = list.layout
    files = list.files
    skipped = list.skipped
    failures = list.failures
  }

  private static func folders(_ layout: ContentLayout, _ locales: [String]) -> [String] {
    switch layout {
    case .folders(let folders): folders
    case .suffixes(let folder): [folder]
    }
  }

  /// The path of a folder below another one; `nil` if it does not lie in it.
  private static func path(_ folder: String, below outer: String) -> String? {
    if outer.isEmpty { return folder.isEmpty ? nil : folder }
    return folder.hasPrefix(outer + "/") ? String(folder.dropFirst(outer.utf8.count + 1)) : nil
  }

  private mutating func add(_ branch: FileTree.Branch, root: Int, folder: String) {
    let prefix = folder.isEmpty ? "" : folder + "/"
    skipped += branch.skipped.map {
      PageCatalog.SkippedFile(file: prefix + $0.path, locale: locales[root], reason: $0.reason, folder: prefix)
    }
    failures += branch.failures
    switch layout {
    case .folders: files[root] = branch.files.map { Found(path: $0, file: prefix + $0) }
    case .suffixes:
      for path in branch.files {
        guard let suffix = NameSuffix(path) else {
          files[PageCatalog.source].append(Found(path: path, file: prefix + path))
          continue
        }
        // Those of other languages are no pages of this project.
        guard let locale = locales.firstIndex(where: { NameSuffix.areEqual(suffix.tag, $0) }) else { continue }
        files[locale].append(Found(path: suffix.path, file: prefix + path))
      }
    }
  }

  /// Leaves out more.
  package mutating func leaveOut(_ patterns: [FilePattern]) {
    guard !patterns.isEmpty else { return }
    for locale in files.indices {
      files[locale].removeAll { file in patterns.contains { $0.holds(forFile: file.path) } }
    }
  }

  /// The paths of a locale's files below its folder.
  package func paths(of locale: Int) -> [String] { files[locale].map(\.path) }

  /// The starts of some of the pages, of all locales, spread over them.
  package func sample(count: Int, length: Int) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for (index, files) in files.enumerated() {
      let pages = files.filter { DialectFiles.pageExtension(of: $0.path) != nil }
      // Half of them are the source's.
      let share = index == PageCatalog.source ? (count + 1) / 2 : count / 2 / max(1, locales.count - 1)
      let taken = min(max(1, share), pages.count)
      for number in 0..<taken {
        let page = pages[number * pages.count / taken]
        if let start = try? FileSystem.readStart(of: contentFolder + "/" + page.file, length: length) {
          result.append(start)
        }
      }
    }
    return result
  }
}
