import DocgenSupport

/// Which files are pages, and which are the page of their folder.
package struct DialectFiles: Sendable {
  /// The names of files that are the page of their folder, without extension and in lower case; the first that a folder
  /// has is it.
  package var indexNames: [String] = []
  /// What is never read (`node_modules/`).
  package var leftOut: [FilePattern] = []
  /// Files that are parts of other pages: they are checked, and no pages of the site.
  package var fragments: [FilePattern] = []
  /// Files whose lines may be indented at will: no indentation makes code, and tags hold Markdown.
  package var freeLines: [FilePattern] = []

  /// The endings of files that are pages, in the order of their rank where a folder has a name with several.
  package static let extensions = [".md", ".markdown", ".mdx"]

  /// The ending of a page's file; `nil` if the file is no page.
  package static func pageExtension(of path: some StringProtocol) -> String? {
    extensions.first { path.utf8.count >= $0.utf8.count && path.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// A path without the ending of a page's file; the path itself where it has none.
  package static func withoutExtension(_ path: some StringProtocol) -> String {
    pageExtension(of: path).map { String(path.dropLast($0.utf8.count)) } ?? String(path)
  }

  /// Whether a file below a locale's folder is a part of other pages; the page of a folder never is.
  package func isFragment(_ path: String) -> Bool {
    for pattern in fragments where pattern.holds(forFile: path) {
      if pattern.holds(forFolderOf: path) || !indexNames.contains(Self.name(of: path)) { return true }
    }
    return false
  }

  /// Whether the lines of a file may be indented at will.
  package func hasFreeLines(_ path: String) -> Bool { freeLines.contains { $0.holds(forFile: path) } }

  /// The name of a file without extension, in lower case.
  static func name(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return withoutExtension(path[start...]).lowercased()
  }
}
