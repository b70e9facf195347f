import DocgenModel
import DocgenSupport

/// A project on disk: its configuration, the pages that there are, and a reader for them.
struct Project {
  let configuration: Configuration
  private(set) var loader: PageLoader
  /// The data of the locales, its own or the built-in.
  let locales: VocabularySource
  /// What docgen found out by itself, to be told once.
  let notices: [Message]
  /// Why there is nothing to work on; `nil` if there are pages, or the user allows that there are none.
  let emptiness: String?

  var catalog: PageCatalog { loader.catalog }

  /// Which locales a command works on that are not named.
  enum Selection {
    /// All, and the source locale must be known.
    case compared
    /// All; a source locale that is not known is taken to be English, or else the first.
    case all
    /// The source locale alone, known or taken as with `all`.
    case source
  }

  /// What was left out of the content, each on a line with what to do.
  var skippedFiles: [String] { catalog.skipped.map { "\($0.file):1:1: \($0.reason.message)" } }

  /// What docgen found out by itself, each on a line for the terminal.
  var noticeLines: [String] { notices.map { "docgen: \($0)" } }

  /// Takes other text in the place of what a file of the content holds on disk.
  mutating func read(_ bytes: [UInt8], for file: String) {
    loader = loader.reading(catalog.reading(bytes, for: file))
  }

  /// Refuses a project without pages.
  func checkPages() throws(CommandFailure) {
    guard let emptiness else { return }
    if let failure = catalog.failures.first { throw CommandFailure(failure) }
    throw .problems(skippedFiles + [emptiness])
  }

  /// Finds the project that the options name, and lists its pages.
  init(_ options: ProjectOptions, _ selection: Selection = .compared) throws(CommandFailure) {
    try self.init(try ProjectFiles(options, selection), allowsEmpty: options.allowsEmpty)
  }

  /// Takes the files of a project.
  init(_ files: ProjectFiles, allowsEmpty: Bool) throws(CommandFailure) {
    configuration = files.configuration
    locales = files.locales
    let vocabularies = try Self.vocabularies(locales, files.content.locales, files.dialect)
    var catalog = PageCatalog(files.content, dialect: files.dialect)
    catalog.add(skipped: files.skipped)
    notices = files.notices + [ProjectNotice.localesWithoutWords(vocabularies)].compactMap(\.self)
    emptiness = catalog.entries.isEmpty && !allowsEmpty ? EmptyContent.message(catalog, configuration) : nil
    loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
  }

  private static func vocabularies(
    _ source: VocabularySource, _ names: [String], _ dialect: Dialect
  ) throws(CommandFailure) -> [Vocabulary] {
    var vocabularies: [Vocabulary] = []
    do throws(FileError) {
      for locale in names { vocabularies.append(try source.vocabulary(locale)) }
    } catch {
      throw .configuration(error.description)
    }
    let problems = vocabularies.flatMap(\.problems) + dialect.problems
    guard problems.isEmpty else {
      throw .problems(problems.map(\.description))
    }
    return vocabularies.map { $0.adding(dialect.words) }
  }
}
