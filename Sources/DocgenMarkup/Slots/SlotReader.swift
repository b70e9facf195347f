import DocgenSupport

/// Gathers the text at a place of a document, with the form and the run of each byte.
struct SlotReader {
  struct Text {
    var bytes: [UInt8] = []
    /// The place of each byte.
    var places: [SlotPlace] = []
    var isNested = false
  }

  private let document: Document
  private let span: SourceSpan
  private var inline = InlineText()
  /// A text node: the length of the text before it, its place, its run and its form.
  private struct Piece {
    var start: Int
    var span: SourceSpan
    var run: Int
    var form: TextForm
    var depth: Int
  }

  private var pieces: [Piece] = []
  private var run = 0
  private var lastEnd: Int32?
  private var isNested = false
  private var depth = 0

  init(document: Document, span: SourceSpan) {
    self.document = document
    self.span = span
  }

  /// What the text within the place says, without whitespace at its ends.
  var bytes: ArraySlice<UInt8> { inline.bytes[textRange] }

  /// The text within the place, without whitespace at its ends.
  var text: Text? {
    let range = textRange
    guard !range.isEmpty else { return nil }
    var text = Text(bytes: Array(inline.bytes[range]), isNested: isNested)
    text.places.reserveCapacity(range.count)
    var piece = 0
    for index in range {
      while piece + 1 < pieces.count, pieces[piece + 1].start <= index { piece += 1 }
      let span = inline.span(index..<index + 1)
      // A space is kept until something follows it, and then stands in another node.
      let owner = span.start < pieces[piece].span.start && piece > 0 ? pieces[piece - 1] : pieces[piece]
      let isWithin = span.start >= owner.span.start && span.start < owner.span.end
      text.places.append(
        SlotPlace(
          start: span.start, end: span.end, run: isWithin ? owner.run : -index, form: owner.form, depth: owner.depth))
    }
    return text
  }

  /// The part of what was read that lies within the place, without whitespace at its ends.
  private var textRange: Range<Int> {
    var range = 0..<inline.count
    while !range.isEmpty, inline.bytes[range.lowerBound] == 0x20 || inline.start(of: range.lowerBound) < span.start {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty,
      inline.bytes[range.upperBound - 1] == 0x20 || inline.start(of: range.upperBound - 1) >= span.end
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  mutating func read(from start: SlotIndex.Start = SlotIndex.Start()) {
    guard !document.nodes.isEmpty else { return }
    isNested = start.isNested
    read(start.node, of: document, form: start.form)
  }

  private mutating func read(_ index: Int, of document: Document, form: TextForm) {
    let node = document.nodes[index]
    if node.kind == .text {
      add(node, of: document, form)
      return
    }
    let form = TextForm(within: node.kind) ?? form
    if node.kind == .tableCell { isNested = true }
    endRun()
    let isMark =
      node.kind == .emphasis || node.kind == .strong || node.kind == .strikethrough || node.kind == .link
      || node.kind == .code
    let isInline =
      isMark || node.kind == .ignored || node.kind == .comment
      || (node.kind == .element && node.tag.isInline && node.tag != .br)
    if !isInline { inline.space(at: node.span.start) }
    if isMark { depth += 1 }
    for child in document.children(of: index) {
      let place = document.nodes[child].span
      if place.end > span.start, place.start < span.end { read(child, of: document, form: form) }
    }
    if isMark { depth -= 1 }
    endRun()
  }

  private mutating func endRun() { lastEnd = nil }

  private mutating func add(_ node: Node, of document: Document, _ form: TextForm) {
    let start = node.span.start - (node.flags.contains(.escaped) ? 1 : 0)
    // What stands between two texts of one run are bytes that say nothing, such as a zero-width space.
    if lastEnd != start { run += 1 }
    lastEnd = node.span.end
    pieces.append(
      Piece(
        start: inline.count, span: SourceSpan(start: start, end: node.span.end), run: run, form: form,
        depth: depth))
    document.withText(of: node) {
      inline.append($0, at: node.span.start, advances: node.payload < 0, end: node.span.end)
    }
    if node.flags.contains(.escaped) { inline.includeEscape() }
  }
}
