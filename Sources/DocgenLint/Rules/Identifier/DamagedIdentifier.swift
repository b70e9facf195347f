import DocgenModel
import DocgenSupport

/// Looks for the names of the source's prose in the translation's.
///
/// Names are what stands in bold, italics or code and is a name of the page's model, and what has the shape of a name
/// wherever it stands. They are counted section by section, and what is lacking is looked for in its block.
enum DamagedIdentifier: TranslationCheck {
  static let rule = Rule(
    "damaged-identifier", in: .identifier, .warning,
    "A name in the text is missing, split or translated.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let comparison = NameComparison(pair.prose)
    for section in pair.prose.sectionPairs {
      var deficits: [UInt64: Int] = [:]
      for deficit in comparison.deficits(in: section) { deficits[deficit.hash] = deficit.count }
      guard !deficits.isEmpty else { continue }
      if section.isParallel {
        for (source, run) in zip(section.sourceRuns, section.runs) where comparison.hasNames(inRun: source) {
          BlockOfNames(pair, source, run, comparison).report(&deficits, to: &findings)
        }
      } else {
        reportUnplaced(section, deficits, pair, comparison, &findings)
      }
    }
  }

  /// Where blocks do not correspond, a name is looked for in all of the section.
  private static func reportUnplaced(
    _ section: ProsePair.SectionPair, _ deficits: [UInt64: Int], _ pair: TranslationPair, _ comparison: NameComparison,
    _ findings: inout Findings
  ) {
    guard !section.runs.isEmpty else { return }
    var deficits = deficits
    let source = pair.prose.source
    let translation = pair.prose.translation
    var searches = section.runs.map { DamagedNameSearch(translation.runs[$0], in: translation) }
    for run in section.sourceRuns {
      for index in comparison.sourceNames[source.runs[run].words] {
        let word = source.words[index]
        guard let missing = deficits[word.hash], missing > 0 else { continue }
        let name = source.text(word.span)
        for index in searches.indices {
          guard let place = searches[index].next(Array(name.utf8), isIntact: comparison.isWanted) else { continue }
          deficits[word.hash] = missing - 1
          report(changed(name, word.span, place, pair), to: &findings)
          break
        }
      }
    }
  }

  static func changed(_ name: String, _ span: SourceSpan, _ place: SourceSpan, _ pair: TranslationPair) -> Finding {
    let actual = pair.prose.translation.text(place)
    return Finding(
      "the name '\(name)' reads '\(actual)' here", at: place, expected: name, actual: actual,
      damage: damage(name, actual), source: span)
  }

  /// The class of a change; most are of blanks or of case alone, which is told without taking the texts apart.
  private static func damage(_ name: String, _ actual: String) -> Damage? {
    if let damage = Damage.ofBlanksOrCase(expected: name, actual: actual) { return damage }
    return areOtherWords(actual, name) ? .translated : Damage.classify(expected: name, actual: actual)
  }

  /// Whether words of a name are gone, and other words stand there: what a look at the bytes can tell, and only that.
  private static func areOtherWords(_ actual: String, _ name: String) -> Bool {
    func words(_ text: String) -> [UInt64] {
      text.utf8.split { !(($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0x80) }
        .map { ProseWord.hash($0.lazy.map(ASCIICase.lowercased)) }
    }
    // What is left of the name may be a part of one of its words.
    var rest = name.utf8[...]
    let isPart = actual.utf8.allSatisfy { byte in
      guard byte != 0x20 else { return true }
      guard let place = rest.firstIndex(where: { ASCIICase.lowercased($0) == ASCIICase.lowercased(byte) }) else {
        return false
      }
      rest = rest[rest.index(after: place)...]
      return true
    }
    let (own, others) = (words(actual), words(name))
    return !isPart && !own.allSatisfy(others.contains) && !others.allSatisfy(own.contains)
  }
}

/// One block of a translation and its source, in which names are lacking.
private struct BlockOfNames {
  let pair: TranslationPair
  let comparison: NameComparison
  let source: PageInventory
  let translation: PageInventory
  let sourceRun: ProseRun
  let run: ProseRun

  init(_ pair: TranslationPair, _ source: Int, _ run: Int, _ comparison: NameComparison) {
    self.pair = pair
    self.comparison = comparison
    self.source = pair.prose.source
    translation = pair.prose.translation
    sourceRun = self.source.runs[source]
    self.run = translation.runs[run]
  }

  /// Reports the names that the block lacks, as far as its section does, and takes them from the section's count.
  func report(_ deficits: inout [UInt64: Int], to findings: inout Findings) {
    guard !sourceRun.isFact, !run.isFact else { return }
    var lacking: [(hash: UInt64, words: [Int])] = []
    for index in comparison.sourceNames[sourceRun.words] {
      let word = source.words[index]
      guard deficits[word.hash, default: 0] > 0, !pair.prose.isFact(word.span) else { continue }
      if let place = lacking.firstIndex(where: { $0.hash == word.hash }) {
        lacking[place].words.append(index)
      } else {
        lacking.append((word.hash, [index]))
      }
    }
    guard !lacking.isEmpty else { return }
    var search = DamagedNameSearch(run, in: translation)
    var lost: [Int] = []
    for (hash, words) in lacking {
      let found = translation.words[run.words].count { $0.hash == hash }
      var missing = min(words.count - found, deficits[hash, default: 0])
      guard missing > 0 else { continue }
      let name = source.text(source.words[words[0]].span)
      let bytes = Array(name.utf8)
      while missing > 0, let place = search.next(bytes, isIntact: comparison.isWanted) {
        missing -= 1
        deficits[hash, default: 0] -= 1
        DamagedIdentifier.report(
          DamagedIdentifier.changed(name, source.words[words[min(found, words.count - 1)]].span, place, pair),
          to: &findings)
      }
      // A name that stands there once may do for several; one that is gone altogether is looked for by its place.
      if missing > 0, found == 0, missing == words.count {
        lost.append(words[0])
        deficits[hash, default: 0] -= missing
      }
    }
    for index in lost { reportLost(index, &search, &findings) }
  }

  private func reportLost(_ index: Int, _ search: inout DamagedNameSearch, _ findings: inout Findings) {
    let word = source.words[index]
    let name = source.text(word.span)
    if let place = markedPlace(of: index, &search) {
      DamagedIdentifier.report(DamagedIdentifier.changed(name, word.span, place, pair), to: &findings)
    } else if word.traits.contains(.underscore), let place = search.nextTornUnderscore(in: run.span) {
      DamagedIdentifier.report(DamagedIdentifier.changed(name, word.span, place, pair), to: &findings)
    } else if comparison.sourceNames.isCertain(word) {
      DamagedIdentifier.report(
        Finding(
          "the name '\(name)' is missing", at: SourceSpan(at: run.span.start), expected: name, damage: .lost,
          source: word.span), to: &findings)
    }
  }

  /// What is set as the name is in the source, holds none of the names and has not been taken yet.
  private func markedPlace(of index: Int, _ search: inout DamagedNameSearch) -> SourceSpan? {
    let marks = source.marks[sourceRun.marks].filter { $0.words.contains(index) }
    guard let mark = marks.last(where: { $0.kind != .link }) ?? marks.last else { return nil }
    let candidates = translation.marks[run.marks].filter { candidate in
      candidate.kind == mark.kind && !candidate.words.isEmpty
        && !translation.words[candidate.words].contains { comparison.isWantedHash($0.hash) }
    }
    for candidate in candidates {
      guard let last = candidate.words.last else { continue }
      let span = translation.words[candidate.words.lowerBound].span.union(translation.words[last].span)
      if search.claim(span) { return search.widened(span) }
    }
    return placeBesideNeighbour(of: mark, &search)
  }

  /// The words beside a name that stands in the same mark in the source: `ATTRIBUTE::GetItem` for `IAttribute::GetItem`.
  private func placeBesideNeighbour(of mark: ProseMark, _ search: inout DamagedNameSearch) -> SourceSpan? {
    let names = Set(comparison.sourceNames[mark.words].lazy.map { source.words[$0].hash })
    for candidate in translation.marks[run.marks] where candidate.kind == mark.kind {
      let words = translation.words[candidate.words]
      guard words.contains(where: { names.contains($0.hash) }),
        let first = words.firstIndex(where: { !comparison.isWantedHash($0.hash) })
      else { continue }
      let last = words[first...].firstIndex { comparison.isWantedHash($0.hash) } ?? words.endIndex
      let span = words[first].span.union(words[last - 1].span)
      if search.claim(span) { return search.widened(span) }
    }
    return nil
  }
}
