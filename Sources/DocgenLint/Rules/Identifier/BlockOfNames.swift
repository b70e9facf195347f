import DocgenMarkup
import DocgenModel
import DocgenSupport

/// One block of a translation and its source, in which names are lacking.
struct BlockOfNames {
  let pair: TranslationPair
  let comparison: NameComparison
  let source: PageInventory
  let translation: PageInventory
  let sourceRun: ProseRun
  let run: ProseRun
  /// The code of the source's block.
  private let codeOfSource: [ProseMark]

  init(_ pair: TranslationPair, _ source: Int, _ run: Int, _ comparison: NameComparison) {
    self.pair = pair
    self.comparison = comparison
    self.source = pair.prose.source
    translation = pair.prose.translation
    sourceRun = self.source.runs[source]
    self.run = translation.runs[run]
    codeOfSource = self.source.marks[sourceRun.marks].filter { $0.kind == .code }
  }

  /// Reports the names that the block lacks, as far as its section does, and takes them from the section's count.
  func report(_ deficits: inout [UInt64: Int], to findings: inout Findings) {
    guard !sourceRun.isFact, !run.isFact else { return }
    var lacking: [(hash: UInt64, words: [Int])] = []
    var placeOfName: [UInt64: Int] = [:]
    for index in comparison.sourceNames[sourceRun.words] {
      let word = source.words[index]
      guard deficits[word.hash, default: 0] > 0, !pair.prose.isFact(word.span), !isInPlaceholder(index) else {
        continue
      }
      if let place = placeOfName[word.hash] {
        lacking[place].words.append(index)
      } else {
        placeOfName[word.hash] = lacking.count
        lacking.append((word.hash, [index]))
      }
    }
    guard !lacking.isEmpty else { return }
    var search = DamagedNameSearch(run, in: translation, beside: source)
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
        let word = source.words[self.word(for: place, in: words, next)]
        missing -= 1
        next += 1
        deficits[hash, default: 0] -= 1
        // The name of a fact that the block belongs to is told by the rule for that.
        if findings.hasOne(in: place) || comparison.isPartOfCode(place) { continue }
        // The source spells it both ways.
        let actual = Array(translation.page.source.bytes[place.range])
        if comparison.isOfSource(actual, inRuns: [sourceRun]) { continue }
        if let other = OtherName(name, at: place, in: run, of: CollectionOfOne(sourceRun), pair.prose) {
          DamagedIdentifier.report(DamagedIdentifier.changed(name, other, pair), to: &findings)
          continue
        }
        if !isMarked(place), comparison.isProse(actual, for: bytes) { continue }
        let isWord = word.looksLikeWord && !isMarked(place)
        var finding = DamagedIdentifier.changed(
          name, word.span, place, pair, isCertain: word.isPlainlyName || isMarked(place),
          hasFix: !hasMarkedRival(place, name) && !isJoinedOtherwise(place, word.span)
            && comparison.sourceNames.isSure(word), isWord: isWord)
        // A word of the language may begin with a capital, as nouns do in some.
        if isWord, actual.dropFirst() == bytes.dropFirst(), finding.damage == .case { finding.severity = .note }
        DamagedIdentifier.report(finding, to: &findings)
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

  /// The index of the word that a damaged one stands for: the next, or of several one that hyphens join to others as there.
  private func word(for place: SourceSpan, in words: [Int], _ next: Int) -> Int {
    let word = words[min(next, words.count - 1)]
    func isJoined(_ span: SourceSpan, _ page: LocalizedPage) -> Bool {
      span.start > 0 && page.source.bytes[Int(span.start) - 1] == UInt8(ascii: "-")
    }
    let isHyphenated = isJoined(place, translation.page)
    if isJoined(source.words[word].span, source.page) == isHyphenated { return word }
    return words.first { isJoined(source.words[$0].span, source.page) == isHyphenated } ?? word
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

  /// Whether a name is found in running text in another case, and a text that is set apart has the same letters, too: that
  /// may be the one.
  private func hasMarkedRival(_ place: SourceSpan, _ name: String) -> Bool {
    guard place.range.count == name.utf8.count, !isMarked(place) else { return false }
    return translation.marks[run.marks].contains { mark in
      translation.words[mark.words].contains { ASCIICase.equal(translation.text($0.span).utf8, name.utf8) }
    }
  }

  /// Whether what stands at a place is a part of an option or of a name in small letters, which the name is not: `-d`,
  /// `canvas-tools`. In compounds of a language, a name keeps its capitals.
  private func isJoinedOtherwise(_ place: SourceSpan, _ name: SourceSpan) -> Bool {
    let hyphen = UInt8(ascii: "-")
    func isOfOption(_ span: SourceSpan, _ bytes: [UInt8]) -> Bool {
      let start = Int(span.start)
      return start > 0 && bytes[start - 1] == hyphen && (start == 1 || !Identifier.isNameByte(bytes[start - 2]))
    }
    func isOfSlug(_ span: SourceSpan, _ bytes: [UInt8]) -> Bool {
      var end = Int(span.end)
      while end < bytes.count, bytes[end] == hyphen || Identifier.isNameByte(bytes[end]) { end += 1 }
      let text = bytes[Int(span.start)..<end]
      return text.contains(hyphen) && text.allSatisfy { !(0x41...0x5A).contains($0) }
    }
    let (own, other) = (source.page.source.bytes, translation.page.source.bytes)
    return isOfOption(place, other) != isOfOption(name, own) || isOfSlug(place, other) && !isOfSlug(name, own)
  }

  /// Whether what is set apart at a place stands so again in the block, where it would be left.
  private func isRepeated(_ place: SourceSpan) -> Bool {
    let bytes = translation.page.source.bytes
    // A link and what is set in bold within it are one place.
    let places = Set(translation.marks[run.marks].compactMap(translation.span))
    guard places.contains(place) else { return false }
    return places.count { bytes[$0.range] == bytes[place.range] } > 1
  }

  /// Reports a lost name. It is written where its slot is certain, where all its letters are, or where it alone is lost and
  /// something is set as it is in the source; never where another name of the block may be meant, or a part of one be left.
  private func reportLost(
    _ index: Int, _ place: LostPlace?, _ slots: NameSlots, isAlone: Bool, isClear: Bool, _ findings: inout Findings
  ) {
    let word = source.words[index]
    let name = source.text(word.span)
    if hasSingular(of: name) { return }
    if let place {
      if findings.hasOne(in: place.span) || isOfLanguage(place.span, word: index) { return }
      // A name in the plural or in the genitive is that name.
      let text = Array(translation.page.source.bytes[place.span.range])
      if !word.traits.contains(.code), MarkedNames.arePlural(Array(name.utf8), text) { return }
      let slot = slots.slot(of: index, at: place.span)
      let hasFix =
        slot != nil || isClear && place.hasLetters || isAlone && place.isMarked && slots.fillsMark(index)
      DamagedIdentifier.report(
        DamagedIdentifier.changed(
          name, word.span, place.span, pair, slot: slot, isCertain: slot != nil,
          hasFix: hasFix && comparison.sourceNames.isSure(word) && !isCodeOfSource(place.span)
            && !isJoinedOtherwise(place.span, word.span) && (slot != nil || !isRepeated(place.span))), to: &findings)
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

  /// Whether the source has what stands at a place as a word of its code: the translation may be the one that is right.
  private func isCodeOfSource(_ place: SourceSpan) -> Bool {
    let hash = ProseWord.hash(translation.page.source.bytes[place.range])
    return source.words.contains { $0.hash == hash && $0.traits.contains(.code) }
  }

  /// Whether a word stands for what the reader fills in, within a command.
  private func isInPlaceholder(_ index: Int) -> Bool {
    let span = source.words[index].span
    // Code holds no other code, so that its words are in the order of the marks.
    let next = codeOfSource.partitioningIndex { $0.words.lowerBound > index }
    guard next > 0, codeOfSource[next - 1].words.contains(index) else { return false }
    let mark = codeOfSource[next - 1]
    let node = source.page.document.nodes[mark.node].span
    let offset = Int(span.start - node.start)
    return CodePlaceholder.ranges(in: source.page.source.bytes[node.range]).contains { $0.contains(offset) }
  }

  /// Whether a place says in the script of its language what the source says in running text: languages have their own words
  /// for kinds and products there, and titles and phrases are translated as a whole.
  private func isOfLanguage(_ place: SourceSpan, word index: Int) -> Bool {
    let text = translation.page.source.bytes[place.range]
    guard Self.isOfOtherScript(text) else { return false }
    let marks = source.marks[sourceRun.marks].filter { $0.words.contains(index) }
    // A name of several words, such as `System.String`, is one without spaces.
    if marks.contains(where: { $0.kind == .code || !isPhrase($0) && ($0.kind != .link || $0.words.count > 1) }) {
      return false
    }
    if !marks.isEmpty, marks.contains(where: isPhrase) { return true }
    // One that stands there once may be an accident.
    let bytes = translation.page.source.bytes
    guard let first = ByteSearch.firstIndex(of: Array(text), in: bytes, from: 0) else { return false }
    return ByteSearch.firstIndex(of: Array(text), in: bytes, from: first + text.count) != nil
  }

  /// Whether what is marked in the source has a space in it.
  private func isPhrase(_ mark: ProseMark) -> Bool {
    guard let first = mark.words.first, let last = mark.words.last else { return false }
    let span = source.words[first].span.union(source.words[last].span)
    return source.page.source.bytes[span.range].contains { $0 <= 0x20 }
  }

  /// Whether a text has letters of a script that is not Latin, and none of ASCII.
  private static func isOfOtherScript(_ text: ArraySlice<UInt8>) -> Bool {
    if text.contains(where: { (0x61...0x7A).contains($0 | 0x20) }) { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.contains {
      $0.value > 0x2FF && $0.properties.isAlphabetic
    }
  }

  /// Whether the block has a name in the singular, which for many languages is the plural as well.
  private func hasSingular(of name: String) -> Bool {
    guard name.utf8.last == UInt8(ascii: "s") else { return false }
    let hash = ProseWord.hash(name.utf8.dropLast())
    return translation.words[run.words].contains { $0.hash == hash }
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
