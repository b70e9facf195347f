import DocgenSupport

/// Gathers the text at a place of a document, with the form and the run of each byte.
struct SlotReader {
  struct Text {
    var bytes: [UInt8] = []
    var starts: [Int32] = []
    var ends: [Int32] = []
    var runs: [Int] = []
    var forms: [TextForm] = []
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
  }

  private var pieces: [Piece] = []
  private var run = 0
  private var lastEnd: Int32?
  private var isNested = false

  init(document: Document, span: SourceSpan) {
    self.document = document
    self.span = span
  }

  /// The text within the place, without blanks at its ends.
  var text: Text? {
    var range = 0..<inline.count
    while !range.isEmpty, inline.offsets[range.lowerBound] < span.start || inline.bytes[range.lowerBound] == 0x20 {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty,
      inline.offsets[range.upperBound - 1] >= span.end || inline.bytes[range.upperBound - 1] == 0x20
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    guard !range.isEmpty else { return nil }
    var text = Text()
    text.isNested = isNested
    text.bytes = Array(inline.bytes[range])
    text.starts = Array(inline.offsets[range])
    text.ends = range.map { inline.span($0..<$0 + 1).end }
    var piece = 0
    for index in range {
      while piece + 1 < pieces.count, pieces[piece + 1].start <= index { piece += 1 }
      // A blank is kept until something follows it, and then stands in another node.
      let offset = inline.offsets[index]
      let owner = offset < pieces[piece].span.start && piece > 0 ? pieces[piece - 1] : pieces[piece]
      let isWithin = offset >= owner.span.start && offset < owner.span.end
      text.runs.append(isWithin ? owner.run : -index)
      text.forms.append(owner.form)
    }
    return text
  }

  mutating func read() {
    guard !document.nodes.isEmpty else { return }
    read(0, form: .html)
  }

  private mutating func read(_ index: Int, form: TextForm) {
    let node = document.nodes[index]
    var form = form
    switch node.kind {
    case .text:
      add(node, form)
      return
    case .paragraph, .heading: form = .markdown
    case .tableCell:
      form = .markdown
      isNested = true
    case .code: form = .codeSpan
    case .codeBlock: form = .codeBlock
    case .htmlInline, .htmlBlock: form = .html
    default: break
    }
    endRun()
    if !(node.kind == .emphasis || node.kind == .strong || node.kind == .strikethrough || node.kind == .link
      || node.kind == .code || node.kind == .ignored || node.kind == .comment
      || (node.kind == .element && node.tag.isInline && node.tag != .br))
    {
      inline.blank(at: node.span.start)
    }
    for child in document.children(of: index) {
      let place = document.nodes[child].span
      if place.end > span.start, place.start < span.end { read(child, form: form) }
    }
    endRun()
  }

  private mutating func endRun() { lastEnd = nil }

  private mutating func add(_ node: Node, _ form: TextForm) {
    let start = node.span.start - (node.flags.contains(.escaped) ? 1 : 0)
    // What stands between two texts of one run are bytes that say nothing, such as a zero-width blank.
    if lastEnd != start { run += 1 }
    lastEnd = node.span.end
    pieces.append(Piece(start: inline.count, span: SourceSpan(start: start, end: node.span.end), run: run, form: form))
    document.withText(of: node) {
      inline.append($0, at: node.span.start, advances: node.payload < 0, end: node.span.end)
    }
    if node.flags.contains(.escaped) { inline.includeEscape() }
  }
}
