import DocgenModel
import DocgenSupport

/// The files of a project and what they are read with, before anything is known of its pages.
struct ProjectFiles {
  let configuration: Configuration
  let content: ContentFiles
  /// The data of the locales, its own or the built-in.
  let locales: VocabularySource
  let dialect: Dialect
  /// What docgen found out by itself, to be told once.
  let notices: [Message]
  /// Links that are no folder of a locale.
  let skipped: [PageCatalog.SkippedFile]

  /// Finds the project that the options name, and lists its files.
  init(_ options: ProjectOptions, _ selection: Project.Selection = .compared) throws(CommandFailure) {
    configuration = try Configuration.load(options)
    var resolved = try configuration.resolveLocales(guessesSource: selection != .compared)
    if selection == .source, options.locales.isEmpty { resolved.keepSource() }
    let boundary = configuration.boundary(locales: resolved.names)
    try configuration.checkPaths(boundary, options)
    locales = try Self.vocabularySource(configuration, boundary)
    var files: ContentFiles
    do throws(FileError) {
      files = try ContentFiles(
        contentFolder: resolved.contentFolder, locales: resolved.names, layout: resolved.layout, boundary: boundary,
        excluding: configuration.excluded + Dialect.common.files.leftOut)
    } catch {
      throw .configuration(error.description)
    }
    let (dialect, notice) = try ProjectDialect(configuration, boundary).dialect(of: files)
    files.leaveOut(dialect.files.leftOut)
    content = files
    self.dialect = dialect
    notices = [notice, ProjectNotice.otherFolders(resolved.others)].compactMap(\.self)
    skipped = resolved.skipped
  }

  /// Takes a list of files that was made before, maybe on another machine.
  ///
  /// - Parameters:
  ///   - options: What names the project here.
  ///   - list: The files.
  ///   - dialect: The name of the dialect that the pages showed.
  ///   - notices: What was found out when the list was made.
  /// - Throws: What is wrong with the configuration.
  init(
    _ options: ProjectOptions, _ list: ContentFileList, dialect: String, notices: [Message]
  ) throws(CommandFailure) {
    configuration = try Configuration.load(options)
    let boundary = configuration.boundary(locales: list.locales)
    try configuration.checkPaths(boundary, options)
    locales = try Self.vocabularySource(configuration, boundary)
    content = ContentFiles(list, contentFolder: configuration.contentBase, boundary: boundary)
    self.dialect = try ProjectDialect(configuration, boundary).dialect(named: dialect)
    self.notices = notices
    skipped = []
  }

  private static func vocabularySource(
    _ configuration: Configuration, _ boundary: FileBoundary
  ) throws(CommandFailure) -> VocabularySource {
    guard let folder = configuration.localesFolder else { return .builtIn }
    do throws(FileError) {
      return try VocabularySource(folder: folder, within: boundary.adding(folder))
    } catch {
      throw .configuration(error.description)
    }
  }
}
