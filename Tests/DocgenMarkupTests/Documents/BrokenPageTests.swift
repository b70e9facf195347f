import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// No input, however broken, crashes the parser or lets it hang.
@Suite(.serialized) struct BrokenPageTests {
  @Test func mutatedPagesAreRead() throws {
    let seeds = try DocumentSnapshotTests.names.map { try DocumentSnapshotTests.bytes($0) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(6)
    let problems = Parallel.map(count: 2, jobs: 2) { job -> [String] in
      var mutator = Mutator(seed: UInt64(job + 1))
      var problems: [String] = []
      while clock.now < end, problems.isEmpty {
        guard let seed = seeds.randomElement(using: &mutator) else { break }
        let page = mutator.mutated(seed, among: seeds)
        problems = Self.problems(page)
        if !problems.isEmpty {
          problems.append("the page is: \(String(decoding: page, as: UTF8.self).debugDescription)")
        }
      }
      return problems
    }
    #expect(problems.flatMap { $0 } == [])
  }

  /// Pages that random mutations found.
  @Test(arguments: [
    "> x\\\n `", "> x\\\n   `*a", "-|\n||[](`|`)", "a|b\n-|-\n[`|`](`|`x \"a`|`\") | c\n",
    "[a](<b* >), [c](< d>), [e](< >), [f](<g\u{0C}>), [h](<\u{0B}i\t>)", "[a]: /\n---\nb\nc\nd | e\n--- | ---\n1 | 2\n",
    "> \\\n    |\n  > | c | d |\n", "> \\\n|\n > b\n",
    "> quoted\n> | In | quote |\nV <!--|----|-------\\\n  | > | a  | b     |\n  > | c | d |</script>",
    "[a]: /\n---\nb\nd | e\n--- | ---\n", "> [a]: /\n> [b]: /\n> c\n> d | e\n> --- | ---\n",
  ])
  func keepsPlaces(of page: String) {
    let problems = Parallel.map(count: 1, jobs: 1) { _ in Self.problems(Array(page.utf8)) }
    #expect(problems[0] == [])
  }

  private static func problems(_ page: [UInt8]) -> [String] {
    let source = SourceFile(path: "page.md", bytes: page)
    let bodyStart = Int(FrontMatter.read(source.bytes).bodyStart)
    return [true, false].flatMap { assemblesHTML in
      let document = MarkdownParser.parse(source, from: bodyStart, options: .init(assemblesHTML: assemblesHTML))
      return DocumentInvariants.problems(of: document, from: bodyStart)
    }
  }

  @Test(arguments: RepeatedMarkup.all)
  func timeGrowsWithLength(markup: RepeatedMarkup) {
    func seconds(_ count: Int) -> Double {
      let source = SourceFile(path: "page.md", bytes: markup.page(of: count))
      // On a thread of the size that pages are read on.
      return Parallel.map(count: 1, jobs: 1) { _ in threadTime { _ = MarkdownParser.parse(source) } }[0]
    }
    let small = seconds(10_000)
    let large = seconds(40_000)
    // Linear is 4, quadratic 16; times of a few milliseconds say nothing.
    #expect(large < 8 * small + 0.1, "\(small) s, then \(large) s")
  }
}
