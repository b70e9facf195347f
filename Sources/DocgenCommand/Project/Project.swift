import DocgenModel
import DocgenSupport

/// A project on disk: its configuration, the pages that there are, and a reader for them.
struct Project {
  let configuration: Configuration
  let loader: PageLoader
  /// The data of the locales, its own or the built-in.
  let locales: VocabularySource
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

  /// Refuses a project without pages.
  func checkPages() throws(CommandFailure) {
    guard let emptiness else { return }
    if let failure = catalog.failures.first { throw CommandFailure(failure) }
    throw .configuration((skippedFiles + [emptiness]).joined(separator: "\n"))
  }

  /// Finds the project that the options name, and lists its pages.
  init(_ options: ProjectOptions, _ selection: Selection = .compared) throws(CommandFailure) {
    configuration = try Configuration.load(options)
    var (names, skipped) = try configuration.resolveLocales(guessesSource: selection != .compared)
    if selection == .source, options.locales.isEmpty { names = Array(names.prefix(1)) }
    var vocabularies: [Vocabulary] = []
    var catalog: PageCatalog
    let boundary = configuration.boundary(locales: names)
    try configuration.checkPaths(boundary, options)
    do throws(FileError) {
      var source = VocabularySource.builtIn
      if let folder = configuration.localesFolder {
        source = try VocabularySource(folder: folder, within: boundary.adding(folder))
      }
      for locale in names { vocabularies.append(try source.vocabulary(locale)) }
      catalog = try PageCatalog(contentFolder: configuration.contentFolder, locales: names, boundary: boundary)
      locales = source
    } catch {
      throw .configuration(error.description)
    }
    let problems = vocabularies.flatMap(\.problems)
    guard problems.isEmpty else {
      throw .configuration(problems.map(\.description).joined(separator: "\n"))
    }
    catalog.add(skipped: skipped)
    emptiness = catalog.entries.isEmpty && !options.allowsEmpty ? EmptyContent.message(catalog) : nil
    loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
  }
}
