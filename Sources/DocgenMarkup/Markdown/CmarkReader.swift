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
  let lines: BodyLines
  var events: [MarkdownEvent] = []
  var replacements: [[UInt8]] = []
  var links: [LinkTarget] = []
  var infoStrings: [Located<String>] = []
  var attributes: [[HTMLAttribute]] = []
  var droppedTags: [Document.DroppedTag] = []
  var rawBlocks: [RawBlock] = []
  /// The content of the block at hand, where its bytes stand in the file, and how far its inlines were followed.
  var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var map = ContentMap()
  var cursor = 0
  /// The number of the table's cell at hand in its row.
  var cellNumber = 0
  /// Where the content goes on after a script or style that began in it.
  var droppedEnd = 0
  /// Elements with raw text whose end tag does not follow in the content at hand.
  var unendedTags: Set<HTMLTag> = []

  /// Makes a reader; one that splits lines has no text that goes on over the end of a line, which may have moved.
  init(_ lines: BodyLines, assemblesHTML: Bool, splitsLines: Bool) {
    self.lines = lines
    map.splitsLines = splitsLines
    self.assemblesHTML = assemblesHTML
    file = lines.file
    bodyStart = lines.starts[0]
    events.reserveCapacity((file.count - bodyStart) / 12 + 16)
  }

  /// Moves the side tables into the document and returns the events.
  mutating func finish(into document: inout Document) -> [MarkdownEvent] {
    swap(&document.replacements, &replacements)
    swap(&document.links, &links)
    swap(&document.infoStrings, &infoStrings)
    swap(&document.attributes, &attributes)
    swap(&document.droppedTags, &droppedTags)
    swap(&document.rawBlocks, &rawBlocks)
    return events
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
      cellNumber = 0
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

  /// The place of a block, from the library's lines and columns.
  func span(of cmark: CmarkNode) -> SourceSpan {
    let start = lines.offset(line: cmark.pointee.start_line, column: cmark.pointee.start_column)
    var endLine = Int(cmark.pointee.end_line)
    if cmark.pointee.type == UInt16(CMARK_NODE_CODE_BLOCK.rawValue), let parent = cmark.pointee.parent,
      parent.pointee.type != UInt16(CMARK_NODE_DOCUMENT.rawValue)
    {
      // Of a fence that ends with its container the library counts the line after it.
      endLine = min(endLine, Int(parent.pointee.end_line))
    }
    var end = endLine >= 1 && endLine < lines.starts.count ? lines.starts[endLine] : file.count
    while end > start, file[end - 1] == 0x0A || file[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start..<max(start, end))
  }

  static func content(of cmark: CmarkNode) -> UnsafeBufferPointer<UInt8> {
    let buffer = cmark.pointee.content
    return UnsafeBufferPointer(start: buffer.ptr, count: max(0, Int(buffer.size)))
  }

  static func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: chunk.data == nil ? 0 : max(0, Int(chunk.len)))
  }
}
