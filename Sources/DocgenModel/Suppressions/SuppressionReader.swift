import DocgenMarkup
import DocgenSupport

/// Finds the suppressions of a page.
///
/// They stand in HTML comments, and in the comments of the front matter: `# docgen-disable-file RULE -- reason`. What a
/// page shows as code is no comment.
package struct SuppressionReader: MessageSource {
  /// The forms of its messages.
  package struct Messages: MessageSet {
    let unknown = MessageForm<String>(
      "'{1}' is no comment for docgen; write docgen-disable, docgen-disable-line, docgen-disable-next-line or docgen-disable-file"
    )
    let noRule = MessageForm<String>("'{1}' names no rule; write the rule after it")

    /// Makes the set.
    package init() {}
  }

  private static let marker = Array("docgen-disable".utf8)

  private let page: LocalizedPage
  private let bytes: [UInt8]
  private let lines: LineTable
  /// What the page shows as code, in its order and apart from each other.
  private let code: [Range<Int>]
  /// The index of the next section that is not below a section.
  private let following: [Int]
  /// The HTML comment that was read last, from its text on; to the end of the page where none ends any more.
  private var lastComment = 0..<0
  /// Lines that hold nothing but comments of this kind, as far as they were passed over, up to a line that holds more.
  private var passed = 0..<0

  /// The suppressions in the order of the page.
  ///
  /// - Complexity: O(*n*) in the bytes of the page, O(*m* log *m*) in its nodes and comments.
  static func read(_ page: LocalizedPage) -> [Suppression] {
    let starts = page.source.bytes.withUnsafeBytes { ByteSearch.indices(of: marker, in: $0) }
    guard !starts.isEmpty else { return [] }
    var reader = SuppressionReader(page)
    return starts.compactMap { reader.suppression(at: $0) }
  }

  private init(_ page: LocalizedPage) {
    self.page = page
    bytes = page.source.bytes
    lines = LineTable(bytes)
    code = Self.code(in: page.document)
    following = Self.following(page.facts.sections)
  }

  // MARK: Comments

  private mutating func suppression(at start: Int) -> Suppression? {
    guard let end = isInFrontMatter(start) ? endOfYAMLComment(start) : endOfHTMLComment(start) else { return nil }
    var wordEnd = start
    while wordEnd < end, !isWhitespace(bytes[wordEnd]) { wordEnd += 1 }
    let word = String(decoding: bytes[start..<wordEnd], as: UTF8.self)
    var suppression = Suppression(selectors: [], location: location(start..<wordEnd))
    switch word {
    case "docgen-disable-file": break
    case "docgen-disable-line": suppression.lines = only(line(of: start))
    case "docgen-disable-next-line": suppression.lines = only(nextLine(after: end))
    case "docgen-disable": suppression.lines = section(around: start)
    default:
      suppression.problem = Self.messages.unknown(word)
      return suppression
    }
    suppression.selectors = selectors(wordEnd..<end)
    if suppression.selectors.isEmpty { suppression.problem = Self.messages.noRule(word) }
    return suppression
  }

  private func isInFrontMatter(_ offset: Int) -> Bool { page.frontMatter.span.map { offset < Int($0.end) } ?? false }

  /// The end of a comment in YAML, which starts with `#` at the start of its line or after a space.
  private func endOfYAMLComment(_ start: Int) -> Int? {
    var index = start
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    guard index > 0, bytes[index - 1] == UInt8(ascii: "#") else { return nil }
    guard index == 1 || isWhitespace(bytes[index - 2]) else { return nil }
    return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// The end of the text of an HTML comment, if the directive is the first in one and the page does not show it as code.
  private mutating func endOfHTMLComment(_ start: Int) -> Int? {
    var index = start
    while index > 0, isWhitespace(bytes[index - 1]) { index -= 1 }
    guard index >= 4, bytes[index - 4..<index].elementsEqual("<!--".utf8) else { return nil }
    // What stands in a comment is none.
    guard !isCode(start), !lastComment.contains(start) else { return nil }
    let end = bytes[start...].withUnsafeBytes { ByteSearch.firstIndex(of: Array("-->".utf8), in: $0) }
    lastComment = start..<(end.map { start + $0 } ?? bytes.count)
    return end.map { start + $0 }
  }

  private func isCode(_ offset: Int) -> Bool {
    var low = 0
    var high = code.count
    while low < high {
      let middle = (low + high) / 2
      if code[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < code.count && code[low].contains(offset)
  }

  private static func code(in document: Document) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for node in document.nodes where isCode(node) {
      let range = node.span.range
      // What is code within code changes nothing.
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  private static func isCode(_ node: Node) -> Bool {
    node.kind == .code || node.kind == .codeBlock || node.kind == .element && (node.tag == .pre || node.tag == .code)
  }

  // MARK: Rules

  /// The names up to the reason, which follows `--`, a dash or a colon.
  private func selectors(_ range: Range<Int>) -> [Suppression.Selector] {
    var selectors: [Suppression.Selector] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isWhitespace(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isName(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      if name.isEmpty || name.hasPrefix("-") { break }
      selectors.append(Suppression.Selector(name: name, location: location(start..<index)))
    }
    return selectors
  }

  private func isName(_ byte: UInt8) -> Bool {
    !isWhitespace(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ":")
  }

  private func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  // MARK: Lines

  private func only(_ line: Int) -> ClosedRange<Int> { line...line }

  /// The number of the line that holds an offset.
  private func line(of offset: Int) -> Int { lines.line(of: offset) + 1 }

  /// The next line that holds more than whitespace and comments of this kind.
  private mutating func nextLine(after end: Int) -> Int {
    let first = line(of: end) + 1
    if passed.contains(first) { return passed.upperBound }
    var number = first
    while number <= lines.lineStarts.count {
      let text = lines.text(ofLine: number)
      let words = text.drop { $0 == " " || $0 == "\t" }
      if !words.isEmpty, !words.hasPrefix("<!-- docgen-"), !words.hasPrefix("# docgen-") { break }
      number += 1
    }
    passed = first..<number
    return number
  }

  /// The lines of the section that holds an offset, with its heading and the sections below it.
  ///
  /// Before the first section these are the lines from the front matter's end; in the front matter, its own.
  private func section(around offset: Int) -> ClosedRange<Int> {
    if let span = page.frontMatter.span, offset < Int(span.end) {
      return line(of: Int(span.start))...line(of: Int(span.end))
    }
    let sections = page.facts.sections
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if Int(sections[middle].span.start) <= offset { low = middle + 1 } else { high = middle }
    }
    let index = low > 0 ? low - 1 : nil
    let next = index.map { following[$0] } ?? 0
    let later = next < sections.count ? sections[next] : nil
    let first = line(of: index.map { Int(sections[$0].span.start) } ?? Int(page.frontMatter.bodyStart))
    let last = later.map { line(of: Int($0.span.start)) - 1 } ?? lines.lineStarts.count
    return first...max(first, last)
  }

  private static func following(_ sections: [Section]) -> [Int] {
    var result = [Int](repeating: sections.count, count: sections.count)
    var open: [Int] = []
    for index in sections.indices {
      while let last = open.last, sections[last].level >= sections[index].level {
        result[last] = index
        open.removeLast()
      }
      open.append(index)
    }
    return result
  }

  private func location(_ range: Range<Int>) -> SourceLocation {
    let span = SourceSpan(range)
    return SourceLocation(
      file: page.source.path, start: lines.position(of: span.start), end: lines.position(of: span.end))
  }
}
