import Testing

@testable import DocgenMarkup

@Suite struct TokenStartsTests {
  @Test func knowsPairsOfBytes() {
    var starts = TokenStarts()
    starts.add(0, mark: Array("{{<".utf8))
    starts.add(1, mark: Array("{{".utf8))
    starts.add(2, mark: Array("$".utf8))
    starts.add(3, UInt8(ascii: "<")) { $0 == UInt8(ascii: "T") }
    func candidates(_ text: StaticString) -> [Int]? {
      starts.row(text.utf8Start[0], text.utf8Start[1]).map { starts.candidates[$0] }
    }
    #expect(candidates("{{") == [0, 1])
    #expect(candidates("{%") == nil)
    #expect(candidates("$x") == [2])
    #expect(candidates("<T") == [3])
    #expect(candidates("<b") == nil)
    #expect(candidates("xx") == nil)
  }
}
