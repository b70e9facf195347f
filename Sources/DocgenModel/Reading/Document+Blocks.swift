import DocgenMarkup
import DocgenSupport

extension InlineText {
  /// Leaves out the marker that some reference sets start sub-headings with: `-param hwnd`, `-field cbSize`.
  mutating func dropMarker() {
    guard bytes.first == UInt8(ascii: "-"), let blank = bytes.firstIndex(of: 0x20), blank + 1 < count else { return }
    removeFirst(blank + 1)
  }
}

extension Document {
  /// The first block or element of a range that says something.
  func firstBlock(in range: Range<Int>) -> Int? {
    children(in: range).first { index in
      switch nodes[index].kind {
      case .text: !nodes[index].flags.contains(.blank)
      case .softBreak, .lineBreak, .ignored, .comment: false
      // The `<dd>` or cell that a description starts with.
      case .element where nodes[index].tag == .dd || nodes[index].tag == .td: true
      default: true
      }
    }.flatMap { index in
      if isElement(index, .dd) || isElement(index, .td) || nodes[index].kind == .tableCell {
        return firstBlock(in: content(of: index))
      }
      return index
    }
  }

  /// Paragraphs that are nothing but a marked name, each with what follows it up to the next.
  func termParagraphs(in range: Range<Int>) -> [DescriptionEntry] {
    let terms = children(in: range).filter { isTermParagraph($0) }
    return terms.indices.map { index in
      let end = index + 1 < terms.count ? terms[index + 1] : range.upperBound
      return DescriptionEntry(term: terms[index], description: Int(nodes[terms[index]].end)..<end)
    }
  }

  /// A paragraph of one marked word, and perhaps its direction in brackets.
  func isTermParagraph(_ block: Int) -> Bool {
    guard nodes[block].kind == .paragraph, block + 1 < nodes.count,
      firstMarked(in: content(of: block)) == block + 1
    else { return false }
    let name = text(of: block + 1)
    let rest = text(in: Int(nodes[block + 1].end)..<Int(nodes[block].end))
    return Identifier.isName(name.bytes)
      && (rest.isEmpty || (rest.bytes.first == UInt8(ascii: "[") && rest.bytes.last == UInt8(ascii: "]")))
  }

  /// Whether a paragraph's first words are followed by a colon: `Type: **DWORD**`.
  func startsWithLabel(_ paragraph: Int) -> Bool {
    for index in content(of: paragraph) where nodes[index].kind == .text && !nodes[index].flags.contains(.blank) {
      return withText(of: nodes[index]) { $0.prefix(32).contains(UInt8(ascii: ":")) }
    }
    return false
  }
}
