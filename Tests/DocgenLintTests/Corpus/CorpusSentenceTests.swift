import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Fixes of real translations lose no sentence, and no link its page: all that can be fixed of every 200th page of the corpus, in memory.
@Suite(.enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"))
struct CorpusSentenceTests {
  @Test func losesNoSentenceAndNoLink() throws {
    let folder = try TemporaryFolder()
    let root = try #require(Corpus.root)
    let locales = ["en", "de", "fr"]
    let corpus = try PageCatalog(contentFolder: root, locales: locales)
    for index in stride(from: 0, to: corpus.entries.count, by: 200) {
      for case let file? in corpus.entries[index].files {
        try folder.write(try FileSystem.read("\(root)/\(file)"), to: file)
      }
    }
    let catalog = try PageCatalog(contentFolder: folder.path, locales: locales)
    let loader = PageLoader(catalog: catalog, vocabularies: try locales.map(LintFixture.vocabulary))
    let result = Fixer(loader: loader, settings: LintSettings(), allowsUnsafe: true)
      .run(jobs: 2) { change throws(FileError) in change }
    #expect(result.fixedCount > 500)
    let targets = LinkTargets(catalog)
    for change in result.outputs {
      func document(_ bytes: [UInt8]) -> LocalizedPage {
        loader.read(SourceFile(path: change.file, bytes: bytes), locale: 0)
      }
      let lost = SentenceJudge.lostInPlace(from: document(change.old).document, to: document(change.new).document)
      #expect(lost == [], "\(change.file)")
      #expect(Self.lostLinks(from: document(change.old), to: document(change.new), targets) == [], "\(change.file)")
    }
  }

  /// The links that led to a page and lead to none any more, and those that are gone.
  private static func lostLinks(
    from old: LocalizedPage, to new: LocalizedPage, _ targets: LinkTargets
  ) -> [String] {
    let (before, after) = (PageLink.all(in: old), PageLink.all(in: new))
    guard before.count == after.count else { return ["\(before.count) links became \(after.count)"] }
    let path = old.source.path.dropLast(3)
    guard
      let page = targets.catalog.index(
        of: path[path.index(after: path.firstIndex(of: "/") ?? path.startIndex)...].lowercased())
    else { return ["no page \(path)"] }
    func leadsToPage(_ link: PageLink) -> Bool {
      if case .page = targets.target(of: link.destination, on: page, locale: 0) { return true }
      return false
    }
    return zip(before, after).filter { $0.destination != $1.destination && leadsToPage($0) && !leadsToPage($1) }
      .map { "\($0.destination) became \($1.destination)" }
  }
}
