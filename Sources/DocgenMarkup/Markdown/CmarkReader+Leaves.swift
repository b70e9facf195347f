import CCmark
import DocgenSupport

/// Blocks that hold text and no blocks: paragraphs, headings, code and HTML.
extension CmarkReader {
  mutating func readLeafBlock(
    _ cmark: CmarkNode, _ node: Node, isTopLevel: Bool, isSplit: Bool = false
  ) {
    let content = Self.content(of: cmark)
    var node = node
    if node.kind == .heading, !cmark.pointee.as.heading.setext {
      mapHeading(at: Int(node.span.start))
    } else if isSplit, let table = cmark.pointee.next {
      mapSplitParagraph(content, before: table, from: Int(cmark.pointee.start_line) - 1)
    } else {
      let firstLine = Int(cmark.pointee.start_line) - 1
      let lastLine = Int(cmark.pointee.end_line) - (node.kind == .heading ? 2 : 1)
      let underline = mapLines(of: content, from: firstLine, to: lastLine, isText: true)
      if let first = map.segments.first, first.source > Int(node.span.start) {
        // Link reference definitions before the text are no part of the paragraph.
        node.span.start = Int32(truncatingIfNeeded: first.source)
      }
      // The library ends such a heading where the next block starts.
      if node.kind == .heading { node.span.end = Int32(truncatingIfNeeded: lines.end(of: underline)) }
    }
    let open = events.count
    self.open(node, isTopLevel: isTopLevel)
    readInlines(of: cmark, content: content)
    events.append(closing(open, at: node.span.end))
  }

  mutating func readCodeBlock(_ cmark: CmarkNode, _ node: Node, isTopLevel: Bool) {
    var node = node
    node.kind = .codeBlock
    let firstLine = Int(cmark.pointee.start_line) - 1
    let isFenced = cmark.pointee.as.code.fenced != 0
    if isFenced {
      node.flags.insert(.fenced)
      let info = Self.bytes(cmark.pointee.as.code.info)
      if !info.isEmpty {
        node.payload = Int32(truncatingIfNeeded: infoStrings.count)
        infoStrings.append(Located(String(decoding: info, as: UTF8.self), at: infoSpan(of: cmark)))
      }
    }
    let literal = Self.bytes(cmark.pointee.as.code.literal)
    mapLines(of: literal, from: isFenced ? firstLine + 1 : firstLine, to: isFenced ? firstLine + 1 : firstLine)
    open(node, isTopLevel: isTopLevel)
    let open = events.count - 1
    emitText(0..<literal.count)
    events.append(closing(open, at: node.span.end))
  }

  private func infoSpan(of cmark: CmarkNode) -> SourceSpan {
    var start = lines.offset(line: cmark.pointee.start_line, column: cmark.pointee.start_column)
    var end = lines.end(of: Int(cmark.pointee.start_line) - 1)
    let fence = start < end ? file[start] : 0
    while start < end, file[start] == fence { start += 1 }
    while start < end, file[start] == 0x20 || file[start] == 0x09 { start += 1 }
    while end > start, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    return SourceSpan(start..<end)
  }

  mutating func readHTMLBlock(_ cmark: CmarkNode, _ node: Node) {
    let literal = Self.bytes(cmark.pointee.as.literal)
    let firstLine = Int(cmark.pointee.start_line) - 1
    mapLines(of: literal, from: firstLine, to: firstLine)
    // Spaces and line ends after the last line are no text.
    var end = literal.count
    while end > 0, literal[end - 1] <= 0x20 { end -= 1 }
    if assemblesHTML {
      let block = RawBlock(UnsafeBufferPointer(rebasing: literal[..<end])) { map.source(of: $0) }
      if let block { rawBlocks.append(block) }
      unendedTags.removeAll()
      readHTML(literal, 0..<end)
      return
    }
    var node = node
    node.kind = .htmlBlock
    // The library leaves the indentation out, and ends some of these blocks a line too early.
    if end > 0 { node.span = SourceSpan(map.source(of: 0)..<map.source(of: end - 1) + 1) }
    open(node)
    let open = events.count - 1
    emitText(0..<literal.count)
    events.append(closing(open, at: node.span.end))
  }
}
