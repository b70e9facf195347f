import CCmark
import DocgenSupport

/// Inlines: the block's content is followed beside the tree, so that each text knows its place.
extension CmarkReader {
  mutating func readInlines(of block: CmarkNode, content: UnsafeBufferPointer<UInt8>) {
    self.content = content
    cursor = 0
    unendedTags.removeAll()
    defer { droppedEnd = 0 }
    guard var node = block.pointee.first_child else { return }
    var openEvents: [Int] = []
    while true {
      if enterInline(node) {
        if let child = node.pointee.first_child {
          openEvents.append(lastOpen)
          node = child
          continue
        }
        exitInline(openedBy: lastOpen)
      }
      while true {
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent, parent != block, let open = openEvents.popLast() else { return }
        exitInline(openedBy: open)
        node = parent
      }
    }
  }

  private var lastOpen: Int { events.count - 1 }

  private func byte(_ index: Int) -> UInt8 { index < content.count ? content[index] : 0 }

  /// Emits an inline; true when it was opened and its children are to follow.
  private mutating func enterInline(_ cmark: CmarkNode) -> Bool {
    switch UInt32(cmark.pointee.type) {
    case CMARK_NODE_TEXT.rawValue:
      readText(Self.bytes(cmark.pointee.as.literal))
    case CMARK_NODE_SOFTBREAK.rawValue:
      readBreak(.softBreak)
    case CMARK_NODE_LINEBREAK.rawValue:
      readBreak(.lineBreak)
    case CMARK_NODE_CODE.rawValue:
      readCode(Self.bytes(cmark.pointee.as.literal))
    case CMARK_NODE_HTML_INLINE.rawValue:
      readInlineHTML(Self.bytes(cmark.pointee.as.literal))
    case CMARK_NODE_EMPH.rawValue:
      openInline(.emphasis, markup: 1)
      return true
    case CMARK_NODE_STRONG.rawValue:
      openInline(.strong, markup: 2)
      return true
    case docgen_strikethrough_type():
      openInline(.strikethrough, markup: byte(cursor + 1) == UInt8(ascii: "~") ? 2 : 1)
      return true
    case CMARK_NODE_LINK.rawValue, CMARK_NODE_IMAGE.rawValue:
      openLink(cmark)
      return true
    default: break
    }
    return false
  }

  private mutating func openInline(_ kind: Node.Kind, markup: Int) {
    let start = map.source(of: cursor)
    open(Node(kind, at: SourceSpan(start..<start)))
    for _ in 0..<markup where isDelimiter(byte(cursor)) { cursor += 1 }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }

  private mutating func openLink(_ cmark: CmarkNode) {
    let isImage = UInt32(cmark.pointee.type) == CMARK_NODE_IMAGE.rawValue
    let start = map.source(of: cursor)
    var node = Node(isImage ? .image : .link, at: SourceSpan(start..<start))
    node.payload = Int32(truncatingIfNeeded: links.count)
    links.append(
      LinkTarget(
        destination: String(decoding: Self.bytes(cmark.pointee.as.link.url), as: UTF8.self),
        title: String(decoding: Self.bytes(cmark.pointee.as.link.title), as: UTF8.self),
        span: SourceSpan(start..<start)))
    // An autolink's brackets take the place of the others.
    if byte(cursor) == UInt8(ascii: "<") {
      node.level = 1
      cursor += 1
    } else {
      if isImage, byte(cursor) == UInt8(ascii: "!") { cursor += 1 }
      if byte(cursor) == UInt8(ascii: "[") { cursor += 1 }
    }
    open(node)
  }

  private mutating func exitInline(openedBy open: Int) {
    let node = events[open].node
    switch node.kind {
    case .link where node.level == 1:
      let start = events[open].node.span.start + 1
      if byte(cursor) == UInt8(ascii: ">") { cursor += 1 }
      let end = Int32(truncatingIfNeeded: map.source(of: max(0, cursor - 1)))
      links[Int(node.payload)].span = SourceSpan(start: start, end: end)
    case .link, .image:
      if byte(cursor) == UInt8(ascii: "]") { cursor += 1 }
      var scanner = LinkScanner(content: content, at: cursor)
      if let destination = scanner.destination() {
        let start = map.source(of: destination.lowerBound)
        links[Int(node.payload)].span = SourceSpan(start..<start + destination.count)
      } else {
        let end = map.source(of: cursor)
        links[Int(node.payload)].span = SourceSpan(end..<end)
      }
      cursor = scanner.position
    case .strong:
      for _ in 0..<2 where isDelimiter(byte(cursor)) { cursor += 1 }
    case .strikethrough:
      while byte(cursor) == UInt8(ascii: "~") { cursor += 1 }
    default:
      if isDelimiter(byte(cursor)) { cursor += 1 }
    }
    // The closing mark ends where the segment ends, not where the next line starts.
    let end = cursor > 0 ? map.source(of: cursor - 1) + 1 : map.source(of: cursor)
    events[open].node.span.end = Int32(truncatingIfNeeded: end)
    events.append(closing(open, at: events[open].node.span.end))
  }

  private mutating func readBreak(_ kind: Node.Kind) {
    let start = cursor
    while byte(cursor) == 0x20 || byte(cursor) == 0x09 { cursor += 1 }
    if kind == .lineBreak, byte(cursor) == UInt8(ascii: "\\") { cursor += 1 }
    // Where the place was lost somewhere before, it is found again at a line's end.
    while cursor < content.count, content[cursor] != 0x0A { cursor += 1 }
    if byte(cursor) == 0x0A { cursor += 1 }
    while byte(cursor) == 0x20 || byte(cursor) == 0x09 { cursor += 1 }
    guard start >= droppedEnd else { return }
    let source = map.source(of: start)
    // A CRLF is one line end; the library has LF for it.
    let isAfterCR = source > 0 && source < file.count && file[source] == 0x0A && file[source - 1] == 0x0D
    leaf(Node(kind, at: SourceSpan((isAfterCR ? source - 1 : source)..<source + 1)))
  }

  // MARK: Text

  /// The offset of a literal that the library did not copy.
  private func offset(of literal: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = content.baseAddress, let start = literal.baseAddress, start >= base,
      start + literal.count <= base + content.count
    else { return nil }
    return start - base
  }

  private mutating func readText(_ literal: UnsafeBufferPointer<UInt8>) {
    guard !literal.isEmpty else { return }
    if var start = offset(of: literal) {
      // What is left of a closing run of delimiters follows those that were used; the library has it at the run's start.
      // Spaces at the start of a line that were passed with the line break before it are the literal's own.
      if start < cursor, cursor + literal.count <= content.count,
        content[start..<cursor].contains(where: { $0 != 0x20 && $0 != 0x09 })
      {
        start = cursor
      }
      emitText(start..<start + literal.count)
      cursor = start + literal.count
      return
    }
    var index = spacesPassed(literal)
    while index < literal.count {
      let runStart = cursor
      while index < literal.count, cursor < content.count, content[cursor] == literal[index],
        !isEscape(at: cursor), content[cursor] != UInt8(ascii: "&")
      {
        cursor += 1
        index += 1
      }
      if cursor > runStart { emitText(runStart..<cursor) }
      guard index < literal.count else { return }
      guard cursor < content.count else { break }
      if content[cursor] == UInt8(ascii: "&") {
        readReference(literal, &index)
      } else if isEscape(at: cursor), content[cursor + 1] == literal[index] {
        cursor += 2
        index += 1
        emitText(cursor - 1..<cursor)
        if cursor > droppedEnd { events[lastOpen].node.flags.insert(.escaped) }
      } else if content[cursor] == literal[index] {
        // A backslash that escapes nothing.
        cursor += 1
        index += 1
        emitText(cursor - 1..<cursor)
      } else if !resume(literal, index) {
        break
      }
    }
    if index < literal.count {
      emitReplacement(Array(literal[index...]), for: cursor..<cursor)
    }
  }

  /// How many spaces a literal begins with that were passed with the line break before it: lazy lines keep theirs.
  private func spacesPassed(_ literal: UnsafeBufferPointer<UInt8>) -> Int {
    var lineStart = cursor
    while lineStart > 0, content[lineStart - 1] == 0x20 || content[lineStart - 1] == 0x09 { lineStart -= 1 }
    guard lineStart > 0, content[lineStart - 1] == 0x0A else { return 0 }
    return literal.prefix(cursor - lineStart).prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  private func isEscape(at index: Int) -> Bool {
    guard content[index] == UInt8(ascii: "\\"), index + 1 < content.count else { return false }
    switch content[index + 1] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  /// An ampersand: a character reference where the library read one, else itself.
  private mutating func readReference(_ literal: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    if let (text, length) = CharacterReference.decode(content, at: cursor), index + text.count <= literal.count,
      literal[index..<index + text.count].elementsEqual(text)
    {
      emitReplacement(text, for: cursor..<cursor + length)
      cursor += length
      index += text.count
    } else {
      emitText(cursor..<cursor + 1)
      cursor += 1
      if literal[index] == UInt8(ascii: "&") { index += 1 }
    }
  }

  /// Finds the place again after markup that was not accounted for.
  private mutating func resume(_ literal: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let wanted = literal[index..<min(index + 8, literal.count)]
    var probe = cursor + 1
    while probe + wanted.count <= content.count, probe < cursor + 256 {
      if content[probe..<probe + wanted.count].elementsEqual(wanted) {
        cursor = probe
        return true
      }
      probe += 1
    }
    return false
  }

  private mutating func readCode(_ literal: UnsafeBufferPointer<UInt8>) {
    while cursor < content.count, content[cursor] != UInt8(ascii: "`") { cursor += 1 }
    let start = cursor
    while byte(cursor) == UInt8(ascii: "`") { cursor += 1 }
    let fence = cursor - start
    let inner = cursor
    // The closing run has the same length as the opening one.
    var run = 0
    var end = cursor
    while end < content.count {
      if content[end] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == fence { break }
        run = 0
      }
      end += 1
    }
    let source = map.source(of: start)
    open(Node(.code, at: SourceSpan(source..<source)))
    let open = lastOpen
    guard run == fence, fence > 0 else {
      emitReplacement(Array(literal), for: inner..<inner)
      events.append(closing(open, at: Int32(truncatingIfNeeded: source)))
      return
    }
    emitCode(literal, inner..<end - fence)
    cursor = end
    events[open].node.span.end = Int32(truncatingIfNeeded: map.source(of: end - 1) + 1)
    events.append(closing(open, at: events[open].node.span.end))
  }

  /// The text of a code span: line ends are spaces, one space at each end may have been cut.
  private mutating func emitCode(_ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var range = range
    if literal.count < range.count, range.count >= 2, byte(range.lowerBound) <= 0x20, byte(range.upperBound - 1) <= 0x20
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    var start = range.lowerBound
    for index in range where content[index] == 0x0A {
      if start < index { emitText(start..<index) }
      emitReplacement([0x20], for: index..<index + 1)
      start = index + 1
    }
    if start < range.upperBound { emitText(start..<range.upperBound) }
  }

  private mutating func readInlineHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let start = offset(of: literal) ?? cursor
    let end = min(content.count, start + literal.count)
    cursor = end
    if assemblesHTML {
      guard start >= droppedEnd else { return }
      readHTML(content, start..<end, textEnd: content.count)
      return
    }
    let source = map.source(of: start)
    open(Node(.htmlInline, at: SourceSpan(source..<source)))
    let open = lastOpen
    emitText(start..<end)
    events.append(closing(open, at: Int32(truncatingIfNeeded: map.source(of: max(start, end - 1)) + 1)))
  }
}
