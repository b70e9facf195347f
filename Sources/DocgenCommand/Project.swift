import DocgenModel
import DocgenSupport

/// A project on disk: its configuration, the pages that there are, and a reader for them.
struct Project {
  let configuration: Configuration
  let loader: PageLoader

  var catalog: PageCatalog { loader.catalog }

  /// Finds the project that the options name, and lists its pages.
  init(_ options: ProjectOptions) throws(CommandFailure) {
    configuration = try Configuration.load(options)
    let locales = try configuration.resolvedLocales()
    var vocabularies: [Vocabulary] = []
    let catalog: PageCatalog
    do throws(FileError) {
      var source = VocabularySource.builtIn
      if let folder = configuration.localesFolder { source = try VocabularySource(folder: folder) }
      for locale in locales { vocabularies.append(try source.vocabulary(locale)) }
      catalog = try PageCatalog(contentFolder: configuration.contentFolder, locales: locales)
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
