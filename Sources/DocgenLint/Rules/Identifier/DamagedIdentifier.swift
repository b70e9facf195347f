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
    reportMarked(pair, &findings)
    reportLinks(pair, &findings)
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
          fix: torn.restoration.flatMap { fix in
            fix.isSafe || WordsBesideNames(pair).hasScope(of: torn.name.span, at: torn.place) ? fix : nil
          }), to: &findings)
    }
  }

  /// Reports texts of links in the place of names, where no rule has found them so far.
  private static func reportLinks(_ pair: TranslationPair, _ findings: inout Findings) {
    for link in pair.linkNames where !findings.hasOne(in: link.place) && !findings.hasOne(aboutSource: link.name.span) {
      let wanted = link.name.value
      report(
        Finding(
          messages.damaged(link.actual, wanted), at: link.place, expected: wanted, actual: link.actual,
          damage: damage(wanted, link.actual), source: link.name.span, fix: link.restoration), to: &findings)
    }
  }

  /// Reports names in bold or italics that are others here, where no rule has found them so far.
  private static func reportMarked(_ pair: TranslationPair, _ findings: inout Findings) {
    let names = MarkedNames(pair.prose)
    let texts = pair.prose.texts.pairs.filter { !pair.prose.source.runs[$0.source].isFact }
    for differences in texts.lazy.map(names.differences) + [ListedNames(pair.prose).differences()] {
      for difference in differences
      where !findings.hasOne(in: difference.translation.span) && !findings.hasOne(aboutSource: difference.source.span) {
        let (wanted, actual) = (difference.source, difference.translation)
        let beside = WordsBesideNames(pair)
        let place = difference.isCertain ? beside.place(of: wanted.value, at: actual.span) : nil
        // A word for the kind of the name may be joined to it.
        if let place, pair.prose.translation.text(place) == wanted.value { continue }
        report(
          Finding(
            messages.damaged(actual.value, wanted.value), at: actual.span, expected: wanted.value, actual: actual.value,
            damage: damage(wanted.value, actual.value), source: wanted.span,
            fix: place.flatMap { place in
              beside.allow(at: place)
                && !OverwrittenText(wanted.value, wanted.span, over: actual.value, at: place, pair)
                  .standsForMore(isCertain: false)
                && mayBeWritten(
                  wanted.value, wanted.span, over: actual.value, at: place, damage(wanted.value, actual.value), pair)
                ? pair.restoring(nameInProse: wanted.span, at: place, isCertain: false)
                  .flatMap { beside.leavesKindAlone($0, at: place) ? $0 : nil } : nil
            }), to: &findings)
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
    // Names that state facts are the matter of other rules.
    let runs = section.runs.filter { !translation.runs[$0].isFact }
    var searches = runs.map { DamagedNameSearch(translation.runs[$0], in: translation, beside: source) }
    for run in section.sourceRuns {
      for index in comparison.sourceNames[source.runs[run].words] {
        let word = source.words[index]
        guard let missing = deficits[word.hash], missing > 0 else { continue }
        let name = source.text(word.span)
        for index in searches.indices {
          guard comparison.spend(searches[index].cost) else { return }
          guard let place = searches[index].next(Array(name.utf8), isIntact: comparison.isWanted),
            !comparison.isPartOfCode(place)
          else { continue }
          deficits[word.hash] = missing - 1
          let actual = Array(translation.page.source.bytes[place.range])
          let sourceRuns = section.sourceRuns.lazy.map { source.runs[$0] }
          if comparison.isOfSource(actual, inRuns: sourceRuns) { break }
          // A word with a capital in another text is no name in small letters.
          if !name.utf8.contains(where: { !(0x61...0x7A).contains($0) }), ASCIICase.equal(actual, name.utf8) { break }
          if let other = OtherName(name, at: place, in: translation.runs[runs[index]], of: sourceRuns, pair.prose) {
            report(changed(name, other, pair), to: &findings)
            break
          }
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
    if let whole = DottedName(holding: span, found: place, in: pair) {
      let (name, actual) = (pair.prose.source.text(whole.source), pair.prose.translation.text(whole.translation))
      let damage = damage(name, actual)
      let isWhole = damage == .whitespace || damage == .case
      return Finding(
        messages.damaged(actual, name), at: whole.translation, expected: name, actual: actual, damage: damage,
        source: whole.source,
        fix: isWhole ? pair.alignment.restoration(of: whole.source, at: whole.translation, isCertain: true) : nil)
    }
    let actual = pair.prose.translation.text(place)
    let damage = damage(name, actual)
    // A word of the language has the case that its place gives it.
    let hasFix = hasFix && !(isWord && damage == .case) && !Self.holdsForeignPunctuation(actual)
    let isWhole = damage == .whitespace || damage == .case
    let beside = WordsBesideNames(pair)
    let kept = isWhole ? place : beside.place(of: name, at: place)
    let text = OverwrittenText(name, span, over: actual, at: place, pair)
    let isOtherCase = damage == .case && (text.isKnownName || text.isOneOfCases)
    let isSure = damage == .whitespace || isCertain && (damage == .case || !text.mayBeMeant)
    // The kind that a word says as well stays with it.
    let written = kept == place ? slot ?? place : kept
    var fix =
      hasFix
        && (isWhole ? !text.isSpelledOut && !isOtherCase : !text.standsForMore(isCertain: isCertain))
      ? written.flatMap { pair.restoring(nameInProse: span, at: $0, isCertain: isSure) } : nil
    if let unsafe = fix, let kept, !unsafe.isSafe,
      !isWhole && (!beside.allow(at: kept) || pair.isWordOfCode(actual)) || !beside.leavesKindAlone(unsafe, at: place)
        || !mayBeWritten(name, span, over: actual, at: place, damage, pair)
    {
      fix = nil
    }
    // The site shows it so.
    if !(fix?.isSafe ?? false), let link = pair.linkName(at: place), link.name.value == name { fix = link.restoration }
    return Finding(
      messages.damaged(actual, name), at: place, expected: name, actual: actual,
      damage: damage, source: span, fix: fix)
  }

  /// Whether a person who looks at a fix would take it: what goes with the name is there, and what stands in its place is
  /// neither a name of the translation's own code nor a word for a word.
  private static func mayBeWritten(
    _ name: String, _ span: SourceSpan, over actual: String, at place: SourceSpan, _ damage: Damage?,
    _ pair: TranslationPair
  ) -> Bool {
    if pair.ownCode.names(in: Array(actual.utf8)[...], butNotIn: Array(name.utf8)[...]) { return false }
    let isCode = span.start > 0 && pair.source.source.bytes[Int(span.start) - 1] == UInt8(ascii: "`")
    // What a button is called, or a state, is said in each language.
    if damage == .translated, !isCode, isWord(name) { return false }
    return WordsBesideNames(pair).hasScope(of: span, at: place)
  }

  /// Whether a name is written as words at the beginning of a text are: small letters after a capital.
  private static func isWord(_ name: String) -> Bool {
    name.utf8.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
      && name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// Whether a text has punctuation of another script, so that more than the name stands there: `端点（Endpoint`.
  private static func holdsForeignPunctuation(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      guard scalar.value >= 0x2E80 else { return false }
      switch scalar.properties.generalCategory {
      case .openPunctuation, .closePunctuation, .otherPunctuation, .dashPunctuation, .initialPunctuation,
        .finalPunctuation:
        return true
      default: return false
      }
    }
  }

  /// A name in the mark of which another one stands.
  static func changed(_ name: String, _ other: OtherName, _ pair: TranslationPair) -> Finding {
    let actual = pair.prose.translation.text(other.translation)
    return Finding(
      messages.damaged(actual, name), at: other.translation, expected: name, actual: actual, damage: .translated,
      source: other.source, fix: pair.alignment.restoration(of: other.source, at: other.translation, isCertain: false))
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
