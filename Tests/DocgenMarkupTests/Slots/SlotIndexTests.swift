import DocgenSupport
import Testing

@testable import DocgenMarkup

@Suite struct SlotIndexTests {
  /// Of a page with several blocks, the reading of a place starts at its own, so that a slot costs no walk over the page.
  @Test(arguments: [("one", "one two"), ("three", "three"), ("four", "four five"), ("six", "six")])
  func startsAtTheInnermostBlock(word: String, block: String) throws {
    let page = Array("# one two\n\nthree\n\n- four five\n- six\n".utf8)
    let document = MarkdownParser.parse(SourceFile(path: "page.md", bytes: page), from: 0)
    let offset = try #require(ByteSearch.firstIndex(of: Array(word.utf8), in: page, from: 0))
    let start = SlotIndex(document).start(at: SourceSpan(offset..<offset + word.utf8.count), in: document)
    #expect(String(decoding: document.text(of: start.node).bytes, as: UTF8.self) == block)
  }
}
