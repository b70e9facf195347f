import DocgenModel
import DocgenSupport

/// Compares the numbers in prose, block by block where the blocks correspond.
///
/// Numbers are compared by their groups of digits, so that separators and dates may be written as the language does.
enum MismatchedNumber: TranslationCheck {
  static let rule = Rule(
    "mismatched-number", in: .prose, .note,
    "A number in the text differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let inventory = pair.prose.source
    for section in pair.prose.sectionPairs where section.isParallel {
      for (source, translation) in zip(section.sourceRuns, section.runs)
      where inventory.words[inventory.runs[source].words].contains(where: { isNumber($0, inventory) }) {
        compare(source, translation, pair, &findings)
      }
    }
  }

  private static func compare(
    _ source: Int, _ translation: Int, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let sourceRun = pair.prose.source.runs[source]
    let run = pair.prose.translation.runs[translation]
    guard !sourceRun.isFact, !run.isFact, sourceRun.kind != .heading else { return }
    let wanted = numbers(sourceRun, pair.prose.source)
    guard !wanted.isEmpty else { return }
    var counts: [UInt64: Int] = [:]
    for number in wanted { counts[number.hash, default: 0] += 1 }
    let found = numbers(run, pair.prose.translation)
    let extra = found.filter { Self.take($0.hash, from: &counts) == false }
    // Of equal ones the first are found.
    let missing = wanted.reversed().filter { Self.take($0.hash, from: &counts) }.reversed() as [ProseWord]
    // A number that the source does not have stands where one of the source's is gone; all else may be said in words.
    guard !missing.isEmpty, missing.count == extra.count else { return }
    if areTakenApartOtherwise(missing, extra, pair) { return }
    if sourceRun.span.range.contains(where: { isDateSeparator($0, pair.prose.source) }) { return }
    if zip(missing, extra).allSatisfy({ isAfternoon($0, $1, pair) }) { return }
    for (expected, actual) in zip(missing, extra) where !pair.prose.isFact(expected.span) {
      let wanted = pair.prose.source.text(expected.span)
      let found = pair.prose.translation.text(actual.span)
      // No language has a way of its own to write these; case and zeros before them do not count.
      let isHexadecimal = isHexadecimal(expected, pair.prose.source)
      if isHexadecimal, self.isHexadecimal(actual, pair.prose.translation),
        ASCIICase.equal(significantDigits(wanted), significantDigits(found))
      {
        continue
      }
      let scales = (pair.scale(after: expected, isSource: true), pair.scale(after: actual, isSource: false))
      // Digits that only lack their zeros are the same number in words: `50 millions`.
      if scales.0 != scales.1, areSameButForZeros(wanted, found) { continue }
      let torn = isHexadecimal ? torn(wanted, at: actual.span, in: pair.translation.source.bytes) : nil
      report(
        Finding(
          "the number is '\(torn?.value ?? found)' here; write '\(wanted)' as in the source",
          at: torn?.span ?? actual.span, severity: isHexadecimal ? .warning : nil, expected: wanted,
          actual: torn?.value ?? found, damage: torn == nil ? .number : .whitespace, source: expected.span,
          fix: scales.0 == scales.1 && (torn != nil || areAlike(wanted, found, isHexadecimal: isHexadecimal))
            ? Restoration([TextEdit(torn?.span ?? actual.span, Array(wanted.utf8))], isSafe: torn != nil) : nil),
        to: &findings)
    }
  }

  /// Whether one number became the other by a digit that came, went or changed, or a hexadecimal one lost its end or a part
  /// of its digits: others may stand for different things.
  private static func areAlike(_ wanted: String, _ found: String, isHexadecimal: Bool) -> Bool {
    let (wanted, found) = (wanted.utf8.map(ASCIICase.lowercased), found.utf8.map(ASCIICase.lowercased))
    let start = zip(wanted, found).prefix { $0 == $1 }.count
    let end = zip(wanted[start...].reversed(), found[start...].reversed()).prefix { $0 == $1 }.count
    if isHexadecimal, start == found.count || wanted.count == found.count && (start + end) * 2 > wanted.count {
      return true
    }
    return min(wanted.count, found.count) > 1 && start + end >= max(wanted.count, found.count) - 1
  }

  private static func areSameButForZeros(_ wanted: String, _ found: String) -> Bool {
    let (wanted, found) = (Array(wanted.utf8), Array(found.utf8))
    let (long, short) = wanted.count > found.count ? (wanted, found) : (found, wanted)
    return long.starts(with: short) && long[short.count...].allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// All of a hexadecimal number that spaces were put into, where it starts at a place: `0x139 e` for `0x139E`.
  private static func torn(_ wanted: String, at span: SourceSpan, in bytes: [UInt8]) -> Located<String>? {
    var index = Int(span.start)
    for byte in wanted.utf8 {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, ASCIICase.lowercased(bytes[index]) == ASCIICase.lowercased(byte) else { return nil }
      index += 1
    }
    guard index > Int(span.end), index == bytes.count || !Identifier.isNameByte(bytes[index]) else { return nil }
    let all = SourceSpan(Int(span.start)..<index)
    return Located(String(decoding: bytes[all.range], as: UTF8.self), at: all)
  }

  /// Takes one of several away; false where none is left.
  private static func take(_ hash: UInt64, from counts: inout [UInt64: Int]) -> Bool {
    guard let count = counts[hash], count > 0 else { return false }
    counts[hash] = count - 1
    return true
  }

  /// Whether a slash separates two digits: languages write the parts of dates in an order of their own, or as words.
  private static func isDateSeparator(_ index: Int, _ inventory: PageInventory) -> Bool {
    let bytes = inventory.page.source.bytes
    guard bytes[index] == UInt8(ascii: "/"), index > 0, index + 1 < bytes.count else { return false }
    return (0x30...0x39).contains(bytes[index - 1]) && (0x30...0x39).contains(bytes[index + 1])
  }

  /// Whether one number is an hour of the afternoon, which many languages count from 12 on.
  private static func isAfternoon(_ expected: ProseWord, _ actual: ProseWord, _ pair: TranslationPair) -> Bool {
    guard let hour = Int(pair.prose.source.text(expected.span)), hour <= 12 else { return false }
    return Int(pair.prose.translation.text(actual.span)) == hour + 12
  }

  private static func numbers(_ run: ProseRun, _ inventory: PageInventory) -> [ProseWord] {
    inventory.words[run.words].filter { isNumber($0, inventory) }
  }

  private static func isNumber(_ word: ProseWord, _ inventory: PageInventory) -> Bool {
    word.isNumber || isHexadecimal(word, inventory)
  }

  /// Digits after `0x`, as an address or a flag has them.
  private static func isHexadecimal(_ word: ProseWord, _ inventory: PageInventory) -> Bool {
    guard word.length > 2, word.traits.isDisjoint(with: [.underscore, .foreign]), word.traits.contains(.digit) else {
      return false
    }
    let start = Int(word.span.start)
    let bytes = inventory.page.source.bytes
    return bytes[start] == UInt8(ascii: "0") && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
  }

  private static func significantDigits(_ hexadecimal: String) -> Substring.UTF8View {
    hexadecimal.dropFirst(2).drop { $0 == "0" }.utf8
  }

  /// Whether several numbers have the same digits, or one has the same but for zeros before it.
  private static func areTakenApartOtherwise(
    _ missing: [ProseWord], _ extra: [ProseWord], _ pair: TranslationPair
  ) -> Bool {
    if let first = missing.first, let other = extra.first, missing.count == 1, extra.count == 1 {
      let digits = pair.prose.source.text(first.span).drop { $0 == "0" }
      return digits == pair.prose.translation.text(other.span).drop { $0 == "0" }
    }
    return digits(missing, pair.prose.source) == digits(extra, pair.prose.translation)
  }

  /// All digits in order, so that numbers which only were taken apart in another way are equal.
  private static func digits(_ numbers: [ProseWord], _ inventory: PageInventory) -> [UInt8] {
    numbers.flatMap { inventory.page.source.bytes[$0.span.range] }.filter { (0x31...0x39).contains($0) }.sorted()
  }
}

extension TranslationPair {
  /// What the word after a number multiplies it by, as vocabularies name that; `nil` if it is no such word.
  fileprivate func scale(after number: ProseWord, isSource: Bool) -> String? {
    let bytes = isSource ? source.source.bytes : translation.source.bytes
    let rest = bytes[Int(number.span.end)...].drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
    let word = rest.prefix { Identifier.isNameByte($0) || $0 >= 0x80 }
    if word.isEmpty { return nil }
    let vocabulary = isSource ? words.source : words.translation
    return vocabulary.key(of: String(decoding: word, as: UTF8.self), in: .scaleWords)
  }
}
