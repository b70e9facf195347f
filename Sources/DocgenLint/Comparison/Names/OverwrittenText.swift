import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells of a text that stands in the place of a name whether it is what became of the name, so that the name may be written
/// over it.
///
/// Most questions are about other letters than those of the name; ``isKnownName``, ``isOneOfCases`` and ``isSpelledOut`` are also
/// asked where case or spaces alone differ.
struct OverwrittenText {
  private let pair: TranslationPair
  private let name: [UInt8]
  private let source: SourceSpan
  private let actual: [UInt8]
  private let place: SourceSpan
  private let bytes: [UInt8]
  /// The words of the translation at the place.
  private let words: Range<Int>
  /// The block that they are in.
  private let run: ProseRun?
  /// The first word of the name in the source, its index, and the block that it is in.
  private let sourceIndex: Int
  private let sourceWord: ProseWord?
  private let sourceRun: ProseRun?

  /// What a link says in place of code is what became of it if it has this much in common.
  private static let similarity = 0.5
  /// Nothing in common.
  private static let leastSimilarity = 0.1
  /// So many letters after a name are a word, and no ending.
  private static let shortestWord = 3
  /// A longer text is no part of a word.
  private static let longestPart = 24
  /// Shorter names begin words of the language.
  private static let shortestOfSeveral = 6
  /// Longer words after an elision may be what became of a name: `l'indicateur`.
  private static let longestPronoun = 4

  /// Takes a name of the source and a text of the translation, each with its place.
  init(_ name: String, _ source: SourceSpan, over actual: String, at place: SourceSpan, _ pair: TranslationPair) {
    self.pair = pair
    self.name = Array(name.utf8)
    self.source = source
    self.actual = Array(actual.utf8)
    self.place = place
    bytes = pair.translation.source.bytes
    let (own, translation) = (pair.prose.source, pair.prose.translation)
    let first = translation.words.partitioningIndex { $0.span.end > place.start }
    words = first..<max(first, translation.words.partitioningIndex { $0.span.start >= place.end })
    run = Self.run(of: first, in: translation)
    sourceIndex = own.words.partitioningIndex { $0.span.end > source.start }
    sourceWord = sourceIndex < own.words.count ? own.words[sourceIndex] : nil
    sourceRun = Self.run(of: sourceIndex, in: own)
  }

  /// The block that a word is in.
  private static func run(of word: Int, in inventory: PageInventory) -> ProseRun? {
    let index = inventory.runs.partitioningIndex { $0.words.upperBound > word }
    return index < inventory.runs.count && inventory.runs[index].words.contains(word) ? inventory.runs[index] : nil
  }

  /// Whether the name would be written over something else, or over one of several places that belong together.
  ///
  /// Where the place is known to be the name's, only parts of the name right beside it would be left.
  func standsForMore(isCertain: Bool) -> Bool {
    isOfGrammar || beginsSentence || hasWordAfterName || isBeginningOfWord || hasOtherPlace || isRepeatedInMark
      || isOtherLink || isWholeLink || isOfConvention || isOfOtherPath
      || leavesPart(besideAlone: isCertain)
  }

  /// Whether the translation may say so on purpose, or other places have to change with this one.
  var mayBeMeant: Bool {
    isKnownName || isUnsimilarLink || isSaidBeside || isPlaceholder
  }

  /// Whether the text is a name that the page's code has, or the source, or one of them in the plural: then the source may be
  /// the one that is wrong, or newer.
  var isKnownName: Bool {
    pair.isWordOfCode(String(decoding: actual, as: UTF8.self)) || isOfSource
      || MarkedNames.arePlural(name.map(ASCIICase.lowercased), actual.map(ASCIICase.lowercased))
  }

  /// Whether the page says the name so in code throughout, in letters of its own script, or without the plural that its language
  /// does not write.
  private var isOfConvention: Bool {
    let translated = pair.prose.translation.words[words]
    if !words.isEmpty, translated.allSatisfy({ $0.traits.contains(.code) }),
      MarkedNames.arePlural(name.map(ASCIICase.lowercased), actual.map(ASCIICase.lowercased))
    {
      return true
    }
    guard words.count == 1, !actual.contains(where: { (0x61...0x7A).contains($0 | 0x20) }),
      pair.mayLook(pair.prose.translation.words.count)
    else { return false }
    let translation = pair.prose.translation
    let hash = translation.words[words.lowerBound].hash
    return translation.words.count { $0.hash == hash && $0.traits.contains(.code) } > 2
  }

  /// Whether points join the place to names before it that the source has not there.
  private var isOfOtherPath: Bool {
    func follows(_ span: SourceSpan, _ bytes: [UInt8]) -> Bool {
      let start = Int(span.start)
      return start > 1 && bytes[start - 1] == UInt8(ascii: ".") && Identifier.isNameByte(bytes[start - 2])
    }
    return follows(place, bytes) && !follows(source, pair.source.source.bytes)
  }

  /// Whether the block has the name in other cases several times, as a word of the source's text among them: then nothing
  /// tells which of them is the name.
  var isOneOfCases: Bool {
    guard let run, let sourceRun, !words.isEmpty, pair.mayLook(run.words.count + sourceRun.words.count) else {
      return false
    }
    let (own, translation) = (pair.prose.source, pair.prose.translation)
    func isCase(_ word: ProseWord, _ inventory: PageInventory) -> Bool {
      let text = inventory.page.source.bytes[word.span.range]
      return text.count == name.count && ASCIICase.equal(text, name) && !text.elementsEqual(name)
    }
    return translation.words[run.words].count { isCase($0, translation) } > 1
      && own.words[sourceRun.words].contains { isCase($0, own) }
  }

  /// Whether the text is the name said in three words and more where neither is set apart: "Custom Box Definitions" for
  /// "CustomBoxDefinitions".
  var isSpelledOut: Bool {
    let translation = pair.prose.translation
    guard actual.contains(0x20), let sourceWord, sourceWord.traits.isDisjoint(with: .marked), !words.isEmpty,
      translation.words[words].allSatisfy({ $0.traits.isDisjoint(with: .marked) })
    else { return false }
    let words = actual.split(separator: 0x20)
    return words.count > 2
      && words.allSatisfy { word in
        (0x41...0x5A).contains(word[word.startIndex]) && word.count > 2
          && word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
      }
  }

  // MARK: What is no name

  /// Whether the text is made of articles, prepositions and elided words, which belong to its sentence: `s'ils`.
  ///
  /// In a link that leads where the source's does, they are what is left of the name.
  private var isOfGrammar: Bool {
    guard !words.isEmpty, !pair.prose.translation.words[words].contains(where: { $0.traits.contains(.link) }) else {
      return false
    }
    let parts = actual.split { !($0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20)) }
    let text = String(decoding: actual, as: UTF8.self)
    let vocabulary = pair.words.translation
    let elided = text.split { $0 == "'" || $0 == "\u{2019}" }
    if elided.count == 2, !text.contains(" "), elided[0].utf8.count <= 2, !name.contains(UInt8(ascii: "'")) {
      return elided[1].utf8.count <= Self.longestPronoun
    }
    return !parts.isEmpty
      && parts.allSatisfy { vocabulary.key(of: String(decoding: $0, as: UTF8.self), in: .functionWords) != nil }
  }

  /// Whether a sentence begins within the text, with a word that belongs to it: `Box. Die Liste` for `Box.List`.
  private var beginsSentence: Bool {
    for (index, byte) in actual.enumerated() where byte == UInt8(ascii: ".") && index + 2 < actual.count {
      guard actual[index + 1] == 0x20, (0x41...0x5A).contains(actual[index + 2]) else { continue }
      let word = actual[(index + 2)...].prefix { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
      let text = String(decoding: word, as: UTF8.self)
      if pair.words.translation.key(of: text, in: .functionWords) != nil { return true }
    }
    return false
  }

  /// Whether the block has the name with letters grown onto it in another place, so that this is what became of something
  /// else.
  private var hasOtherPlace: Bool {
    guard name.count >= Self.shortestOfSeveral, let run, pair.mayLook(run.words.count) else { return false }
    return pair.prose.translation.words[run.words].contains { word in
      guard Int(word.length) > name.count, word.span.end <= place.start || word.span.start >= place.end else {
        return false
      }
      let text = bytes[word.span.range]
      return text.count > name.count && ASCIICase.equal(text.prefix(name.count), name[...])
        && !pair.wordsOfSource.all.contains(word.hash)
    }
  }

  /// Whether the name stands there with a word grown onto it, which the source has after it and which would go:
  /// `hinternethandle` for `HINTERNET`.
  private var hasWordAfterName: Bool {
    actual.count >= name.count + Self.shortestWord
      && zip(actual, name).allSatisfy { ASCIICase.lowercased($0) == ASCIICase.lowercased($1) }
      && pair.wordsOfSource.all.contains(ProseWord.hash(actual[name.count...]))
  }

  /// Whether a mark holds no more than the beginning of a word of the language: `**Zeichen** folge`.
  private var isBeginningOfWord: Bool {
    var rest = bytes[Int(place.end)...].drop { "*_`".utf8.contains($0) }
    guard rest.startIndex > Int(place.end), rest.first == 0x20 else { return false }
    rest = rest.dropFirst()
    let end = rest.prefix { $0 >= 0x80 || (0x61...0x7A).contains($0) }
    guard !end.isEmpty, end.count < Self.longestPart else { return false }
    let word = actual + end
    return [word, word.dropLast()].contains { word in
      let text = String(decoding: word, as: UTF8.self)
      return [Vocabulary.Part.dataTypes, .kinds, .labelNouns].contains {
        pair.words.translation.key(of: text, in: $0) != nil
      }
    }
  }

  // MARK: What belongs together

  /// Whether the same word stands again in the mark, where nothing tells which of both is meant: `*type type*`.
  private var isRepeatedInMark: Bool {
    let translation = pair.prose.translation
    guard words.count == 1, let run, pair.mayLook(run.marks.count),
      let mark = translation.marks[run.marks].last(where: { $0.words.contains(words.lowerBound) })
    else { return false }
    let hash = translation.words[words.lowerBound].hash
    return translation.words[mark.words].count { $0.hash == hash } > 1
  }

  /// Whether the text stands again beside the place, as a word or in code, where it would be left.
  private var isSaidBeside: Bool { isWord && (isInCodeBeside || isRepeatedLikeSource) }

  /// Whether the name is a word in small letters.
  private var isWord: Bool { name.allSatisfy { (0x61...0x7A).contains($0) } }

  /// Whether the text stands in the block as often as the name does in that of the source, and that is several times: one of
  /// them may be said in words, `(ende)` for `(end)`.
  private var isRepeatedLikeSource: Bool {
    guard words.count == 1, let run, let sourceRun, pair.mayLook(run.words.count + sourceRun.words.count) else {
      return false
    }
    let all = pair.prose.translation.words
    let same = all[run.words].filter { $0.hash == all[words.lowerBound].hash }
    let wanted = ProseWord.hash(name)
    return same.count > 1 && pair.prose.source.words[sourceRun.words].count { $0.hash == wanted } >= same.count
      && same.contains { $0.traits.isDisjoint(with: .marked) }
  }

  /// Whether the text stands in code of the same line as a part of more: `<dossier>` beside `apply -f <dossier>`.
  private var isInCodeBeside: Bool {
    guard let run else { return false }
    var start = Int(place.start)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let end = bytes[Int(place.end)...].firstIndex(of: 0x0A) ?? bytes.count
    guard pair.mayLook(end - start) else { return true }
    let nodes = pair.translation.document.nodes
    // Cells are blocks of their own, of which a line has several.
    var first = run.node
    while first > 0, Int(nodes[first - 1].span.end) > start { first -= 1 }
    return nodes[first...].prefix { Int($0.span.start) < end }.contains { node in
      guard node.kind == .code || node.kind == .element && node.tag == .pre, Int(node.span.start) >= start,
        !node.span.contains(place)
      else { return false }
      let text = Array(bytes[node.span.range])
      return text.filter { $0 != UInt8(ascii: "`") } != actual && NameSearch.find(actual, in: text) != nil
    }
  }

  /// Whether a part of the name that is missing at the place stands in the block, or right beside the place, where it would
  /// be left: `HKEY` for the first of `HKEY_LOCAL_MACHINE`.
  private func leavesPart(besideAlone: Bool) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "_"))
    guard parts.count > 1, let run, pair.mayLook(run.words.count) else { return false }
    let all = pair.prose.translation.words
    let missing = parts.lazy.filter { $0.count >= Self.shortestWord }.map { ProseWord.hash($0) }
      .filter { hash in !words.contains { all[$0].hash == hash } && !pair.wordsOfSource.all.contains(hash) }
    let others = Set(missing)
    if others.isEmpty { return false }
    if !besideAlone { return run.words.contains { !words.contains($0) && others.contains(all[$0].hash) } }
    return [words.lowerBound - 1, words.upperBound].contains { index in
      guard run.words.contains(index), others.contains(all[index].hash) else { return false }
      let span = all[index].span
      let between = span.end <= place.start ? Int(span.end)..<Int(place.start) : Int(place.end)..<Int(span.start)
      return !bytes[between].contains(0x0A)
    }
  }

  // MARK: What is meant

  /// Whether the source has the text as a name as well: the translation may be of another time, or name more.
  private var isOfSource: Bool {
    if actual.contains(0x20) {
      return actual.count > 8 && pair.mayLook(pair.source.source.bytes.count)
        && NameSearch.find(actual, in: pair.source.source.bytes) != nil
    }
    return pair.wordsOfSource.names.contains(ProseWord.hash(actual))
  }

  /// Whether the name is a word that the reader replaces (`$name`), and no code of the source has it.
  private var isPlaceholder: Bool {
    guard isWord, source.start > 0, pair.source.source.bytes[Int(source.start) - 1] == UInt8(ascii: "$") else {
      return false
    }
    return !pair.wordsOfSourceCode.contains(ProseWord.hash(name))
  }

  /// How much a link says of the code that it is in the source, or of a name that is written as code there; `nil` if it
  /// is no link, or set as code itself.
  private var similarityOfLink: Double? {
    let translation = pair.prose.translation
    guard let sourceWord, sourceWord.traits.contains(.code), let run, run.kind != .heading,
      translation.words[words].allSatisfy({
        $0.traits.contains(.link) && $0.traits.isDisjoint(with: [.code, .emphasized])
      })
    else { return nil }
    return LiteralDamage.similarity(name, actual)
  }

  private var isUnsimilarLink: Bool { similarityOfLink.map { $0 < Self.similarity } ?? false }

  /// Whether the text is all that a link says, and the source's says more than the name, which would go.
  private var isWholeLink: Bool {
    guard words.count > 1, let run, let sourceRun, pair.mayLook(run.marks.count + sourceRun.marks.count) else {
      return false
    }
    let (own, translation) = (pair.prose.source, pair.prose.translation)
    guard
      let link = own.marks[sourceRun.marks].first(where: { $0.kind == .link && $0.words.contains(sourceIndex) }),
      link.words.contains(where: { own.words[$0].isPlain })
    else { return false }
    return translation.marks[run.marks].contains { $0.kind == .link && $0.words == words }
  }

  /// Whether a link has nothing of the name: the translator may have linked another word of the sentence.
  private var isOtherLink: Bool { similarityOfLink.map { $0 < Self.leastSimilarity } ?? false }
}
