import DocgenModel
import DocgenSupport

/// Words that the code blocks of a translation have, and those of its source have not: names of its own, by which its text
/// may call the same things.
struct OwnCode {
  /// Their hashes.
  private let words: Set<UInt64>

  /// Takes some code blocks of a translation.
  ///
  /// - Complexity: O(*n*) in the code of both pages.
  init(of blocks: [CodeBlock], in translation: LocalizedPage, beside source: LocalizedPage) {
    var words = Self.words(of: blocks, in: translation)
    if !words.isEmpty {
      for block in source.facts.codeBlocks {
        Self.forEachWord(of: source.source.bytes[block.span.range]) { words.remove(ProseWord.hash($0)) }
      }
    }
    self.words = words
  }

  /// The hashes of all words of some code blocks, as they are or in lower case.
  static func words(of blocks: [CodeBlock], in page: LocalizedPage, isFolded: Bool = false) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for block in blocks {
      forEachWord(of: page.source.bytes[block.span.range]) { word in
        words.insert(isFolded ? ProseWord.hash(word.map(ASCIICase.lowercased)) : ProseWord.hash(word))
      }
    }
    return words
  }

  /// Whether a text has one of them that another text lacks: what writes the other in its place would leave the blocks.
  func names(in text: ArraySlice<UInt8>, butNotIn other: ArraySlice<UInt8>) -> Bool {
    if words.isEmpty { return false }
    var others: Set<UInt64> = []
    Self.forEachWord(of: other) { others.insert(ProseWord.hash($0)) }
    var isNamed = false
    Self.forEachWord(of: text) { word in
      let hash = ProseWord.hash(word)
      if words.contains(hash), !others.contains(hash) { isNamed = true }
    }
    return isNamed
  }

  /// Words of letters, digits and underscores that are no numbers.
  private static func forEachWord(of text: ArraySlice<UInt8>, _ use: (ArraySlice<UInt8>) -> Void) {
    for word in text.split(whereSeparator: { !Identifier.isNameByte($0) && $0 < 0x80 })
    where word.contains(where: { !(0x30...0x39).contains($0) }) {
      use(word)
    }
  }
}
