import DocgenMarkup
import DocgenSupport

/// A name in bold, italics or code at the start of a paragraph or an item, as far as what follows sets it apart.
struct MarkedTerm {
  /// What stands after the name.
  enum Tail {
    /// Nothing: the name is all there is.
    case nothing
    /// Words in square brackets, and nothing else.
    case brackets
    /// A colon or dash, perhaps after words in parentheses.
    case separator
    /// Anything else: the name is a part of a sentence.
    case words
  }

  /// The text of the mark, without a colon at its end.
  let name: InlineText
  /// The words in parentheses between the name and the separator.
  var parenthesis: InlineText?
  let tail: Tail
  /// The first node after the mark.
  let end: Int
  /// How the line ends after the name, where text follows on the next; `nil` if it goes on.
  var lineEnd: LineEnd?
  /// The marks of further names on the same line, with commas between: `*first*, *last*`.
  var others: [Int] = []

  /// Words stand on the line after the name, too, as they do where a translation tore it.
  var lineHoldsWords = false

  /// What ends the line of a name.
  enum LineEnd {
    /// A line break of the page's own.
    case hard
    /// No more than the end of the line in the file.
    case soft
  }

  /// The line ends after the name by a break of the page's own, and text follows on the next.
  var endsLine: Bool { lineEnd == .hard }

  /// Whether the mark is one name, of which brackets may say the direction first: `[in] hwnd`.
  var isName: Bool { Identifier.isName(bareName) }

  /// The name without what stands in brackets before it.
  private var bareName: ArraySlice<UInt8> {
    guard name.bytes.first == UInt8(ascii: "["), let close = name.bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return name.bytes[...]
    }
    return name.bytes[(close + 1)...].drop { $0 == 0x20 }
  }
}

extension Document {
  /// The marked name that the text of a range begins with, if it does.
  func markedTerm(in content: Range<Int>) -> MarkedTerm? {
    guard let mark = firstMarked(in: content) else { return nil }
    let lead = text(in: content.lowerBound..<mark)
    guard lead.isEmpty || Self.mayLead(lead.bytes) else { return nil }
    var end = Int(nodes[mark].end)
    // The mark may be the text of a link.
    for index in content.lowerBound..<mark where link(of: nodes[index]) != nil { end = max(end, Int(nodes[index].end)) }
    var name = text(of: mark)
    var length = name.count
    while length > 0, name.bytes[length - 1] == 0x20 || name.bytes[..<length].hasColonAtEnd {
      length -= name.bytes[..<length].hasWideColonAtEnd ? 3 : 1
    }
    let hadColon = name.bytes[length...].contains { $0 != 0x20 }
    name.truncate(to: length)
    guard !name.isEmpty, end <= content.upperBound else { return nil }
    if hadColon { return lead.isEmpty ? MarkedTerm(name: name, parenthesis: nil, tail: .separator, end: end) : nil }
    var term = term(name, before: end..<content.upperBound)
    if term.tail == .words || term.tail == .separator, let line = line(after: end, in: content) {
      (term.lineEnd, term.others, term.parenthesis) = (line.end, line.others, line.parenthesis)
      term.lineHoldsWords = line.holdsWords
    }
    return lead.isEmpty || term.endsLine ? term : nil
  }

  /// What may stand before the name of a line: a direction in brackets, or the mark that opens a quotation.
  private static func mayLead(_ text: [UInt8]) -> Bool {
    text.quotationMarkLength == text.count
      || (text.first == UInt8(ascii: "[") && text.firstIndex(of: UInt8(ascii: "]")) == text.count - 1)
  }

  /// A name with what sets it apart from the text that follows in its line.
  private func term(_ name: InlineText, before range: Range<Int>) -> MarkedTerm {
    let rest = text(in: range)
    if rest.bytes.first == UInt8(ascii: "("), let close = rest.bytes.firstIndex(of: UInt8(ascii: ")")) {
      var inner = rest
      inner.truncate(to: close)
      inner.removeFirst(1)
      let after = rest.bytes[(close + 1)...].drop { $0 == 0x20 }
      let tail: MarkedTerm.Tail = after.isEmpty || Self.isSeparator(after) ? .separator : .words
      return MarkedTerm(name: name, parenthesis: inner, tail: tail, end: range.lowerBound)
    }
    let tail: MarkedTerm.Tail =
      if rest.isEmpty {
        .nothing
      } else if rest.bytes.first == UInt8(ascii: "["), rest.bytes.last == UInt8(ascii: "]") {
        .brackets
      } else {
        Self.isSeparator(rest.bytes[...]) ? .separator : .words
      }
    return MarkedTerm(name: name, parenthesis: nil, tail: tail, end: range.lowerBound)
  }

  /// The text of a block before the first line break in it.
  func firstLine(of block: Int) -> InlineText {
    let content = block + 1..<Int(nodes[block].end)
    return text(in: content.lowerBound..<(content.first { lineEnd($0) != nil } ?? content.upperBound))
  }

  /// The nodes of a block after the first line break in it.
  func afterFirstLine(of block: Int) -> Range<Int> {
    let content = block + 1..<Int(nodes[block].end)
    return (content.first { lineEnd($0) != nil }.map { Int(nodes[$0].end) } ?? content.upperBound)..<content.upperBound
  }

  private func lineEnd(_ index: Int) -> MarkedTerm.LineEnd? {
    switch nodes[index].kind {
    case .lineBreak: .hard
    case .element where nodes[index].tag == .br: .hard
    case .softBreak: .soft
    default: nil
    }
  }

  /// What stands on a line after the name, up to the end of the line.
  private struct RestOfLine {
    var end: MarkedTerm.LineEnd
    var others: [Int] = []
    var parenthesis: InlineText?
    var holdsWords = false
  }

  /// The rest of a name's line, where it is no more than marks, further names or words in brackets and text follows below.
  private func line(after start: Int, in content: Range<Int>) -> RestOfLine? {
    var others: [Int] = []
    for child in children(in: start..<content.upperBound) {
      if let end = lineEnd(child) {
        guard !text(in: child + 1..<content.upperBound).isEmpty else { return nil }
        return restOfLine(start..<child, others, end)
      }
      if firstMarked(in: child..<child + 1) != nil { others.append(child) }
    }
    return nil
  }

  private func restOfLine(_ range: Range<Int>, _ others: [Int], _ end: MarkedTerm.LineEnd) -> RestOfLine? {
    let rest = text(in: range)
    let (first, last) = (rest.bytes.first, rest.bytes.last)
    if first == UInt8(ascii: "("), last == UInt8(ascii: ")") {
      var inner = rest
      inner.truncate(to: rest.count - 1)
      inner.removeFirst(1)
      return RestOfLine(end: end, parenthesis: inner)
    }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return RestOfLine(end: end) }
    if !others.isEmpty, holdsOnlyNames(others, range) { return RestOfLine(end: end, others: others) }
    guard rest.bytes.contains(where: { Identifier.isNameByte($0) || $0 >= 0x80 }) else { return RestOfLine(end: end) }
    return end == .hard && rest.count <= 24 ? RestOfLine(end: end, holdsWords: true) : nil
  }

  /// Whether a range is marks with commas before each of them.
  private func holdsOnlyNames(_ marks: [Int], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    for mark in marks {
      let between = text(in: start..<mark).bytes.filter { $0 != 0x20 }
      guard between == [UInt8(ascii: ",")], Identifier.isName(text(of: mark).bytes) else { return false }
      start = Int(nodes[mark].end)
    }
    return text(in: start..<range.upperBound).isEmpty
  }

  /// Whether a text starts with a colon, or with a dash and a space.
  private static func isSeparator(_ text: ArraySlice<UInt8>) -> Bool {
    text.colonLength > 0 || text.starts(with: [UInt8(ascii: "-"), 0x20])
      || text.starts(with: [0xE2, 0x80, 0x93]) || text.starts(with: [0xE2, 0x80, 0x94])
  }

  /// The paragraphs of a range that begin with a marked name, as far as it is wanted, each with what follows the name
  /// up to the next.
  func termParagraphs(in range: Range<Int>, where isWanted: (MarkedTerm) -> Bool) -> [(
    block: Int, term: MarkedTerm, description: Range<Int>
  )] {
    let terms = children(in: range).compactMap { block -> (block: Int, term: MarkedTerm)? in
      guard nodes[block].kind == .paragraph, let term = markedTerm(in: content(of: block)), isWanted(term) else {
        return nil
      }
      return (block, term)
    }
    return terms.indices.map { index in
      (
        terms[index].block, terms[index].term,
        terms[index].term.end..<(index + 1 < terms.count ? terms[index + 1].block : range.upperBound)
      )
    }
  }

  /// The items of the bullet lists of a range that begin with a marked name, each with what follows the name.
  func termItems(in range: Range<Int>, where isWanted: (MarkedTerm) -> Bool) -> [(
    item: Int, term: MarkedTerm, description: Range<Int>
  )] {
    var result: [(item: Int, term: MarkedTerm, description: Range<Int>)] = []
    for list in children(in: range) where nodes[list].kind == .bulletList || isElement(list, .ul) {
      for item in children(of: list) {
        guard let paragraph = paragraphs(in: content(of: item)).first, let term = markedTerm(in: paragraph),
          isWanted(term)
        else { continue }
        result.append((item, term, term.end..<max(term.end, Int(nodes[item].end))))
      }
    }
    return result
  }
}
