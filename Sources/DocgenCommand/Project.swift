import DocgenModel
import DocgenSupport

/// A project on disk: its configuration, the pages that there are, and a reader for them.
struct Project {
  let configuration: Configuration
  let loader: PageLoader
  /// The data of the locales, its own or the built-in.
  let locales: VocabularySource

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

  /// Finds the project that the options name, and lists its pages.
  init(_ options: ProjectOptions, _ selection: Selection = .compared) throws(CommandFailure) {
    configuration = try Configuration.load(options)
    var names = try configuration.resolvedLocales(guessesSource: selection != .compared)
    if selection == .source, options.locales.isEmpty { names = Array(names.prefix(1)) }
    var vocabularies: [Vocabulary] = []
    let catalog: PageCatalog
    do throws(FileError) {
      var source = VocabularySource.builtIn
      if let folder = configuration.localesFolder { source = try VocabularySource(folder: folder) }
      for locale in names { vocabularies.append(try source.vocabulary(locale)) }
      catalog = try PageCatalog(contentFolder: configuration.contentFolder, locales: names)
      locales = source
    } catch {
      throw .configuration(error.description)
    }
    let problems = vocabularies.flatMap(\.problems)
    guard problems.isEmpty else {
      throw .configuration(problems.map(\.description).joined(separator: "\n"))
    }
    loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
  }
}
