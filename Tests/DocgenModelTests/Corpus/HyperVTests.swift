import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// What the model must read on the pages of one large folder of the corpus, in all of its languages.
@Suite("The pages of HyperV_v2", .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"))
struct HyperVTests {
  private static let locales = ["en", "de", "fr"]

  /// The pages of the folder, all languages together.
  private static func pages() throws -> [APIPage] {
    let corpus = try #require(Corpus.root)
    let catalog = try PageCatalog(contentFolder: corpus, locales: locales)
    let vocabularies = try locales.map { try VocabularySource.builtIn.vocabulary($0) }
    let loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
    let entries = catalog.entries.filter { $0.id.hasPrefix("hyperv_v2/") }
    return Parallel.map(count: entries.count, jobs: ProcessorCount.available) { loader.load(entries[$0]) }
  }

  @Test func readsSignaturesParametersAndRequirements() throws {
    let pages = try Self.pages()
    #expect(pages.count == 845)
    var unparsed: [String] = []
    var disagreeing: [String] = []
    var unknownLabels: [String] = []
    for page in pages {
      for translation in page.translations.compactMap({ $0 }) {
        let facts = translation.facts
        if facts.section(.syntax) != nil, facts.declaration == nil { unparsed.append(translation.source.path) }
        for requirement in facts.requirements where requirement.key == nil {
          unknownLabels.append("\(translation.source.path): \(requirement.label.value)")
        }
      }
      guard let source = page.source, let declaration = source.facts.declaration, declaration.isCallable else {
        continue
      }
      let declared = declaration.parameters.compactMap(\.name?.value)
      let described = source.facts.parameters.map(\.name.value)
      if declared != described { disagreeing.append("\(source.source.path): \(declared) \(described)") }
    }
    #expect(unparsed.isEmpty, "\(unparsed)")
    #expect(unknownLabels.isEmpty, "\(unknownLabels)")
    #expect(disagreeing.isEmpty, "\(disagreeing.joined(separator: "\n"))")
  }
}
