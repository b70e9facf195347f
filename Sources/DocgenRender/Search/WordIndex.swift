/// Which words of a language stand on which pages, and where.
struct WordIndex {
  /// A page that a word stands on.
  struct Posting: Equatable {
    var page: Int
    /// A raw value of ``SearchText/Place``, or less where the word is a part of a longer one.
    var rank: Int
  }

  struct Entry {
    var word: [UInt16]
    /// In the order of the pages.
    var postings: [Posting]
    /// The word stands on too many pages to tell one from another: only those are listed whose title or heading has it.
    var isCommon = false
  }

  /// Sorted by word.
  private(set) var entries: [Entry] = []

  /// Ranks of parts of a word in a description, and elsewhere.
  private static let partRanks = (description: 0, elsewhere: 2)
  /// Longer words are no words.
  private static let longestWord = 60
  /// A word on more pages is common where these are also a good part of all.
  private static let commonLimit = 1000

  /// - Parameters:
  ///   - texts: by the index of the page; `nil` if the page is not in this language.
  ///   - compounds: how the language joins words to one; `nil` if it does not.
  init(_ texts: [SearchText?], compounds: CompoundWords? = nil) {
    var words = WordTable()
    var occurrences: [Occurrence] = []
    for (page, text) in texts.enumerated() {
      text?.forEachWord { word, place in
        guard Self.isIndexed(word, place) else { return }
        occurrences.append(Occurrence(word: words.insert(word), page: page, rank: place.rawValue))
      }
    }
    var postings = Self.postings(occurrences, wordCount: words.count)
    if let compounds { Self.addParts(compounds, of: words, to: &postings) }
    let limit = max(Self.commonLimit, texts.count { $0 != nil } / 4)
    entries = postings.indices.map { number in
      let entry = Entry(word: Array(words[number]), postings: postings[number])
      guard entry.postings.count > limit else { return entry }
      let prominent = entry.postings.filter { $0.rank > SearchText.Place.description.rawValue }
      return Entry(word: entry.word, postings: prominent.count > limit ? [] : prominent, isCommon: true)
    }
    entries.sort { $0.word.lexicographicallyPrecedes($1.word) }
  }

  /// A single digit tells titles and headings apart ("Custom Action Type 5"); a single letter tells nothing.
  private static func isIndexed(_ word: [UInt16], _ place: SearchText.Place) -> Bool {
    if word.count > 1 { return word.count <= longestWord }
    let isDigit = (UInt16(UInt8(ascii: "0"))...UInt16(UInt8(ascii: "9"))).contains(word[0])
    return (isDigit || SearchFolding.isSpaceless(word[0])) && place != .description
  }

  private struct Occurrence {
    var word: Int32
    var page: Int32
    var rank: UInt8

    init(word: Int, page: Int, rank: Int) {
      self.word = Int32(word)
      self.page = Int32(page)
      self.rank = UInt8(rank)
    }
  }

  /// The pages of each word, with the highest of its ranks.
  private static func postings(_ occurrences: [Occurrence], wordCount: Int) -> [[Posting]] {
    var result = [[Posting]](repeating: [], count: wordCount)
    for occurrence in occurrences {
      let posting = Posting(page: Int(occurrence.page), rank: Int(occurrence.rank))
      let word = Int(occurrence.word)
      if let last = result[word].last, last.page == posting.page {
        result[word][result[word].count - 1].rank = max(last.rank, posting.rank)
      } else {
        result[word].append(posting)
      }
    }
    return result
  }

  /// Lists the pages of compound words under their parts, too.
  private static func addParts(_ compounds: CompoundWords, of words: WordTable, to postings: inout [[Posting]]) {
    let isWord: (ArraySlice<UInt16>) -> Bool = { part in
      words.number(of: part).map { postings[$0].count >= CompoundWords.leastPages } ?? false
    }
    var added: [Int: [Posting]] = [:]
    for number in 0..<words.count {
      let word = words[number]
      for part in compounds.parts(of: word, isWord: isWord).dropFirst() {
        guard let target = words.number(of: part) else { continue }
        added[target, default: []] += postings[number].map { posting in
          let isProminent = posting.rank > SearchText.Place.description.rawValue
          return Posting(page: posting.page, rank: isProminent ? partRanks.elsewhere : partRanks.description)
        }
      }
    }
    for (number, parts) in added { postings[number] = merged(postings[number] + parts) }
  }

  private static func merged(_ postings: [Posting]) -> [Posting] {
    var result: [Posting] = []
    for posting in postings.sorted(by: { ($0.page, $1.rank) < ($1.page, $0.rank) })
    where result.last?.page != posting.page {
      result.append(posting)
    }
    return result
  }
}
