import DocgenModel
import DocgenSupport

/// Tells whether a name can be written in place of other words without leaving what went with them.
struct WordsBesideNames {
  private let vocabulary: Vocabulary
  private let sourceVocabulary: Vocabulary
  private let bytes: [UInt8]
  private let source: [UInt8]
  /// Longer words are not looked up, as each of their endings is.
  private static let longestCompound = 64

  init(_ pair: TranslationPair) {
    vocabulary = pair.words.translation
    sourceVocabulary = pair.words.source
    bytes = pair.translation.source.bytes
    source = pair.source.source.bytes
  }

  /// Whether nothing of what stands at a place is lost with it, and nothing beside it is left that went with it.
  func allow(at place: SourceSpan) -> Bool {
    !isAfterElision(place) && !endsCompound(place) && !hasSignOfCompound(after: place)
  }

  /// Whether a fix leaves nothing of a place before what it writes but articles and words for kinds: other words are part of
  /// what became of the name, as in `Wird ausgeführt`.
  func leavesKindAlone(_ fix: Restoration, at place: SourceSpan) -> Bool {
    guard let first = fix.edits.first, first.span.start > place.start else { return true }
    if isAfterElision(first.span) { return false }
    let rest = bytes[Int(place.start)..<Int(first.span.start)]
    return rest.split { !Identifier.isNameByte($0) && $0 < 0x80 }.allSatisfy { word in
      word.count < Self.shortestWord || vocabulary.kind(String(decoding: word, as: UTF8.self)) != nil
    }
  }

  /// Shorter words are articles and prepositions.
  private static let shortestWord = 4

  /// Whether what a name is joined to in the source, such as `box::` before it or the sign of an operator after it, stands
  /// beside a place as it does there: else more than the name would have to be written.
  func hasScope(of name: SourceSpan, at place: SourceSpan) -> Bool {
    let (start, end) = (Int(name.start), Int(name.end))
    var first = start
    while first > max(0, start - Self.longestScope), Self.isOfScope(source[first - 1]) { first -= 1 }
    var last = end
    while last < min(source.count, end + Self.longestScope), Self.isOfScope(source[last]) { last += 1 }
    let (before, after) = (source[first..<start], source[end..<last])
    if before.last == Self.colon, before.dropLast().last == Self.colon,
      !bytes[..<Int(place.start)].suffix(before.count).elementsEqual(before)
    {
      return false
    }
    if after.starts(with: [Self.colon, Self.colon]) { return bytes[Int(place.end)...].starts(with: after) }
    guard source[..<end].suffix(Self.operatorName.count).elementsEqual(Self.operatorName) else { return true }
    let sign = source[end...].prefix { $0 > 0x20 && !Identifier.isNameByte($0) && $0 != UInt8(ascii: "`") }
    return bytes[Int(place.end)...].starts(with: sign)
  }

  private static func letters(_ text: some Collection<UInt8>) -> some Sequence<UInt8> {
    text.lazy.filter { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }.map(ASCIICase.lowercased)
  }

  private static func isOfScope(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte == colon }

  /// What is farther away is no part of a name.
  private static let longestScope = 256
  private static let colon = UInt8(ascii: ":")
  private static let operatorName = Array("operator".utf8)

  /// Where a name goes in place of a word that says its kind as well, so that this is not lost: before the hyphen of
  /// `HyphnateProc-Funktion`.
  ///
  /// - Returns: The whole place if it says no kind, or the name has one at its end, too; `nil` if the kind is part of the
  ///   word (`Flaggenmethode`).
  func place(of name: String, at place: SourceSpan) -> SourceSpan? {
    let text = bytes[place.range]
    guard endsCompound(place), !endsInKind(Array(name.utf8), sourceVocabulary),
      // What ends so is the name's own: `Getfileattribute` for `GetFileAttributes`.
      !Self.letters(name.utf8).starts(with: Self.letters(text))
    else { return place }
    guard let hyphen = text.lastIndex(of: UInt8(ascii: "-")), hyphen > text.startIndex,
      vocabulary.kind(String(decoding: text[(hyphen + 1)...], as: UTF8.self)) != nil
    else { return nil }
    return SourceSpan(text.startIndex..<hyphen)
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
    return !text.contains(0x20) && endsInKind(Array(text), vocabulary)
  }

  private func endsInKind(_ word: [UInt8], _ vocabulary: Vocabulary) -> Bool {
    word.count <= Self.longestCompound
      && word.withUnsafeBufferPointer { vocabulary.key(endingCompound: $0, in: .kinds) } != nil
  }

  /// Whether a hyphen follows that joined a word to signs: `Operator-\\*`.
  private func hasSignOfCompound(after place: SourceSpan) -> Bool {
    let end = Int(place.end)
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-") else { return false }
    return bytes[end + 1] < 0x80 && bytes[end + 1] > 0x20 && !Identifier.isNameByte(bytes[end + 1])
      && bytes[end + 1] != UInt8(ascii: "*")
  }
}
