import Testing

@testable import DocgenRender

/// Which words lead to which pages.
@Suite struct WordIndexTests {
  private func dump(_ index: WordIndex) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for entry in index.entries {
      result[String(decoding: entry.word, as: UTF16.self)] = entry.postings.map { "\($0.page):\($0.rank)" }
    }
    return result
  }

  @Test func ranksWordsByTheirPlace() {
    let index = WordIndex([
      SearchText(title: "Kill a job", description: "Ends the job at once.", headings: ["Job objects"]),
      nil,
      SearchText(title: "A long title that says in many words what it is about", description: "Jobs"),
    ])
    let words = dump(index)
    #expect(words["job"] == ["0:6"], "the title's rank, once")
    #expect(words["ends"] == ["0:1"])
    #expect(words["objects"] == ["0:3"])
    #expect(words["title"] == ["2:4"])
    #expect(words["jobs"] == ["2:1"])
    #expect(words["a"] == nil)
    #expect(index.entries.map(\.word) == index.entries.map(\.word).sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func doesNotListWordsThatStandEverywhere() throws {
    let texts = (0..<1200).map {
      SearchText(title: "Page\($0)", description: "the same on \($0 < 1100 ? "many" : "few")")
    }
    let index = WordIndex(texts + [SearchText(title: "The many")])
    let the = try #require(index.entries.first { $0.word == Array("the".utf16) })
    #expect(the.isCommon)
    #expect(the.postings == [WordIndex.Posting(page: 1200, rank: 7)])
    #expect(dump(index)["few"]?.count == 100)
  }

  @Test func findsCompoundWordsByTheirParts() throws {
    let texts = ["Zeichenfolge", "Puffer", "Klasse", "Fenster"].flatMap { word in
      (0..<3).map { _ in SearchText(title: word) }
    }
    let compound = SearchText(title: "x", description: "Fensterklassenpuffer Zeichenfolgenpuffer Kaufpufferung")
    let compounds = try #require(CompoundWords(links: ["s", "n"]))
    let words = dump(WordIndex(texts + [compound], compounds: compounds))
    #expect(words["puffer"] == ["3:7", "4:7", "5:7", "12:0"])
    #expect(words["klasse"] == ["6:7", "7:7", "8:7", "12:0"], "with a link between the parts")
    #expect(words["fenster"]?.count == 3, "the start of a word is found as it is")
    #expect(CompoundWords(links: []) == nil)
  }
}
