/// How a language joins words to one ("Zeichenfolgen" and "Puffer" to "Zeichenfolgenpuffer").
struct CompoundWords: Sendable {
  /// A part stands on so many pages as a word of its own.
  static let leastPages = 3
  /// Shorter words are found within others by accident.
  private static let shortestPart = 4

  /// What may stand between two parts ("s", "en"), folded; the empty one among them.
  private let links: [[UInt16]]

  /// Takes what may stand between two parts.
  init?(links: [String]) {
    guard !links.isEmpty else { return nil }
    self.links = [[]] + links.map { SearchName($0).units }
  }

  /// The parts of a word, two or more; none where it is no compound.
  ///
  /// The fewest parts are taken, and among as many those with the longest at the end.
  func parts(of word: ArraySlice<UInt16>, isWord: (ArraySlice<UInt16>) -> Bool) -> [ArraySlice<UInt16>] {
    guard word.count >= 2 * Self.shortestPart else { return [] }
    return parts(of: word, whole: word, depth: 3, isWord) ?? []
  }

  private func parts(
    of word: ArraySlice<UInt16>, whole: ArraySlice<UInt16>, depth: Int, _ isWord: (ArraySlice<UInt16>) -> Bool
  ) -> [ArraySlice<UInt16>]? {
    if word.count < whole.count, word.count >= Self.shortestPart, isWord(word) { return [word] }
    guard depth > 0 else { return nil }
    var start = word.startIndex + Self.shortestPart
    while start + Self.shortestPart <= word.endIndex {
      let last = word[start...]
      if isWord(last) {
        for link in links {
          let rest = word[..<start]
          guard rest.count - link.count >= Self.shortestPart, rest.suffix(link.count) == link[...] else { continue }
          if let before = parts(of: rest.dropLast(link.count), whole: whole, depth: depth - 1, isWord) {
            return before + [last]
          }
        }
      }
      start += 1
    }
    return nil
  }
}
