import DocgenModel
import DocgenSupport

extension Configuration {
  private static let fileName = "site/config.yml"
  /// What is made of each page grows with the number of locales.
  static let mostLocales = 500

  /// The configuration of the command line, over that of the file where there is one.
  ///
  /// The file is `--config`, or else `site/config.yml` in the working directory or a folder above it. With `--content`
  /// the locales of the file do not count, for they name folders of another directory.
  static func load(
    _ options: ProjectOptions, workingFolder: String = FileSystem.workingFolder
  ) throws(CommandFailure) -> Configuration {
    var configuration = try fromFile(options, workingFolder: workingFolder)
    if let folder = options.contentFolder {
      configuration.contentFolder = folder
      configuration.locales = []
    }
    configuration.sourceLocale = options.sourceLocale ?? configuration.sourceLocale
    if !options.locales.isEmpty { configuration.locales = options.locales }
    configuration.localesFolder = options.localesFolder ?? configuration.localesFolder
    return configuration
  }

  /// The names of the locales to work on, the source's first, then in the order of the configuration or of the folders.
  ///
  /// - Parameter guessesSource: Where nothing says which locale is the source, it is English, or else the first.
  /// - Returns: At least one name, none of them twice.
  /// - Throws: A failure of the configuration, where the folder of a locale is missing or the source is not known.
  func resolvedLocales(guessesSource: Bool = false) throws(CommandFailure) -> [String] {
    try resolveLocales(guessesSource: guessesSource).names
  }

  /// The names of the locales as ``resolvedLocales(guessesSource:)`` gives them, and what was passed over.
  func resolveLocales(
    guessesSource: Bool
  ) throws(CommandFailure) -> (names: [String], skipped: [PageCatalog.SkippedFile]) {
    let found: LocaleFolders
    do {
      found = try LocaleFolders(contentFolder: contentFolder)
    } catch {
      if file == nil, FileSystem.kind(of: contentFolder) == nil,
        contentFolder == Configuration(root: root).contentFolder
      {
        throw .configuration(
          "this is no project: neither here nor in a folder above is a file '\(Self.fileName)'; run docgen in the folder "
            + "of a project, or name the folder that holds a folder for each locale by --content DIR")
      }
      throw .configuration("\(error); name the folder that holds a folder for each locale by --content")
    }
    let folders = found.names
    let wanted = locales.isEmpty ? folders : locales
    var guess = wanted.count == 1 ? wanted.first : nil
    if guessesSource { guess = guess ?? wanted.first { $0.lowercased().hasPrefix("en") } ?? wanted.first }
    guard let source = sourceLocale ?? guess else {
      throw .configuration("which language is the source is not known; say it by --source-locale")
    }
    let all = [source] + wanted.filter { $0 != source }
    let known = Set(folders)
    for locale in all where !known.contains(locale) {
      let hint = Suggestions.nearest(to: locale, among: folders).map { "; did you mean '\($0)'?" } ?? ""
      throw .configuration("'\(contentFolder)' has no folder for the locale '\(locale)'\(hint)")
    }
    var seen: Set<String> = []
    let names = all.filter { seen.insert($0).inserted }
    guard names.count <= Self.mostLocales else {
      throw .configuration(
        "'\(contentFolder)' holds \(names.count) folders, each of which counts as a locale, and docgen takes "
          + "\(Self.mostLocales) at most; name those that are locales by --locale, or as 'locales' in the configuration"
      )
    }
    return (names, locales.isEmpty ? found.skipped : [])
  }

  private static func fromFile(
    _ options: ProjectOptions, workingFolder: String
  ) throws(CommandFailure) -> Configuration {
    guard let path = options.configurationFile ?? find(from: workingFolder) else { return Configuration(root: ".") }
    let file: SourceFile
    do {
      file = SourceFile(path: path, bytes: try FileSystem.read(path))
    } catch {
      throw .configuration("\(error)")
    }
    let (configuration, problems) = read(file, root: root(of: path))
    let isFound = options.configurationFile == nil
    if isFound, !configuration.followsLinks, !FileBoundary([configuration.root]).forNamedFiles.contains(path) {
      throw .configuration(
        "a link leads from '\(path)' out of the project; copy the file into the project, or write 'follow-links: true' "
          + "in it")
    }
    guard problems.isEmpty else {
      throw .configuration(problems.map(\.description).joined(separator: "\n"))
    }
    return configuration
  }

  /// The configuration file in a folder or the nearest one above it; a short path where that is the working directory.
  private static func find(from folder: String) -> String? {
    if folder == FileSystem.workingFolder, FileSystem.isThere(fileName) { return fileName }
    var folder = folder
    while true {
      let file = join(folder, fileName)
      if FileSystem.isThere(file) { return file }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// The project's root: the folder above the file's folder.
  private static func root(of file: String) -> String {
    var folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if folders.isEmpty { return ".." }
    if folders == [""] { return "/" }
    if folders.last == ".." || folders.last == "." { return folders.joined(separator: "/") + "/.." }
    folders.removeLast()
    if folders.isEmpty { return "." }
    return folders == [""] ? "/" : folders.joined(separator: "/")
  }
}
