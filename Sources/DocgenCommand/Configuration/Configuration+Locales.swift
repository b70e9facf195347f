import DocgenModel
import DocgenSupport

extension Configuration {
  /// The locales to work on.
  struct ResolvedLocales {
    /// Their names, the source's first, then in the order of the configuration or of the folders; none of them twice.
    var names: [String] = []
    /// How files are assigned to them.
    var layout = ContentLayout.folders([])
    /// The folder that paths of files are relative to.
    var contentFolder = ""
    /// Links that are no folder of a locale.
    var skipped: [PageCatalog.SkippedFile] = []
    /// Folders that are none of a locale, as their names tell.
    var others: [String] = []

    /// Leaves out all locales but the source's.
    mutating func keepSource() {
      names = Array(names.prefix(1))
      if case .folders(let folders) = layout { layout = .folders(Array(folders.prefix(1))) }
    }
  }

  /// The folder of a locale that the configuration gives it.
  func folder(of locale: String) -> String? { contentFolders.first { $0.locale == locale }?.folder }

  /// The names of the locales to work on; see ``ResolvedLocales``.
  func resolvedLocales(guessesSource: Bool = false) throws(CommandFailure) -> [String] {
    try resolveLocales(guessesSource: guessesSource).names
  }

  /// The locales to work on, and where their files are.
  ///
  /// - Parameter guessesSource: Where nothing says which locale is the source, it is English, or else the first.
  /// - Returns: The locales, the source's first.
  /// - Throws: A failure of the configuration, where the folder of a locale is missing or the source is not known.
  func resolveLocales(guessesSource: Bool) throws(CommandFailure) -> ResolvedLocales {
    if !contentFolders.isEmpty { return try resolveMap() }
    if layout == .suffix { return try resolveSuffixes(guessesSource: guessesSource) }
    let found: LocaleFolders
    do {
      found = try LocaleFolders(contentFolder: contentFolder)
    } catch {
      throw missingContent(error)
    }
    let wanted = locales.isEmpty ? found.names : locales
    guard let source = sourceLocale ?? guess(wanted, guessesSource) else { throw sourceUnknown(found) }
    let all = [source] + wanted.filter { $0 != source }
    let known = Set(found.names + found.others)
    for locale in all where !known.contains(locale) {
      let hint = Suggestions.nearest(to: locale, among: found.names).map { "; did you mean '\($0)'?" } ?? ""
      let advice = hint.isEmpty ? LayoutAdvice(contentFolder, source: source).sentence : nil
      throw .configuration(
        "'\(contentFolder)' has no folder for the locale '\(locale)'\(hint)\(advice.map { "; \($0)" } ?? "")")
    }
    var resolved = try ResolvedLocales(
      names: Self.distinct(all, contentFolder), contentFolder: contentFolder,
      skipped: locales.isEmpty ? found.skipped : [])
    resolved.layout = .folders(resolved.names)
    resolved.others = locales.isEmpty ? found.others.filter { $0 != source } : []
    return resolved
  }

  /// Those of `content: {en: docs, …}`.
  private func resolveMap() throws(CommandFailure) -> ResolvedLocales {
    let wanted = locales.isEmpty ? contentFolders.map(\.locale) : locales
    let source = sourceLocale ?? contentFolders[0].locale
    let names = try Self.distinct([source] + wanted, root)
    var folders: [String] = []
    for name in names {
      guard let folder = folder(of: name) else {
        throw .configuration("\(file ?? ""): 'content' has no folder for the locale '\(name)'; add '\(name): FOLDER'")
      }
      guard folder.isEmpty || FileSystem.kind(of: Self.join(root, folder)) == .folder else {
        throw .configuration("\(file ?? ""): there is no folder '\(folder)', which 'content' names for '\(name)'")
      }
      folders.append(folder)
    }
    return ResolvedLocales(names: names, layout: .folders(folders), contentFolder: root)
  }

  /// Those whose tags stand in the names of files.
  private func resolveSuffixes(guessesSource: Bool) throws(CommandFailure) -> ResolvedLocales {
    let (base, folder) = suffixFolder
    let suffixes: LocaleSuffixes
    do {
      suffixes = try LocaleSuffixes(folder: contentFolder, excluding: excluded + Dialect.common.files.leftOut)
    } catch {
      throw missingContent(error)
    }
    let wanted = locales.isEmpty ? suffixes.names : locales
    let guess = guess(wanted, guessesSource || suffixes.hasPlainPages)
    guard let source = sourceLocale ?? guess else {
      throw sourceUnknown(wanted)
    }
    let names = try Self.distinct([source] + wanted, contentFolder)
    return ResolvedLocales(names: names, layout: .suffixes(folder: folder), contentFolder: base)
  }

  /// The folder that paths of files are relative to.
  var contentBase: String {
    if !contentFolders.isEmpty { return root }
    return layout == .suffix ? suffixFolder.base : contentFolder
  }

  /// The folder that files are relative to where names tell the locale, and the folder of the pages below it.
  private var suffixFolder: (base: String, folder: String) {
    let prefix = root == "." ? "" : root + "/"
    guard file != nil, !contentFolder.hasPrefix("/") || root.hasPrefix("/"), contentFolder.hasPrefix(prefix),
      contentFolder != "."
    else { return (contentFolder, "") }
    return (root, String(contentFolder.dropFirst(prefix.utf8.count)))
  }

  private func guess(_ wanted: [String], _ guesses: Bool) -> String? {
    if wanted.count == 1 { return wanted.first }
    return guesses ? wanted.first { $0.lowercased().hasPrefix("en") } ?? wanted.first : nil
  }

  private func sourceUnknown(_ found: LocaleFolders) -> CommandFailure {
    let advice = found.names.isEmpty ? LayoutAdvice(contentFolder, source: nil).sentence : nil
    if let advice { return .configuration("'\(contentFolder)' holds no folder that is named by a language; \(advice)") }
    return sourceUnknown(found.names)
  }

  private func sourceUnknown(_ names: [String]) -> CommandFailure {
    let place = file.map { "'source-locale' in \($0), or by " } ?? ""
    return .configuration(
      "which of the languages of '\(contentFolder)' is the source is not known; say it by \(place)--source-locale: "
        + listed(names))
  }

  private func missingContent(_ error: FileError) -> CommandFailure {
    if file == nil, FileSystem.kind(of: contentFolder) == nil, contentFolder == Configuration(root: root).contentFolder
    {
      return .configuration(
        "this is no project: neither here nor in a folder above is a file '\(Self.fileName)'; run docgen in the folder "
          + "of a project, or name the folder that holds a folder for each locale by --content DIR")
    }
    return .configuration("\(error); name the folder that holds a folder for each locale by --content")
  }

  /// The names without repetitions, of which there may not be too many.
  private static func distinct(_ all: [String], _ folder: String) throws(CommandFailure) -> [String] {
    var seen: Set<String> = []
    let names = all.filter { seen.insert($0).inserted }
    guard names.count <= mostLocales else {
      throw .configuration(
        "'\(folder)' holds \(names.count) folders, each of which counts as a locale, and docgen takes "
          + "\(mostLocales) at most; name those that are locales by --locale, or as 'locales' in the configuration")
    }
    return names
  }
}
