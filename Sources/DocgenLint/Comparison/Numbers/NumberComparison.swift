import DocgenModel
import DocgenSupport

/// The numbers of a block of a translation beside those of its source.
struct NumberComparison {
  let pair: TranslationPair
  let matching: NumberMatching
  /// The block of the translation.
  let run: ProseRun
  private let units: (source: NumberUnits, translation: NumberUnits)

  /// Makes the comparisons of a page, for which the languages are looked at once.
  struct Maker {
    private let pair: TranslationPair
    private let units: (source: NumberUnits, translation: NumberUnits)
    private let readers: (source: NumberReader, translation: NumberReader)
    private let readings: (source: NumberReadings, translation: NumberReadings)

    init(_ pair: TranslationPair) {
      self.pair = pair
      let words = (pair.words.source, pair.words.translation)
      units = (NumberUnits([words.0]), NumberUnits([words.1, words.0]))
      readers = (
        NumberReader(pair.prose.source, units.source, groupsBySpace: Self.groupsBySpace(words.0)),
        NumberReader(pair.prose.translation, units.translation, groupsBySpace: Self.groupsBySpace(words.1))
      )
      let decimals = (Self.decimal(words.0), Self.decimal(words.1))
      readings = (
        NumberReadings(decimal: decimals.0), NumberReadings(decimal: decimals.1, or: decimals.0)
      )
    }

    /// Compares two runs; `nil` if the source has no number.
    func comparison(_ sourceRun: ProseRun, _ run: ProseRun) -> NumberComparison? {
      let numbers = readers.source.numbers(sourceRun)
      guard !numbers.isEmpty else { return nil }
      return NumberComparison(
        pair, run,
        source: NumberMatching.Side(numbers: numbers, bytes: pair.source.source.bytes, readings: readings.source),
        translation: NumberMatching.Side(
          numbers: readers.translation.numbers(run), bytes: pair.translation.source.bytes,
          readings: readings.translation),
        units: units)
    }

    /// The sign before a fraction, as a language has it; `nil` if that is not known.
    private static func decimal(_ vocabulary: Vocabulary) -> UInt8? {
      vocabulary.interfaceText("number-decimal")?.utf8.first
    }

    private static func groupsBySpace(_ vocabulary: Vocabulary) -> Bool {
      guard let group = vocabulary.interfaceText("number-group")?.utf8.first else { return true }
      return group == 0x20 || group >= 0x80
    }
  }

  private init(
    _ pair: TranslationPair, _ run: ProseRun, source: NumberMatching.Side, translation: NumberMatching.Side,
    units: (source: NumberUnits, translation: NumberUnits)
  ) {
    self.pair = pair
    self.run = run
    self.units = units
    matching = NumberMatching(source: source, translation: translation)
  }

  /// The unit of a number of the source.
  func sourceUnit(_ number: Int) -> NumberUnits.Unit? {
    units.source.unit(after: source.numbers[number], in: source.bytes)
  }

  /// The unit of a number of the translation.
  func unit(_ number: Int) -> NumberUnits.Unit? {
    units.translation.unit(after: translation.numbers[number], in: translation.bytes)
  }

  /// The numbers that are neither equal nor can be, each with that of the source in whose place it stands.
  ///
  /// Where not as many are missing as there are others, only what is plainly the same but for a digit, or has the same
  /// unit, stands for each other: numbers may become words.
  func changed() -> [(source: Int, translation: Int)] {
    let (missing, extra) = (matching.missing, matching.extra)
    if missing.isEmpty || extra.isEmpty || missing.count + extra.count > NumberMatching.longestRest { return [] }
    if missing.count == extra.count { return zip(missing, extra).map { ($0, $1) }.filter(mayBeSame) }
    var free = missing
    return extra.compactMap { other in
      let unit = unit(other)?.key
      let match =
        free.firstIndex { unit != nil && sourceUnit($0)?.key == unit }
        ?? free.firstIndex {
          isLong($0) && NumberSimilarity.areAlike(text($0), translatedText(other), isHexadecimal: false)
        }
      return match.map { (free.remove(at: $0), other) }
    }
  }

  /// Short numbers are like many others.
  private func isLong(_ number: Int) -> Bool { source.numbers[number].span.range.count > 2 }

  /// Whether two numbers may stand for each other: those of other forms only have the digits in common, or all but one.
  private func mayBeSame(_ number: Int, _ other: Int) -> Bool {
    let (expected, actual) = (source.numbers[number], translation.numbers[other])
    if expected.kind == actual.kind, expected.groupCount == actual.groupCount { return true }
    let digits = [text(number), translatedText(other)].map { text in
      String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    }
    return digits[0] == digits[1] || NumberSimilarity.areAlike(digits[0], digits[1], isHexadecimal: false)
  }

  /// The numbers of the source.
  var source: NumberMatching.Side { matching.source }
  /// The numbers of the translation.
  var translation: NumberMatching.Side { matching.translation }

  /// A number of the source as it is written.
  func text(_ number: Int) -> String { pair.prose.source.text(source.numbers[number].span) }

  /// A number of the translation as it is written.
  func translatedText(_ number: Int) -> String { pair.prose.translation.text(translation.numbers[number].span) }

  /// The numbers that are equal, and have units that are not: those of both.
  func changedUnits() -> [(source: Int, translation: Int, units: (NumberUnits.Unit, NumberUnits.Unit))] {
    var result: [(source: Int, translation: Int, units: (NumberUnits.Unit, NumberUnits.Unit))] = []
    for (number, other) in matching.pairs {
      if hasSameWord(number, other) { continue }
      guard let wanted = sourceUnit(number), let found = unit(other), wanted.key != found.key,
        wanted.isScale == found.isScale
      else { continue }
      result.append((number, other, (wanted, found)))
    }
    guard result.count > 1 else { return result }
    // Equal numbers may have changed their places.
    var counts: [[String]: Int] = [:]
    for change in result { counts[[text(change.source), change.units.0.key], default: 0] += 1 }
    return result.filter { change in
      let key = [text(change.source), change.units.1.key]
      guard let count = counts[key], count > 0 else { return true }
      counts[key] = count - 1
      return false
    }
  }

  /// Whether the same bytes follow both numbers, as where a unit has a sign.
  private func hasSameWord(_ number: Int, _ other: Int) -> Bool {
    let (start, end) = (Int(source.numbers[number].span.end), Int(translation.numbers[other].span.end))
    let own = source.bytes[start...].prefix(10)
    return own.elementsEqual(translation.bytes[end...].prefix(10))
  }
}

extension NumberComparison {
  /// Whether a rule about facts compares a number of the source.
  func isFact(_ number: Int) -> Bool { pair.prose.isFact(source.numbers[number].span) }

  /// Whether the run of the translation has a word of the source.
  func translationHolds(_ word: ProseWord) -> Bool {
    pair.prose.translation.words[run.words].contains { $0.hash == word.hash }
  }

  /// Whether the source's number can stand in the translation as it is: none of both has signs that languages change.
  func hasOneForm(_ number: Int, _ other: Int) -> Bool {
    let texts = [text(number), translatedText(other)]
    return source.numbers[number].kind != .plain || texts[0].utf8.contains(UInt8(ascii: ".")) && isDotted(texts)
      || texts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// Whether a letter that is none of ASCII follows a number right away, such as a sign for ten thousand.
  func hasSignAfter(_ other: Int) -> Bool {
    let end = Int(translation.numbers[other].span.end)
    return end < translation.bytes.count && translation.bytes[end] >= 0xC3 && translation.bytes[end] != 0xE2
  }

  /// Whether the translation only leaves out the zero before a point: `.75`.
  func lacksZeroAlone(_ number: Int, _ other: Int) -> Bool {
    let place = Int(translation.numbers[other].span.start)
    guard place > 0, translation.bytes[place - 1] == UInt8(ascii: ".") else { return false }
    return text(number).utf8.elementsEqual("0.\(translatedText(other))".utf8)
  }

  /// Whether numbers have more points than a decimal.
  private func isDotted(_ texts: [String]) -> Bool {
    texts.allSatisfy { text in text.utf8.count { $0 == UInt8(ascii: ".") } > 1 }
  }

  /// Numbers with points that spaces were put beside, in the source's text and where they stand.
  func torn() -> [(source: Int, place: Located<String>)] {
    matching.torn.compactMap { number, other in
      NumberSimilarity.torn(text(number), at: translation.numbers[other].span, in: translation.bytes)
        .map { (number, $0) }
    }
  }
}
