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
  /// Addresses with more bytes of text are of use to nobody.
  private static let longestDirective = 400
  /// Longer texts are named by their first and last words.
  private static let longestText = 60

  private let page: LocalizedPage
  /// The anchors of headings, by section; `nil` if the page has none there.
  private let sections: [String?]
  /// The anchors of entries that state a fact, with the places of their heads, in the order of the page.
  private let facts: [(span: SourceSpan, anchor: String)]
  private let lines: LineTable
  private let bodyStart: SourcePosition
  private var texts: VisibleTexts
  /// The number of texts that may still be looked for, each of which takes a walk over the page: of a long page with many
  /// findings, the later ones lead to their section.
  private var searches: Int
  /// All text of the page with its title; made when it is asked for.
  private var pageText: [UInt8]?

  /// - Parameters:
  ///   - page: The page.
  ///   - sections: The anchors of headings, by section; `nil` if the page has none there.
  ///   - facts: The anchors of entries that state a fact, with the nodes of their heads.
  init(_ page: LocalizedPage, sections: [String?], facts: [(node: Int, anchor: String)] = []) {
    self.page = page
    self.sections = sections
    self.facts = facts.map { (page.document.nodes[$0.node].span, $0.anchor) }.sorted { $0.span.start < $1.span.start }
    lines = LineTable(page.source.bytes)
    bodyStart = lines.position(of: page.frontMatter.bodyStart)
    texts = VisibleTexts(page)
    searches = Limits.findingMarks / max(1, page.source.bytes.count)
  }

  /// The fragment with its `#`; empty where a finding is about the page as a whole.
  mutating func fragment(of location: SourceLocation) -> String {
    guard location.file == page.source.path, location.start >= bodyStart else { return "" }
    let span = SourceSpan(
      start: Int32(truncatingIfNeeded: lines.offset(of: location.start)),
      end: Int32(truncatingIfNeeded: lines.offset(of: location.end)))
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
    guard searches >= 0, let (text, range) = texts.text(of: span, lines) else { return nil }
    let quoted = Array(text[range])
    guard quoted.contains(where: { $0 > 0x2F }) else { return nil }
    var directive = TextDirective(quoted, longest: Self.longestText)
    if quoted.count < Self.shortestText || !isUnique(quoted) {
      directive.prefix = Self.lastWords(text[..<range.lowerBound])
      directive.suffix = Self.firstWords(text[range.upperBound...])
    }
    return directive.count <= Self.longestDirective ? directive.text : nil
  }

  /// The few words at the start of a text.
  ///
  /// - Complexity: O(*n*) in their length.
  private static func firstWords(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Array(text.split(separator: 0x20, maxSplits: contextWords).prefix(contextWords).joined(separator: [0x20]))
  }

  /// The few words at the end of a text.
  ///
  /// - Complexity: O(*n*) in their length.
  private static func lastWords(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var start = text.endIndex
    var count = 0
    while count < contextWords {
      while start > text.startIndex, text[start - 1] == 0x20 { start -= 1 }
      guard start > text.startIndex else { break }
      while start > text.startIndex, text[start - 1] != 0x20 { start -= 1 }
      count += 1
    }
    return firstWords(text[start...])
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
  /// What stands right after it.
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

  /// The number of bytes that it names.
  var count: Int { prefix.count + start.count + end.count + suffix.count }

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
