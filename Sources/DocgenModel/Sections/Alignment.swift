import DocgenMarkup

/// Which entries of a translation stand for which of its source, by similarity and by place.
package struct Alignment: Sendable {
  /// Two entries that stand for each other, by their indices.
  package struct Pair: Hashable, Sendable {
    /// The entry of the source.
    package var source: Int
    /// The entry of the translation.
    package var translation: Int
    /// How certain it is that they do.
    package var certainty: Certainty

    /// Makes a pair, by default one of entries that look alike.
    package init(source: Int, translation: Int, certainty: Certainty = .certain) {
      self.source = source
      self.translation = translation
      self.certainty = certainty
    }

    /// Whether the two stand for each other beyond doubt.
    package var isCertain: Bool { certainty.isBeyondDoubt }
  }

  /// An entry of the source without counterpart.
  package struct Gap: Sendable {
    /// The entry.
    package var source: Int
    /// The entry of the translation after which it belongs; `nil` if it belongs before all.
    package var after: Int?
  }

  /// In the order of the source.
  package private(set) var pairs: [Pair] = []
  /// Pairs whose places in the order differ.
  package private(set) var moved: [Pair] = []
  /// Entries of the source without counterpart, in order.
  package private(set) var missing: [Gap] = []
  /// Entries of the translation without counterpart, in order.
  package private(set) var extra: [Int] = []
  /// For each entry of the translation, the index of its pair; empty where all have the same place in both.
  private var pairOfTranslation: [Int32] = []

  /// The pair of an entry of the translation; `nil` if it has no counterpart.
  ///
  /// - Complexity: O(1).
  package func pair(ofTranslation index: Int) -> Pair? {
    if pairOfTranslation.isEmpty { return index < pairs.count ? pairs[index] : nil }
    let place = pairOfTranslation[index]
    return place < 0 ? nil : pairs[Int(place)]
  }

  /// The pair of an entry of the source; `nil` if it has no counterpart.
  ///
  /// - Complexity: O(log *n*).
  package func pair(ofSource index: Int) -> Pair? {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].source < index { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].source == index ? pairs[low] : nil
  }

  /// Whether each entry of both has a counterpart in the same place.
  package var isComplete: Bool { missing.isEmpty && extra.isEmpty && moved.isEmpty }

  /// What it costs to leave one entry without counterpart; two of them cost more than a pair that differs.
  private static let gap = 3
  /// Longer lists, the product of their lengths, are aligned by place alone.
  private static let limit = Limits.alignedPairs

  /// Aligns two lists.
  ///
  /// - Parameters:
  ///   - source: The entries of the source.
  ///   - translation: The entries of the translation.
  ///   - prefersFirst: Among entries that nothing tells apart, the first of the translation stand for the first.
  ///   - movesAlike: Only entries that look alike may stand for each other where their places differ.
  ///   - similarity: How much two entries look alike.
  /// - Complexity: O(*n*) when all entries are equal, else O(*n* · *m*).
  package init<Entry>(
    _ source: [Entry], _ translation: [Entry], prefersFirst: Bool = false, movesAlike: Bool = false,
    _ similarity: (Entry, Entry) -> Similarity
  ) {
    if source.count == translation.count, zip(source, translation).allSatisfy({ similarity($0, $1) == .equal }) {
      pairs = source.indices.map { Pair(source: $0, translation: $0) }
      return
    }
    if source.count * translation.count <= Self.limit {
      align(source, translation, prefersFirst: prefersFirst, similarity)
      findMoved(source, translation, upTo: movesAlike ? .similar : .open, similarity)
      findCertain(source, translation, similarity)
    } else {
      alignByPlace(source.count, translation.count)
    }
    indexPairs(ofTranslations: translation.count)
  }

  private mutating func indexPairs(ofTranslations count: Int) {
    pairOfTranslation = [Int32](repeating: -1, count: count)
    for (index, pair) in pairs.enumerated() {
      pairOfTranslation[pair.translation] = Int32(truncatingIfNeeded: index)
    }
  }

  /// A part of two lists that is aligned by itself, by the indices of its entries.
  struct Group {
    var source: [Int] = []
    var translation: [Int] = []
  }

  /// Aligns two lists part by part, each entry in one of the parts; what lacks a counterpart is rather at the end of one.
  ///
  /// - Complexity: As that of the parts.
  init(_ groups: [Group], ofTranslations count: Int, _ similarity: (Int, Int) -> Similarity) {
    for group in groups {
      var part = Alignment(group.source, group.translation, prefersFirst: true, similarity)
      part.pairLast(group.source.count, group.translation.count)
      func whole(_ pair: Pair) -> Pair {
        Pair(
          source: group.source[pair.source], translation: group.translation[pair.translation], certainty: pair.certainty
        )
      }
      pairs += part.pairs.map(whole)
      moved += part.moved.map(whole)
      missing += part.missing.map { gap in
        Gap(source: group.source[gap.source], after: gap.after.map { group.translation[$0] })
      }
      extra += part.extra.map { group.translation[$0] }
    }
    pairs.sort { $0.source < $1.source }
    missing.sort { $0.source < $1.source }
    extra.sort()
    indexPairs(ofTranslations: count)
  }

  /// Pairs the only entries that are left of two lists of one length, after others have been found elsewhere.
  private mutating func pairLast(_ sourceCount: Int, _ translationCount: Int) {
    guard sourceCount == translationCount, missing.count == 1, extra.count == 1, !moved.isEmpty else { return }
    let pair = Pair(source: missing.removeLast().source, translation: extra.removeLast(), certainty: .byPlace)
    moved.append(pair)
    pairs = (pairs + [pair]).sorted { $0.source < $1.source }
  }

  private mutating func alignByPlace(_ sourceCount: Int, _ translationCount: Int) {
    let common = min(sourceCount, translationCount)
    pairs = (0..<common).map { Pair(source: $0, translation: $0, certainty: .byPlace) }
    missing = (common..<sourceCount).map { Gap(source: $0, after: common > 0 ? common - 1 : nil) }
    extra = Array(common..<translationCount)
  }

  /// The cheapest alignment that keeps the order, by dynamic programming.
  private mutating func align<Entry>(
    _ source: [Entry], _ translation: [Entry], prefersFirst: Bool, _ similarity: (Entry, Entry) -> Similarity
  ) {
    let width = translation.count + 1
    var costs = [Int](repeating: 0, count: (source.count + 1) * width)
    for row in 0...source.count { costs[row * width] = row * Self.gap }
    for column in 0...translation.count { costs[column] = column * Self.gap }
    for row in 1..<max(1, source.count + 1) {
      for column in 1..<max(1, width) {
        let pair = costs[(row - 1) * width + column - 1] + similarity(source[row - 1], translation[column - 1]).rawValue
        let skip = min(costs[(row - 1) * width + column], costs[row * width + column - 1]) + Self.gap
        costs[row * width + column] = min(pair, skip)
      }
    }
    var row = source.count
    var column = translation.count
    while row > 0 || column > 0 {
      let cost = costs[row * width + column]
      let lacks = row > 0 && cost == costs[(row - 1) * width + column] + Self.gap
      if row > 0, column > 0 {
        let similarity = similarity(source[row - 1], translation[column - 1])
        let isLast = prefersFirst && lacks && row > column && similarity.rawValue >= Similarity.different.rawValue
        if !isLast, cost == costs[(row - 1) * width + column - 1] + similarity.rawValue {
          row -= 1
          column -= 1
          pairs.append(Pair(source: row, translation: column, certainty: .byPlace))
          continue
        }
      }
      if lacks {
        row -= 1
        missing.append(Gap(source: row, after: column > 0 ? column - 1 : nil))
      } else {
        column -= 1
        extra.append(column)
      }
    }
    pairs.reverse()
    missing.reverse()
    extra.reverse()
  }

  /// Entries that are missing in one place and extra in another have moved.
  private mutating func findMoved<Entry>(
    _ source: [Entry], _ translation: [Entry], upTo limit: Similarity, _ similarity: (Entry, Entry) -> Similarity
  ) {
    guard !missing.isEmpty, !extra.isEmpty else { return }
    missing.removeAll { gap in
      guard
        let index = extra.firstIndex(where: {
          similarity(source[gap.source], translation[$0]).rawValue <= limit.rawValue
        })
      else { return false }
      moved.append(Pair(source: gap.source, translation: extra.remove(at: index), certainty: .byPlace))
      return true
    }
    pairs = (pairs + moved).sorted { $0.source < $1.source }
  }

  /// Tells what is beyond doubt: entries that look alike, and those between that are as many on both sides.
  private mutating func findCertain<Entry>(
    _ source: [Entry], _ translation: [Entry], _ similarity: (Entry, Entry) -> Similarity
  ) {
    let movedSources = Set(moved.map(\.source))
    var last = Pair(source: -1, translation: -1)
    var between: [Int] = []
    func close(_ next: Pair, _ pairs: inout [Pair]) {
      guard next.source - last.source == between.count + 1, next.translation - last.translation == between.count + 1
      else { return }
      for index in between { pairs[index].certainty = .likely }
    }
    for index in pairs.indices {
      let pair = pairs[index]
      let isAlike =
        similarity(source[pair.source], translation[pair.translation]).rawValue <= Similarity.similar.rawValue
      if isAlike { pairs[index].certainty = .certain }
      if movedSources.contains(pair.source) { continue }
      guard isAlike else {
        between.append(index)
        continue
      }
      close(pair, &pairs)
      between = []
      last = pair
    }
    close(Pair(source: source.count, translation: translation.count), &pairs)
    if !moved.isEmpty { moved = pairs.filter { movedSources.contains($0.source) } }
  }
}
