import DocgenSupport

/// HTML in Markdown: tags, comments and text between them become events with exact places.
extension CmarkReader {
  /// Reads a range of HTML whose place ``map`` knows.
  ///
  /// Scripts and styles are left out; they may go on after the range, up to `textEnd`, as other inlines.
  mutating func readHTML(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, textEnd: Int = 0) {
    var index = range.lowerBound
    var textStart = index
    while index < range.upperBound {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let token = HTMLToken.scan(text, at: index, end: range.upperBound) else {
        // Without a `>` after a declaration there is no tag any more.
        if HTMLToken.startsDeclaration(text, at: index, end: range.upperBound) { break }
        index += 1
        continue
      }
      var tag = HTMLTag.unknown
      if token.kind == .startTag || token.kind == .endTag {
        tag = HTMLTag(name: UnsafeBufferPointer(rebasing: text[token.name]))
        if tag == .unknown {
          // No element of HTML: a placeholder that the reader is to see.
          index = token.end
          continue
        }
      }
      emitHTMLText(text, textStart..<index)
      index = token.end
      let source = map.source(of: token.start)
      let span = SourceSpan(source..<max(source, map.source(of: token.end - 1) + 1))
      switch token.kind {
      case .startTag:
        if tag.holdsRawText, let end = rawTextEnd(text, tag, from: index, to: max(range.upperBound, textEnd)) {
          droppedTags.append(Document.DroppedTag(tag: tag, span: span))
          index = min(end, range.upperBound)
          if end > index { droppedEnd = end }
        } else {
          emitStartTag(tag, token, text, span)
        }
      case .endTag:
        var node = Node(.element, at: span)
        node.tag = tag
        events.append(MarkdownEvent(operation: .endTag, node: node))
      case .comment:
        leaf(Node(.comment, at: span))
      case .other: break
      }
      textStart = index
    }
    emitHTMLText(text, textStart..<range.upperBound)
  }

  private mutating func emitStartTag(
    _ tag: HTMLTag, _ token: HTMLToken, _ text: UnsafeBufferPointer<UInt8>, _ span: SourceSpan
  ) {
    guard !tag.isDropped else {
      droppedTags.append(Document.DroppedTag(tag: tag, span: span))
      return
    }
    var node = Node(.element, at: span)
    node.tag = tag
    if token.hasAttributes {
      let list = HTMLToken.attributes(text, token.name.upperBound..<token.end)
      if !list.isEmpty {
        node.payload = Int32(truncatingIfNeeded: attributes.count)
        attributes.append(list)
      }
    }
    events.append(MarkdownEvent(operation: .startTag, node: node))
  }

  /// Where the text of a script or style ends, after its end tag.
  private mutating func rawTextEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag, from start: Int, to end: Int
  ) -> Int? {
    if unendedTags.contains(tag) { return nil }
    var index = start
    while index + 1 < end {
      if text[index] == UInt8(ascii: "<"), text[index + 1] == UInt8(ascii: "/"),
        let token = HTMLToken.scan(text, at: index, end: end), token.kind == .endTag,
        HTMLTag(name: UnsafeBufferPointer(rebasing: text[token.name])) == tag
      {
        return token.end
      }
      index += 1
    }
    unendedTags.insert(tag)
    return nil
  }

  private mutating func emitHTMLText(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&"), let (decoded, length) = CharacterReference.decode(text, at: index),
        index + length <= range.upperBound
      {
        if start < index { emitText(start..<index) }
        emitReplacement(decoded, for: index..<index + length)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    if start < range.upperBound { emitText(start..<range.upperBound) }
  }
}
