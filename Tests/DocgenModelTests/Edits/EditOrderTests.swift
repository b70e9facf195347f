import DocgenModel
import DocgenSupport
import Testing

@Suite struct EditOrderTests {
  private func restoration(_ spans: [Range<Int>]) -> Restoration? {
    Restoration(spans.map { TextEdit(SourceSpan($0), []) }, isSafe: true)
  }

  @Test func editsAreInTheOrderOfTheFile() {
    #expect(restoration([5..<6, 0..<2, 2..<4])?.edits.map(\.span.range) == [0..<2, 2..<4, 5..<6])
    #expect(restoration([3..<4, 3..<3])?.edits.map(\.span.range) == [3..<3, 3..<4])
  }

  @Test func editsThatOverlapAreNone() {
    #expect(restoration([0..<3, 2..<4]) == nil)
    #expect(restoration([0..<9, 2..<4]) == nil)
    #expect(restoration([2..<4, 2..<4]) == nil)
  }

  @Test func nothingToWriteIsNoRestoration() {
    #expect(restoration([]) == nil)
    #expect(Restoration(nil, isSafe: true) == nil)
  }
}
