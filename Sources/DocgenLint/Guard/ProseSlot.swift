import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The text of a block, and what edits would take of it.
///
/// What a fix takes away is a name or value, however it was translated: few words beside those that it writes. Of a
/// sentence it never takes most of the words, nor does it join two.
struct ProseSlot {
  /// The places of the words, in order.
  private var places: [SourceSpan] = []
  /// The number of the sentence of each word.
  private var sentences: [Int] = []
  /// How many words each sentence has; 0 for what is none: too short, or without a mark at its end.
  private var lengths: [Int] = []
  /// The places of names that are set apart, in order.
  private var marks: [SourceSpan] = []
  /// The places of longer texts that are set apart, in order: sentences, or names that were torn into many words.
  private var longMarks: [SourceSpan] = []

  /// How many words more than those that come may go: articles and the like of the page's language.
  private static let spareWords = 3
  /// How many words may go for each that comes, and how many of a name that spaces were put into.
  private static let factor = 2
  private static let tornFactor = 4
  /// Fewer words are no sentence, but an abbreviation or a part of a name.
  private static let shortest = 3
  /// What is set in bold or the like, or is the text of a link, and has as many words at most, is a name of its own; so
  /// is a torn one.
  private static let longestMark = 6
  /// How many underscores stand by themselves in what was one name and nothing else, and are in the name.
  private static let tornUnderscores = 2

  /// Reads the text of a range of nodes.
  init(_ document: Document, _ nodes: Range<Int>) {
    let text = document.text(in: nodes)
    let bytes = text.bytes[...]
    defer { readMarks(document, nodes) }
    var index = 0
    var length = 0
    func isLong(_ length: Int) -> Bool { length >= Self.shortest }
    while index < bytes.endIndex {
      let end = WordScanner.end(ofWordAt: index, in: bytes)
      if end > index {
        places.append(text.span(index..<end))
        sentences.append(lengths.count)
        length += 1
        index = end
        continue
      }
      let mark = WordScanner.length(ofTerminatorAt: index, in: bytes)
      index += max(1, mark)
      if mark > 0, length > 0, WordScanner.endsSentence(at: index, in: bytes) {
        lengths.append(isLong(length) ? length : 0)
        length = 0
      }
    }
    lengths.append(0)
  }

  private mutating func readMarks(_ document: Document, _ nodes: Range<Int>) {
    // A mark stands before its text.
    var start = nodes.lowerBound
    while start > 0, Self.isMark(document.nodes[start - 1]) { start -= 1 }
    var (end, longEnd): (Int32, Int32) = (0, 0)
    for index in start..<nodes.upperBound where Self.isMark(document.nodes[index]) {
      let span = document.nodes[index].span
      if places.indices(overlapping: span).count <= Self.longestMark {
        guard span.start >= end else { continue }
        marks.append(span)
        end = span.end
      } else if span.start >= longEnd {
        longMarks.append(span)
        longEnd = span.end
      }
    }
  }

  private static func isMark(_ node: Node) -> Bool {
    switch node.kind {
    case .strong, .emphasis, .link, .code: true
    case .element: node.tag.isInline && node.tag != .br
    default: false
    }
  }

  /// Whether edits, in the order of the file, may be made of the text.
  ///
  /// - Complexity: O(log *n*) for each edit, and the words that go.
  func allows(_ edits: [FixGuard.Edit], in bytes: [UInt8]) -> Bool {
    var lost: [Int: Int] = [:]
    var lostCount = 0
    for edit in edits {
      let gone = places.indices(overlapping: withNeighbours(edit)).filter { !isKept(places[$0], in: edit, bytes) }
      lostCount += gone.count
      if !isName(edit, in: bytes) { for index in gone { lost[sentences[index], default: 0] += 1 } }
      if let first = gone.first, let last = gone.last, sentences[first] < sentences[last],
        (sentences[first]...sentences[last]).count(where: { lengths[$0] > 0 }) > 1
      {
        return false
      }
    }
    let written = edits.reduce(0) { $0 + WordScanner.nameParts(in: $1.text) }
    let isTorn = edits.contains { bytes[$0.span.range].contains(UInt8(ascii: "_")) }
    guard
      lost.allSatisfy({ sentence, count in
        let length = lengths[sentence]
        // A torn name may stand alone, and have got a point.
        return count * 2 <= length || length == 0 || isTorn && length <= Self.longestMark
      })
    else { return false }
    return lostCount <= written * (isTorn ? Self.tornFactor : Self.factor) + Self.spareWords
  }

  /// Whether an edit writes within a name that is set apart, or over all of a long one that was torn.
  private func isName(_ edit: FixGuard.Edit, in bytes: [UInt8]) -> Bool {
    func lies(in marks: [SourceSpan]) -> Bool {
      marks.indices(overlapping: edit.span).contains { marks[$0].contains(edit.span) }
    }
    if lies(in: marks) { return true }
    return edit.text.count { $0 == UInt8(ascii: "_") } >= Self.tornUnderscores
      && Self.loneUnderscores(in: bytes[edit.span.range]) >= Self.tornUnderscores && lies(in: longMarks)
  }

  /// How many underscores of a text stand beside whitespace or at its ends: no language writes them so.
  private static func loneUnderscores(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] == UInt8(ascii: "_") {
      let before = text[text.startIndex..<index].last { $0 != UInt8(ascii: "\\") } ?? 0x20
      let after = text[(index + 1)...].first ?? 0x20
      if before <= 0x20, after <= 0x20 { count += 1 }
    }
    return count
  }

  /// The place of an edit, and a byte more at the ends where what it writes would grow together with the text.
  private func withNeighbours(_ edit: FixGuard.Edit) -> SourceSpan {
    func isPart(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x80 || Identifier.isNameByte($0) } ?? false }
    if edit.span.isEmpty { return edit.span }
    return SourceSpan(
      start: edit.span.start - (isPart(edit.text.first) ? 1 : 0), end: edit.span.end + (isPart(edit.text.last) ? 1 : 0))
  }

  /// Whether a word is still there in what an edit writes, or has no letter.
  private func isKept(_ word: SourceSpan, in edit: FixGuard.Edit, _ bytes: [UInt8]) -> Bool {
    guard edit.span.contains(word) else { return false }
    let letters = bytes[word.range].map(ASCIICase.lowercased)
    if letters.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    guard letters.count <= edit.text.count else { return false }
    return ByteSearch.firstIndex(of: letters, in: edit.text.map(ASCIICase.lowercased), from: 0) != nil
  }
}

extension [SourceSpan] {
  /// The places, in order and apart from each other, that share a byte with one.
  fileprivate func indices(overlapping span: SourceSpan) -> Range<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].start < span.end { end += 1 }
    return low..<end
  }
}
