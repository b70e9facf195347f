import DocgenMarkup
import DocgenModel
import DocgenSupport

/// One page in one locale, with what several rules look at; made when the first of them asks.
final class PageContext {
  let page: LocalizedPage
  let apiPage: APIPage
  /// The page in the source locale; `nil` for that page itself.
  let source: PageContext?
  let project: LintProject
  private(set) lazy var inventory = PageInventory(page)
  /// The names in its prose.
  private(set) lazy var names = ProseNames(page, inventory)
  /// The words with a capital in its code, by their hashes.
  private(set) lazy var codeNames = CodeNames.names(of: page, inventory)
  /// Where the page's links lead.
  private(set) lazy var ownLinks = OwnLinks(self)
  /// The anchors that links may lead to.
  private(set) lazy var anchors: AnchorTable = AnchorTable(page, source: source?.anchors)
  /// Those of them that the page has without its source.
  private(set) lazy var ownAnchors: AnchorTable = AnchorTable(page)
  /// The code blocks and blocks of raw HTML that are not closed.
  private(set) lazy var fenceFaults = FenceComparison.faults(of: page, beside: fenceCounterpart)

  /// Refuses fixes of the page that would lose text.
  private(set) lazy var fixGuard = FixGuard(page)

  /// What cannot be compared with the source, in the page and in the source: what unclosed code blocks of either hold.
  var incomparablePlaces: (own: [SourceSpan], source: [SourceSpan]) {
    guard let source else { return ([], []) }
    let own = fenceFaults
    // A source whose blocks are right beside another translation is right beside all.
    let others =
      source.fenceFaults.isEmpty ? [] : FenceComparison.faults(of: source.page, beside: page)
    return (
      own.map(\.region) + others.compactMap(\.counterpartRegion),
      own.compactMap(\.counterpartRegion) + others.map(\.region)
    )
  }

  /// The page that tells which code belongs together: the source, or for the source its first translation whose code
  /// blocks are closed.
  private var fenceCounterpart: LocalizedPage? {
    if let source { return source.page }
    let translations = apiPage.translations.lazy.compactMap { $0 }.filter { $0.locale != self.page.locale }
    return translations.first { page in
      page.document.rawBlocks.allSatisfy(\.isClosed) && FencedPage(page).broken(beside: nil).isEmpty
    } ?? translations.first
  }

  init(_ page: LocalizedPage, of apiPage: APIPage, source: PageContext?, project: LintProject) {
    self.page = page
    self.apiPage = apiPage
    self.source = source
    self.project = project
  }

  /// The words of the page's locale.
  var vocabulary: Vocabulary { project.vocabularies[page.locale] }
}

/// What rules need to know about the project as a whole; all of its pages share it.
final class LintProject: Sendable {
  let catalog: PageCatalog
  let vocabularies: [Vocabulary]
  /// The words of each locale beside those of the source.
  let words: [TranslationWords]
  /// The words that tell the languages of the project, and of those that there is data for.
  let functionWords: FunctionWords
  let files: ProjectFiles
  let links: LinkTargets
  /// The names of pages that are words with hyphens between, in lower case: `new-alias`.
  let compoundNames: Set<String>

  init(_ loader: PageLoader, mappings: [LinkMapping]) {
    catalog = loader.catalog
    vocabularies = loader.vocabularies
    words = TranslationWords.all(loader.vocabularies)
    functionWords = FunctionWords(loader.vocabularies + VocabularySource.builtInVocabularies)
    files = ProjectFiles(loader.catalog)
    links = LinkTargets(loader.catalog, mappings: mappings)
    compoundNames = Set(
      loader.catalog.entries.lazy.map { entry in
        entry.name[
          (entry.name.utf8.lastIndex(of: UInt8(ascii: "/")).map { entry.name.utf8.index(after: $0) }
            ?? entry.name.startIndex)...]
      }
      .filter { $0.utf8.contains(UInt8(ascii: "-")) }.map { $0.lowercased() })
  }
}
