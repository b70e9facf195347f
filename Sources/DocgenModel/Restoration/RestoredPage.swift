import DocgenMarkup
import DocgenSupport

/// A translation with the source's facts in the places of those that it changed, as far as these are beyond doubt.
///
/// It is the page that readers and programs are to see; the file stays as it is.
package struct RestoredPage {
  /// The page with the source's facts; where nothing was changed, the translation itself.
  package let page: LocalizedPage
  /// The translation.
  package let original: LocalizedPage
  /// Where the page says something else than the translation, in the order of the file, apart from each other.
  package let facts: [RestoredFact]
  /// What was compared and what came of it, for the kinds of facts that the page has; empty where nothing was to be
  /// restored.
  package let counts: [FactCount]
  /// Which of the page's facts stand for which of the source.
  package let alignment: PageAlignment

  /// Whether the page says something else than the translation.
  package var isChanged: Bool { !facts.isEmpty }
}

/// Puts the source's facts into translations.
///
/// What belongs where is told by the same alignment that the rules of lint ask, and is written by the same code as their
/// safe fixes. As with these, nothing is taken on trust: the page is read anew, and what changed more than its place is
/// left as it was.
package struct PageRestorer: Sendable {
  private let loader: PageLoader
  let words: [TranslationWords]
  /// Facts are restored, and not only aligned.
  package let restoresFacts: Bool
  /// What was written may show what else is to be; each time there is less.
  private static let rounds = 4

  /// Makes a restorer of the pages that a loader reads.
  ///
  /// - Parameters:
  ///   - loader: The pages.
  ///   - restoresFacts: Whether facts are restored; else pages are only put beside their source.
  package init(_ loader: PageLoader, restoresFacts: Bool = true) {
    self.loader = loader
    self.restoresFacts = restoresFacts
    words = TranslationWords.all(loader.vocabularies)
  }

  /// A page with all of its translations restored.
  ///
  /// - Returns: The page, and what was done to each translation, by the index of the locale; `nil` for the source and
  ///   where there is nothing to compare with.
  package func restored(_ group: APIPage) -> (page: APIPage, translations: [RestoredPage?]) {
    var results = [RestoredPage?](repeating: nil, count: group.translations.count)
    guard let source = group.source else { return (group, results) }
    var translations = group.translations
    for page in group.translations.compactMap(\.self) where page.locale != PageCatalog.source {
      guard restoresFacts else {
        let alignment = PageAlignment(source: source, translation: page, words: words[page.locale])
        results[page.locale] = RestoredPage(page: page, original: page, facts: [], counts: [], alignment: alignment)
        continue
      }
      var restoration = Restoring(page, source: source, words: words[page.locale], loader)
      let result = restoration.run(rounds: Self.rounds)
      translations[page.locale] = result.page
      results[page.locale] = result
    }
    let restored = APIPage(id: group.id, name: group.name, translations: translations, failures: group.failures)
    return (restored, results)
  }
}

/// The restoration of one translation.
private struct Restoring {
  private let source: LocalizedPage
  private let words: TranslationWords
  private let loader: PageLoader
  private let original: LocalizedPage
  private var page: LocalizedPage
  private var alignment: PageAlignment
  private var corrections: [FactCorrection]
  private var facts: [RestoredFact] = []
  private var restored: Set<FactCorrection.Fact> = []

  init(_ page: LocalizedPage, source: LocalizedPage, words: TranslationWords, _ loader: PageLoader) {
    original = page
    self.page = page
    self.source = source
    self.words = words
    self.loader = loader
    alignment = PageAlignment(source: source, translation: page, words: words)
    corrections = alignment.corrections
  }

  mutating func run(rounds: Int) -> RestoredPage {
    // Bytes that are not those of the file cannot be written back.
    if !page.source.hasEncodingErrors {
      for _ in 0..<rounds {
        let chosen = choose()
        if chosen.isEmpty { break }
        guard apply(chosen) else {
          applyHalves(of: chosen)
          align()
          break
        }
        // What is whole again may tell what else stands for what.
        let isDone = chosen.count == corrections.count && alignment.hasAsManyFacts(as: page)
        if isDone { corrections = [] } else { align() }
      }
      makeSpacesPlain()
    }
    return RestoredPage(page: page, original: original, facts: facts, counts: counts, alignment: alignment)
  }

  /// The corrections that are beyond doubt, in the order of the file; of two in one place, the first.
  private func choose() -> [FactCorrection] {
    var chosen: [(correction: FactCorrection, start: Int32)] = []
    for correction in corrections {
      guard let edits = correction.safeEdits, let first = edits.first else { continue }
      chosen.append((correction, first.span.start))
    }
    var result: [FactCorrection] = []
    var end: Int32 = -1
    for (correction, start) in chosen.sorted(by: { $0.start < $1.start }) where start > end {
      result.append(correction)
      end = correction.safeEdits?.last?.span.end ?? start
    }
    return result
  }

  private mutating func align() {
    alignment = PageAlignment(source: source, translation: page, words: words)
    corrections = alignment.corrections
  }

  /// Makes corrections, if nothing but their places changes.
  private mutating func apply(_ chosen: [FactCorrection]) -> Bool {
    let edits = chosen.flatMap { $0.safeEdits ?? [] }
    guard let new = edited(edits) else { return false }
    note(chosen, EditedPlaces(edits))
    page = new
    return true
  }

  /// The page with edits made; `nil` if more than their places would change.
  private func edited(_ edits: [TextEdit]) -> LocalizedPage? {
    let comparison = PageComparison(page, edits: edits.map(\.span))
    if let new = loader.editing(page, beside: source, edits) {
      return comparison.hasSameMetadata(new) ? new : nil
    }
    let bytes = TextEdit.applying(edits, to: page.source.bytes)
    let new = loader.read(SourceFile(path: page.source.path, bytes: bytes), locale: page.locale, beside: source)
    return comparison.isUnchangedElsewhere(in: new) ? new : nil
  }

  /// Makes those of several corrections that do no harm: halves are tried, so that few that do cost few readings.
  ///
  /// They are made from the end on, so that the places of those before stay what they are.
  private mutating func applyHalves(of chosen: [FactCorrection]) {
    guard chosen.count > 1 else { return }
    let middle = chosen.count / 2
    for half in [Array(chosen[middle...]), Array(chosen[..<middle])] where !apply(half) { applyHalves(of: half) }
  }

  /// Makes plain spaces of the others in code, which nobody sees, so that nothing is to be marked.
  private mutating func makeSpacesPlain() {
    guard CodeSpaces.mayStand(in: page) else { return }
    var spaces = CodeSpaces(PageAlignment(source: source, translation: page, words: words))
    let edits = spaces.edits()
    if edits.isEmpty { return }
    guard let new = edited(edits) else { return }
    note([], EditedPlaces(edits))
    page = new
    align()
  }

  /// Keeps where the page says something else now; places of before move with the text.
  private mutating func note(_ chosen: [FactCorrection], _ places: EditedPlaces) {
    var all = facts
    for index in all.indices { all[index].span = places.after(all[index].span) }
    let known = all.indices
    for correction in chosen {
      guard let edits = correction.safeEdits, let first = edits.first, let last = edits.last else { continue }
      let own = SourceSpan(start: first.span.start, end: last.span.end)
      let place = correction.place?.union(own) ?? own
      let fact = RestoredFact(
        span: places.after(place), original: text(at: place) ?? correction.actual, originalSpan: place)
      // Both are in the order of the file: what is in the way is near the place, or was added just now.
      let next = all[known].partitioningIndex { $0.span.end >= fact.span.start }
      let near = [next, next + 1].filter(known.contains) + [all.count - 1].filter(all.indices.contains)
      if let index = near.first(where: { all[$0].span.overlaps(fact.span) }) {
        // The rest of a place that was restored in part.
        all[index].span = all[index].span.union(fact.span)
      } else {
        all.append(fact)
      }
      restored.insert(correction.fact)
    }
    facts = all.sorted { $0.span.start < $1.span.start }
  }

  /// What the page says at a place, as readers see it.
  private func text(at place: SourceSpan) -> String? {
    guard place.start >= page.frontMatter.bodyStart else { return nil }
    let bytes = page.source.bytes[place.range]
    // Letters and spaces are what they are in every form of text.
    if bytes.allSatisfy({ Identifier.isNameByte($0) || $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 >= 0x80 }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    return Slot.text(of: page.document, at: place, index: alignment.slotIndices.translation)
  }

  private var counts: [FactCount] {
    var counts = alignment.comparedCounts
    let differing = Set(corrections.map(\.fact))
    for kind in [PageAlignment.titles, PageAlignment.linkNameKind, PageAlignment.tornNameKind]
    where (restored.union(differing)).contains(where: { $0.kind == kind }) {
      counts.append(FactCount(kind: kind))
    }
    for index in counts.indices {
      let kind = counts[index].kind
      counts[index].restored = restored.count { $0.kind == kind }
      counts[index].differing = differing.count { $0.kind == kind }
    }
    return counts
  }
}
