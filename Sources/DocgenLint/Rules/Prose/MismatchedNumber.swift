import DocgenModel
import DocgenSupport

/// Compares the numbers in prose with their units, block by block where the blocks correspond.
///
/// Decimals and groups of digits may be written as the language does, dates and hours of the afternoon in their own way.
/// A version is no decimal.
enum MismatchedNumber: TranslationCheck {
  static let rule = Rule(
    "mismatched-number", in: .prose, .note,
    "A number in the text, its unit or its place differs from the source.")

  struct Messages: MessageSet {
    let swapped = MessageForm<String, String>(
      "'{1}' and '{2}' changed their places; write them in the order of the source")
    let changed = MessageForm<String, String>("the number is '{1}' here; write '{2}' as in the source")
    let otherUnit = MessageForm<String, String>("'{1}' is '{2}' in the source; write the unit that it has there")
    let noDecimal = MessageForm<String, String>("'{1}' is no decimal here; write '{2}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let (source, translation) = (pair.prose.source, pair.prose.translation)
    var maker: NumberComparison.Maker?
    for texts in pair.prose.texts.pairs where texts.isCertain {
      let (sourceRun, run) = (source.runs[texts.source], translation.runs[texts.translation])
      guard !sourceRun.isFact, !run.isFact, sourceRun.kind != .heading,
        source.words[sourceRun.words].contains(where: { $0.traits.contains(.digit) })
      else { continue }
      if maker == nil { maker = NumberComparison.Maker(pair) }
      guard let comparison = maker?.comparison(sourceRun, run) else { continue }
      compare(comparison, &findings)
    }
    let ranges = pair.alignment.tornNames.filter(\.isRange)
    let known = ranges.isEmpty ? nil : findings.coveredPlaces
    for torn in ranges where known?.hold(torn.place) != true && !findings.hasOne(in: torn.place) {
      let actual = pair.translation.source.text(torn.place)
      report(
        Finding(
          messages.changed(actual, torn.name.value), at: torn.place,
          expected: torn.name.value, actual: actual, damage: .whitespace, source: torn.name.span,
          fix: torn.restoration), to: &findings)
    }
  }

  private static func compare(_ comparison: NumberComparison, _ findings: inout Findings) {
    for (number, other) in comparison.matching.glued + comparison.changed() where !comparison.isFact(number) {
      reportChange(number, other, comparison, &findings)
    }
    for torn in comparison.torn() where !comparison.isFact(torn.source) {
      reportTorn(torn.source, torn.place, comparison, &findings)
    }
    for change in comparison.changedUnits() where !comparison.isFact(change.source) {
      reportUnit(change.source, change.translation, change.units, comparison, &findings)
    }
    for (number, other) in VersionSearch(comparison).changed() where !comparison.isFact(number) {
      reportVersion(number, other, comparison, &findings)
    }
    for swap in NumberOrder(comparison).swapped() where !comparison.isFact(swap.first) {
      report(
        Finding(
          messages.swapped(comparison.text(swap.first), comparison.text(swap.second)),
          at: swap.place, damage: .other, source: comparison.source.numbers[swap.first].span
        ).about("order"), to: &findings)
    }
  }

  private static func reportChange(
    _ number: Int, _ other: Int, _ comparison: NumberComparison, _ findings: inout Findings
  ) {
    let (expected, actual) = (comparison.source.numbers[number], comparison.translation.numbers[other])
    let (wanted, found) = (comparison.text(number), comparison.translatedText(other))
    let isHexadecimal = expected.kind == .hexadecimal
    if NumberSimilarity.areNumericallyEqual(wanted, found) || comparison.lacksZeroAlone(number, other) { return }
    // Numbers of another unit are others: `1.5 GB` is 1536 MB.
    let units = (comparison.sourceUnit(number), comparison.unit(other))
    if let own = units.0, let other = units.1, own.key != other.key { return }
    let haveOneScale = units.0?.key == units.1?.key || units.0?.isScale != true && units.1?.isScale != true
    if !haveOneScale || comparison.hasSignAfter(other), NumberSimilarity.areSameButForZeros(wanted, found) { return }
    let canWrite =
      haveOneScale && comparison.hasOneForm(number, other)
      && NumberSimilarity.areAlike(wanted, found, isHexadecimal: isHexadecimal)
    report(
      Finding(
        messages.changed(found, wanted), at: actual.span,
        severity: isHexadecimal ? .warning : nil, expected: wanted, actual: found, damage: .number,
        source: expected.span,
        fix: canWrite ? Restoration([TextEdit(actual.span, Array(wanted.utf8))], isSafe: false) : nil),
      to: &findings)
  }

  private static func reportTorn(
    _ number: Int, _ place: Located<String>, _ comparison: NumberComparison, _ findings: inout Findings
  ) {
    let wanted = comparison.text(number)
    let expected = comparison.source.numbers[number]
    report(
      Finding(
        messages.changed(place.value, wanted), at: place.span,
        severity: expected.kind == .hexadecimal ? .warning : nil, expected: wanted, actual: place.value,
        damage: .whitespace, source: expected.span,
        fix: Restoration([TextEdit(place.span, Array(wanted.utf8))], isSafe: true)), to: &findings)
  }

  private static func reportUnit(
    _ number: Int, _ other: Int, _ units: (NumberUnits.Unit, NumberUnits.Unit), _ comparison: NumberComparison,
    _ findings: inout Findings
  ) {
    let own = SourceSpan(start: comparison.source.numbers[number].span.start, end: units.0.end)
    let place = SourceSpan(start: comparison.translation.numbers[other].span.start, end: units.1.end)
    let wanted = comparison.pair.prose.source.text(own)
    let found = comparison.pair.prose.translation.text(place)
    report(
      Finding(
        messages.otherUnit(found, wanted), at: place, expected: wanted,
        actual: found, damage: .other, source: own
      ).about("unit"), to: &findings)
  }

  private static func reportVersion(
    _ number: Int, _ other: Int, _ comparison: NumberComparison, _ findings: inout Findings
  ) {
    let (wanted, found) = (comparison.text(number), comparison.translatedText(other))
    let place = comparison.translation.numbers[other].span
    report(
      Finding(
        messages.noDecimal(found, wanted), at: place, expected: wanted,
        actual: found, damage: .number, source: comparison.source.numbers[number].span,
        fix: Restoration([TextEdit(place, Array(wanted.utf8))], isSafe: false)), to: &findings)
  }
}
