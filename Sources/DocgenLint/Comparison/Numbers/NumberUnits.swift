import DocgenModel
import DocgenSupport

/// The units and multipliers that stand after numbers, as the words of a language and those of the source name them.
struct NumberUnits {
  private let vocabularies: [Vocabulary]

  /// Takes the words of the language itself first; the signs of units are those of the source elsewhere.
  init(_ vocabularies: [Vocabulary]) { self.vocabularies = vocabularies }

  /// Whether letters are a unit.
  func isUnit(_ letters: ArraySlice<UInt8>) -> Bool { key(letters, in: .units) != nil }

  /// A unit or multiplier after a number, and where it ends.
  struct Unit {
    var key: String
    var end: Int32
    /// It multiplies the number, and is no unit.
    var isScale: Bool
  }

  /// What stands after a number; `nil` if it is no word that is known.
  func unit(after number: NumberMention, in bytes: [UInt8]) -> Unit? {
    let start = number.hasAttachedUnit ? Int(number.span.end) : Self.afterSpaces(Int(number.span.end), bytes)
    let end = Self.endOfWord(from: start, bytes)
    guard end > start else { return nil }
    let word = bytes[start..<end]
    for (part, isScale) in [(Vocabulary.Part.units, false), (.scaleWords, true)] {
      if let key = key(word, in: part) { return Unit(key: key, end: Int32(end), isScale: isScale) }
    }
    return nil
  }

  private func key(_ word: ArraySlice<UInt8>, in part: Vocabulary.Part) -> String? {
    let text = String(decoding: word, as: UTF8.self)
    for vocabulary in vocabularies {
      if let key = vocabulary.key(of: text, in: part) { return key }
    }
    return nil
  }

  /// Spaces, and a hyphen (`30-second`), may stand before a unit.
  private static func afterSpaces(_ start: Int, _ bytes: [UInt8]) -> Int {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { return index + 1 }
    while index < bytes.count {
      let length = space(at: index, bytes)
      if length == 0 { break }
      index += length
    }
    return index
  }

  private static func space(at index: Int, _ bytes: [UInt8]) -> Int {
    switch bytes[index] {
    case 0x20: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89)
        ? 3 : 0
    case UInt8(ascii: "&"): bytes[index...].starts(with: "&nbsp;".utf8) ? 6 : 0
    default: 0
    }
  }

  /// The end of letters, of a sign, or of a degree with its letter.
  private static func endOfWord(from start: Int, _ bytes: [UInt8]) -> Int {
    if start < bytes.count, bytes[start] == UInt8(ascii: "%") { return start + 1 }
    var index = start
    while index < bytes.count, isLetter(at: index, bytes) { index += 1 }
    return index
  }

  private static func isLetter(at index: Int, _ bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    // No-break spaces and punctuation end a word; the sign of a degree does not.
    if byte == 0xE2 || byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] != 0xB0 && bytes[index + 1] != 0xB5 {
      return false
    }
    return byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
