import DocgenMarkup
import DocgenSupport

extension TokenAlignment {
  private struct Place: Hashable {
    var key: String
    var section: Int
  }

  mutating func alignInline(_ pair: PageAlignment) {
    var found: [Place: [Int]] = [:]
    var anywhere: [String: [Int]] = [:]
    for index in translation.inline.reversed() {
      found[Place(key: translation.keys[index], section: translation.sections[index]), default: []].append(index)
    }
    var isMatched: Set<Int> = []
    var missing: [Int] = []
    for index in source.inline {
      if let section = places[index],
        let match = found[Place(key: source.keys[index], section: section)]?.popLast()
      {
        isMatched.insert(match)
        equal[index] = match
      } else {
        missing.append(index)
      }
    }
    // What moved to another section.
    for index in translation.inline.reversed() where !isMatched.contains(index) {
      anywhere[translation.keys[index], default: []].append(index)
    }
    var lost: [Int] = []
    for index in missing {
      guard let match = anywhere[source.keys[index]]?.popLast() else {
        lost.append(index)
        continue
      }
      isMatched.insert(match)
      equal[index] = match
    }
    let links = LinkedTargets(pair.translation)
    lost.removeAll { links.contains(source.tokens[$0]) }
    let sourceLinks = LinkedTargets(pair.source)
    let extra = translation.inline.filter { !isMatched.contains($0) && !sourceLinks.contains(translation.tokens[$0]) }
    pairInline(lost, extra)
  }

  private mutating func pairInline(_ missing: [Int], _ extra: [Int]) {
    var others = Dictionary(grouping: extra) { translation.sections[$0] }
    for (place, own) in Dictionary(grouping: missing, by: { places[$0] ?? .min }).sorted(by: { $0.key < $1.key }) {
      var (own, other) = (own, others.removeValue(forKey: place) ?? [])
      pairNames(&own, &other)
      if own.count == 1, other.count == 1, isRenamed(own[0], other[0]) {
        add(own.removeLast(), other.removeLast(), isCertain: true)
      }
      for index in own { add(index, nil, isCertain: true) }
      for index in other { add(nil, index, isCertain: true) }
    }
    for index in others.values.joined() { add(nil, index, isCertain: true) }
  }

  /// Pairs what is missing with the only extra one of its section whose name nobody knows: of such a one, nothing tells
  /// whether it is a block.
  mutating func pairRenamed() {
    let unknown = differences.indices.filter {
      differences[$0].source == nil && !translation.tokens[differences[$0].translation ?? 0].isKnown
    }
    if unknown.isEmpty { return }
    let missing = Dictionary(grouping: differences.indices.filter { differences[$0].translation == nil }) {
      places[differences[$0].source ?? 0] ?? .min
    }
    var gone: Set<Int> = []
    let bySection = Dictionary(grouping: unknown) { translation.sections[differences[$0].translation ?? 0] }
    for (section, extra) in bySection {
      guard extra.count == 1, let lost = missing[section], lost.count == 1,
        let own = differences[lost[0]].source, let other = differences[extra[0]].translation, isRenamed(own, other)
      else { continue }
      differences[lost[0]] = Difference(source: own, translation: other, isCertain: true)
      gone.insert(extra[0])
    }
    if gone.isEmpty { return }
    differences = differences.indices.filter { !gone.contains($0) }.map { differences[$0] }
  }
}
