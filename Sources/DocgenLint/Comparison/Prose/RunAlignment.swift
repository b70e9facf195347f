import DocgenModel
import DocgenSupport

/// Which texts of a section stand for which of its source, where it has other blocks than that.
///
/// Blocks of one kind may stand for each other; what no language changes, numbers and names, and their lengths tell which do.
struct RunAlignment {
  /// Texts that nothing stands for, between two that are paired.
  struct Gap {
    var source: Range<Int>
    var translation: Range<Int>
  }

  /// Two texts that stand for each other.
  struct Pair {
    var source: Int
    var translation: Int
    /// All other ways of pairing the texts are clearly less likely than those with this pair.
    var isCertain: Bool
  }

  /// In the order of the page.
  private(set) var pairs: [Pair] = []
  /// In the order of the page; one of both ranges may be empty.
  private(set) var gaps: [Gap] = []

  /// What the first texts of two sections have in common besides, and the last.
  private static let edgeBonus: Float = 0.3
  /// How much better the best way must be than the best without a pair, for that pair to be certain.
  private static let certainMargin: Float = 0.5
  /// Sections with more pairs of blocks than these are not aligned.
  private static let limit = 40_000

  /// Aligns the runs of two sections.
  ///
  /// Of a byte of the source, the translation usually has `ratio` bytes.
  ///
  /// - Complexity: The product of the numbers of runs, up to a limit.
  init(
    _ sourceRuns: Range<Int>, of source: PageInventory, _ runs: Range<Int>, of translation: PageInventory,
    ratio: Double
  ) {
    guard sourceRuns.count * runs.count <= Self.limit else { return }
    let own = sourceRuns.map { RunFeatures(source.runs[$0], in: source, ratio: ratio) }
    let other = runs.map { RunFeatures(translation.runs[$0], in: translation, ratio: 1) }
    let table = ScoreTable(rows: own.count, columns: other.count) { row, column in
      let score = own[row].similarity(to: other[column])
      // Sections begin and end alike.
      let isFirst = row == 0 && column == 0
      let isEdge = isFirst || row == own.count - 1 && column == other.count - 1
      return score > 0 && isEdge ? score + Self.edgeBonus : score
    }
    pairs = table.bestPairs().map { row, column in
      Pair(
        source: sourceRuns.lowerBound + row, translation: runs.lowerBound + column,
        isCertain: table.margin(ofRow: row, column: column) >= Self.certainMargin)
    }
    findGaps(sourceRuns, runs)
  }

  private mutating func findGaps(_ sourceRuns: Range<Int>, _ runs: Range<Int>) {
    var (own, other) = (sourceRuns.lowerBound, runs.lowerBound)
    let end = Pair(source: sourceRuns.upperBound, translation: runs.upperBound, isCertain: true)
    for pair in pairs + [end] {
      if own < pair.source || other < pair.translation {
        gaps.append(Gap(source: own..<pair.source, translation: other..<pair.translation))
      }
      (own, other) = (pair.source + 1, pair.translation + 1)
    }
  }
}

/// What tells one text of a section from another in every language.
private struct RunFeatures {
  let kind: ProseRun.Kind
  /// The hashes of numbers and names, sorted.
  let literals: [UInt64]
  /// The number of bytes that the text has, or is expected to have in the translation.
  let length: Double

  /// No more literals of a text are looked at.
  private static let limit = 32

  init(_ run: ProseRun, in inventory: PageInventory, ratio: Double) {
    kind = run.kind
    length = Double(max(1, run.span.range.count)) * ratio
    var literals: [UInt64] = []
    for word in inventory.words[run.words] where literals.count < Self.limit && word.isOfEveryLanguage {
      literals.append(word.hash)
    }
    for link in inventory.links(ofBlock: run.node) where literals.count < Self.limit {
      literals.append(link.hashOfName)
    }
    self.literals = literals.sorted()
  }

  func similarity(to other: RunFeatures) -> Float {
    guard kind == other.kind else { return 0 }
    let closeness = Float(min(length, other.length) / max(length, other.length))
    if literals.isEmpty, other.literals.isEmpty { return 0.5 + closeness }
    return 0.1 + closeness * 0.6 + common(with: other) * 2
  }

  /// The share of literals that both have.
  private func common(with other: RunFeatures) -> Float {
    let count = SortedHashes.countOfCommon(literals, other.literals)
    return Float(2 * count) / Float(literals.count + other.literals.count)
  }
}
