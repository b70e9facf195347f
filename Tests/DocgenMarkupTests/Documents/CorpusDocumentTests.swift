import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// What holds of every page, tried on the real ones.
@Suite(.enabled(if: Corpus.isAvailable, Comment(rawValue: Corpus.whySkipped)))
struct CorpusDocumentTests {
  /// Problems shown at once; one mistake in the parser shows on thousands of pages.
  private static let shownProblems = 20

  private func expectNone(
    of pages: [String], _ problems: @escaping @Sendable (SourceFile, Int) -> [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = Parallel.map(count: pages.count, jobs: ProcessorCount.available) { index -> [String] in
      do {
        let source = try Corpus.read(pages[index])
        return problems(source, Int(FrontMatter.read(source.bytes).bodyStart)).map { "\(source.path):\($0)" }
      } catch {
        return ["\(error)"]
      }
    }
    let all = found.flatMap { $0 }
    for problem in all.prefix(Self.shownProblems) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
    if all.count > Self.shownProblems { Issue.record("… \(all.count) in all", sourceLocation: sourceLocation) }
  }

  @Test func placesAreRightAndNothingIsLost() {
    expectNone(of: Corpus.pages(every: 17)) { source, bodyStart in
      let document = MarkdownParser.parse(source, from: bodyStart)
      return DocumentInvariants.problems(of: document, from: bodyStart)
        + DocumentInvariants.lostWords(of: document, from: bodyStart)
    }
  }

  @Test func textIsThatOfTheLibrary() {
    expectNone(of: Corpus.pages(every: 19)) { source, bodyStart in
      let document = MarkdownParser.parse(source, from: bodyStart, options: .init(assemblesHTML: false))
      guard let expected = LibraryText.read(source, from: bodyStart) else { return [] }
      let text = LibraryText.read(document)
      // The library ends each file with a line end.
      return text == expected || text + [0x0A] == expected ? [] : ["1:1: the text is not that of the library"]
    }
  }
}
