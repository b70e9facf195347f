import DocgenModel
import DocgenSupport

/// One page in one locale, with what several rules look at; made when the first of them asks.
final class PageContext {
  let page: LocalizedPage
  let apiPage: APIPage
  /// The page in the source locale; nothing for that page itself.
  let source: PageContext?
  let project: LintProject
  private(set) lazy var inventory = PageInventory(page)
  /// The names in its prose.
  private(set) lazy var names = ProseNames(page, inventory)
  /// Where the page's links lead.
  private(set) lazy var ownLinks = OwnLinks(self)
  /// The anchors that links may lead to.
  private(set) lazy var anchors: AnchorTable = AnchorTable(page, source: source?.anchors)

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
  let files: ProjectFiles
  let links: LinkTargets

  init(_ loader: PageLoader, mappings: [LinkMapping]) {
    catalog = loader.catalog
    vocabularies = loader.vocabularies
    words = TranslationWords.all(loader.vocabularies)
    files = ProjectFiles(loader.catalog)
    links = LinkTargets(loader.catalog, mappings: mappings)
  }
}
