import DocgenModel
import DocgenSupport

/// What a folder looks like that has no folders of locales, and what to write for it.
struct LayoutAdvice {
  /// One sentence; `nil` if the folder looks like nothing that is known.
  let sentence: String?

  /// Looks at a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder that should hold a folder for each locale.
  ///   - source: The source locale, where it is known.
  init(_ folder: String, source: String?) {
    sentence = Self.mapped(folder, source ?? "en") ?? Self.suffixed(folder) ?? Self.otherFormats(folder)
  }

  /// Folders of translations within another: `i18n/de/docusaurus-plugin-content-docs/current`.
  private static func mapped(_ folder: String, _ source: String) -> String? {
    guard let (root, folders) = translationFolders(folder, source) else { return nil }
    let map = folders.map { "\($0.locale): \($0.folder)" }
    return "translations lie in '\(root)': write 'content: {\(map.joined(separator: ", "))}' in site/config.yml"
  }

  /// The folder of each language, the source's first, where the translations lie within another folder.
  ///
  /// - Parameters:
  ///   - folder: The folder of the source, or one around it.
  ///   - source: The source locale.
  /// - Returns: Where the translations lie, and the folders from the folder above that; `nil` if there are none.
  static func translationFolders(
    _ folder: String, _ source: String
  ) -> (root: String, folders: [Configuration.LocaleFolder])? {
    let (parent, name) = FileSystem.parts(of: folder)
    for base in [folder, parent] {
      for container in containers {
        let root = base == "." ? container : base + "/" + container
        guard let folders = try? LocaleFolders(contentFolder: root) else { continue }
        let found = folders.names.compactMap { locale in
          pages(below: "\(root)/\(locale)").map { (locale, "\(container)/\(locale)\($0.isEmpty ? "" : "/" + $0)") }
        }
        guard !found.isEmpty else { continue }
        let docs = base == folder ? (FileSystem.kind(of: base + "/docs") == .folder ? "docs" : ".") : name
        let all = [(source, docs)] + found.filter { $0.0 != source }
        return (root, all.map { Configuration.LocaleFolder(locale: $0.0, folder: $0.1) })
      }
    }
    return nil
  }

  private static let containers = ["i18n", "locales", "locale", "translations", "l10n"]

  /// The folder with pages that is the only one down from a folder.
  static func pages(below folder: String) -> String? {
    var path = ""
    for _ in 0..<4 {
      guard let entries = try? FileSystem.list(path.isEmpty ? folder : folder + "/" + path) else { return nil }
      if entries.contains(where: { $0.kind == .file && DialectFiles.pageExtension(of: $0.name) != nil }) { return path }
      let folders = entries.filter { $0.kind == .folder && $0.isValid && !$0.name.hasPrefix(".") }.map(\.name)
      // Docusaurus keeps its pages apart from those of its blog.
      guard
        let next = folders.first(where: { $0.hasSuffix("-docs") }) ?? folders.first(where: { $0 == "current" })
          ?? folders.first(where: { $0 == "docs" })
          ?? (folders.count == 1 ? folders[0] : nil)
      else { return folders.isEmpty ? nil : path }
      path = path.isEmpty ? next : path + "/" + next
    }
    return nil
  }

  /// Pages with the tag of a locale in their names.
  private static func suffixed(_ folder: String) -> String? {
    guard let suffixes = try? LocaleSuffixes(folder: folder, excluding: Dialect.common.files.leftOut),
      let page = suffixes.pages.first
    else { return nil }
    return "names such as '\(page)' hold the locale: write 'layout: suffix' in site/config.yml, or --layout suffix"
  }

  /// Documentation in other formats than Markdown.
  private static func otherFormats(_ folder: String) -> String? {
    let tree = FileTree([FileTree.Root(name: "", path: folder)], within: FileBoundary([folder])) { _, path, isFolder in
      Dialect.common.files.leftOut.contains { $0.matches(path, isFolder: isFolder) }
    }
    var counts: [String: Int] = [:]
    for path in tree.branches[0].files {
      guard let format = formats.first(where: { path.hasSuffix($0) }) else { continue }
      counts[format, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let found = formats.compactMap { format in counts[format].map { "\($0) '\(format)'" } }
    return "it holds \(found.joined(separator: ", ")), which docgen does not read: it reads Markdown, "
      + "so convert them, for example by 'pandoc' or the Markdown builder of Sphinx"
  }

  /// Formats of documentation and of its translations.
  private static let formats = [
    ".rst", ".po", ".pot", ".adoc", ".asciidoc", ".dita", ".xlf", ".xliff", ".textile", ".org",
  ]
}
