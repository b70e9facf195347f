import DocgenModel
import DocgenSupport

/// Tells whether a name can be written in place of other words without leaving what went with these.
struct WordsBesideNames {
  private let vocabulary: Vocabulary
  private let bytes: [UInt8]
  /// Longer words are not looked up, as each of their endings is.
  private static let longestCompound = 64

  init(_ pair: TranslationPair) {
    vocabulary = pair.words.translation
    bytes = pair.translation.source.bytes
  }

  /// Whether nothing of what stands at a place is lost with it, and nothing beside it is left that went with it.
  func allow(_ name: String, at place: SourceSpan) -> Bool {
    !isElided(before: name, place) && !endsCompound(place) && !hasSignOfCompound(after: place)
  }

  /// Whether an article without its vowel stands before a name that begins with a consonant: `l'*indicateur*`.
  private func isElided(before name: String, _ place: SourceSpan) -> Bool {
    var index = Int(place.start)
    while index > 0,
      [0x20, UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "_")].contains(bytes[index - 1])
    {
      index -= 1
    }
    let isApostrophe =
      index > 1 && bytes[index - 1] == UInt8(ascii: "'")
      || index > 3 && bytes[index - 3..<index].elementsEqual("\u{2019}".utf8)
    guard isApostrophe, let first = name.utf8.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    let letter = bytes[index - (bytes[index - 1] == UInt8(ascii: "'") ? 2 : 4)]
    return Identifier.isNameByte(letter) && !"aeiouh".utf8.contains(first | 0x20)
  }

  /// Whether a single word ends in that for a kind of things, which would go with it: `Datenbankobjekts`.
  private func endsCompound(_ place: SourceSpan) -> Bool {
    let text = bytes[place.range]
    guard text.count <= Self.longestCompound, !text.contains(0x20) else { return false }
    return Array(text).withUnsafeBufferPointer { vocabulary.key(endingCompound: $0, in: .kinds) } != nil
  }

  /// Whether a hyphen follows that joined a word to signs: `Operator-\\*`.
  private func hasSignOfCompound(after place: SourceSpan) -> Bool {
    let end = Int(place.end)
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-") else { return false }
    return bytes[end + 1] < 0x80 && bytes[end + 1] > 0x20 && !Identifier.isNameByte(bytes[end + 1])
      && bytes[end + 1] != UInt8(ascii: "*")
  }
}
