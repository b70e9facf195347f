import DocgenModel
import DocgenSupport

/// Looks for what stands in the place of a name that a block has lost, by how the name is set in the source.
struct MarkedPlaces {
  let pair: ProsePair
  let comparison: NameComparison
  let sourceRun: ProseRun
  let run: ProseRun

  /// The text of the link that leads where the name's does, or what is set as the name is, holds nothing of the
  /// source's and has not been taken yet.
  ///
  /// - Complexity: O(*m* · *n*) in the marks of the block and of its source.
  func place(ofWord index: Int, _ search: inout DamagedNameSearch) -> SourceSpan? {
    let marks = pair.source.marks[sourceRun.marks].filter { $0.words.contains(index) }
    guard let mark = marks.last(where: { $0.kind != .link }) ?? marks.last else { return nil }
    let destination = marks.last { $0.kind == .link }.flatMap { pair.source.destination(of: $0) }
    if let destination, let place = linkText(to: destination, of: mark, &search) { return place }
    for candidate in candidates(for: mark)
    where mayStandForName(candidate) && !belongsToOtherLink(candidate, destination) {
      if let span = pair.translation.span(of: candidate), search.claim(span) { return search.widened(span) }
    }
    return placeBesideNeighbour(of: mark, &search)
  }

  /// The marks of the translation that may stand for one of the source: that in the same place where both have as many of
  /// its kind and no name says otherwise, else all.
  private func candidates(for mark: ProseMark) -> [ProseMark] {
    let all = pair.translation.marks[run.marks].filter { $0.kind == mark.kind }
    let source = pair.source.marks[sourceRun.marks].filter { $0.kind == mark.kind }
    guard source.count == all.count, let place = source.firstIndex(where: { $0.node == mark.node }) else { return all }
    // A mark that shares a name with another one of the source has changed its place.
    for (index, own) in all.enumerated() {
      let hashes = Set(pair.translation.words[own.words].lazy.map(\.hash))
      func shares(_ other: ProseMark) -> Bool {
        comparison.sourceNames[other.words].contains { hashes.contains(pair.source.words[$0].hash) }
      }
      if !shares(source[index]), source.contains(where: shares) { return all }
    }
    return [all[place]]
  }

  /// A link is the same in every language, whatever became of its text.
  private func linkText(
    to destination: String, of mark: ProseMark, _ search: inout DamagedNameSearch
  ) -> SourceSpan? {
    for candidate in pair.translation.marks[run.marks] where candidate.kind == .link {
      guard let own = pair.translation.destination(of: candidate), ASCIICase.equal(own.utf8, destination.utf8),
        let span = wordsWithoutNames(of: candidate, beside: mark, search), search.claim(span)
      else { continue }
      return search.widened(span)
    }
    return nil
  }

  /// Neither holds names of the source nor is whole as it stands in the source.
  private func mayStandForName(_ candidate: ProseMark) -> Bool {
    let words = pair.translation.words[candidate.words]
    guard !words.isEmpty, !words.contains(where: { comparison.isWantedHash($0.hash) }) else { return false }
    let source = pair.source.words[sourceRun.words]
    return !words.allSatisfy { word in source.contains { $0.hash == word.hash } }
  }

  /// Whether a text is that of a link which in the source leads there from another text.
  private func belongsToOtherLink(_ candidate: ProseMark, _ destination: String?) -> Bool {
    let marks = pair.translation.marks[run.marks]
    guard
      let link = marks.first(where: { $0.kind == .link && $0.words.contains(candidate.words.lowerBound) }),
      let own = pair.translation.destination(of: link)
    else { return false }
    if let destination, ASCIICase.equal(destination.utf8, own.utf8) { return false }
    return pair.source.marks[sourceRun.marks].contains { mark in
      mark.kind == .link && (pair.source.destination(of: mark).map { ASCIICase.equal($0.utf8, own.utf8) } ?? false)
    }
  }

  /// The words beside a name that stands in the same mark in the source: `ATTRIBUTE::GetItem` for `IAttribute::GetItem`.
  private func placeBesideNeighbour(of mark: ProseMark, _ search: inout DamagedNameSearch) -> SourceSpan? {
    let names = Set(comparison.sourceNames[mark.words].lazy.map { pair.source.words[$0].hash })
    for candidate in pair.translation.marks[run.marks] where candidate.kind == mark.kind {
      guard pair.translation.words[candidate.words].contains(where: { names.contains($0.hash) }),
        let span = wordsWithoutNames(of: candidate, beside: mark, search), search.claim(span)
      else { continue }
      return search.widened(span)
    }
    return nil
  }

  /// The first free words of a mark that are none of the source's names, without those at their ends that the mark of the
  /// source has, too: of `/accounts/{kontoId}/keys` only `kontoId` may stand for a name.
  private func wordsWithoutNames(
    of mark: ProseMark, beside source: ProseMark, _ search: DamagedNameSearch
  ) -> SourceSpan? {
    let words = pair.translation.words[mark.words]
    let known = Set(pair.source.words[source.words].lazy.map(\.hash))
    func isOpen(_ word: ProseWord) -> Bool { !comparison.isWantedHash(word.hash) && search.isFree(word.span) }
    guard let start = words.firstIndex(where: isOpen) else { return nil }
    let end = words[start...].firstIndex { !isOpen($0) } ?? words.endIndex
    guard let first = words[start..<end].firstIndex(where: { !known.contains($0.hash) }),
      let last = words[start..<end].lastIndex(where: { !known.contains($0.hash) })
    else { return nil }
    return words[first].span.union(words[last].span)
  }
}

extension PageInventory {
  /// Where the link leads that a mark is.
  ///
  /// - Complexity: O(log *n*) in the links of the page.
  func destination(of mark: ProseMark) -> String? {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].node < mark.node { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low].node == mark.node ? links[low].destination : nil
  }

  /// From the first word of a mark to the last.
  func span(of mark: ProseMark) -> SourceSpan? {
    guard let first = mark.words.first, let last = mark.words.last else { return nil }
    return words[first].span.union(words[last].span)
  }
}
