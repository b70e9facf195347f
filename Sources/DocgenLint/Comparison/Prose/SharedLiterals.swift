import DocgenMarkup
import DocgenModel
import DocgenSupport

/// How much of what no language changes a page and its source have in common: names and numbers of their texts, targets of
/// links, lines of code.
struct SharedLiterals {
  /// The number that both have.
  let common: Int
  /// The number that the source has.
  let source: Int
  /// The number that the translation has.
  let translation: Int

  /// Pages with fewer say too little.
  private static let fewest = 24
  /// A page of which less than this share is the source's is none of its translations, and so the other way round.
  private static let leastShare = 0.5

  /// Compares two pages; names that are torn in the translation are common to both.
  ///
  /// - Complexity: O(*n* log *n*) in the words, links and lines of code of both pages.
  init(_ source: PageInventory, _ translation: PageInventory, torn: Int) {
    let (own, other) = (Self.hashes(source), Self.hashes(translation))
    common = min(SortedHashes.countOfCommon(own, other) + torn, own.count, other.count)
    self.source = own.count
    self.translation = other.count
  }

  /// Whether each page mostly says what the other does not.
  var areOfOtherTexts: Bool {
    min(source, translation) >= Self.fewest && Double(common) < Double(min(source, translation)) * Self.leastShare
  }

  private static func hashes(_ inventory: PageInventory) -> [UInt64] {
    var hashes: [UInt64] = []
    for word in inventory.words where word.isOfEveryLanguage { hashes.append(word.hash) }
    for link in inventory.links { hashes.append(link.hashOfName) }
    let bytes = inventory.page.source.bytes
    for block in inventory.page.facts.codeBlocks {
      var texts = TextInCode(of: block, in: inventory.page).places[...]
      for line in bytes[block.span.range].split(separator: 0x0A) {
        var text = line.drop { $0 <= 0x20 }
        // Of a line with words for people, what stands before them counts.
        while let next = texts.first, Int(next.start) < line.endIndex {
          texts.removeFirst()
          text = text[..<max(text.startIndex, min(text.endIndex, Int(next.start)))]
        }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        // A comment is text, and a brace stands in all code.
        if text.count > 3, text.first != UInt8(ascii: "#") { hashes.append(FNVHash.hash(text)) }
      }
    }
    return hashes.sorted()
  }
}

/// Hashes in their order, of which each may be there several times.
enum SortedHashes {
  /// How many two lists have in common.
  static func countOfCommon(_ own: [UInt64], _ other: [UInt64]) -> Int {
    var (index, match, count) = (0, 0, 0)
    while index < own.count, match < other.count {
      if own[index] == other[match] {
        (index, match, count) = (index + 1, match + 1, count + 1)
      } else if own[index] < other[match] {
        index += 1
      } else {
        match += 1
      }
    }
    return count
  }
}

extension ProseWord {
  /// Whether it is a number, a name or code, which languages share.
  var isOfEveryLanguage: Bool {
    isNumber || hasNameShape || traits.contains(.code)
      || !traits.isDisjoint(with: [.digit, .capital]) && traits.isDisjoint(with: [.small, .foreign]) && length > 1
  }
}

extension PageLink {
  /// The hash of the last part of its address, which languages share: `b` of `../a/b.md#c`.
  var hashOfName: UInt64 {
    let path = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let name = path.split(separator: UInt8(ascii: "/")).last ?? path[...]
    return FNVHash.hash(name.lazy.map(ASCIICase.lowercased))
  }
}
