import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The texts of a page as readers see them, by the places that they have in its file.
struct VisibleTexts {
  private let page: LocalizedPage
  /// Nodes that show text, by their places.
  private let texts: [Int]
  /// Links, by their places.
  private let links: [Int]
  /// Blocks of code, in the order of the page.
  private let codeBlocks: [Int]
  /// The paragraph that was asked for last; the next place is mostly in it, too.
  private var paragraph: (nodes: Range<Int>, text: InlineText)?

  /// - Complexity: O(*n* log *n*) in the number of nodes.
  init(_ page: LocalizedPage) {
    self.page = page
    let nodes = page.document.nodes
    func sorted(_ isWanted: (Node) -> Bool) -> [Int] {
      nodes.indices.filter { isWanted(nodes[$0]) }.sorted { (nodes[$0].span.start, $0) < (nodes[$1].span.start, $1) }
    }
    texts = sorted { $0.kind == .text && !$0.flags.contains(.whitespace) }
    links = sorted { $0.kind == .link }
    codeBlocks = nodes.indices.filter { nodes[$0].kind == .codeBlock }
  }

  /// The text that readers see around a place, in one line, and which part of it to mark.
  ///
  /// - Complexity: O(log *n*), but for the text of another paragraph than that of the last place.
  mutating func text(of span: SourceSpan, _ lines: LineTable) -> (text: [UInt8], range: Range<Int>)? {
    guard let (hit, span) = firstText(of: span) else { return nil }
    let before = codeBlocks.partitioningIndex { $0 >= hit }
    if before > 0, Int(page.document.nodes[codeBlocks[before - 1]].end) > hit { return codeLine(span, lines) }
    let text = paragraph(around: hit)
    let start = (0..<text.count).partitioningIndex { text.span($0..<$0 + 1).end > span.start }
    let stop = (0..<text.count).partitioningIndex { text.span($0..<$0 + 1).start >= span.end }
    return Self.wholeWords(text.bytes, start..<max(start, stop))
  }

  private mutating func paragraph(around hit: Int) -> InlineText {
    if let paragraph, paragraph.nodes.contains(hit) { return paragraph.text }
    let nodes = page.document.nodes
    var first = hit
    while first > 0, Self.isInLine(nodes[first - 1]) { first -= 1 }
    var end = hit + 1
    while end < nodes.count, Self.isInLine(nodes[end]) { end += 1 }
    let text = page.document.text(in: first..<end)
    paragraph = (first..<end, text)
    return text
  }

  /// The first node with text in a place, and the place; for the target of a link, the text that shows it.
  private func firstText(of span: SourceSpan) -> (node: Int, span: SourceSpan)? {
    let nodes = page.document.nodes
    func first(in span: SourceSpan) -> Int? {
      let index = texts.partitioningIndex { nodes[$0].span.end > span.start }
      guard index < texts.count, nodes[texts[index]].span.start < max(span.end, span.start + 1) else { return nil }
      return texts[index]
    }
    if let hit = first(in: span) { return (hit, span) }
    let after = links.partitioningIndex { nodes[$0].span.start > span.start }
    guard after > 0, case let link = links[after - 1], span.start < nodes[link].span.end,
      let hit = first(in: nodes[link].span), hit > link, hit < Int(nodes[link].end)
    else { return nil }
    return (hit, SourceSpan(start: nodes[hit].span.start, end: nodes[Int(nodes[link].end) - 1].span.end))
  }

  /// Code keeps its lines, and a text to be marked must not go over several.
  private func codeLine(_ span: SourceSpan, _ lines: LineTable) -> (text: [UInt8], range: Range<Int>)? {
    let bytes = page.source.bytes
    let line = lines.line(of: Int(span.start))
    let start = lines.lineStarts[line]
    var end = line + 1 < lines.lineStarts.count ? lines.lineStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let from = Int(span.start) - start
    let text = Array(bytes[start..<max(start, end)])
    guard from < text.count else { return nil }
    return Self.wholeWords(text, from..<max(from, min(Int(span.end) - start, text.count)))
  }

  private static func isInLine(_ node: Node) -> Bool {
    switch node.kind {
    case .text, .softBreak, .code, .emphasis, .strong, .strikethrough, .link, .ignored, .comment: true
    case .element: node.tag.isInline && node.tag != .br
    default: false
    }
  }

  /// Takes in the rest of words at the ends of a range, for browsers mark whole words; leaves out spaces there.
  private static func wholeWords(_ text: [UInt8], _ range: Range<Int>) -> (text: [UInt8], range: Range<Int>)? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return nil }
    while start > 0, isWord(text[start]), isWord(text[start - 1]) { start -= 1 }
    while end < text.count, isWord(text[end]), isWord(text[end - 1]) { end += 1 }
    return (text, start..<end)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}
