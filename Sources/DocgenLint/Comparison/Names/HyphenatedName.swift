import DocgenModel
import DocgenSupport

/// A name that hyphens make of several words, such as that of a command (`Get-ChildItem`), of which one is damaged.
struct HyphenatedName {
  /// The whole name in the source.
  let source: SourceSpan
  /// What became of it in the translation, as far as that can be told.
  let translation: SourceSpan
  /// Whether all of its words stand there, so that the whole name may be written over them.
  let isWhole: Bool

  /// Takes a name of the source with what was found in its place; `nil` if no hyphen joins it to another word.
  init?(holding name: SourceSpan, found place: SourceSpan, in pair: TranslationPair) {
    let own = pair.source.source.bytes
    var (start, end) = (Int(name.start), Int(name.end))
    while start > 1, own[start - 1] == Self.hyphen, Self.isCapital(ofWordEndingAt: start - 1, in: own) {
      start -= 1
      while start > 0, Identifier.isNameByte(own[start - 1]) { start -= 1 }
    }
    while end + 1 < own.count, own[end] == Self.hyphen, (0x41...0x5A).contains(own[end + 1]) {
      end += 1
      while end < own.count, Identifier.isNameByte(own[end]) { end += 1 }
    }
    guard start < Int(name.start) || end > Int(name.end) else { return nil }
    source = SourceSpan(start..<end)
    let other = pair.translation.source.bytes
    let before = Self.matchBackward(own[start..<Int(name.start)], endingAt: Int(place.start), in: other)
    let after = Self.matchForward(own[Int(name.end)..<end], from: Int(place.end), in: other)
    isWhole = before != nil && after != nil
    translation = SourceSpan((before ?? Int(place.start))..<(after ?? Int(place.end)))
  }

  private static let hyphen = UInt8(ascii: "-")

  /// Whether the word before the hyphen at an offset begins with a capital, as those of a name do.
  private static func isCapital(ofWordEndingAt end: Int, in bytes: [UInt8]) -> Bool {
    var start = end
    while start > 0, Identifier.isNameByte(bytes[start - 1]) { start -= 1 }
    // Where there is no word, it is the hyphen itself.
    return (0x41...0x5A).contains(bytes[start])
  }

  /// Where words with hyphens start that end at an offset, whatever their case, and with a space for a hyphen.
  private static func matchBackward(_ words: ArraySlice<UInt8>, endingAt end: Int, in bytes: [UInt8]) -> Int? {
    var index = end
    for byte in words.reversed() {
      guard index > 0, isAlike(byte, bytes[index - 1]) else { return nil }
      index -= 1
    }
    return !words.isEmpty && index > 0 && Identifier.isNameByte(bytes[index - 1]) ? nil : index
  }

  private static func matchForward(_ words: ArraySlice<UInt8>, from start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    for byte in words {
      guard index < bytes.count, isAlike(byte, bytes[index]) else { return nil }
      index += 1
    }
    return !words.isEmpty && index < bytes.count && Identifier.isNameByte(bytes[index]) ? nil : index
  }

  private static func isAlike(_ wanted: UInt8, _ found: UInt8) -> Bool {
    wanted == hyphen ? found == hyphen || found == 0x20 : ASCIICase.lowercased(wanted) == ASCIICase.lowercased(found)
  }
}

extension TranslationPair {
  /// The fix that writes a name with hyphens over all that became of it.
  func restoration(of name: HyphenatedName, isCertain: Bool) -> Restoration? {
    alignment.restoration(of: name.source, at: name.translation, isCertain: isCertain)
  }
}
