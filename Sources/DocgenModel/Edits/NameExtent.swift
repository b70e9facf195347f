import DocgenSupport

/// Tells how much of a text that stands in the place of a name is what became of the name.
///
/// Many labels of translations hold more than their name: `CIM-Dienst \_ geerbt`, `de la classe CIM \_ Service`. What is
/// torn off the name or says its parts in the language goes; words, numbers and punctuation beside that stay. Where the
/// two cannot be told apart, there is no extent.
struct NameExtent {
  /// The part of the text that the name takes.
  private(set) var range: Range<Int>
  /// Words within it that say what kind of thing the name is of, and go before it.
  private(set) var kinds: [Range<Int>] = []
  /// Numbers within it that are none of the name's, and go after it.
  private(set) var numbers: [Range<Int>] = []
  /// Underscores outside of it, which were torn off the name.
  private(set) var torn: [Range<Int>] = []

  /// Finds what a name takes of a text; `nil` if that cannot be told.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the text and of the name.
  init?(of name: [UInt8], in text: [UInt8], _ words: TranslationWords) {
    guard text.count <= Self.longest else { return nil }
    let label = NameLabel(text: text, name: NameParts(name), words: words)
    guard let found = label.ofLetters.map({ (range: label.withGloss($0), kinds: [], numbers: []) }) ?? label.ofParts,
      let range = label.withWholePairs(label.withUnderscores(found.range))
    else { return nil }
    self.range = range
    (kinds, numbers) = (found.kinds, found.numbers)
    torn = label.underscores(outside: range)
    // They may be another name's, or be what is left of it between brackets.
    let isApart = torn.count <= name.count { $0 == UInt8(ascii: "_") } && (torn.isEmpty || !label.hasSquareBracket)
    if !isApart { return nil }
  }

  /// Takes all of a text that is there for the name alone, as in a list of members, but for values that slid into it.
  init(ofEntry name: [UInt8], in text: [UInt8]) {
    range = text.indices
    guard ByteSearch.firstIndex(of: Array("0x".utf8), in: text, from: 0) != nil else { return }
    let parts = NameParts(name)
    numbers = LabelToken.all(in: text, of: name).filter { token in
      token.kind == .word && text[token.range].starts(with: Array("0x".utf8)) && !parts.holds(text[token.range])
    }.map(\.range)
  }

  /// Whether a byte may stand in a name that labels hold among other words.
  static func isPart(_ byte: UInt8) -> Bool {
    Identifier.isNameByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// No label is longer.
  private static let longest = 512
}
