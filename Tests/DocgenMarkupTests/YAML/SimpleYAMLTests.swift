import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenMarkup

/// What ``SimpleYAML`` reads, it reads as libyaml does, places included.
struct SimpleYAMLTests {
  private static func documents(_ bytes: [UInt8], in range: Range<Int>) -> (simple: YAMLDocument?, full: YAMLDocument) {
    bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range])
      return (
        SimpleYAML.read(text, startingAt: range.lowerBound), YAMLReader.read(text, startingAt: range.lowerBound)
      )
    }
  }

  private static let simple = [
    "title: IFoo::Bar method\n", "a: b", "a: b\r\nc:\r\n- d\r\n- e f\r\n", "a:   b   \n", "a:\n  - b\n  - 'c'\nd: e\n",
    "a: 'b: c # d'\n", "a: \"b, 'c'\"  \n", "a:\nb:\n", "a:\n- b\nc:\n", "a: null\nb: ~c\n", "a: Straße – „x“\n",
    "a: b#c\n", "a: http://b/c\n", "ms.date: 05/31/2018\n", "a: b\\_c\n", "a: \"ü\"\n", "a: ''\n", "a:\n- (b) c\n",
  ]

  private static let others = [
    "", "\n", "# b\na: c\n", "a: b\n c\n", "a: b\n\nc: d\n", "a: b: c\n", "a: b #c\n", "a: b:\n", "a:b\n", "a\n",
    "- a\n",
    "a: 'b''c'\n", "a: \"b\\n\"\n", "a: 'b' c\n", "a: 'b\n  c'\n", "a: [b]\n", "a: {b: c}\n", "a: &b c\n", "a: *b\n",
    "a: |\n  b\n",
    "a: >\n  b\n", "a: b\na: c\n", "a:\n- b: c\n", "a:\n-\n- b\n", "a:\n- b\n  c\n", "a:\n  - b\n - c\n", "a:\n- - b\n",
    "a:\n  b: c\n", "a: - b\n", "a: ? b\n", "a: %b\n", "a: @b\n", "a: `b`\n", "a:\tb\n", "a: b\tc\n", "a: !!str b\n",
    "'a': b\n",
    "a b: c\n", "a : b\n", "a: b\rc: d\n", "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: b\u{FEFF}\n", "--- a\n",
    "a: \u{7}\n",
    "a:\n- b\n- c:\n", "a: \"b\n", "a:\n- 'b\n",
  ]

  @Test(arguments: simple + others)
  func agreesWithLibyaml(_ text: String) {
    // Places count from the start of a file, and no byte after the text counts.
    let bytes = Array("---\n\(text)x: y".utf8)
    let (simple, full) = Self.documents(bytes, in: 4..<4 + text.utf8.count)
    #expect(simple == nil || simple == full, "\(text.debugDescription)")
    #expect((simple != nil) == Self.simple.contains(text), "\(text.debugDescription)")
  }

  @Test func refusesWhatIsNotUTF8() {
    for bytes in [[0xC3], [0xE2, 0x80], [0x80], [0xFF], [0xC3, 0x41]] as [[UInt8]] {
      let text = Array("a: b".utf8) + bytes + Array("\n".utf8)
      #expect(Self.documents(text, in: 0..<text.count).simple == nil)
    }
  }

  @Test(.enabled(if: Corpus.isAvailable, Comment(rawValue: Corpus.whySkipped)))
  func readsMostPagesOfTheCorpus() throws {
    var counts = (simple: 0, all: 0)
    for path in Corpus.pages(every: 29) {
      let bytes = try Corpus.read(path).bytes
      guard let bounds = bytes.withUnsafeBufferPointer({ FrontMatterBounds.find($0) }) else { continue }
      let (simple, full) = Self.documents(bytes, in: bounds.content)
      counts.all += 1
      if let simple {
        counts.simple += 1
        #expect(simple == full, "\(path)")
      }
    }
    #expect(counts.simple * 10 > counts.all * 9)
  }
}
