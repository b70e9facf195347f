import CCmark
import DocgenSupport

typealias CmarkNode = UnsafeMutablePointer<cmark_node>

/// Walks the tree that libcmark-gfm made and turns it into events with exact places in the file.
///
/// The library knows lines and columns of blocks. Within a block the places of inlines are found by walking the
/// block's content beside the inlines: what an inline does not account for is markup.
struct CmarkReader {
  let file: UnsafeBufferPointer<UInt8>
  let bodyStart: Int
  let assemblesHTML: Bool
  /// File offsets at which the lines of the body start.
  var lineStarts: [Int] = []
  var events: [MarkdownEvent] = []
  var replacements: [[UInt8]] = []
  var links: [LinkTarget] = []
  var infoStrings: [Located<String>] = []
  var attributes: [[HTMLAttribute]] = []
  /// The content of the block at hand, where its bytes stand in the file, and how far its inlines were followed.
  var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var map = ContentMap()
  var cursor = 0
  /// Where the content goes on behind a script or style that began in it.
  var droppedEnd = 0
  /// Elements with raw text whose end tag does not follow in the content at hand.
  var unendedTags: Set<HTMLTag> = []

  init(file: UnsafeBufferPointer<UInt8>, bodyStart: Int, assemblesHTML: Bool) {
    self.file = file
    self.bodyStart = bodyStart
    self.assemblesHTML = assemblesHTML
    events.reserveCapacity((file.count - bodyStart) / 12 + 16)
    findLines()
  }

  /// Moves the side tables into the document and returns the events.
  mutating func finish(into document: inout Document) -> [MarkdownEvent] {
    swap(&document.replacements, &replacements)
    swap(&document.links, &links)
    swap(&document.infoStrings, &infoStrings)
    swap(&document.attributes, &attributes)
    return events
  }

  private mutating func findLines() {
    lineStarts.reserveCapacity((file.count - bodyStart) / 24 + 2)
    lineStarts.append(bodyStart)
    var index = bodyStart
    while index < file.count {
      let byte = file[index]
      index += 1
      if byte == 0x0A {
        lineStarts.append(index)
      } else if byte == 0x0D {
        if index < file.count, file[index] == 0x0A { index += 1 }
        lineStarts.append(index)
      }
    }
  }

  // MARK: Blocks

  mutating func read(_ root: CmarkNode) {
    var node = root
    var openEvents: [Int] = []
    while true {
      let hasChildren = enter(node)
      if hasChildren, let child = node.pointee.first_child {
        openEvents.append(events.count - 1)
        node = child
        continue
      }
      if hasChildren { closeEvent(openedBy: events.count - 1) }
      while true {
        if node == root { return }
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent, let open = openEvents.popLast() else { return }
        closeEvent(openedBy: open)
        node = parent
      }
    }
  }

  func closing(_ open: Int, at end: Int32) -> MarkdownEvent {
    var node = events[open].node
    node.span.end = end
    node.payload = Int32(truncatingIfNeeded: open)
    return MarkdownEvent(operation: .close, node: node, isTopLevel: events[open].isTopLevel)
  }

  private mutating func closeEvent(openedBy open: Int) {
    events.append(closing(open, at: events[open].node.span.end))
  }

  mutating func open(_ node: Node, isTopLevel: Bool = false) {
    events.append(MarkdownEvent(operation: .open, node: node, isTopLevel: isTopLevel))
  }

  mutating func leaf(_ node: Node) {
    events.append(MarkdownEvent(operation: .leaf, node: node))
  }

  /// Emits a block; true when it was opened and its children are to be walked as blocks.
  private mutating func enter(_ cmark: CmarkNode) -> Bool {
    let isSplit = cmark.pointee.start_line == 0
    if isSplit { placeTable(after: cmark) }
    let isTopLevel = cmark.pointee.parent?.pointee.type == UInt16(CMARK_NODE_DOCUMENT.rawValue)
    var node = Node(.document, at: span(of: cmark))
    switch UInt32(cmark.pointee.type) {
    case CMARK_NODE_DOCUMENT.rawValue:
      node.span = SourceSpan(bodyStart..<file.count)
    case CMARK_NODE_BLOCK_QUOTE.rawValue:
      node.kind = .blockQuote
    case CMARK_NODE_LIST.rawValue:
      let list = cmark.pointee.as.list
      node.kind = list.list_type == CMARK_ORDERED_LIST ? .orderedList : .bulletList
      if list.tight { node.flags.insert(.tight) }
      node.payload = list.start
    case CMARK_NODE_ITEM.rawValue:
      node.kind = .item
      if cmark.pointee.extension != nil {
        node.flags.insert(.task)
        if cmark.pointee.as.list.checked { node.flags.insert(.checked) }
      }
    case CMARK_NODE_CODE_BLOCK.rawValue:
      readCodeBlock(cmark, node, isTopLevel: isTopLevel)
      return false
    case CMARK_NODE_HTML_BLOCK.rawValue:
      readHTMLBlock(cmark, node)
      return false
    case CMARK_NODE_PARAGRAPH.rawValue:
      node.kind = .paragraph
      if isSplit { node.span = span(of: cmark) }
      readLeafBlock(cmark, node, isTopLevel: isTopLevel, isSplit: isSplit)
      return false
    case CMARK_NODE_HEADING.rawValue:
      node.kind = .heading
      node.level = UInt8(clamping: cmark.pointee.as.heading.level)
      readLeafBlock(cmark, node, isTopLevel: isTopLevel)
      return false
    case CMARK_NODE_THEMATIC_BREAK.rawValue:
      node.kind = .thematicBreak
      leaf(node)
      return false
    case docgen_table_type():
      node.kind = .table
    case docgen_table_row_type():
      node.kind = .tableRow
      placeRow(cmark)
      node.span = span(of: cmark)
      if cmark_gfm_extensions_get_table_row_is_header(cmark) != 0 { node.flags.insert(.header) }
    case docgen_table_cell_type():
      node.kind = .tableCell
      readCell(cmark, node)
      return false
    default:
      return false
    }
    open(node, isTopLevel: isTopLevel)
    return true
  }

  /// Sets the places of a paragraph and of the table whose head was the paragraph's last line.
  ///
  /// The library gives the paragraph no place, and the table that of the paragraph.
  private func placeTable(after paragraph: CmarkNode) {
    guard let table = paragraph.pointee.next, UInt32(table.pointee.type) == docgen_table_type() else { return }
    // The table still has the text of the whole paragraph.
    let content = Self.content(of: table)
    let headEnd = content.last == 0x0A ? content.count - 1 : content.count
    let headStart = (content[..<headEnd].lastIndex(of: 0x0A) ?? -1) + 1
    let lineCount = content[..<headStart].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let line = min(Int(table.pointee.start_line) - 1 + lineCount, lineStarts.count - 1)
    let column = Int32(truncatingIfNeeded: lineEnd(line) - (headEnd - headStart) - lineStarts[line] + 1)
    paragraph.pointee.start_line = table.pointee.start_line
    paragraph.pointee.start_column = table.pointee.start_column
    paragraph.pointee.end_line = Int32(truncatingIfNeeded: line)
    guard let row = table.pointee.first_child else { return }
    let shift = column - table.pointee.start_column - Int32(truncatingIfNeeded: headStart)
    var cell = row.pointee.first_child
    while let current = cell {
      current.pointee.start_line = Int32(truncatingIfNeeded: line + 1)
      current.pointee.start_column += shift
      cell = current.pointee.next
    }
    for node in [table, row] {
      node.pointee.start_line = Int32(truncatingIfNeeded: line + 1)
      node.pointee.start_column = column
    }
    row.pointee.end_line = Int32(truncatingIfNeeded: line + 1)
  }

  /// Sets the places of a row and its cells: the library takes each row for indented as the table's head is.
  private func placeRow(_ row: CmarkNode) {
    guard row.pointee.prev != nil, row.pointee.start_line >= 1, Int(row.pointee.start_line) <= lineStarts.count else {
      return
    }
    // Only blanks and the marks of block quotes can stand before a row that is not the first.
    var quotes = 0
    var ancestor = row.pointee.parent
    while let current = ancestor {
      if current.pointee.type == UInt16(CMARK_NODE_BLOCK_QUOTE.rawValue) { quotes += 1 }
      ancestor = current.pointee.parent
    }
    let lineStart = lineStarts[Int(row.pointee.start_line) - 1]
    var start = lineStart
    while start < file.count {
      if quotes > 0, file[start] == UInt8(ascii: ">") {
        quotes -= 1
      } else if file[start] != 0x20, file[start] != 0x09 {
        break
      }
      start += 1
    }
    let shift = Int32(truncatingIfNeeded: start - lineStart + 1) - row.pointee.start_column
    guard shift != 0 else { return }
    row.pointee.start_column += shift
    var cell = row.pointee.first_child
    while let current = cell {
      if current.pointee.start_column > 0 { current.pointee.start_column += shift }
      cell = current.pointee.next
    }
  }

  /// The place of a block, from the library's lines and columns.
  private func span(of cmark: CmarkNode) -> SourceSpan {
    let start = offset(line: cmark.pointee.start_line, column: cmark.pointee.start_column)
    var endLine = Int(cmark.pointee.end_line)
    if cmark.pointee.type == UInt16(CMARK_NODE_CODE_BLOCK.rawValue), let parent = cmark.pointee.parent,
      parent.pointee.type != UInt16(CMARK_NODE_DOCUMENT.rawValue)
    {
      // Of a fence that ends with its container the library counts the line behind.
      endLine = min(endLine, Int(parent.pointee.end_line))
    }
    var end = endLine >= 1 && endLine < lineStarts.count ? lineStarts[endLine] : file.count
    while end > start, file[end - 1] == 0x0A || file[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start..<max(start, end))
  }

  private func offset(line: Int32, column: Int32) -> Int {
    let line = min(max(1, Int(line)), lineStarts.count)
    return min(lineStarts[line - 1] + max(0, Int(column) - 1), file.count)
  }

  /// The end of a line's text, counted from 0, without its line end.
  private func lineEnd(_ line: Int) -> Int {
    let line = min(max(0, line), lineStarts.count - 1)
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : file.count
    while end > lineStarts[line], file[end - 1] == 0x0A || file[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private mutating func readLeafBlock(
    _ cmark: CmarkNode, _ node: Node, isTopLevel: Bool, isSplit: Bool = false
  ) {
    let content = Self.content(of: cmark)
    var node = node
    if node.kind == .heading, !cmark.pointee.as.heading.setext {
      mapHeading(content, at: Int(node.span.start))
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
      if node.kind == .heading { node.span.end = Int32(truncatingIfNeeded: lineEnd(underline)) }
    }
    let open = events.count
    self.open(node, isTopLevel: isTopLevel)
    readInlines(of: cmark, content: content)
    events.append(closing(open, at: node.span.end))
  }

  private mutating func readCell(_ cmark: CmarkNode, _ node: Node) {
    let content = Self.content(of: cmark)
    let lineEnd = self.lineEnd(Int(cmark.pointee.start_line) - 1)
    // Cells that a row has not, although the head has them, stand at its end.
    let column = cmark.pointee.start_column + cmark.pointee.internal_offset
    let isMissing = column <= 0
    var start = isMissing ? lineEnd : offset(line: cmark.pointee.start_line, column: column)
    if let first = content.first {
      // Where the library's column is off, the text of the cell tells.
      var probe = start
      while probe < lineEnd, file[probe] != first { probe += 1 }
      if probe < lineEnd { start = probe }
    }
    let end = mapCell(content, from: start, to: lineEnd)
    var node = node
    if let row = cmark.pointee.parent {
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 { node.flags.insert(.header) }
      node.level = Self.alignment(of: cmark, in: row).rawValue
    }
    node.span = SourceSpan(start..<max(start, end))
    let open = events.count
    self.open(node)
    readInlines(of: cmark, content: content)
    if assemblesHTML, !isMissing, cmark.pointee.next == nil { readExcess(of: open, from: end, to: lineEnd) }
    events.append(closing(open, at: events[open].node.span.end))
  }

  /// Cells beyond those of the head, which GitHub leaves out: a pipe without backslash made them. Their text goes on
  /// in the last cell, so that nothing is lost.
  private mutating func readExcess(of open: Int, from start: Int, to lineEnd: Int) {
    var end = lineEnd
    while end > start, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    if end > start, file[end - 1] == UInt8(ascii: "|") { end -= 1 }
    while end > start, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    guard end > start, file[start..<end].contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") }) else { return }
    map.reset()
    map.append(start: 0, source: 0)
    readHTML(file, start..<end)
    events[open].node.span.end = Int32(truncatingIfNeeded: end)
  }

  private static func alignment(of cell: CmarkNode, in row: CmarkNode) -> Node.Alignment {
    guard let table = row.pointee.parent, let alignments = cmark_gfm_extensions_get_table_alignments(table) else {
      return .none
    }
    var column = 0
    var sibling = cell.pointee.prev
    while let previous = sibling {
      column += 1
      sibling = previous.pointee.prev
    }
    guard column < Int(cmark_gfm_extensions_get_table_columns(table)) else { return .none }
    switch alignments[column] {
    case UInt8(ascii: "l"): return .left
    case UInt8(ascii: "c"): return .center
    case UInt8(ascii: "r"): return .right
    default: return .none
    }
  }

  static func content(of cmark: CmarkNode) -> UnsafeBufferPointer<UInt8> {
    let buffer = cmark.pointee.content
    return UnsafeBufferPointer(start: buffer.ptr, count: max(0, Int(buffer.size)))
  }

  static func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: chunk.data == nil ? 0 : max(0, Int(chunk.len)))
  }

  // MARK: Places of content

  /// Finds the lines of a block's content in the file: each is the rest of a line, behind prefixes.
  ///
  /// Returns the line behind the content.
  @discardableResult
  mutating func mapLines(
    of content: UnsafeBufferPointer<UInt8>, from firstLine: Int, to lastLine: Int, isText: Bool = false
  ) -> Int {
    map.reset()
    var line = min(max(0, firstLine), lineStarts.count - 1)
    if isText { line = firstTextLine(of: content, from: line, to: min(lastLine, lineStarts.count - 1)) }
    var start = 0
    while start < content.count {
      var end = start
      while end < content.count, content[end] != 0x0A { end += 1 }
      if line < lineStarts.count {
        let lineEnd = self.lineEnd(line)
        var source = lineEnd - (end - start)
        defer { mapLineEnd(at: end, source: lineEnd) }
        let blanks = blanksOfTab(content, start..<end, at: source, ofLine: line)
        if blanks > 0 {
          map.append(start: start, source: source + blanks - 1, kind: .tab)
          map.append(start: start + blanks, source: source + blanks)
        } else {
          if end == content.count || source < lineStarts[line] {
            // Blanks at the end of the content were cut.
            source = max(lineStarts[line], trimmedEnd(of: line) - trimmedLength(content, start..<end))
          }
          map.append(start: start, source: source)
        }
      }
      start = end + 1
      line += 1
    }
    return line
  }

  /// The library has LF for each line end, be it CRLF or a lone CR in the file.
  private mutating func mapLineEnd(at end: Int, source: Int) {
    guard source < file.count, file[source] == 0x0D else { return }
    if source + 1 < file.count, file[source + 1] == 0x0A {
      map.append(start: end, source: source + 1)
    } else {
      map.append(start: end, source: source, kind: .carriageReturn)
    }
  }

  /// The first line of a paragraph's text: link reference definitions before it were cut.
  private func firstTextLine(of content: UnsafeBufferPointer<UInt8>, from first: Int, to last: Int) -> Int {
    if isRest(content, ofLine: first), !isDefinition(first) { return first }
    // The library counts the lines of a paragraph right, and sometimes one too many for an underlined heading.
    var lineCount = 1
    for index in content.indices.dropLast() where content[index] == 0x0A { lineCount += 1 }
    let candidate = max(first, last - lineCount + 1)
    if areRests(content, from: candidate) { return candidate }
    return candidate > first && areRests(content, from: candidate - 1) ? candidate - 1 : first
  }

  /// Whether each line of content is the end of a line of the file.
  private func areRests(_ content: UnsafeBufferPointer<UInt8>, from firstLine: Int) -> Bool {
    var line = firstLine
    var start = 0
    while start < content.count {
      let part = UnsafeBufferPointer(rebasing: content[start...])
      guard line < lineStarts.count, isRest(part, ofLine: line) else { return false }
      start += (part.firstIndex(of: 0x0A) ?? part.count) + 1
      line += 1
    }
    return true
  }

  /// Whether a line starts with `[`, behind blanks and the markers of containers.
  private func isDefinition(_ line: Int) -> Bool {
    for index in lineStarts[line]..<lineEnd(line) {
      switch file[index] {
      case UInt8(ascii: "["): return true
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: ")"), 0x30...0x39:
        continue
      default: return false
      }
    }
    return false
  }

  /// How many blanks at the start of a line of content stand for the rest of one tab; 0 where the line is verbatim.
  private func blanksOfTab(
    _ content: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, at source: Int, ofLine line: Int
  ) -> Int {
    var blanks = 0
    for index in 0..<min(3, text.count) {
      guard content[text.lowerBound + index] == 0x20 else { break }
      if source + index >= lineStarts[line], file[source + index] == 0x09 { blanks = index + 1 }
    }
    return blanks
  }

  /// The content of a heading begins behind its marks.
  private mutating func mapHeading(_ content: UnsafeBufferPointer<UInt8>, at start: Int) {
    map.reset()
    var source = start
    while source < file.count, file[source] == UInt8(ascii: "#") { source += 1 }
    while source < file.count, file[source] == 0x20 || file[source] == 0x09 { source += 1 }
    map.append(start: 0, source: source)
  }

  private func trimmedLength(_ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, content[end - 1] == 0x20 || content[end - 1] == 0x09 { end -= 1 }
    return end - range.lowerBound
  }

  private func trimmedEnd(of line: Int) -> Int {
    var end = lineEnd(line)
    while end > lineStarts[line], file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    return end
  }

  /// Whether the first line of content is the end of a line of the file, blanks at the end aside.
  private func isRest(_ content: UnsafeBufferPointer<UInt8>, ofLine line: Int) -> Bool {
    var end = 0
    while end < content.count, content[end] != 0x0A { end += 1 }
    let length = trimmedLength(content, 0..<end)
    let source = trimmedEnd(of: line)
    guard source - length >= lineStarts[line] else { return false }
    for index in 0..<length where content[index] != file[source - length + index] { return false }
    return true
  }

  /// Finds the content of a paragraph whose last line became a table's head: the backslashes before its pipes were
  /// stripped, but the table still has the text as it was.
  private mutating func mapSplitParagraph(
    _ content: UnsafeBufferPointer<UInt8>, before table: CmarkNode, from firstLine: Int
  ) {
    let original = Self.content(of: table)
    mapLines(of: original, from: firstLine, to: firstLine)
    var originalMap = map
    map.reset()
    var index = 0
    while index < original.count, original[index] <= 0x20, original[index] != content.first { index += 1 }
    for offset in content.indices where index < original.count {
      let isEscaped =
        content[offset] == UInt8(ascii: "|") && original[index] == UInt8(ascii: "\\") && index + 1 < original.count
        && original[index + 1] == UInt8(ascii: "|")
      if isEscaped { index += 1 }
      let kind = isEscaped ? .escaped : originalMap.kind(of: index)
      map.append(start: offset, source: originalMap.source(of: index), kind: kind)
      index += 1
    }
  }

  /// Finds the content of a cell in its row; returns the end of it in the file.
  private mutating func mapCell(_ content: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    map.reset()
    var source = start
    map.append(start: 0, source: source)
    for index in 0..<content.count where source < end {
      if file[source] == UInt8(ascii: "\\"), content[index] == UInt8(ascii: "|"), source + 1 < end,
        file[source + 1] == UInt8(ascii: "|")
      {
        source += 1
        map.append(start: index, source: source, kind: .escaped)
      }
      source += 1
    }
    return min(source, end)
  }

  /// Emits a range of a block's content as text, one node for each segment of the file.
  mutating func emitText(_ range: Range<Int>) {
    var start = max(range.lowerBound, droppedEnd)
    while start < range.upperBound {
      var end = min(range.upperBound, map.segmentEnd(of: start))
      let source = min(map.source(of: start), file.count)
      let kind = map.kind(of: start)
      if kind.isReplaced {
        let text = [UInt8](repeating: kind == .tab ? 0x20 : 0x0A, count: end - start)
        emitReplacement(text, for: SourceSpan(source..<source + 1))
        events[events.count - 1].node.flags.insert(.blank)
      } else {
        if kind == .escaped { end = start + 1 }
        var node = Node(.text, at: SourceSpan(source..<min(source + end - start, file.count)))
        if isBlank(node.span.range) { node.flags.insert(.blank) }
        if kind == .escaped { node.flags.insert(.escaped) }
        // The library ends each file with a line end.
        if !node.span.isEmpty { leaf(node) }
      }
      start = end
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where file[index] > 0x20 { return false }
    return true
  }

  /// Emits text that differs from what stands in the file.
  mutating func emitReplacement(_ text: [UInt8], for range: Range<Int>) {
    guard range.lowerBound >= droppedEnd else { return }
    let start = map.source(of: range.lowerBound)
    emitReplacement(text, for: SourceSpan(start..<start + range.count))
  }

  private mutating func emitReplacement(_ text: [UInt8], for span: SourceSpan) {
    var node = Node(.text, at: span)
    node.payload = Int32(truncatingIfNeeded: replacements.count)
    replacements.append(text)
    leaf(node)
  }

  // MARK: Code and HTML blocks

  private mutating func readCodeBlock(_ cmark: CmarkNode, _ node: Node, isTopLevel: Bool) {
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
    var start = offset(line: cmark.pointee.start_line, column: cmark.pointee.start_column)
    var end = lineEnd(Int(cmark.pointee.start_line) - 1)
    let fence = start < end ? file[start] : 0
    while start < end, file[start] == fence { start += 1 }
    while start < end, file[start] == 0x20 || file[start] == 0x09 { start += 1 }
    while end > start, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    return SourceSpan(start..<end)
  }

  private mutating func readHTMLBlock(_ cmark: CmarkNode, _ node: Node) {
    let literal = Self.bytes(cmark.pointee.as.literal)
    let firstLine = Int(cmark.pointee.start_line) - 1
    mapLines(of: literal, from: firstLine, to: firstLine)
    // Blanks and line ends behind the last line are no text.
    var end = literal.count
    while end > 0, literal[end - 1] <= 0x20 { end -= 1 }
    if assemblesHTML {
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
