import DocgenMarkup
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

  struct Messages: MessageSet {
    let missingInDescription = MessageForm<String>(
      "the description lacks the name '{1}'; write it as in the source")
    let damaged = MessageForm<String, String>("the name reads '{1}' here; write '{2}' as in the source")
    let missing = MessageForm<String>("the name '{1}' is missing; write it as in the source")
  }

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
    reportTorn(pair, &findings)
    for difference in pair.alignment.descriptionDifferences where !findings.hasOne(in: difference.place.span) {
      report(
        Finding(
          messages.missingInDescription(difference.name), at: difference.place.span,
          expected: difference.name, actual: difference.place.value,
          damage: Damage.classify(expected: difference.name, actual: difference.place.value),
          source: difference.expected.span, fix: difference.restoration
        ).about(difference.name), to: &findings)
    }
  }

  /// Reports names with whitespace within, where no rule has found them so far.
  private static func reportTorn(_ pair: TranslationPair, _ findings: inout Findings) {
    let names = pair.alignment.tornNames.filter { !$0.isRange }
    guard !names.isEmpty else { return }
    // Code and what has a shape of its own are compared by rules of theirs.
    let code = pair.translation.document.nodes.filter { $0.kind == .code }.map(\.span)
    let others = CoveredPlaces(code + pair.literalDifferences.compactMap { $0.translation?.span })
    let known = findings.coveredPlaces
    for torn in names where !others.hold(torn.place) && !known.hold(torn.place) && !findings.hasOne(in: torn.place) {
      let actual = pair.translation.source.text(torn.place)
      report(
        Finding(
          messages.damaged(actual, torn.name.value), at: torn.place,
          expected: torn.name.value, actual: actual,
          damage: torn.isOfWhitespaceAlone
            ? .whitespace : Damage.classify(expected: torn.name.value, actual: actual), source: torn.name.span,
          fix: torn.restoration), to: &findings)
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
    // Names that state facts are the matter of other rules.
    let runs = section.runs.filter { !translation.runs[$0].isFact }
    var searches = runs.map { DamagedNameSearch(translation.runs[$0], in: translation) }
    for run in section.sourceRuns {
      for index in comparison.sourceNames[source.runs[run].words] {
        let word = source.words[index]
        guard let missing = deficits[word.hash], missing > 0 else { continue }
        let name = source.text(word.span)
        for index in searches.indices {
          guard comparison.spend(searches[index].cost) else { return }
          guard let place = searches[index].next(Array(name.utf8), isIntact: comparison.isWanted) else { continue }
          deficits[word.hash] = missing - 1
          report(
            changed(name, word.span, place, pair, isCertain: word.isPlainlyName, isWord: word.looksLikeWord),
            to: &findings)
          break
        }
      }
    }
  }

  /// A name that stands at a place damaged; its fix takes the slot, where that is more than what is shown, and is safe
  /// where this is the name beyond doubt; `isWord` tells that what stands there may be a word of the language.
  static func changed(
    _ name: String, _ span: SourceSpan, _ place: SourceSpan, _ pair: TranslationPair, slot: SourceSpan? = nil,
    isCertain: Bool, hasFix: Bool = true, isWord: Bool = false
  ) -> Finding {
    if let compound = HyphenatedName(holding: span, found: place, in: pair) {
      return changed(compound, pair, hasFix: hasFix && slot == nil, isCertain: isCertain)
    }
    let actual = pair.prose.translation.text(place)
    let damage = damage(name, actual)
    // A word of the language has the case that its place gives it.
    let hasFix = hasFix && !(isWord && damage == .case)
    return Finding(
      messages.damaged(actual, name), at: place, expected: name, actual: actual,
      damage: damage, source: span,
      fix: hasFix
        ? pair.restoring(nameInProse: span, at: slot ?? place, isCertain: isCertain || damage == .whitespace) : nil)
  }

  /// A damaged name with a hyphen, which is changed as a whole or not at all.
  private static func changed(
    _ name: HyphenatedName, _ pair: TranslationPair, hasFix: Bool, isCertain: Bool
  ) -> Finding {
    let wanted = pair.prose.source.text(name.source)
    let actual = pair.prose.translation.text(name.translation)
    let damage = damage(wanted, actual)
    return Finding(
      messages.damaged(actual, wanted), at: name.translation, expected: wanted, actual: actual, damage: damage,
      source: name.source,
      fix: hasFix && name.isWhole
        ? pair.restoration(of: name, isCertain: isCertain || damage == .whitespace || damage == .case) : nil)
  }

  /// The class of a change; most are of spaces or of case alone, which is told without taking the texts apart.
  private static func damage(_ name: String, _ actual: String) -> Damage? {
    if let damage = Damage.ofWhitespaceOrCase(expected: name, actual: actual) { return damage }
    // Underscores that were lost or stand elsewhere.
    if letters(actual).elementsEqual(letters(name)) { return .other }
    return areOtherWords(actual, name) ? .translated : Damage.classify(expected: name, actual: actual)
  }

  private static func letters(_ text: String) -> some Sequence<UInt8> {
    text.utf8.lazy.filter { Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }.map(ASCIICase.lowercased)
  }

  /// Whether words of a name are gone, and other words stand there: what a look at the bytes can tell, and only that.
  private static func areOtherWords(_ actual: String, _ name: String) -> Bool {
    // What is left of the name may be a part of one of its words.
    var rest = name.utf8.makeIterator()
    let isPart = actual.utf8.allSatisfy { byte in
      if byte == 0x20 { return true }
      while let other = rest.next() { if ASCIICase.lowercased(other) == ASCIICase.lowercased(byte) { return true } }
      return false
    }
    if isPart { return false }
    let (own, others) = (wordHashes(actual), wordHashes(name))
    return !own.allSatisfy(others.contains) && !others.allSatisfy(own.contains)
  }

  /// The words of letters alone, in lower case.
  private static func wordHashes(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash: UInt64?
    for byte in text.utf8 {
      if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 {
        hash = ((hash ?? ProseWord.offsetBasis) ^ UInt64(ASCIICase.lowercased(byte))) &* ProseWord.prime
      } else if let word = hash {
        hashes.append(word)
        hash = nil
      }
    }
    if let hash { hashes.append(hash) }
    return hashes
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
    var placeOfName: [UInt64: Int] = [:]
    for index in comparison.sourceNames[sourceRun.words] {
      let word = source.words[index]
      guard deficits[word.hash, default: 0] > 0, !pair.prose.isFact(word.span) else { continue }
      if let place = placeOfName[word.hash] {
        lacking[place].words.append(index)
      } else {
        placeOfName[word.hash] = lacking.count
        lacking.append((word.hash, [index]))
      }
    }
    guard !lacking.isEmpty else { return }
    var search = DamagedNameSearch(run, in: translation)
    var lost: [Int] = []
    for (hash, words) in lacking {
      guard comparison.spend(run.words.count + search.cost) else { break }
      let found = translation.words[run.words].count { $0.hash == hash }
      var missing = min(words.count - found, deficits[hash, default: 0])
      guard missing > 0 else { continue }
      let name = source.text(source.words[words[0]].span)
      let bytes = Array(name.utf8)
      var next = found
      while missing > 0, comparison.spend(search.cost), let place = search.next(bytes, isIntact: comparison.isWanted) {
        let word = source.words[words[min(next, words.count - 1)]]
        missing -= 1
        next += 1
        deficits[hash, default: 0] -= 1
        DamagedIdentifier.report(
          DamagedIdentifier.changed(
            name, word.span, place, pair, isCertain: word.isPlainlyName || isMarked(place),
            isWord: word.looksLikeWord && !isMarked(place)),
          to: &findings)
      }
      // A name that stands there once may do for several; one that is gone altogether is looked for by its place.
      if missing > 0, found == 0, missing == words.count {
        lost.append(words[0])
        deficits[hash, default: 0] -= missing
      }
    }
    guard !lost.isEmpty else { return }
    let slots = NameSlots(lost: lost, pair.prose, comparison, sourceRun, run) { search.isFree($0) }
    // What is looked at for each name: all marks of the block and of its source, and their words.
    let cost = (sourceRun.marks.count + 1) * 4 + (run.marks.count + 1) * (sourceRun.words.count + 1) + run.words.count
    var places: [LostPlace?] = []
    for index in lost {
      guard comparison.spend(cost) else { break }
      places.append(place(of: index, &search))
    }
    // What is left of a torn name may belong to any of several.
    let isClear = !search.hasStrayUnderscore
    for (index, place) in zip(lost, places) {
      reportLost(index, place, slots, isAlone: isClear && lost.count == 1, isClear: isClear, &findings)
    }
  }

  /// What stands in the place of a name whose letters are not all there, and whether they are but for underscores.
  private struct LostPlace {
    var span: SourceSpan
    var hasLetters = false
    /// It is set as the name is.
    var isMarked = false
  }

  /// Whether a place is set apart from the text around it.
  private func isMarked(_ place: SourceSpan) -> Bool {
    let words = translation.words
    return translation.marks[run.marks].contains { mark in
      guard let last = mark.words.last else { return false }
      return words[mark.words.lowerBound].span.start < place.end && place.start < words[last].span.end
    }
  }

  /// Reports a lost name. It is written where its slot is certain, where all its letters are, or where it alone is lost and
  /// something is set as it is in the source; never where another name of the block may be meant, or a part of one be left.
  private func reportLost(
    _ index: Int, _ place: LostPlace?, _ slots: NameSlots, isAlone: Bool, isClear: Bool, _ findings: inout Findings
  ) {
    let word = source.words[index]
    let name = source.text(word.span)
    if let place {
      let slot = slots.slot(of: index, at: place.span)
      let hasFix =
        slot != nil || isClear && place.hasLetters || isAlone && place.isMarked && slots.fillsMark(index)
      DamagedIdentifier.report(
        DamagedIdentifier.changed(
          name, word.span, place.span, pair, slot: slot, isCertain: slot != nil,
          hasFix: hasFix), to: &findings)
    } else if comparison.sourceNames.isCertain(word) {
      DamagedIdentifier.report(
        Finding(
          DamagedIdentifier.messages.missing(name), at: SourceSpan(at: run.span.start),
          expected: name, damage: .lost, source: word.span,
          fix: slots.slot(of: index, at: nil).flatMap {
            pair.restoring(nameInProse: word.span, at: $0, isCertain: true)
          }), to: &findings)
    }
  }

  /// Where a name stands without its underscores, what is set as it is, or where underscores were torn off.
  private func place(of index: Int, _ search: inout DamagedNameSearch) -> LostPlace? {
    let bytes = Array(source.text(source.words[index].span).utf8)
    let hasUnderscore = bytes.contains(UInt8(ascii: "_"))
    if hasUnderscore, let span = search.nextWithoutUnderscores(bytes, isIntact: comparison.isWanted) {
      return LostPlace(span: span, hasLetters: true)
    }
    let places = MarkedPlaces(pair: pair.prose, comparison: comparison, sourceRun: sourceRun, run: run)
    if let span = places.place(ofWord: index, &search) { return LostPlace(span: span, isMarked: true) }
    // A cell, a heading or an item of a list that is nothing but the name.
    if sourceRun.words.count == 1, !run.words.isEmpty,
      sourceRun.kind == .heading || comparison.sourceNames.isCertain(source.words[index]), search.claim(run.span)
    {
      return LostPlace(span: search.widened(run.span))
    }
    guard hasUnderscore else { return nil }
    let torn =
      search.nextTornUnderscore(in: run.span, of: bytes) ?? partlyTranslatedPlace(of: source.words[index], &search)
    return torn.map { LostPlace(span: $0) }
  }

  /// A word with an underscore that the source does not have: `VT_LPWSTR` with one of its parts translated.
  private func partlyTranslatedPlace(of name: ProseWord, _ search: inout DamagedNameSearch) -> SourceSpan? {
    let known = Set(source.words[sourceRun.words].lazy.map(\.hash))
    let parts = Set(source.text(name.span).split(separator: "_"))
    for word in translation.words[run.words]
    where word.traits.contains(.underscore) && !known.contains(word.hash) {
      let own = translation.text(word.span).split(separator: "_")
      if own.contains(where: parts.contains), search.claim(word.span) { return search.widened(word.span) }
    }
    return nil
  }
}
