import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// libcmark-gfm is not safe with threads as soon as a document may hold strikethrough; see `MarkdownParser`.
@Suite struct ConcurrencyTests {
  @Test func documentsDoNotDependOnThreads() throws {
    let struck = Array("\n~~struck~~ *and* ~one~, ~~~ a | b ~~ c\n\n~~~\ncode\n~~~\n".utf8)
    let fixtures = try DocumentSnapshotTests.names.map { try DocumentSnapshotTests.bytes($0) }
    var pages: [SourceFile] = []
    for round in 0..<12 {
      for bytes in fixtures {
        pages.append(SourceFile(path: "page.md", bytes: round % 2 == 0 ? bytes : bytes + struck))
      }
    }
    for path in Corpus.pages(every: 400) { pages.append(try Corpus.read(path)) }
    let list = pages
    func dumps(jobs: Int) -> [String] {
      Parallel.map(count: list.count, jobs: jobs) { index in
        MarkdownParser.parse(list[index], from: Int(FrontMatter.read(list[index].bytes).bodyStart)).dump()
      }
    }
    let expected = dumps(jobs: 1)
    #expect(expected.count >= 300)
    #expect(expected.contains { $0.contains("strikethrough @") })
    for _ in 0..<3 { #expect(dumps(jobs: 8) == expected) }
  }
}
