import DocgenSupport
import Glibc

/// The locales whose tags stand in the names of pages: `page.de.md`.
package struct LocaleSuffixes: Sendable {
  /// Their tags, in the order of their bytes; of those that differ in case or `_` alone, the first.
  package private(set) var names: [String] = []
  /// Whether there are pages without a tag.
  package private(set) var hasPlainPages = false
  /// Pages that have a tag, in their order.
  package private(set) var pages: [String] = []

  /// Looks at all pages below a folder.
  package init(folder: String, excluding excluded: [FilePattern] = []) throws(FileError) {
    guard FileSystem.kind(of: folder) == .folder else {
      throw FileError(operation: "list", path: folder, code: ENOENT)
    }
    let tree = FileTree([FileTree.Root(name: "", path: folder)], within: FileBoundary([folder])) { _, path, isFolder in
      excluded.contains { $0.matches(path, isFolder: isFolder) }
    }
    var tags: Set<String> = []
    for path in tree.branches[0].files where DialectFiles.pageExtension(of: path) != nil {
      if let suffix = NameSuffix(path) {
        tags.insert(String(suffix.tag))
        pages.append(path)
      } else {
        hasPlainPages = true
      }
    }
    for tag in tags.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !names.contains(where: { NameSuffix.areEqual(tag, $0) }) {
      names.append(tag)
    }
  }
}
