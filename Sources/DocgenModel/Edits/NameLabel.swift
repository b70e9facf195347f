import DocgenSupport

/// A text in the place of a name.
struct NameLabel {
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
