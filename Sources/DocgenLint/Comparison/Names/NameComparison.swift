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

  /// The names of the source.
  let sourceNames: ProseNames
  private let source: PageInventory
  private let translation: PageInventory
  /// The distinct names of the section at hand, sorted, with how often each is wanted and was found.
  private var names: [UInt64] = []
  private var wanted: [Int] = []
  private var found: [Int] = []
  private var filter = [UInt64](repeating: 0, count: 16)
  /// The hashes of all names of the page.
  private lazy var allNames = Set(sourceNames[0..<source.words.count].lazy.map { self.source.words[$0].hash })
  /// All names of the section, for as long as they are counted.
  private var all: [UInt64] = []

  init(_ pair: ProsePair) {
    sourceNames = pair.sourceContext.names
    source = pair.source
    translation = pair.translation
  }

  /// Whether the names of a run count, in the source or in the translation.
  private func counts(_ run: Int, _ counterpart: Int?) -> Bool {
    !source.runs[run].isFact && !(counterpart.map { translation.runs[$0].isFact } ?? false)
  }

  /// Counts the names of a section; none where the translation has them all.
  func deficits(in section: ProsePair.SectionPair) -> [Deficit] {
    collect(section)
    guard !names.isEmpty else { return [] }
    for (place, run) in section.runs.enumerated() {
      if section.isParallel, !counts(section.sourceRuns.lowerBound + place, run) { continue }
      for word in translation.words[translation.runs[run].words] { count(word.hash) }
    }
    return names.indices.compactMap { index in
      found[index] < wanted[index] ? Deficit(hash: names[index], count: wanted[index] - found[index]) : nil
    }
  }

  private func collect(_ section: ProsePair.SectionPair) {
    names.removeAll(keepingCapacity: true)
    wanted.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    all.removeAll(keepingCapacity: true)
    for (place, run) in section.sourceRuns.enumerated() {
      guard counts(run, section.isParallel ? section.runs.lowerBound + place : nil) else { continue }
      for index in sourceNames[source.runs[run].words] { all.append(source.words[index].hash) }
    }
    guard !all.isEmpty else { return }
    all.sort()
    for index in filter.indices { filter[index] = 0 }
    for hash in all {
      if names.last == hash {
        wanted[wanted.count - 1] += 1
      } else {
        names.append(hash)
        wanted.append(1)
        filter[Int(hash >> 8 & 15)] |= 1 << (hash & 63)
      }
    }
    found.append(contentsOf: repeatElement(0, count: names.count))
  }

  private func mayBeName(_ hash: UInt64) -> Bool { filter[Int(hash >> 8 & 15)] & 1 << (hash & 63) != 0 }

  private func count(_ hash: UInt64) {
    guard mayBeName(hash), let index = index(of: hash) else { return }
    found[index] += 1
  }

  private func index(of hash: UInt64) -> Int? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == hash ? low : nil
  }

  /// Whether a run of the source holds names.
  func hasNames(inRun run: Int) -> Bool { !sourceNames[source.runs[run].words].isEmpty }

  /// Whether the source has a text that a name is like but for case: another name, or an abbreviation in the same place.
  func isOfSource(_ text: [UInt8], inRuns runs: some Sequence<ProseRun>) -> Bool {
    let hash = ProseWord.hash(text)
    if allNames.contains(hash) { return true }
    return text.allSatisfy { (0x41...0x5A).contains($0) }
      && runs.contains { source.words[$0.words].contains { $0.hash == hash } }
  }

  /// Whether a place is a part of code that the source has just so: `service-cluster-ip-range`.
  func isPartOfCode(_ place: SourceSpan) -> Bool {
    let next = codeOfTranslation.partitioningIndex { $0.start > place.start }
    guard next > 0 else { return false }
    let span = codeOfTranslation[next - 1]
    guard place.end <= span.end else { return false }
    return codeOfSource.contains(FNVHash.hash(translation.page.source.bytes[span.range]))
  }

  /// Code within lines, as it is written.
  private lazy var codeOfTranslation = Self.code(of: translation.page)
  private lazy var codeOfSource = Set(
    Self.code(of: source.page).lazy.map { FNVHash.hash(self.source.page.source.bytes[$0.range]) })

  private static func code(of page: LocalizedPage) -> [SourceSpan] {
    page.document.nodes.lazy.filter { $0.kind == .code }.map(\.span).sorted { $0.start < $1.start }
  }

  /// Whether the source has a text that differs from a name by case alone in its sentences, too: the name of a product.
  func isProse(_ text: [UInt8], for name: [UInt8]) -> Bool {
    !name.contains(where: { (0x41...0x5A).contains($0) }) && ASCIICase.equal(text, name)
      && proseWords.contains(ProseWord.hash(text))
  }

  /// The hashes of words with a capital in the source's sentences, but for the first of each.
  private lazy var proseWords: Set<UInt64> = {
    var result: Set<UInt64> = []
    let starts = Set(source.runs.map(\.words.lowerBound))
    for (index, word) in source.words.enumerated()
    where word.traits.contains(.capital) && word.traits.isDisjoint(with: .marked) && !starts.contains(index) {
      result.insert(word.hash)
    }
    return result
  }()

  /// Whether a text is one of the names of the section at hand.
  func isWanted(_ text: [UInt8]) -> Bool { isWantedHash(ProseWord.hash(text)) }

  func isWantedHash(_ hash: UInt64) -> Bool { mayBeName(hash) && index(of: hash) != nil }

  // MARK: Effort

  /// What the search for names of the page may still cost, in bytes and words that are looked at.
  private var effort = Limits.nameSearch

  /// Takes from what a search may cost; false where nothing is left.
  func spend(_ steps: Int) -> Bool {
    effort -= steps
    return effort >= 0
  }
}
