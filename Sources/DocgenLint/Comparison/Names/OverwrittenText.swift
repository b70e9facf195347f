import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells of a text that stands in the place of a name whether it is what became of the name, so that the name may be written
/// over it.
///
/// Spaces and case are damages of their own; this is about other letters.
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

  /// What a link says in place of code is what became of it if it has this much in common.
  private static let similarity = 0.5
  /// Nothing in common.
  private static let leastSimilarity = 0.1
  /// So many letters after a name are a word, and no ending.
  private static let shortestWord = 3
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
    let translation = pair.prose.translation
    let first = translation.words.partitioningIndex { $0.span.end > place.start }
    words = first..<max(first, translation.words.partitioningIndex { $0.span.start >= place.end })
    let index = translation.runs.partitioningIndex { $0.words.upperBound > first }
    run =
      index < translation.runs.count && translation.runs[index].words.contains(first) ? translation.runs[index] : nil
  }

  /// Whether the name would be written over something else, or over one of several places that belong together.
  ///
  /// Where the place is known to be the name's, only parts of the name right beside it would be left.
  func standsForMore(isCertain: Bool) -> Bool {
    isOfGrammar || hasWordAfterName || isRepeatedInMark || isOtherLink
      || leavesPart(besideAlone: isCertain)
  }

  /// Whether the translation may say so on purpose, or other places have to change with this one.
  var mayBeMeant: Bool {
    pair.isWordOfCode(String(decoding: actual, as: UTF8.self)) || isOfSource || isUnsimilarLink || isInCodeBeside
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

  /// Whether the name stands there with a word grown onto it, which the source has after it and which would go:
  /// `hinternethandle` for `HINTERNET`.
  private var hasWordAfterName: Bool {
    actual.count >= name.count + Self.shortestWord
      && zip(actual, name).allSatisfy { ASCIICase.lowercased($0) == ASCIICase.lowercased($1) }
      && pair.wordsOfSource.all.contains(ProseWord.hash(actual[name.count...]))
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

  /// Whether a word in small letters stands in code of the same line as a part of more, where it would be left:
  /// `<dossier>` beside `apply -f <dossier>`.
  private var isInCodeBeside: Bool {
    guard name.allSatisfy({ (0x61...0x7A).contains($0) }), let run else { return false }
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

  /// How much a link says of the code that it is in the source, or of a name that is written as code there; `nil` if it
  /// is no link, or set as code itself.
  private var similarityOfLink: Double? {
    let translation = pair.prose.translation
    let own = pair.prose.source.words
    let index = own.partitioningIndex { $0.span.end > source.start }
    guard index < own.count, own[index].traits.contains(.code), let run, run.kind != .heading,
      translation.words[words].allSatisfy({
        $0.traits.contains(.link) && $0.traits.isDisjoint(with: [.code, .emphasized])
      })
    else { return nil }
    return LiteralDamage.similarity(name, actual)
  }

  private var isUnsimilarLink: Bool { similarityOfLink.map { $0 < Self.similarity } ?? false }

  /// Whether a link has nothing of the name: the translator may have linked another word of the sentence.
  private var isOtherLink: Bool { similarityOfLink.map { $0 < Self.leastSimilarity } ?? false }
}
