import DocgenModel
import DocgenSupport

/// How the pages of a folder tree are laid out, as their names show.
struct FoundLayout: Equatable {
  /// What `content` says.
  enum Content: Equatable {
    case folder(String)
    /// The folder of each language, the source's first.
    case folders([Configuration.LocaleFolder])
  }

  var content: Content
  var layout = Configuration.Layout.folders
  /// The source locale, then the others.
  var locales: [String]

  /// Where people keep their pages, the usual first.
  static let usualFolders = ["content", "docs", "doc", "documentation", "src/content/docs"]

  /// Looks at the usual folders of a project, or at one that is named.
  ///
  /// - Parameters:
  ///   - root: The project's root.
  ///   - folder: The folder with the pages, where the user names it.
  ///   - source: The source locale, where the user names it.
  /// - Returns: `nil` if there are no pages.
  static func find(root: String, folder: String?, source: String?) -> FoundLayout? {
    let folders = folder.map { [$0] } ?? usualFolders
    let there = folders.filter { FileSystem.kind(of: Configuration.join(root, $0)) == .folder }
    let ways = [localeFolders, translations, suffixes, singleFolder]
    for way in ways {
      for folder in there {
        if let layout = way(root, folder, source) { return layout }
      }
    }
    return nil
  }

  /// A folder for each language, named by it; the pages may lie in one more folder of the same name in each.
  private static func localeFolders(_ root: String, _ folder: String, _ source: String?) -> FoundLayout? {
    let path = Configuration.join(root, folder)
    guard let names = try? LocaleFolders(contentFolder: path).names else { return nil }
    let inner = names.compactMap { name in LayoutAdvice.pages(below: path + "/" + name).map { (name, $0) } }
    let locales = ordered(inner.map(\.0), source)
    guard !inner.isEmpty else { return nil }
    if let layout = around(locales, root, folder, source) { return layout }
    guard inner.contains(where: { $0.0 == locales[0] }) else { return nil }
    // Where the source has its pages in one more folder, and all others have it, too.
    guard inner.count > 1, let part = inner.first(where: { $0.0 == locales[0] })?.1, !part.isEmpty,
      locales.allSatisfy({ FileSystem.kind(of: "\(path)/\($0)/\(part)") == .folder })
    else { return FoundLayout(content: .folder(folder), locales: locales) }
    let folders = locales.map { Configuration.LocaleFolder(locale: $0, folder: "\(folder)/\($0)/\(part)") }
    return FoundLayout(content: .folders(folders), locales: locales)
  }

  /// The source in the folder that holds those of the translations.
  private static func around(_ locales: [String], _ root: String, _ folder: String, _ source: String?) -> FoundLayout? {
    let name = source ?? "en"
    let entries = (try? FileSystem.list(Configuration.join(root, folder))) ?? []
    let isPage = { (entry: FileSystem.Entry) in entry.kind == .file && DialectFiles.pageExtension(of: entry.name) != nil
    }
    let hasSource = entries.contains {
      $0.kind == .folder && ($0.name == name || source == nil && $0.name.hasPrefix("en-"))
    }
    guard !hasSource, entries.contains(where: isPage) else { return nil }
    let others = locales.filter { $0 != name }
    let folders = [(name, folder)] + others.map { ($0, folder + "/" + $0) }
    return FoundLayout(
      content: .folders(folders.map { .init(locale: $0.0, folder: $0.1) }), locales: [name] + others)
  }

  /// The source in one folder, its translations within another.
  private static func translations(_ root: String, _ folder: String, _ source: String?) -> FoundLayout? {
    let path = Configuration.join(root, folder)
    guard let found = LayoutAdvice.translationFolders(path, source ?? "en")?.folders else { return nil }
    let isBeside = FileSystem.kind(of: Configuration.join(root, found[0].folder)) == .folder
    let folders = found.map { place in
      Configuration.LocaleFolder(locale: place.locale, folder: isBeside ? place.folder : "\(folder)/\(place.folder)")
    }
    guard folders.allSatisfy({ FileSystem.kind(of: Configuration.join(root, $0.folder)) == .folder }) else {
      return nil
    }
    return FoundLayout(content: .folders(folders), locales: folders.map(\.locale))
  }

  /// The tags of languages in the names of pages.
  private static func suffixes(_ root: String, _ folder: String, _ source: String?) -> FoundLayout? {
    let path = Configuration.join(root, folder)
    guard let found = try? LocaleSuffixes(folder: path, excluding: Dialect.common.files.leftOut), !found.names.isEmpty
    else { return nil }
    // Pages without a tag are the source's.
    let names = found.hasPlainPages ? [source ?? "en"] + found.names : found.names
    let locales = ordered(names, source)
    return FoundLayout(content: .folder(folder), layout: .suffix, locales: locales)
  }

  /// Pages in one language.
  private static func singleFolder(_ root: String, _ folder: String, _ source: String?) -> FoundLayout? {
    guard LayoutAdvice.pages(below: Configuration.join(root, folder)) != nil else { return nil }
    let locale = source ?? "en"
    return FoundLayout(content: .folders([.init(locale: locale, folder: folder)]), locales: [locale])
  }

  /// Each name once, the source's first: the one that is known, or else English, or else the first.
  private static func ordered(_ names: [String], _ source: String?) -> [String] {
    guard let first = source ?? names.first(where: { $0 == "en" || $0.hasPrefix("en-") }) ?? names.first else {
      return []
    }
    var seen: Set<String> = [first]
    return [first] + names.filter { seen.insert($0).inserted }
  }
}
