import DocgenMarkup
import DocgenSupport

/// Finds the damaged names of the source's text in a translation's, whose words around them are its own.
///
/// A name is looked for as it is, then torn or in another case, then in the place of the same marked word, and at last
/// as the only word left that looks like a name.
package struct NameRepair {
  private let source: Slot
  private let translation: Slot
  /// Bytes of the translation that a name has been found for.
  private var isTaken: [Bool]
  /// What has to be written where.
  package private(set) var parts: [(source: Range<Int>, translation: Range<Int>)] = []
  /// Whether every name of the source was found, whole or damaged.
  package private(set) var isComplete = false

  /// Looks for names, given as parts of the source's text.
  ///
  /// With `byLettersAlone`, a name whose letters are gone is not looked for by its place.
  package init(_ names: [Range<Int>], from source: Slot, to translation: Slot, byLettersAlone: Bool = false) {
    self.source = source
    self.translation = translation
    isTaken = [Bool](repeating: false, count: translation.text.count)
    // A short name may stand within a longer one.
    var missing = names.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    missing.removeAll { take($0, isExact: true) }
    missing.removeAll { take($0, isExact: false) }
    if !byLettersAlone { missing.removeAll { takeMarked($0) } }
    if !byLettersAlone, missing.count == 1, let last = missing.last, takeLast(last) { missing = [] }
    isComplete = missing.isEmpty
  }

  /// Whether all names are there by their letters, and words of the language stand beside them, which are no part of any
  /// name: `Debugversionen von X. dll`.
  static func keepsWords(_ names: [Range<Int>], from source: Slot, to translation: Slot) -> Bool {
    let repair = NameRepair(names, from: source, to: translation, byLettersAlone: true)
    guard repair.isComplete else { return false }
    let rest = translation.text.indices.map { repair.isTaken[$0] ? 0x20 : translation.text[$0] }
    return rest.split(whereSeparator: { !Identifier.isNameByte($0) && $0 < 0x80 }).contains { $0.count > 1 }
  }

  /// The text of the translation with the damaged names fixed.
  package var repaired: String {
    var bytes: [UInt8] = []
    var index = 0
    for part in parts.sorted(by: { $0.translation.lowerBound < $1.translation.lowerBound }) {
      bytes += translation.text[index..<part.translation.lowerBound] + source.text[part.source]
      index = part.translation.upperBound
    }
    return String(decoding: bytes + translation.text[index...], as: UTF8.self)
  }

  private mutating func take(_ name: Range<Int>, at place: Range<Int>) {
    for index in place { isTaken[index] = true }
    if source.text[name] != translation.text[place] { parts.append((name, place)) }
  }

  // MARK: As it is, or torn

  private mutating func take(_ name: Range<Int>, isExact: Bool) -> Bool {
    let first = ASCIICase.lowercased(source.text[name.lowerBound])
    for start in translation.text.indices
    where !isTaken[start] && ASCIICase.lowercased(translation.text[start]) == first {
      guard let end = endOfMatch(name, at: start, isExact: isExact),
        isWhole(start..<end), translation.span(of: start..<end) != nil
      else { continue }
      take(name, at: start..<end)
      return true
    }
    return false
  }

  /// The end of a name that starts at an index; torn ones have spaces between their letters, another case, or a comma
  /// for a decimal point.
  private func endOfMatch(_ name: Range<Int>, at start: Int, isExact: Bool) -> Int? {
    let text = translation.text
    var index = start
    for position in name {
      let byte = source.text[position]
      if !isExact, position > name.lowerBound {
        if Self.isEscape(source.text, position) { continue }
        while index < text.count, text[index] != byte, text[index] == 0x20 || Self.isEscape(text, index) { index += 1 }
      }
      guard index < text.count, !isTaken[index] else { return nil }
      let isEqual =
        isExact
        ? text[index] == byte
        : ASCIICase.lowercased(text[index]) == ASCIICase.lowercased(byte)
          || (byte == UInt8(ascii: ".") && text[index] == UInt8(ascii: ",") && index > start
            && Self.isDigit(text[index - 1]))
      guard isEqual else { return nil }
      index += 1
    }
    return index
  }

  /// Whether a backslash stands before an underscore, which the front matter has for Markdown's sake.
  private static func isEscape(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] == UInt8(ascii: "\\") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "_")
  }

  /// Whether no letter or digit goes on at the ends of a range.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let text = translation.text
    if range.lowerBound > 0 {
      let before = text[range.lowerBound - 1]
      if Identifier.isNameByte(before) && Identifier.isNameByte(text[range.lowerBound]) { return false }
      if Self.isPoint(before), range.lowerBound > 1, Self.isDigit(text[range.lowerBound - 2]),
        Self.isDigit(text[range.lowerBound])
      {
        return false
      }
    }
    guard range.upperBound < text.count else { return true }
    let after = text[range.upperBound]
    let last = text[range.upperBound - 1]
    if Identifier.isNameByte(after) && Identifier.isNameByte(last) { return false }
    guard Self.isPoint(after), Self.isDigit(last), range.upperBound + 1 < text.count else { return true }
    return !Self.isDigit(text[range.upperBound + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isPoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  // MARK: By its place

  /// Takes the run of text in the same place of both, where the name fills the source's.
  private mutating func takeMarked(_ name: Range<Int>) -> Bool {
    let runs = source.runRanges
    let others = translation.runRanges
    guard runs.count > 1, runs.count == others.count, let index = runs.firstIndex(of: name) else { return false }
    let place = others[index]
    guard !isTaken[place].contains(true) else { return false }
    take(name, at: place)
    return true
  }

  /// Takes the only word left that looks like a name.
  private mutating func takeLast(_ name: Range<Int>) -> Bool {
    let words = candidates().filter { !isTaken[$0].contains(true) && translation.span(of: $0) != nil }
    guard words.count == 1, let place = words.first else { return false }
    // The language's own ending stays: `9er Serie`.
    if isInflected(name, at: place) { return true }
    take(name, at: place)
    return true
  }

  /// Whether a number stands at a place with an ending that the language gives it.
  private func isInflected(_ name: Range<Int>, at place: Range<Int>) -> Bool {
    guard source.text[name].allSatisfy(Self.isDigit), translation.text[place].starts(with: source.text[name]) else {
      return false
    }
    let ending = translation.text[place].dropFirst(name.count)
    return !ending.isEmpty && ending.allSatisfy { $0 == UInt8(ascii: "-") || $0 >= 0x80 || (0x61...0x7A).contains($0) }
  }

  /// The words that look like names, those in pieces (`mfdl. h`, `S _ OK`) as one.
  private func candidates() -> [Range<Int>] {
    let text = translation.text
    var result: [Range<Int>] = []
    for word in text.indices.split(whereSeparator: { text[$0] == 0x20 }) {
      let word = word.startIndex..<word.endIndex
      if let last = result.last, joins(last, word) {
        result[result.count - 1] = last.lowerBound..<word.upperBound
      } else {
        result.append(word)
      }
    }
    return result.compactMap { word in
      var word = word
      while !word.isEmpty, Self.isMark(text[word.lowerBound]) {
        word = word.lowerBound + 1..<word.upperBound
      }
      while !word.isEmpty, Self.isMark(text[word.upperBound - 1]) || text[word.upperBound - 1] == UInt8(ascii: ".") {
        word = word.lowerBound..<word.upperBound - 1
      }
      return ValueNames.isName(text[word]) ? word : nil
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  private func joins(_ word: Range<Int>, _ next: Range<Int>) -> Bool {
    let text = translation.text
    let (last, first) = (text[word.upperBound - 1], text[next.lowerBound])
    let (point, line) = (UInt8(ascii: "."), UInt8(ascii: "_"))
    if last == line || first == line { return true }
    // An ending such as "h" or "dll", with marks after it.
    let ending = text[next].prefix { (0x61...0x7A).contains($0) || Self.isDigit($0) }
    let rest = text[next].dropFirst(ending.count)
    return last == point && (1...4).contains(ending.count) && rest.allSatisfy(Self.isMark)
  }
}
