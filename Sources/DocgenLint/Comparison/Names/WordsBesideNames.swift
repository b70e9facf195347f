import DocgenModel
import DocgenSupport

/// Tells whether a name can be written in place of other words without leaving what went with them.
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
  func allow(at place: SourceSpan) -> Bool {
    !isAfterElision(place) && !endsCompound(place) && !hasSignOfCompound(after: place)
  }

  /// Whether a word that lost its vowel to what stands at a place is before it, and may have to have it again: `l'*indicateur*`.
  private func isAfterElision(_ place: SourceSpan) -> Bool {
    var before = bytes[..<Int(place.start)]
    while let last = before.last, Self.marks.contains(last) { before = before.dropLast() }
    for apostrophe in ["'", "\u{2019}"] where before.suffix(apostrophe.utf8.count).elementsEqual(apostrophe.utf8) {
      return before.dropLast(apostrophe.utf8.count).last.map(Identifier.isNameByte) ?? false
    }
    return false
  }

  /// A space and what marks a text.
  private static let marks = Array(" *`[_".utf8)

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
