import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells for the findings of one page which part of its address leads to them: the section or fact, and the text to be
/// marked.
struct FindingMarks {
  /// Words around a text that tell it from others like it.
  private static let contextWords = 3
  /// Texts with fewer bytes are told by their neighbours in any case: navigation and contents may hold them, too.
  private static let shortestText = 4
  /// Longer texts are named by their first and last words.
  private static let longestText = 60

  private let page: LocalizedPage
  /// The anchors of headings, by section; nothing where the page has none there.
  private let sections: [String?]
  /// The anchors of entries that state a fact, with the places of their heads, in the order of the page.
  private let facts: [(span: SourceSpan, anchor: String)]
  private let lines: LineTable
  /// The number of texts that may still be looked for, each of which takes a walk over the page: of a long page with many
  /// findings, the later ones lead to their section.
  private var searches: Int
  /// All text of the page with its title; made when it is asked for.
  private var pageText: [UInt8]?

  /// - Parameters:
  ///   - page: The page.
  ///   - sections: The anchors of headings, by section; nothing where the page has none there.
  ///   - facts: The anchors of entries that state a fact, with the nodes of their heads.
  init(_ page: LocalizedPage, sections: [String?], facts: [(node: Int, anchor: String)] = []) {
    self.page = page
    self.sections = sections
    self.facts = facts.map { (page.document.nodes[$0.node].span, $0.anchor) }.sorted { $0.span.start < $1.span.start }
    lines = LineTable(page.source.bytes)
    searches = Limits.findingMarks / max(1, page.source.bytes.count)
  }

  /// The fragment with its `#`; empty where a finding is about the page as a whole.
  mutating func fragment(of location: SourceLocation) -> String {
    guard location.file == page.source.path else { return "" }
    let span = SourceSpan(
      start: Int32(truncatingIfNeeded: lines.offset(of: location.start)),
      end: Int32(truncatingIfNeeded: lines.offset(of: location.end)))
    guard span.start >= page.frontMatter.bodyStart else { return "" }
    let section = Self.last(of: page.facts.sections.count) { page.facts.sections[$0].span.start <= span.start }
    let fact = Self.last(of: facts.count) { facts[$0].span.start <= span.start }
      .flatMap { span.start < facts[$0].span.end ? facts[$0].anchor : nil }
    let anchor = fact ?? section.flatMap { sections[$0] } ?? ""
    let directive = directive(of: span) ?? ""
    return anchor.isEmpty && directive.isEmpty ? "" : "#" + URLText.encodedAnchor(anchor) + directive
  }

  /// The last of some numbers for which something holds, which holds for all before it, too.
  private static func last(of count: Int, where holds: (Int) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  private mutating func directive(of span: SourceSpan) -> String? {
    searches -= 1
    guard searches >= 0, let (text, range) = visibleText(of: span) else { return nil }
    let quoted = Array(text[range])
    guard quoted.contains(where: { $0 > 0x2F }) else { return nil }
    var directive = TextDirective(quoted, longest: Self.longestText)
    if quoted.count < Self.shortestText || !isUnique(quoted) {
      directive.prefix = Self.words(text[..<range.lowerBound], fromEnd: true)
      directive.suffix = Self.words(text[range.upperBound...], fromEnd: false)
    }
    return directive.text
  }

  // MARK: Text

  /// The text that readers see around a place, in one line, and which part of it to mark.
  private func visibleText(of span: SourceSpan) -> (text: [UInt8], range: Range<Int>)? {
    let nodes = page.document.nodes
    guard let (hit, span) = firstText(of: span) else { return nil }
    if let block = nodes[..<hit].last(where: { $0.kind == .codeBlock }), Int(block.end) > hit { return codeLine(span) }
    var first = hit
    while first > 0, Self.isInLine(nodes[first - 1]) { first -= 1 }
    var end = hit + 1
    while end < nodes.count, Self.isInLine(nodes[end]) { end += 1 }
    let text = page.document.text(in: first..<end)
    let start = Self.index(in: text) { $0.end > span.start }
    let stop = Self.index(in: text) { $0.start >= span.end }
    return Self.wholeWords(text.bytes, start..<max(start, stop))
  }

  /// The first node with text in a place, and the place; for the target of a link, the text that shows it.
  private func firstText(of span: SourceSpan) -> (node: Int, span: SourceSpan)? {
    let nodes = page.document.nodes
    func first(_ range: Range<Int>, _ span: SourceSpan) -> Int? {
      range.first { index in
        let node = nodes[index]
        return node.kind == .text && !node.flags.contains(.blank) && node.span.end > span.start
          && node.span.start < max(span.end, span.start + 1)
      }
    }
    if let hit = first(nodes.indices, span) { return (hit, span) }
    let link = nodes.indices.last { index in
      nodes[index].kind == .link && nodes[index].span.start <= span.start && span.start < nodes[index].span.end
    }
    guard let link else { return nil }
    let content = link + 1..<Int(nodes[link].end)
    return first(content, nodes[link].span).map { hit in
      (hit, SourceSpan(start: nodes[hit].span.start, end: nodes[content.upperBound - 1].span.end))
    }
  }

  /// Code keeps its lines, and a text to be marked must not go over several.
  private func codeLine(_ span: SourceSpan) -> (text: [UInt8], range: Range<Int>)? {
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

  /// The first byte of a text whose place fulfils a condition that holds from there on.
  private static func index(in text: InlineText, _ condition: (SourceSpan) -> Bool) -> Int {
    var (low, high) = (0, text.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(text.span(middle..<middle + 1)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Takes in the rest of words at the ends of a range, for browsers mark whole words; leaves out blanks there.
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

  /// The few words of a text that are nearest to one of its ends.
  private static func words(_ text: ArraySlice<UInt8>, fromEnd: Bool) -> [UInt8] {
    let words = text.split(separator: 0x20)
    let near = fromEnd ? words.suffix(contextWords) : words.prefix(contextWords)
    return Array(near.joined(separator: [0x20]))
  }

  private mutating func isUnique(_ text: [UInt8]) -> Bool {
    let all = pageText ?? Array((page.facts.title?.value ?? "").utf8) + [0x0A] + page.document.text(of: 0).bytes
    pageText = all
    guard let first = ByteSearch.firstIndex(of: text, in: all, from: 0) else { return true }
    return ByteSearch.firstIndex(of: text, in: all, from: first + 1) == nil
  }
}

/// The part of an address that names a text to be marked, as browsers read it: `:~:text=prefix-,start,end,-suffix`
/// (wicg.github.io/scroll-to-text-fragment).
struct TextDirective {
  /// The text, or its first words.
  private let start: [UInt8]
  /// The last words of a long text.
  private let end: [UInt8]
  /// What stands right before the text.
  var prefix: [UInt8] = []
  /// What stands right behind it.
  var suffix: [UInt8] = []

  /// Names a text; one that is longer is named by its ends.
  init(_ text: [UInt8], longest: Int) {
    let words = text.split(separator: 0x20)
    if text.count > longest, words.count > 6 {
      start = Array(words.prefix(3).joined(separator: [0x20]))
      end = Array(words.suffix(3).joined(separator: [0x20]))
    } else {
      start = text
      end = []
    }
  }

  /// The directive with all marks of its own encoded.
  var text: String {
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(":~:text=" as StaticString)
    if !prefix.isEmpty {
      Self.append(prefix, to: &buffer)
      buffer.append("-," as StaticString)
    }
    Self.append(start, to: &buffer)
    if !end.isEmpty {
      buffer.append(UInt8(ascii: ","))
      Self.append(end, to: &buffer)
    }
    if !suffix.isEmpty {
      buffer.append(",-" as StaticString)
      Self.append(suffix, to: &buffer)
    }
    return buffer.string
  }

  private static func append(_ text: [UInt8], to buffer: inout ByteBuffer) {
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        buffer.append(byte)
      default: buffer.appendPercentEncoded(byte)
      }
    }
  }
}
