import CCmark
import DocgenSupport

/// Tables: rows and cells, to which the library gives places that are off in many ways.
extension CmarkReader {
  /// Sets the places of a paragraph and of the table whose head was the paragraph's last line.
  ///
  /// The library gives the paragraph no place, and the table that of the paragraph.
  func placeTable(after paragraph: CmarkNode) {
    guard let table = paragraph.pointee.next, UInt32(table.pointee.type) == docgen_table_type() else { return }
    // The table still has the text of the whole paragraph.
    let content = Self.content(of: table)
    let headEnd = content.last == 0x0A ? content.count - 1 : content.count
    let headStart = (content[..<headEnd].lastIndex(of: 0x0A) ?? -1) + 1
    let lineCount = content[..<headStart].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    guard let row = table.pointee.first_child else { return }
    // The line before the one below the head; definitions of links before the paragraph's text are none of its lines.
    let headLine = Int(row.pointee.next?.pointee.start_line ?? table.pointee.end_line + 1) - 3
    let first = lines.firstTextLine(
      of: content, from: min(max(0, Int(table.pointee.start_line) - 1), lines.starts.count - 1),
      to: min(headLine, lines.starts.count - 1))
    let line = min(first + lineCount, lines.starts.count - 1)
    let column = Int32(truncatingIfNeeded: lines.end(of: line) - (headEnd - headStart) - lines.starts[line] + 1)
    paragraph.pointee.start_line = Int32(truncatingIfNeeded: first + 1)
    paragraph.pointee.start_column = table.pointee.start_column
    paragraph.pointee.end_line = Int32(truncatingIfNeeded: line)
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
  func placeRow(_ row: CmarkNode) {
    guard row.pointee.prev != nil, row.pointee.start_line >= 1, Int(row.pointee.start_line) <= lines.starts.count else {
      return
    }
    // Only whitespace and the marks of block quotes can stand before a row that is not the first.
    var quotes = 0
    var ancestor = row.pointee.parent
    while let current = ancestor {
      if current.pointee.type == UInt16(CMARK_NODE_BLOCK_QUOTE.rawValue) { quotes += 1 }
      ancestor = current.pointee.parent
    }
    let lineStart = lines.starts[Int(row.pointee.start_line) - 1]
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

  mutating func readCell(_ cmark: CmarkNode, _ node: Node) {
    let content = Self.content(of: cmark)
    let lineEnd = lines.end(of: Int(cmark.pointee.start_line) - 1)
    // Cells that a row has not, although the head has them, stand at its end.
    let column = cmark.pointee.start_column + cmark.pointee.internal_offset
    let isMissing = column <= 0
    var start = isMissing ? lineEnd : lines.offset(line: cmark.pointee.start_line, column: column)
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
      node.level = Self.alignment(ofColumn: cellNumber, in: row).rawValue
    }
    cellNumber += 1
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

  private static func alignment(ofColumn column: Int, in row: CmarkNode) -> Node.Alignment {
    guard let table = row.pointee.parent, let alignments = cmark_gfm_extensions_get_table_alignments(table) else {
      return .none
    }
    guard column < Int(cmark_gfm_extensions_get_table_columns(table)) else { return .none }
    switch alignments[column] {
    case UInt8(ascii: "l"): return .left
    case UInt8(ascii: "c"): return .center
    case UInt8(ascii: "r"): return .right
    default: return .none
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

  /// Finds the content of a paragraph whose last line became a table's head: the backslashes before its pipes were
  /// stripped, but the table still has the text as it was.
  mutating func mapSplitParagraph(
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
}
