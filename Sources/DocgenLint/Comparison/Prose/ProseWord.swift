import DocgenSupport

/// A word of a page's prose: letters, digits and underscores, as far as one kind of markup reaches.
struct ProseWord {
  /// What a word looks like, and how it is set.
  struct Traits: OptionSet {
    let rawValue: UInt16

    static let underscore = Traits(rawValue: 1)
    /// A capital after a small letter.
    static let innerCapital = Traits(rawValue: 2)
    static let digit = Traits(rawValue: 4)
    static let capital = Traits(rawValue: 8)
    static let small = Traits(rawValue: 16)
    /// A letter beyond ASCII.
    static let foreign = Traits(rawValue: 32)
    /// In bold or italics.
    static let emphasized = Traits(rawValue: 64)
    static let code = Traits(rawValue: 128)
    static let link = Traits(rawValue: 256)
    /// `::` stands at one of its ends.
    static let scoped = Traits(rawValue: 512)
    /// In bold, italics or code without other words of a language, and not the caption of a number: `**Reset** (11)`.
    static let alone = Traits(rawValue: 1024)
    /// A number with its unit, which some languages write with a space between: `2GiB`.
    static let quantity = Traits(rawValue: 2048)

    static let shape: Traits = [.underscore, .innerCapital, .digit, .capital, .small, .foreign]
    static let marked: Traits = [.emphasized, .code, .link]
  }

  var hash: UInt64
  var span: SourceSpan
  var traits: Traits
  /// The number of bytes, escapes left out.
  var length: UInt16

  /// A number without letters.
  var isNumber: Bool { traits.intersection(.shape) == .digit }

  /// Letters of a language, none of them a capital, outside of code.
  var isPlain: Bool {
    traits.intersection([.underscore, .digit, .capital, .small, .code]) == .small && length > 1
  }

  /// Written as words of a language are: small letters, after one capital at most.
  var looksLikeWord: Bool {
    traits.contains(.small) && traits.isDisjoint(with: [.underscore, .innerCapital, .digit, .foreign, .scoped])
  }

  /// Plainly a name, however it is set: with an underscore between letters, an inner capital or a scope.
  var hasNameShape: Bool {
    if traits.contains(.foreign) || length < 3 { return false }
    if traits.contains(.underscore) { return !traits.isDisjoint(with: [.capital, .small]) }
    if traits.contains(.quantity) { return false }
    return traits.contains(.innerCapital) || (traits.contains(.scoped) && traits.contains(.capital))
  }

  /// Set apart as no word of a language is: alone in code, or four capitals and more alone in bold or italics (**DWORD**).
  var isSetAsName: Bool {
    guard traits.contains(.alone), !traits.contains(.foreign), !traits.isDisjoint(with: [.capital, .small]) else {
      return false
    }
    return traits.contains(.code) || (!traits.contains(.small) && length > 3)
  }

  /// A name wherever it stands and however it is set: no language has words with underscores.
  var isPlainlyName: Bool { hasNameShape && traits.contains(.underscore) }

  /// The hash of a text as words have it.
  static func hash(_ text: some Sequence<UInt8>) -> UInt64 { FNVHash.hash(text) }

  static var offsetBasis: UInt64 { FNVHash.offsetBasis }
  static var prime: UInt64 { FNVHash.prime }
}

/// A text between two block boundaries: a paragraph, a cell, a term, a heading.
struct ProseRun {
  enum Kind: UInt8 {
    case paragraph
    case heading
    case cell
    case term
    case other
  }

  var kind: Kind
  /// The index of the section; -1 before the first.
  var section: Int
  /// The block's node.
  var node: Int
  /// It states a fact, which rules of its own compare.
  var isFact: Bool
  var words: Range<Int> = 0..<0
  var sentences: Range<Int> = 0..<0
  var marks: Range<Int> = 0..<0
  /// From the first word to the last.
  var span: SourceSpan
  /// Asterisks and backquotes that show as themselves, and the first of them.
  var literalMarkers = 0
  /// Asterisks that mark no emphasis: those of patterns and comments.
  var otherStars = 0
  var firstMarker: Int32 = 0
}

/// A text in bold, italics or code, or of a link.
struct ProseMark {
  enum Kind: UInt8 {
    case emphasis
    case strong
    case code
    case link
  }

  var kind: Kind
  var node: Int
  var words: Range<Int>
}

/// A sentence with enough words to tell its language.
struct ProseSentence {
  var hash: UInt64
  var span: SourceSpan
  var plainWords: Int
}
