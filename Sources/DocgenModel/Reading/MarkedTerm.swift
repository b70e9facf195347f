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
  let parenthesis: InlineText?
  let tail: Tail
  /// The first node after the mark.
  let end: Int
  /// The line ends after the name, and text follows on the next.
  var endsLine = false

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
    guard let mark = firstMarked(in: content), text(in: content.lowerBound..<mark).isEmpty else { return nil }
    var end = Int(nodes[mark].end)
    // The mark may be the text of a link.
    for index in content.lowerBound..<mark where link(of: nodes[index]) != nil { end = max(end, Int(nodes[index].end)) }
    var name = text(of: mark)
    var length = name.count
    while length > 0, name.bytes[length - 1] == UInt8(ascii: ":") || name.bytes[length - 1] == 0x20 { length -= 1 }
    let hadColon = name.bytes[length...].contains(UInt8(ascii: ":"))
    name.truncate(to: length)
    guard !name.isEmpty, end <= content.upperBound else { return nil }
    let rest = text(in: end..<content.upperBound)
    if hadColon { return MarkedTerm(name: name, parenthesis: nil, tail: .separator, end: end) }
    if rest.bytes.first == UInt8(ascii: "("), let close = rest.bytes.firstIndex(of: UInt8(ascii: ")")) {
      var inner = rest
      inner.truncate(to: close)
      inner.removeFirst(1)
      let after = rest.bytes[(close + 1)...].drop { $0 == 0x20 }
      let tail: MarkedTerm.Tail = after.isEmpty || Self.isSeparator(after) ? .separator : .words
      return MarkedTerm(name: name, parenthesis: inner, tail: tail, end: end)
    }
    let tail: MarkedTerm.Tail =
      if rest.isEmpty {
        .nothing
      } else if rest.bytes.first == UInt8(ascii: "["), rest.bytes.last == UInt8(ascii: "]") {
        .brackets
      } else {
        Self.isSeparator(rest.bytes[...]) ? .separator : .words
      }
    var term = MarkedTerm(name: name, parenthesis: nil, tail: tail, end: end)
    term.endsLine = tail == .words && endsLine(after: end, in: content)
    return term
  }

  /// The text of a block before the first line break of the page's own.
  func firstLine(of block: Int) -> InlineText {
    let content = block + 1..<Int(nodes[block].end)
    let end = content.first { nodes[$0].kind == .lineBreak || (nodes[$0].kind == .element && nodes[$0].tag == .br) }
    return text(in: content.lowerBound..<(end ?? content.upperBound))
  }

  /// Whether a line break of the page's own stands before all text, but for what is in brackets.
  private func endsLine(after start: Int, in content: Range<Int>) -> Bool {
    var before: [UInt8] = []
    for child in children(in: start..<content.upperBound) {
      let node = nodes[child]
      if node.kind == .lineBreak || (node.kind == .element && node.tag == .br) {
        return before.isEmpty || (before.first == UInt8(ascii: "[") && before.last == UInt8(ascii: "]"))
      }
      before += text(of: child).bytes
    }
    return false
  }

  /// Whether a text starts with a colon, or with a dash and a space.
  private static func isSeparator(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: ":") || text.starts(with: [UInt8(ascii: "-"), 0x20])
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
