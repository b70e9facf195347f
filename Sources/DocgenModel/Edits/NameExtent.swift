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
    let label = Label(text: text, name: NameParts(name), words: words)
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

/// A text in the place of a name.
private struct Label {
  private let text: [UInt8]
  private let name: NameParts
  private let tokens: [LabelToken]
  /// What each word is; of no meaning for other tokens.
  private let roles: [Role]
  /// Whether parts of the name or torn underscores are there.
  private let showsName: Bool

  init(text: [UInt8], name: NameParts, words: TranslationWords) {
    self.text = text
    self.name = name
    tokens = LabelToken.all(in: text, of: name.bytes)
    let roles = tokens.map { $0.kind == .word ? Self.role(of: text[$0.range], name, words) : .link }
    self.roles = roles
    showsName = roles.contains(.part) || tokens.contains(where: \.hasUnderscore)
  }

  // MARK: All letters

  /// Words that have all letters of the name, and no others.
  var ofLetters: Range<Int>? {
    for start in tokens.indices where tokens[start].kind == .word {
      var rest = name.letters[...]
      var index = start
      while index < tokens.count, !rest.isEmpty, tokens[index].kind == .word || tokens[index].isJoint {
        let letters = tokens[index].kind == .word ? Self.letters(text[tokens[index].range]) : []
        guard rest.starts(with: letters) else { break }
        rest = rest.dropFirst(letters.count)
        index += 1
      }
      if rest.isEmpty { return tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound }
    }
    return nil
  }

  private static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
    word.filter { $0 != UInt8(ascii: "_") }.map(ASCIICase.lowercased)
  }

  /// A range with the translation of the name in parentheses after it, which torn underscores tell.
  func withGloss(_ range: Range<Int>) -> Range<Int> {
    var rest = tokens.drop { $0.range.lowerBound < range.upperBound }
    while rest.first?.kind == .space { rest.removeFirst() }
    guard let open = rest.first, text[open.range.lowerBound] == UInt8(ascii: "("),
      let close = rest.firstIndex(where: { text[$0.range.lowerBound] == UInt8(ascii: ")") })
    else { return range }
    let isTorn = rest[..<close].contains(where: \.hasUnderscore)
    let isBeforeTear = close + 1 < tokens.count && tokens[close + 1].hasUnderscore
    return isTorn || isBeforeTear ? range.lowerBound..<tokens[close].range.upperBound : range
  }

  var hasSquareBracket: Bool { text.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") } }

  // MARK: Parts and their translations

  /// Words that are parts of the name, or stand for such, with those among them that say its kind, and the numbers.
  var ofParts: (range: Range<Int>, kinds: [Range<Int>], numbers: [Range<Int>])? {
    guard let all = run else { return nil }
    let gone = name.parts(besides: all.filter { tokens[$0].kind == .word }.map { text[tokens[$0].range] })
    let run = withoutSentence(all, gone.count)
    guard let first = run.first, let last = run.last else { return nil }
    let outside = tokens.indices.filter { tokens[$0].kind == .word && !run.contains($0) }
    // What follows may say a part of the name, as `en tant que` says `AS`.
    if gone.count > 0, outside.contains(where: { $0 > last && all.contains($0) && roles[$0] == .link }) { return nil }
    guard let (count, kinds, numbers) = contents(of: run, isWhole: gone.count == 0) else { return nil }
    let hasVerb = outside.contains { roles[$0] == .beside }
    guard gone.count == 0 || (hasVerb ? count.words : count.phrases) <= gone.room else { return nil }
    // What looks like the kind of thing may say a part of the name of which nothing else is left.
    if count.words + count.loose < gone.count,
      !kinds.isEmpty || outside.contains(where: { roles[$0] != .link && roles[$0] != .number })
    {
      return nil
    }
    return (tokens[first].range.lowerBound..<tokens[last].range.upperBound, kinds, numbers)
  }

  /// A run without the words of the sentence at its ends, where so many parts of the name are gone.
  private func withoutSentence(_ all: ArraySlice<Int>, _ gone: Int) -> ArraySlice<Int> {
    var run = all
    while let first = run.first, isBeside(first, gone) { run.removeFirst() }
    while let last = run.last, isBeside(last, gone) { run.removeLast() }
    // A verb alone is the name's translation.
    let words = all.filter { tokens[$0].kind == .word }
    return run.isEmpty && words.count == 1 ? words[...] : run
  }

  /// What a run holds beside parts of the name; `nil` if the name is whole, and it cannot be told what the rest is.
  private func contents(
    of run: ArraySlice<Int>, isWhole: Bool
  ) -> (count: WordCount, kinds: [Range<Int>], numbers: [Range<Int>])? {
    var count = WordCount()
    var (kinds, numbers): ([Range<Int>], [Range<Int>]) = ([], [])
    for index in run {
      guard tokens[index].kind == .word else {
        if tokens[index].hasUnderscore { count.endPhrase() }
        continue
      }
      let range = tokens[index].range
      switch roles[index] {
      case .link: continue
      case .part:
        count.endPhrase()
        if !name.isMade(ofWord: text[range]) { count.loose += 1 }
      case .kind where !isAfterLink(index, in: run): kinds.append(range)
      case .number: numbers.append(range)
      case .kind, .beside, .other:
        count.add()
        guard isWhole else { continue }
        // Nothing else stands for the name, and so this says what it is.
        guard kinds.isEmpty, range.count > 3, !isAfterLink(index, in: run) else { return nil }
        kinds.append(range)
      }
    }
    count.endPhrase()
    return (count, kinds, numbers)
  }

  /// Whether an article or a preposition is the word before.
  private func isAfterLink(_ index: Int, in run: ArraySlice<Int>) -> Bool {
    run.last { $0 < index && tokens[$0].kind == .word }.map { roles[$0] == .link } ?? false
  }

  /// The words between two marks of punctuation; where there are several such texts, the only one that shows the name, or
  /// all where each does, and nothing but brackets stands between.
  private var run: ArraySlice<Int>? {
    let runs = tokens.indices.split { tokens[$0].kind == .barrier }
      .filter { $0.contains { tokens[$0].kind == .word } }
    if runs.count < 2 { return runs.first.map { Array($0)[...] } }
    let own = runs.filter { $0.contains { tokens[$0].hasUnderscore || roles[$0] == .part } }
    if own.count == 1 { return own.first.map { Array($0)[...] } }
    guard own.count == runs.count, tokens.allSatisfy({ $0.kind != .barrier || $0.isBracket }) else { return nil }
    return Array(tokens.indices)[...]
  }

  private enum Role {
    /// It is a part of the name, whole or as a word of the language.
    case part
    /// An article or a preposition.
    case link
    /// It says what kind of thing the name is of.
    case kind
    /// A number that is none of the name's.
    case number
    /// It belongs to the sentence, as a verb does.
    case beside
    /// What is not known.
    case other
  }

  /// Whether a token at an end of the label belongs to the sentence, where so many parts of the name are gone.
  private func isBeside(_ index: Int, _ gone: Int) -> Bool {
    guard tokens[index].kind == .word else { return true }
    switch roles[index] {
    case .kind, .number, .beside: return true
    // With a hyphen, it is a part of a word: `en-tête`. Where nothing of the name is left, the text as a whole may say it.
    case .link: return showsName && !hasHyphen(beside: index)
    case .other: return gone == 0
    case .part: return false
    }
  }

  private func hasHyphen(beside index: Int) -> Bool {
    let range = tokens[index].range
    return range.upperBound < text.count && text[range.upperBound] == UInt8(ascii: "-")
      || range.lowerBound > 0 && text[range.lowerBound - 1] == UInt8(ascii: "-")
  }

  private static func role(of word: ArraySlice<UInt8>, _ name: NameParts, _ words: TranslationWords) -> Role {
    if name.holds(word) { return .part }
    if (0x30...0x39).contains(word[word.startIndex]) { return .number }
    let text = String(decoding: word, as: UTF8.self)
    for part in [Vocabulary.Part.kinds, .pluralKinds, .labelNouns, .labelVerbs] {
      guard let key = words.translation.key(of: text, in: part) else { continue }
      let forms = words.source.forms(of: key, in: part == .pluralKinds ? .kinds : part)
      if name.holds(forms) { return .part }
      return part == .labelVerbs ? .beside : .kind
    }
    guard let key = words.translation.key(of: text, in: .functionWords) else { return .other }
    return name.holds(words.source.forms(of: key, in: .functionWords)) ? .part : .link
  }

  // MARK: What stands around

  /// A range with the underscores beside it, which are torn off.
  func withUnderscores(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if let before = tokens.lastIndex(where: { $0.range.upperBound == start }), tokens[before].hasUnderscore {
      start = tokens[before].range.lowerBound
      while text[start] == 0x20 { start += 1 }
    }
    // What was elided before the name has an apostrophe.
    if let gap = text[..<start].lastIndex(where: { $0 != 0x20 }), LabelToken.isApostrophe(endingAt: gap, in: text) {
      start = gap + 1
    }
    if let after = tokens.firstIndex(where: { $0.range.lowerBound == end }), tokens[after].hasUnderscore {
      end = tokens[after].range.upperBound
      while text[end - 1] == 0x20 { end -= 1 }
    }
    return start..<end
  }

  /// The underscores outside of a range, with the spaces beside them but for one that separates words.
  func underscores(outside range: Range<Int>) -> [Range<Int>] {
    tokens.indices.filter { tokens[$0].hasUnderscore && !tokens[$0].range.overlaps(range) }.map { index in
      var range = tokens[index].range
      if index > 0, index + 1 < tokens.count, text[range.lowerBound] == 0x20 {
        range = range.lowerBound + 1..<range.upperBound
      }
      return range
    }
  }

  /// A range with the quote or bracket beside it that closes what it opens; `nil` if there is none.
  func withWholePairs(_ range: Range<Int>) -> Range<Int>? {
    var range = range
    let quote = UInt8(ascii: "\"")
    if !text[range].count(where: { $0 == quote }).isMultiple(of: 2) {
      guard let wider = widened(range, by: quote) else { return nil }
      range = wider
    }
    for (open, close) in [("(", ")"), ("[", "]")] as [(Unicode.Scalar, Unicode.Scalar)] {
      let (open, close) = (UInt8(ascii: open), UInt8(ascii: close))
      let depth = text[range].reduce(0) { $1 == open ? $0 + 1 : $1 == close ? $0 - 1 : $0 }
      if depth == 0 { continue }
      guard depth == 1, let wider = widened(range, by: close) else { return nil }
      range = withUnderscores(wider)
    }
    return range
  }

  /// A range with a mark that follows it.
  private func widened(_ range: Range<Int>, by mark: UInt8) -> Range<Int>? {
    guard let after = text[range.upperBound...].firstIndex(where: { $0 != 0x20 }), text[after] == mark else {
      return nil
    }
    return range.lowerBound..<after + 1
  }
}

/// The words of a label that are not the name's.
private struct WordCount {
  /// All of them.
  private(set) var words = 0
  /// Half of the words of each phrase between underscores and parts of the name: where one language has one word,
  /// another has two, as in `mémoire tampon`.
  private(set) var phrases = 0
  /// Words that hold parts of the name, and more.
  var loose = 0
  private var length = 0

  mutating func add() {
    words += 1
    length += 1
  }

  mutating func endPhrase() {
    phrases += (length + 1) / 2
    length = 0
  }
}

/// A word of a label, or what stands between two.
private struct LabelToken {
  enum Kind {
    case word
    /// Spaces, hyphens, backslashes and underscores, as they stand in torn names.
    case space
    /// A point, an apostrophe or quotes, which may stand within and are left out at the ends.
    case mark
    /// Punctuation that parts of no name stand beside.
    case barrier
  }

  var kind: Kind
  var range: Range<Int>
  var hasUnderscore = false

  var isBracket = false

  /// Whether a torn name may go on after it.
  var isJoint: Bool { kind == .space || kind == .mark }

  static func all(in text: [UInt8], of name: [UInt8]) -> [LabelToken] {
    var tokens: [LabelToken] = []
    var index = 0
    while index < text.count {
      let length = min(length(text[index]), text.count - index)
      var kind = kind(text[index..<index + length], name)
      if kind == .barrier, isBeforeUnderscore(index + length, in: text) { kind = .mark }
      if let last = tokens.last, last.kind == kind, kind != .barrier {
        tokens[tokens.count - 1].range = last.range.lowerBound..<index + length
      } else {
        tokens.append(LabelToken(kind: kind, range: index..<index + length))
      }
      if kind == .space, text[index] == UInt8(ascii: "_") { tokens[tokens.count - 1].hasUnderscore = true }
      if kind == .barrier, "()".utf8.contains(text[index]) { tokens[tokens.count - 1].isBracket = true }
      index += length
    }
    return tokens
  }

  /// Whether a torn underscore follows, so that punctuation before it came with the tear: `WM, \_ COMMAND`.
  private static func isBeforeUnderscore(_ index: Int, in text: [UInt8]) -> Bool {
    guard index > 0, text[index - 1] == UInt8(ascii: ",") || text[index - 1] == UInt8(ascii: ":") else { return false }
    return text[index...].first { $0 != 0x20 && $0 != UInt8(ascii: "\\") } == UInt8(ascii: "_")
      && text[index...].contains { Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }
  }

  /// Whether an apostrophe, straight or not, ends at an index.
  static func isApostrophe(endingAt index: Int, in text: [UInt8]) -> Bool {
    text[index] == UInt8(ascii: "'") || index > 1 && text[index - 2...index].elementsEqual([0xE2, 0x80, 0x99])
  }

  private static func length(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  private static func kind(_ character: ArraySlice<UInt8>, _ name: [UInt8]) -> Kind {
    let (first, second) = (character[character.startIndex], character.dropFirst().first ?? 0)
    switch first {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\\"), 0x00...0x20: return .space
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "\""): return .mark
    case 0xC2: return second == 0xA0 ? .space : second == 0xAA || second == 0xB5 || second == 0xBA ? .word : .barrier
    case 0xC3: return second == 0x97 || second == 0xB7 ? .barrier : .word
    case 0xE2:
      // The typographic apostrophe, and spaces without width.
      guard second == 0x80, let third = character.dropFirst(2).first else { return .barrier }
      return third == 0x99 ? .mark : (0x8B...0x8F).contains(third) || third == 0xAF ? .space : .barrier
    case 0xE3 where second == 0x80: return .barrier
    default:
      if Identifier.isNameByte(first) || first >= 0x80 { return .word }
      return name.contains(first) ? .mark : .barrier
    }
  }
}

/// A name and the words that it is made of.
struct NameParts {
  let bytes: [UInt8]
  /// Its letters and digits in lower case.
  let letters: [UInt8]
  /// Its words, in lower case.
  private let parts: [[UInt8]]

  init(_ name: [UInt8]) {
    bytes = name
    letters = name.filter { Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }.map(ASCIICase.lowercased)
    parts = Self.words(of: name).map { $0.map(ASCIICase.lowercased) }
  }

  /// So many letters without a capital may hold a further word: `ENDOFSTREAM`.
  private static let lettersOfWord = 5
  /// As many letters in common tell that a word is a part of the name, written otherwise.
  private static let lettersInCommon = 4
  /// A part with fewer letters may be the beginning of any word.
  private static let lettersOfPrefix = 3

  /// The words between underscores, and those with a capital of their own.
  static func words(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(whereSeparator: { !Identifier.isNameByte($0) || $0 == UInt8(ascii: "_") }).flatMap { part in
      var words: [ArraySlice<UInt8>] = []
      var start = part.startIndex
      for index in part.indices.dropFirst() {
        let startsWord =
          isCapital(part[index])
          && (!isCapital(part[index - 1]) || index + 1 < part.endIndex && isSmall(part[index + 1]))
        guard startsWord, index - start > 1 else { continue }
        words.append(part[start..<index])
        start = index
      }
      return words + [part[start...]]
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Whether a word is one of the name's, or several of them together, whole or but for its end.
  func holds(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.map(ASCIICase.lowercased)
    if parts.contains(where: { Self.areAlike($0, word) || Self.begins($0, word) || Self.isWithin($0, word) }) {
      return true
    }
    return word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
  }

  /// Whether the name has one of some words.
  func holds(_ forms: [String]) -> Bool {
    forms.contains { form in
      let word = form.utf8.map(ASCIICase.lowercased)
      // Few letters stand in many a longer word.
      return parts.contains { Self.areAlike($0, word) }
        || word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
    }
  }

  /// The parts that are not among some words: how many there are, and how many words of a language may say them.
  func parts(besides words: [ArraySlice<UInt8>]) -> (count: Int, room: Int) {
    let words = words.map { $0.map(ASCIICase.lowercased) }
    let covered = coverage(by: words)
    var start = 0
    var isThere = parts.map { part in
      defer { start += part.count }
      if !covered[start..<start + part.count].contains(false) { return true }
      return words.contains { word in
        Self.areAlike(part, word) && word.count + 2 >= part.count || Self.isWithin(part, word)
      }
    }
    for word in words {
      guard let start = parts.firstIndex(where: { Self.begins($0, word) }) else { continue }
      // What several parts were joined to may have other letters: `virtualethernetzwitch`.
      var rest = word[...]
      for index in parts[start...].indices {
        let equal = zip(parts[index], rest).count { $0 == $1 }
        guard equal * 2 > parts[index].count else { break }
        isThere[index] = true
        rest = rest.dropFirst(parts[index].count)
      }
    }
    let gone = parts.indices.filter { !isThere[$0] }
    let room = gone.reduce(0) { $0 + max(1, parts[$1].count / Self.lettersOfWord) }
    return (gone.count, room)
  }

  /// Which of the name's letters stand in words that are made of nothing else.
  private func coverage(by words: [[UInt8]]) -> [Bool] {
    var covered = [Bool](repeating: false, count: letters.count)
    for word in words where word.count >= Self.lettersInCommon {
      guard let start = ByteSearch.firstIndex(of: word, in: letters, from: 0) else { continue }
      for index in start..<start + word.count { covered[index] = true }
    }
    return covered
  }

  /// Whether a word has letters of the name alone.
  func isMade(ofWord word: ArraySlice<UInt8>) -> Bool {
    let word = word.map(ASCIICase.lowercased)
    return parts.contains(word)
      || word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
  }

  private static func begins(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    part.count >= lettersOfPrefix && word.count > part.count && word.starts(with: part)
  }

  /// Whether a word holds a part that is long enough not to stand there by chance.
  private static func isWithin(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    part.count >= lettersInCommon && ByteSearch.firstIndex(of: part, in: word, from: 0) != nil
  }

  /// Whether two words are equal, or begin alike for the most part.
  private static func areAlike(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    if part == word { return true }
    let common = zip(part, word).prefix { $0 == $1 }.count
    return common >= lettersInCommon && (common * 2 > max(part.count, word.count) || common + 1 >= part.count)
  }
}
