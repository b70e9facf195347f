import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells which sentences of a page are no longer there in another, by what readers see of both.
///
/// It reads words and sentences in its own way, so that it does not share the mistakes of what it judges.
struct SentenceJudge {
  /// A paragraph, heading or cell: its words, and the sentences as ranges of them.
  struct Block {
    var words: [Substring] = []
    var sentences: [Range<Int>] = []

    init(_ text: String) {
      for part in text.split(separator: " ") {
        let word = part.trimmingMarks()
        guard !word.isEmpty else { continue }
        words.append(word)
        guard let last = part.last(where: { !"\")*»”".contains($0) }), ".!?".contains(last) else { continue }
        let start = sentences.last?.upperBound ?? 0
        sentences.append(start..<words.count)
      }
    }
  }

  static func blocks(_ document: Document) -> [Block] {
    document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      let isText = node.kind == .paragraph || node.kind == .heading || node.kind == .tableCell
      return isText ? Block(document.text(of: index).string) : nil
    }
  }

  /// The sentences of at least four words that one edit took most words of: those between what both pages start with
  /// and what both end with.
  static func lost(from old: Document, to new: Document) -> [String] {
    let (before, after) = (blocks(old), blocks(new))
    let (words, others) = (before.flatMap(\.words), after.flatMap(\.words))
    var start = 0
    while start < min(words.count, others.count), words[start] == others[start] { start += 1 }
    var tail = 0
    while tail < min(words.count, others.count) - start,
      words[words.count - 1 - tail] == others[others.count - 1 - tail]
    {
      tail += 1
    }
    let gone = start..<words.count - tail
    var first = 0
    var lost: [String] = []
    for block in before {
      for sentence in block.sentences where sentence.count >= 4 {
        let place = first + sentence.lowerBound..<first + sentence.upperBound
        if place.clamped(to: gone).count * 2 > sentence.count {
          lost.append(block.words[sentence].joined(separator: " "))
        }
      }
      first += block.words.count
    }
    return lost
  }

  /// The same of a page in which many places changed, block by block; all of them where the pages have other blocks.
  static func lostInPlace(from old: Document, to new: Document) -> [String] {
    let (before, after) = (blocks(old), blocks(new))
    return before.indices.flatMap { index -> [String] in
      // The parts of a torn name grow together.
      let there = index < after.count ? letters(after[index].words.joined()) : ""
      return before[index].sentences.filter { $0.count >= 4 }.compactMap { sentence in
        let words = before[index].words[sentence]
        let found = words.count { there.contains(letters($0)) }
        return found * 2 < words.count ? words.joined(separator: " ") : nil
      }
    }
  }
}

/// The letters and digits of a text, in lower case.
private func letters(_ text: some StringProtocol) -> String {
  String(text.lowercased().filter { $0.isLetter || $0.isNumber })
}

extension Substring {
  fileprivate func trimmingMarks() -> Substring {
    var word = self
    while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    return word
  }
}
