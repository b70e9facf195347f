import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Fixes of real translations lose no sentence: all that can be fixed of every 200th page of the corpus, in memory.
@Suite(.enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"))
struct CorpusSentenceTests {
  @Test func losesNoSentence() throws {
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
    for change in result.outputs {
      func document(_ bytes: [UInt8]) -> LocalizedPage {
        loader.read(SourceFile(path: change.file, bytes: bytes), locale: 0)
      }
      let lost = SentenceJudge.lostInPlace(from: document(change.old).document, to: document(change.new).document)
      #expect(lost == [], "\(change.file)")
    }
  }
}
