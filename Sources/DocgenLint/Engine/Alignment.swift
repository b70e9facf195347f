import DocgenMarkup

/// How much an entry of a translation looks like one of the source.
enum Likeness: Int, Sendable {
  /// The same entry, unchanged as far as it can be told.
  case equal = 0
  /// The same entry, damaged.
  case similar = 1
  /// Another text, which may stand for the same entry if it has the same place.
  case different = 4
  /// Entries that are not the same, whatever their places.
  case unrelated = 9
}

/// Which entries of a translation stand for which of its source, by likeness and by place.
struct Alignment: Sendable {
  struct Pair: Hashable, Sendable {
    var source: Int
    var translation: Int
  }

  /// Some of the pairs, or all of them, as it is in most lists.
  struct CertainPairs: Sendable {
    fileprivate var areAll = false
    fileprivate var pairs: Set<Pair> = []

    /// Whether a pair of the alignment is one of these.
    func contains(_ pair: Pair) -> Bool { areAll || pairs.contains(pair) }
  }

  /// In the order of the source.
  private(set) var pairs: [Pair] = []
  /// Pairs that stand for each other beyond doubt: they look alike, or between pairs that do, both sides have as many
  /// entries.
  private(set) var certain = CertainPairs()
  /// Pairs whose places in the order differ.
  private(set) var moved: [Pair] = []
  /// Entries of the source without counterpart, each with the entry of the translation behind which it belongs.
  private(set) var missing: [(source: Int, after: Int?)] = []
  /// Entries of the translation without counterpart.
  private(set) var extra: [Int] = []

  /// What it costs to leave one entry without counterpart; two of them cost more than a pair that differs.
  private static let gap = 3
  /// Longer lists, the product of their lengths, are aligned by place alone.
  private static let limit = Limits.alignedPairs

  /// Aligns two lists.
  ///
  /// - Complexity: O(*n*) when all entries are equal, else O(*n* · *m*).
  init<Entry>(_ source: [Entry], _ translation: [Entry], _ likeness: (Entry, Entry) -> Likeness) {
    if source.count == translation.count, zip(source, translation).allSatisfy({ likeness($0, $1) == .equal }) {
      pairs = source.indices.map { Pair(source: $0, translation: $0) }
      certain.areAll = true
      return
    }
    guard source.count * translation.count <= Self.limit else {
      alignByPlace(source.count, translation.count)
      return
    }
    align(source, translation, likeness)
    findMoved(source, translation, likeness)
    findCertain(source, translation, likeness)
  }

  private mutating func alignByPlace(_ sourceCount: Int, _ translationCount: Int) {
    let common = min(sourceCount, translationCount)
    pairs = (0..<common).map { Pair(source: $0, translation: $0) }
    missing = (common..<sourceCount).map { ($0, common > 0 ? common - 1 : nil) }
    extra = Array(common..<translationCount)
  }

  /// The cheapest alignment that keeps the order, by dynamic programming.
  private mutating func align<Entry>(
    _ source: [Entry], _ translation: [Entry], _ likeness: (Entry, Entry) -> Likeness
  ) {
    let width = translation.count + 1
    var costs = [Int](repeating: 0, count: (source.count + 1) * width)
    for row in 0...source.count { costs[row * width] = row * Self.gap }
    for column in 0...translation.count { costs[column] = column * Self.gap }
    for row in 1..<max(1, source.count + 1) {
      for column in 1..<max(1, width) {
        let pair = costs[(row - 1) * width + column - 1] + likeness(source[row - 1], translation[column - 1]).rawValue
        let skip = min(costs[(row - 1) * width + column], costs[row * width + column - 1]) + Self.gap
        costs[row * width + column] = min(pair, skip)
      }
    }
    var row = source.count
    var column = translation.count
    while row > 0 || column > 0 {
      let cost = costs[row * width + column]
      if row > 0, column > 0,
        cost == costs[(row - 1) * width + column - 1] + likeness(source[row - 1], translation[column - 1]).rawValue
      {
        row -= 1
        column -= 1
        pairs.append(Pair(source: row, translation: column))
      } else if row > 0, cost == costs[(row - 1) * width + column] + Self.gap {
        row -= 1
        missing.append((row, column > 0 ? column - 1 : nil))
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
    _ source: [Entry], _ translation: [Entry], _ likeness: (Entry, Entry) -> Likeness
  ) {
    guard !missing.isEmpty, !extra.isEmpty else { return }
    missing.removeAll { gap in
      guard
        let index = extra.firstIndex(where: {
          likeness(source[gap.source], translation[$0]).rawValue <= Likeness.similar.rawValue
        })
      else { return false }
      moved.append(Pair(source: gap.source, translation: extra.remove(at: index)))
      return true
    }
    pairs = (pairs + moved).sorted { $0.source < $1.source }
  }

  private mutating func findCertain<Entry>(
    _ source: [Entry], _ translation: [Entry], _ likeness: (Entry, Entry) -> Likeness
  ) {
    var last = Pair(source: -1, translation: -1)
    var between: [Pair] = []
    let end = Pair(source: source.count, translation: translation.count)
    for pair in pairs + [end] {
      let isMoved = moved.contains(pair)
      let isAlike =
        pair == end
        || likeness(source[pair.source], translation[pair.translation]).rawValue <= Likeness.similar.rawValue
      if isAlike, pair != end { certain.pairs.insert(pair) }
      if isMoved { continue }
      guard isAlike else {
        between.append(pair)
        continue
      }
      if pair.source - last.source == between.count + 1, pair.translation - last.translation == between.count + 1 {
        certain.pairs.formUnion(between)
      }
      between = []
      last = pair
    }
  }
}
