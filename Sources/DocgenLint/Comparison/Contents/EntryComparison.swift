import DocgenSupport

/// Which entries of a table of contents are those of the source.
struct EntryComparison {
  typealias Pair = (source: Int, own: Int)

  let source: [LocaleContents.Entry]
  let own: [LocaleContents.Entry]
  /// Entries that both have, in the order of the translation.
  let common: [Pair]
  /// Entries of the source that are not in the translation, but for those that lead nowhere.
  let missing: [Int]
  /// Entries of the translation that are not in the source, but for those that lead nowhere.
  let extra: [Int]

  /// - Complexity: O(*n*) in the entries of both.
  init(_ source: [LocaleContents.Entry], _ own: [LocaleContents.Entry]) {
    self.source = source
    self.own = own
    var places: [String: [Int]] = [:]
    for index in source.indices.reversed() { source[index].key.map { places[$0, default: []].append(index) } }
    var isFree = [Bool](repeating: true, count: source.count)
    var common: [Pair] = []
    var extra: [Int] = []
    for (index, entry) in own.enumerated() {
      guard let key = entry.key else { continue }
      if let place = places[key]?.popLast() {
        isFree[place] = false
        common.append((place, index))
      } else if !entry.isDead, entry.href != nil {
        extra.append(index)
      }
    }
    self.common = common
    self.extra = extra
    missing = source.indices.filter {
      isFree[$0] && source[$0].key != nil && !source[$0].isDead && source[$0].href != nil
    }
  }

  /// The fewest entries without which all others stand in the order of the source.
  ///
  /// - Complexity: O(*n* log *n*) in the entries of both.
  var moved: [Pair] {
    // The ends of the longest rising rows of each length, and what comes before each entry in its row.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: common.count)
    for (index, pair) in common.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if common[ends[middle]].source < pair.source { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    guard ends.count < common.count, var index = ends.last else { return [] }
    var isInRow = [Bool](repeating: false, count: common.count)
    while index >= 0 {
      isInRow[index] = true
      index = before[index]
    }
    return common.indices.filter { !isInRow[$0] }.map { common[$0] }
  }

  /// Where an entry of the source belongs: at the entry that stands for the one before it, or at the start.
  func place(ofMissing entry: Int) -> SourceSpan {
    var nearest: Pair?
    for pair in common where pair.source < entry && pair.source > nearest?.source ?? -1 { nearest = pair }
    return nearest.map { own[$0.own].name.span } ?? own.first?.name.span ?? SourceSpan(at: 0)
  }
}
