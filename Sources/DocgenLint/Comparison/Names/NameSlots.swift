import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells for the names that a block of a translation has lost which of its texts stand for them beyond doubt.
///
/// A name alone in its block stands for the whole block, one alone in a link for the text of the link that leads to the
/// same place, and one alone in its markup for the only marked text that stands for nothing else.
struct NameSlots {
  private let source: PageInventory
  private let translation: PageInventory
  private let sourceRun: ProseRun
  private let run: ProseRun
  /// The innermost marks of the lost names, by kind.
  private var lostCounts: [ProseMark.Kind: Int] = [:]
  /// The marked texts of the translation that stand for nothing else, by kind.
  private var free: [ProseMark.Kind: [SourceSpan]] = [:]

  /// Takes the words of the source that are lost, by their indices; `isFree` tells whether no other name has been found
  /// at a place of the translation.
  init(
    lost: [Int], _ pair: ProsePair, _ comparison: NameComparison, _ sourceRun: ProseRun, _ run: ProseRun,
    isFree: (SourceSpan) -> Bool
  ) {
    source = pair.source
    translation = pair.translation
    self.sourceRun = sourceRun
    self.run = run
    guard !lost.isEmpty else { return }
    let marks = source.marks[sourceRun.marks]
    let sourceTexts = Set(marks.map { mark in source.words[mark.words].map(\.hash) })
    for index in lost {
      if let mark = Self.mark(of: index, in: marks) { lostCounts[mark.kind, default: 0] += 1 }
    }
    for mark in translation.marks[run.marks] where lostCounts[mark.kind] != nil && !mark.words.isEmpty {
      let words = translation.words[mark.words]
      guard !words.contains(where: { comparison.isWantedHash($0.hash) }), !sourceTexts.contains(words.map(\.hash)),
        isFree(span(of: mark.words, in: translation))
      else { continue }
      free[mark.kind, default: []].append(slot(of: mark.words, in: translation))
    }
  }

  /// The mark that tells how a word is set: the innermost that is no link, where there is one.
  private static func mark(of word: Int, in marks: ArraySlice<ProseMark>) -> ProseMark? {
    let own = marks.filter { $0.words.contains(word) }
    return own.last { $0.kind != .link } ?? own.last
  }

  /// The text of the translation that stands for a lost name, at a place where it may be or anywhere in the block.
  func slot(of word: Int, at place: SourceSpan?) -> SourceSpan? {
    let slots = [slotOfBlock(word), slotOfLink(word), slotOfMark(word)].compactMap(\.self)
    guard let place else { return slotOfBlock(word) }
    return slots.first { $0.start <= place.start && place.end <= $0.end }
  }

  /// Whether a name is all that its mark holds in the source, so that nothing else of it can have a place in the
  /// translation's.
  func fillsMark(_ word: Int) -> Bool {
    Self.mark(of: word, in: source.marks[sourceRun.marks]).map { isAlone(word, in: $0.words) } ?? false
  }

  private func slotOfBlock(_ word: Int) -> SourceSpan? {
    guard isAlone(word, in: sourceRun.words), !run.words.isEmpty else { return nil }
    return slot(of: run.words, in: translation)
  }

  private func slotOfLink(_ word: Int) -> SourceSpan? {
    let links = source.marks[sourceRun.marks].filter { $0.kind == .link }
    guard let link = links.first(where: { $0.words.contains(word) }), isAlone(word, in: link.words),
      let target = destination(link, in: source),
      links.count(where: { destination($0, in: source) == target }) == 1
    else { return nil }
    let counterparts = translation.marks[run.marks].filter {
      $0.kind == .link && destination($0, in: translation) == target
    }
    guard counterparts.count == 1, let counterpart = counterparts.first, !counterpart.words.isEmpty else { return nil }
    return slot(of: counterpart.words, in: translation)
  }

  private func slotOfMark(_ word: Int) -> SourceSpan? {
    guard let mark = Self.mark(of: word, in: source.marks[sourceRun.marks]), isAlone(word, in: mark.words),
      lostCounts[mark.kind] == 1, let free = free[mark.kind], free.count == 1
    else { return nil }
    return free.first
  }

  private func destination(_ mark: ProseMark, in inventory: PageInventory) -> String? {
    let document = inventory.page.document
    let node = document.nodes[mark.node]
    return document.link(of: node)?.destination ?? document.attribute("href", of: node)
  }

  /// Whether some words are that one, and no punctuation stands beside it.
  private func isAlone(_ word: Int, in words: Range<Int>) -> Bool {
    guard words == word..<word + 1 else { return false }
    let own = span(of: words, in: source)
    return slot(of: words, in: source) == own
  }

  /// From the first word to the last, with the backslash before.
  private func span(of words: Range<Int>, in inventory: PageInventory) -> SourceSpan {
    var span = inventory.words[words.lowerBound].span.union(inventory.words[words.upperBound - 1].span)
    let bytes = inventory.page.source.bytes
    if span.start > 0, bytes[Int(span.start) - 1] == UInt8(ascii: "\\"), bytes[Int(span.start)] == UInt8(ascii: "_") {
      span.start -= 1
    }
    return span
  }

  /// Some words with the punctuation around them, as far as no markup begins.
  private func slot(of words: Range<Int>, in inventory: PageInventory) -> SourceSpan {
    let bytes = inventory.page.source.bytes
    let span = span(of: words, in: inventory)
    var (start, end) = (Int(span.start), Int(span.end))
    while start > 0, Self.isPunctuation(bytes[start - 1]) { start -= 1 }
    while start < Int(span.start), bytes[start] == 0x20 { start += 1 }
    while end < bytes.count, Self.isPunctuation(bytes[end]) { end += 1 }
    while end > Int(span.end), bytes[end - 1] == 0x20 { end -= 1 }
    return SourceSpan(start..<end)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
