import DocgenModel
import DocgenSupport

/// Takes the text of a page byte by byte and makes words, sentences and markers of it.
struct ProseScanner {
  private(set) var words: [ProseWord] = []
  private(set) var sentences: [ProseSentence] = []
  /// Asterisks and backquotes of the current run that show as themselves, and the first of them.
  private(set) var literalMarkers = 0
  private(set) var firstMarker: Int32 = 0
  /// Asterisks of the run that mark no emphasis: those of patterns and comments.
  private(set) var otherStars = 0

  /// A backslash stands before the text at hand.
  var isEscaped = false
  /// Asterisks of the run with a backslash before them: one alone is meant as such.
  private var escapedStars = 0
  /// How the text at hand is set.
  var markup: ProseWord.Traits = []

  private var word = ProseWord(hash: ProseWord.offsetBasis, span: SourceSpan(at: 0), traits: [], length: 0)
  private var previousIsSmall = false
  /// Whether the word is of a script without capitals, which names never hold.
  private var isUncased = false
  /// The byte before a punctuation mark.
  private var last: UInt8 = 0
  /// The byte after it, where that is of the same text.
  private var next: UInt8 = 0
  /// The number of colons right before the current byte.
  private var colons = 0
  private var sentenceHash = ProseWord.offsetBasis
  private var sentenceStart = -1
  private var plainWords = 0
  private var endsSentence = false
  /// What stands between the last word and the current byte.
  private var gap = Gap.none
  private var followsSpace = false

  private enum Gap {
    case none
    case whitespace
    case punctuation
  }

  /// Sentences of fewer words may be names or terms that no language changes.
  private static let plainWordsOfProse = 5

  init(byteCount: Int) {
    words.reserveCapacity(byteCount / 8)
    sentences.reserveCapacity(byteCount / 256)
  }

  /// Takes the text of one node; `advances` tells whether each byte moves one byte on in the file.
  mutating func feed(_ text: UnsafeBufferPointer<UInt8>, at start: Int32, advances: Bool, end: Int32) {
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      let offset = advances ? start &+ Int32(truncatingIfNeeded: index) : start
      if byte == 0x20 {
        whitespace()
        index += 1
      } else if Self.isWord(byte) {
        if isUncased { endWord() }
        index = appendWord(of: text, from: index, at: offset)
        word.span.end = advances ? start &+ Int32(truncatingIfNeeded: index) : end
      } else if byte >= 0x80 {
        let length = min(Self.length(byte), count - index)
        if Self.isLetter(byte, length > 1 ? text[index + 1] : 0) {
          let isUncased = Identifier.startsUncasedLetter(byte)
          if isUncased, !self.isUncased { endWord() }
          self.isUncased = isUncased
          for part in 0..<length {
            append(
              text[index + part], ProseWord.Traits.foreign.rawValue, at: offset,
              end: advances ? offset &+ Int32(truncatingIfNeeded: part + 1) : end)
          }
        } else if !(byte == 0xE2 && length == 3 && text[index + 1] == 0x80 && text[index + 2] == 0x8B) {
          // A zero-width space is nothing that a reader sees.
          endWord()
          if byte == 0xC2, length > 1, text[index + 1] == 0xA0 { whitespace() } else { gap = .punctuation }
        }
        index += length
      } else if byte == UInt8(ascii: "\\"), index + 1 < count, text[index + 1] == UInt8(ascii: "_") {
        // Where escapes have no meaning, in HTML, they are written all the same.
        index += 1
      } else {
        if index > 0 { last = text[index - 1] }
        next = index + 1 < count ? text[index + 1] : 0
        punctuation(byte, at: offset)
        index += 1
      }
    }
    if count > 0 { last = text[count - 1] }
  }

  /// A line end, a break or markup that separates words.
  mutating func whitespace() {
    endWord()
    if gap == .none { gap = .whitespace }
    if endsSentence { closeSentence() }
    colons = 0
  }

  /// Ends the word at a boundary of markup.
  mutating func endWord() {
    guard word.length > 0 else { return }
    if colons == 2 { word.traits.insert(.scoped) }
    let next = word
    word.length = 0
    word.traits = []
    word.hash = ProseWord.offsetBasis
    previousIsSmall = false
    isUncased = false
    colons = 0
    endsSentence = false
    words.append(next)
    if sentenceStart < 0 { sentenceStart = words.count - 1 }
    sentenceHash = (sentenceHash ^ next.hash) &* ProseWord.prime
    // Words of prose stand between spaces, and are not set apart: addresses, lists and commands are no prose.
    if next.isPlain, next.traits.isDisjoint(with: .marked), followsSpace { plainWords += 1 }
    gap = .none
  }

  /// Notes that words stand alone in their markup.
  mutating func setAlone(_ range: Range<Int>) {
    for index in range { words[index].traits.insert(.alone) }
  }

  /// Tells whether the first word of a run is the caption of numbers: then it does not stand alone.
  mutating func readCaption(from first: Int) {
    guard first + 1 < words.count, words[first].traits.contains(.alone) else { return }
    if words[(first + 1)...].allSatisfy({ $0.traits.contains(.digit) }) { words[first].traits.remove(.alone) }
  }

  /// Ends the markers of a run: a star with a backslash before it that stands alone is no mark.
  mutating func endMarkers() {
    guard escapedStars == 1, literalMarkers > 0 else { return }
    literalMarkers -= 1
    otherStars += 1
  }

  /// Ends the run.
  mutating func endRun() {
    endWord()
    closeSentence()
    colons = 0
    literalMarkers = 0
    otherStars = 0
    escapedStars = 0
    last = 0
  }

  private mutating func closeSentence() {
    endsSentence = false
    guard sentenceStart >= 0 else { return }
    // Declarations and lists hold words beside what is none.
    let isProse = plainWords >= Self.plainWordsOfProse && plainWords * 2 > words.count - sentenceStart
    if isProse, let last = words.last {
      sentences.append(
        ProseSentence(hash: sentenceHash, span: words[sentenceStart].span.union(last.span), plainWords: plainWords))
    }
    sentenceStart = -1
    sentenceHash = ProseWord.offsetBasis
    plainWords = 0
  }

  private mutating func beginWord(at offset: Int32) {
    guard word.length == 0 else { return }
    followsSpace = gap == .whitespace
    word.span.start = offset
    word.traits = markup
    if colons == 2 { word.traits.insert(.scoped) }
    colons = 0
  }

  /// Takes the bytes of ASCII that go on with a word, or start one.
  ///
  /// - Returns: The index after them; the end of the word is left to the caller.
  private mutating func appendWord(of text: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int32) -> Int {
    beginWord(at: offset)
    return traits.withUnsafeBufferPointer { traits in
      let (small, capital) = (ProseWord.Traits.small.rawValue, ProseWord.Traits.capital.rawValue)
      var hash = word.hash
      var shape: UInt16 = 0
      var previous = previousIsSmall ? small : 0
      var index = start
      while index < text.count {
        let byte = text[index]
        let trait = traits[Int(byte)]
        if trait == 0 { break }
        hash = (hash ^ UInt64(byte)) &* ProseWord.prime
        if previous == small, trait == capital { shape |= ProseWord.Traits.innerCapital.rawValue }
        shape |= trait
        previous = trait
        index += 1
      }
      if word.length == 0, shape & ProseWord.Traits.innerCapital.rawValue != 0, Self.isQuantity(text[start..<index]) {
        shape |= ProseWord.Traits.quantity.rawValue
      }
      word.hash = hash
      word.length &+= UInt16(truncatingIfNeeded: index - start)
      word.traits.formUnion(ProseWord.Traits(rawValue: shape))
      previousIsSmall = previous == small
      return index
    }
  }

  /// Whether nothing but letters follows some digits; hexadecimal numbers have digits after their letter.
  private static func isQuantity(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = word.drop { (0x30...0x39).contains($0) }
    return rest.count < word.count && rest.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private mutating func append(_ byte: UInt8, _ trait: UInt16, at offset: Int32, end: Int32) {
    beginWord(at: offset)
    word.span.end = end
    word.hash = (word.hash ^ UInt64(byte)) &* ProseWord.prime
    word.length &+= 1
    let trait = ProseWord.Traits(rawValue: trait)
    if previousIsSmall, trait == .capital { word.traits.insert(.innerCapital) }
    word.traits.formUnion(trait)
    previousIsSmall = trait == .small
  }

  private mutating func punctuation(_ byte: UInt8, at offset: Int32) {
    switch byte {
    case UInt8(ascii: ":"):
      if word.length > 0 {
        // `Scope::name`: the second colon tells.
        endWord()
        colons = 0
      }
      colons += 1
      if colons == 2, !words.isEmpty, words[words.count - 1].span.end == offset - 1 {
        words[words.count - 1].traits.insert(.scoped)
      }
      endsSentence = true
      gap = .punctuation
      return
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      endWord()
      endsSentence = true
    case 0x20, 0x09...0x0D:
      whitespace()
      colons = 0
      return
    case UInt8(ascii: "*"), UInt8(ascii: "`"):
      endWord()
      // A star after a dot is one of a pattern, and those beside a slash are of a comment.
      if byte == UInt8(ascii: "*"), next != byte, last == UInt8(ascii: ".") || last == UInt8(ascii: "/") {
        otherStars += 1
        break
      }
      if byte == UInt8(ascii: "*"), isEscaped { escapedStars += 1 }
      if literalMarkers == 0 { firstMarker = offset }
      literalMarkers += 1
    case UInt8(ascii: "/"):
      endWord()
      endsSentence = false
      if last == UInt8(ascii: "*"), literalMarkers > 0 {
        literalMarkers -= 1
        otherStars += 1
      }
    default:
      endWord()
      endsSentence = false
    }
    gap = .punctuation
    colons = 0
  }

  private static func isWord(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) }

  private let traits = Self.traitsOfASCII
  /// The traits of each byte of ASCII that is a part of words.
  private static let traitsOfASCII: [UInt16] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): ProseWord.Traits.small.rawValue
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): ProseWord.Traits.capital.rawValue
    case UInt8(ascii: "0")...UInt8(ascii: "9"): ProseWord.Traits.digit.rawValue
    case UInt8(ascii: "_"): ProseWord.Traits.underscore.rawValue
    default: 0
    }
  }

  private static func length(_ byte: UInt8) -> Int { byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2 }

  /// Whether a character beyond ASCII is a letter: all but the signs of Latin-1 and of general punctuation.
  private static func isLetter(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC2: second == 0xAA || second == 0xB5 || second == 0xBA
    case 0xC3: second != 0x97 && second != 0xB7
    case 0xE2: false
    case 0xE3: second != 0x80
    case 0xEF: second < 0xB8 || second == 0xBD
    default: true
    }
  }
}
