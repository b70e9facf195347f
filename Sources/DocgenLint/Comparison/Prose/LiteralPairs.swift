import DocgenSupport

/// Which texts of a translation stand for which of the source, where both are sets of what no language changes.
struct LiteralPairs {
  /// A text of the source that the translation lacks, with what stands in its place.
  struct Difference {
    /// The index among the source's texts.
    let source: Int
    /// The index among the translation's texts; `nil` if none can be meant.
    let translation: Int?
    /// How much the two have in common, from 0 to 1; more than 2 where they are the same but for typography.
    let similarity: Double
    /// Neither has another text that is left.
    let isOnly: Bool

    /// Only spaces were put in, or signs exchanged.
    var isTypographic: Bool { similarity > 2 }
  }

  /// In the order of the source.
  private(set) var differences: [Difference] = []

  /// Larger sets are compared by equality alone.
  private static let limit = 64
  /// Texts that have less in common do not stand for each other by themselves.
  private static let leastSimilarity = 0.3

  /// The texts that only one of two lists has, whose order is free: their indices.
  static func lacking(_ source: [[UInt8]], _ translation: [[UInt8]]) -> (missing: [Int], extra: [Int]) {
    if source == translation { return ([], []) }
    var places: [[UInt8]: [Int]] = [:]
    for (index, text) in translation.enumerated().reversed() { places[text, default: []].append(index) }
    let missing = source.indices.filter { places[source[$0]]?.popLast() == nil }
    // What the source has somewhere stands for itself.
    let known = Set(source)
    let extra = places.values.joined().filter { !known.contains(translation[$0]) }.sorted()
    return (missing, extra)
  }

  /// Pairs texts that only one of two lists has, by their indices.
  init(_ missing: [Int], of source: [[UInt8]], with extra: [Int], of translation: [[UInt8]]) {
    var partner: [Int: (index: Int, similarity: Double)] = [:]
    var free = Set(extra)
    if missing.count <= Self.limit, extra.count <= Self.limit {
      for (own, other, value) in Self.ranked(missing, extra, source, translation)
      where partner[own] == nil && free.contains(other) {
        partner[own] = (other, value)
        free.remove(other)
      }
    }
    // What is left has the order of the page.
    let rest = missing.filter { partner[$0] == nil }
    let others = free.sorted()
    if rest.count == others.count {
      for (own, other) in zip(rest, others)
      where LiteralDamage.areOfOneShape(source[own], translation[other]) { partner[own] = (other, 0) }
    }
    let isOnly = missing.count == 1 && extra.count == 1
    differences = missing.map {
      Difference(
        source: $0, translation: partner[$0]?.index, similarity: partner[$0]?.similarity ?? 0, isOnly: isOnly)
    }
  }

  /// All pairs that are alike, the most similar first.
  private static func ranked(
    _ missing: [Int], _ extra: [Int], _ source: [[UInt8]], _ translation: [[UInt8]]
  ) -> [(Int, Int, Double)] {
    var result: [(Int, Int, Double)] = []
    for own in missing {
      for other in extra {
        var value = LiteralDamage.similarity(source[own], translation[other])
        if LiteralDamage.isTypographic(source[own], translation[other]) { value += 2 }
        if value >= leastSimilarity { result.append((own, other, value)) }
      }
    }
    return result.sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
  }
}
