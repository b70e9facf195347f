import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the names that a text sets in bold or italics with those of its source, as they stand there.
///
/// What is a name is told by its shape, such as that of a command, or for a word with a capital by the code of the page. A
/// name is only missed where something else is set so in its place: it may stand in other marks, or be said in words.
struct MarkedNames {
  /// A name of the source with what stands in its place.
  struct Difference {
    let source: Located<String>
    let translation: Located<String>
    /// Nothing else can be meant.
    let isCertain: Bool
  }

  private let pair: ProsePair

  /// Texts in blocks that stand for each other are the same where they have this much in common.
  private static let certainSimilarity = 0.6

  /// What the source states about members, of which the translation's entries tell nothing: no words of the locale are known.
  private let openFacts: Set<Int32>

  init(_ pair: ProsePair) {
    self.pair = pair
    let (own, other) = (pair.sourceContext.page.facts.members, pair.context.page.facts.members)
    openFacts =
      other.contains { $0.dataType != nil || $0.access != nil }
      ? [] : Set(own.compactMap { $0.dataType?.span.start })
  }

  /// The names of a text that are others in the translation.
  func differences(in texts: ProsePair.TextPair) -> [Difference] {
    var own = pair.source.markedTexts(inRun: texts.source)
    if !openFacts.isEmpty {
      for index in own.indices where openFacts.contains(pair.source.words[own[index].mark.words.lowerBound].span.start)
      {
        own[index].mayBeName = true
      }
    }
    guard own.contains(where: \.mayBeName) else { return [] }
    let other = pair.translation.markedTexts(inRun: texts.translation)
    // Most have all, and what others lack is mostly no name.
    guard
      Self.lacking(of: own, other).contains(where: { pair.source.text(of: own[$0].mark).map(isName) ?? false }),
      let text = pair.translation.text(ofRun: texts.translation)?.bytes,
      let sourceText = pair.source.text(ofRun: texts.source)?.bytes,
      pair.maySearch(text.count + sourceText.count)
    else { return [] }
    return compare(
      own.compactMap { pair.source.text(of: $0.mark) }, sourceText,
      other.compactMap { pair.translation.text(of: $0.mark) }, text
    ).filter { texts.isCertain || $0.isCertain }
  }

  /// The marked texts that may be names, and that others lack which have another one.
  private static func lacking(of own: [PageInventory.MarkedText], _ other: [PageInventory.MarkedText]) -> [Int] {
    var counts: [UInt64: Int] = [:]
    for text in other { counts[text.hash, default: 0] += 1 }
    let known = Set(own.map(\.hash))
    guard counts.keys.contains(where: { !known.contains($0) }) else { return [] }
    return own.indices.filter { index in
      counts[own[index].hash, default: 0] -= 1
      return own[index].mayBeName && counts[own[index].hash, default: 0] < 0
    }
  }

  private func compare(
    _ own: [Located<[UInt8]>], _ sourceText: [UInt8], _ other: [Located<[UInt8]>], _ text: [UInt8]
  ) -> [Difference] {
    let lacking = LiteralPairs.lacking(own.map(\.value), other.map(\.value))
    let missing = lacking.missing.filter { index in
      let wanted = LiteralSearch.count(of: own[index].value, in: sourceText)
      return LiteralSearch.count(of: own[index].value, in: text) < wanted
    }
    let extra = lacking.extra.filter { index in
      let value = other[index].value
      // A name that begins with a hyphen may be the end of one of the source.
      return !(value.first.map(Identifier.isNameByte) ?? false) || LiteralSearch.count(of: value, in: sourceText) == 0
    }
    let pairs = LiteralPairs(missing, of: own.map(\.value), with: extra, of: other.map(\.value))
    return pairs.differences.compactMap { difference in
      guard let match = difference.translation, isName(own[difference.source]),
        !Self.arePlural(own[difference.source].value, other[match].value)
      else { return nil }
      return Difference(
        source: own[difference.source].string, translation: other[match].string,
        isCertain: difference.isOnly || difference.similarity >= Self.certainSimilarity)
    }
  }

  /// Whether two names are one but for the plural, which many languages do not write.
  static func arePlural(_ name: [UInt8], _ other: [UInt8]) -> Bool {
    let (long, short) = name.count > other.count ? (name, other) : (other, name)
    return long.count == short.count + 1 && long.last == UInt8(ascii: "s") && long.starts(with: short)
  }

  private func isName(_ text: Located<[UInt8]>) -> Bool {
    if openFacts.contains(text.span.start) { return true }
    switch LiteralShape(text.value[...]).kind {
    case .compound?: return pair.context.project.compoundNames.contains(text.string.value.lowercased())
    case .command?, .option?, .dotted?: return true
    default: break
    }
    guard text.value.allSatisfy(Identifier.isNameByte), let first = text.value.first, (0x41...0x5A).contains(first)
    else {
      return false
    }
    if Self.hasSeveralCapitals(text.value) { return true }
    // Elsewhere, a word with a capital is a word, though some code has it.
    return pair.sourceContext.names.setsNamesInBold && !isCaption(text.span)
      && pair.sourceContext.codeNames.contains(ProseWord.hash(text.value))
  }

  /// Capitals and a word after them: `PSBase`. A plural is none: `DLLs`.
  private static func hasSeveralCapitals(_ text: [UInt8]) -> Bool {
    let capitals = text.prefix { (0x41...0x5A).contains($0) }
    return capitals.count > 1 && text[capitals.count...].prefix { (0x61...0x7A).contains($0) }.count > 2
  }

  /// Whether a colon stands after a text: it is the caption of what follows.
  private func isCaption(_ span: SourceSpan) -> Bool {
    let rest = pair.source.page.source.bytes[Int(span.end)...].drop {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_")
    }
    return rest.first == UInt8(ascii: ":")
  }
}

extension Located<[UInt8]> {
  /// The text as characters.
  fileprivate var string: Located<String> { Located<String>(String(decoding: value, as: UTF8.self), at: span) }
}

extension PageInventory {
  /// A text in bold or italics, as far as a look at its words tells.
  fileprivate struct MarkedText {
    let mark: ProseMark
    /// The hash of all of its words.
    let hash: UInt64
    /// A few words of which the first has a capital, or a fact.
    var mayBeName: Bool
  }

  /// No name has more words.
  private static let longestName = 4

  /// The texts of a run that are in bold or italics, but for those within others.
  fileprivate func markedTexts(inRun index: Int) -> [MarkedText] {
    var result: [MarkedText] = []
    var end = 0
    for mark in marks[runs[index].marks] {
      guard mark.kind == .strong || mark.kind == .emphasis, let first = mark.words.first, first >= end else { continue }
      end = mark.words.upperBound
      var hash = ProseWord.offsetBasis
      for word in words[mark.words] { hash = (hash ^ word.hash) &* ProseWord.prime }
      let isShort = mark.words.count <= Self.longestName && words[mark.words].allSatisfy { !$0.traits.contains(.code) }
      result.append(MarkedText(mark: mark, hash: hash, mayBeName: isShort && words[first].traits.contains(.capital)))
    }
    return result
  }

  /// What a mark holds without the punctuation at its end; `nil` for nothing.
  fileprivate func text(of mark: ProseMark) -> Located<[UInt8]>? {
    let text = page.document.text(of: mark.node)
    var range = 0..<text.bytes.count
    while let first = range.first, text.bytes[first] == 0x20 { range.removeFirst() }
    while let last = range.last, " .,:;".utf8.contains(text.bytes[last]) { range.removeLast() }
    return range.isEmpty ? nil : Located(Array(text.bytes[range]), at: text.located(range).span)
  }
}
