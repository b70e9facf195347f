import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The names in the prose of one section and of its source, counted: the order of words is each language's own.
final class NameComparison {
  /// A name that stands less often in the translation than in the source.
  struct Deficit {
    var hash: UInt64
    var count: Int
  }

  private let pair: ProsePair
  private let modelNames: Set<UInt64>
  /// The distinct names of the section at hand, sorted, with how often each is wanted and was found.
  private var names: [UInt64] = []
  private var wanted: [Int] = []
  private var found: [Int] = []
  private var filter: [UInt64] = []

  init(_ pair: ProsePair) {
    self.pair = pair
    modelNames = Self.modelNames(pair.sourceContext.page)
  }

  /// The names of the page's API, its parameters and members.
  private static func modelNames(_ page: LocalizedPage) -> Set<UInt64> {
    var names: Set<UInt64> = []
    func add(_ name: String) { if Identifier.isName(name.utf8) { names.insert(ProseWord.hash(name.utf8)) } }
    for parameter in page.facts.parameters { add(parameter.name.value) }
    for member in page.facts.members { add(member.name.value) }
    for name in page.frontMatter.strings("api_name") {
      for part in name.value.utf8.split(whereSeparator: { !Identifier.isNameByte($0) }) {
        names.insert(ProseWord.hash(part))
      }
    }
    return names
  }

  /// Whether a word of the source is a name that no language may change.
  func isName(_ word: ProseWord) -> Bool {
    if word.hasNameShape { return true }
    // Among other words in bold it is one of them: **Displaying Message Boxes**.
    return !word.traits.isDisjoint(with: [.alone, .code]) && word.length > 1 && modelNames.contains(word.hash)
  }

  /// Whether a name must stand in the translation in some form: what only has an inner capital and is not set apart
  /// may be a word that the language has its own for ("BackBuffer").
  func isCertain(_ word: ProseWord) -> Bool {
    !word.traits.isDisjoint(with: [.underscore, .scoped, .emphasized, .code, .link]) || modelNames.contains(word.hash)
  }

  /// Whether the names of a run count, in the source or in the translation.
  private func counts(_ run: Int, _ counterpart: Int?) -> Bool {
    !pair.source.runs[run].isFact && !(counterpart.map { pair.translation.runs[$0].isFact } ?? false)
  }

  /// Counts the names of a section; none where the translation has them all.
  func deficits(in section: ProsePair.SectionPair) -> [Deficit] {
    collect(section)
    guard !names.isEmpty else { return [] }
    for (place, run) in section.runs.enumerated() {
      if section.isParallel, !counts(section.sourceRuns.lowerBound + place, run) { continue }
      for word in pair.translation.words[pair.translation.runs[run].words] { count(word.hash) }
    }
    return names.indices.compactMap { index in
      found[index] < wanted[index] ? Deficit(hash: names[index], count: wanted[index] - found[index]) : nil
    }
  }

  private func collect(_ section: ProsePair.SectionPair) {
    var all: [UInt64] = []
    let source = pair.source
    for (place, run) in section.sourceRuns.enumerated() {
      guard counts(run, section.isParallel ? section.runs.lowerBound + place : nil) else { continue }
      for word in source.words[source.runs[run].words] where isName(word) { all.append(word.hash) }
    }
    all.sort()
    names.removeAll(keepingCapacity: true)
    wanted.removeAll(keepingCapacity: true)
    filter = [UInt64](repeating: 0, count: 16)
    for hash in all {
      if names.last == hash {
        wanted[wanted.count - 1] += 1
      } else {
        names.append(hash)
        wanted.append(1)
        filter[Int(hash >> 8 & 15)] |= 1 << (hash & 63)
      }
    }
    found = [Int](repeating: 0, count: names.count)
  }

  private func count(_ hash: UInt64) {
    guard filter[Int(hash >> 8 & 15)] & 1 << (hash & 63) != 0 else { return }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < hash { low = middle + 1 } else { high = middle }
    }
    if low < names.count, names[low] == hash { found[low] += 1 }
  }

  /// Whether a text is one of the names of the section at hand.
  func isWanted(_ text: [UInt8]) -> Bool { isWantedHash(ProseWord.hash(text)) }

  func isWantedHash(_ hash: UInt64) -> Bool { names.contains(hash) }
}
