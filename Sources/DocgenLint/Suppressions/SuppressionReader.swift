import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds the suppressions of a page.
///
/// They stand in HTML comments, and in the comments of the front matter: `# docgen-disable-file RULE -- reason`. What a
/// page shows as code is no comment.
struct SuppressionReader {
  private static let marker = Array("docgen-disable".utf8)

  private let page: LocalizedPage
  private let bytes: [UInt8]
  private let lines: LineTable

  /// The suppressions in the order of the page.
  ///
  /// - Complexity: O(*n*) in the bytes of the page; O(*n* · *m*) in the nodes of a page with comments.
  static func read(_ page: LocalizedPage) -> [Suppression] {
    let starts = page.source.bytes.withUnsafeBytes { ByteSearch.indices(of: marker, in: $0) }
    guard !starts.isEmpty else { return [] }
    let reader = SuppressionReader(page: page, bytes: page.source.bytes, lines: LineTable(page.source.bytes))
    return starts.compactMap(reader.suppression)
  }

  // MARK: Comments

  private func suppression(at start: Int) -> Suppression? {
    guard let end = isInFrontMatter(start) ? endOfYAMLComment(start) : endOfHTMLComment(start) else { return nil }
    var wordEnd = start
    while wordEnd < end, !isBlank(bytes[wordEnd]) { wordEnd += 1 }
    let word = String(decoding: bytes[start..<wordEnd], as: UTF8.self)
    var suppression = Suppression(selectors: [], location: location(start..<wordEnd))
    switch word {
    case "docgen-disable-file": break
    case "docgen-disable-line": suppression.lines = only(line(of: start))
    case "docgen-disable-next-line": suppression.lines = only(nextLine(after: end))
    case "docgen-disable": suppression.lines = section(around: start)
    default:
      suppression.problem =
        "'\(word)' is no comment for docgen; write docgen-disable, docgen-disable-line, docgen-disable-next-line or docgen-disable-file"
      return suppression
    }
    suppression.selectors = selectors(wordEnd..<end)
    if suppression.selectors.isEmpty { suppression.problem = "'\(word)' names no rule; write the rule behind it" }
    return suppression
  }

  private func isInFrontMatter(_ offset: Int) -> Bool { page.frontMatter.span.map { offset < Int($0.end) } ?? false }

  /// The end of a comment in YAML, which starts with `#` at the start of its line or behind a blank.
  private func endOfYAMLComment(_ start: Int) -> Int? {
    var index = start
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    guard index > 0, bytes[index - 1] == UInt8(ascii: "#") else { return nil }
    guard index == 1 || isBlank(bytes[index - 2]) else { return nil }
    return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// The end of the text of an HTML comment, if the directive is the first in one and the page does not show it as code.
  private func endOfHTMLComment(_ start: Int) -> Int? {
    var index = start
    while index > 0, isBlank(bytes[index - 1]) { index -= 1 }
    guard index >= 4, bytes[index - 4..<index].elementsEqual("<!--".utf8) else { return nil }
    let end = bytes[start...].withUnsafeBytes { ByteSearch.firstIndex(of: Array("-->".utf8), in: $0) }
    guard let end, !isCode(start) else { return nil }
    return start + end
  }

  private func isCode(_ offset: Int) -> Bool {
    page.document.nodes.contains { node in
      guard node.span.range.contains(offset) else { return false }
      return node.kind == .code || node.kind == .codeBlock
        || node.kind == .element && (node.tag == .pre || node.tag == .code)
    }
  }

  // MARK: Rules

  /// The names up to the reason, which follows `--`, a dash or a colon.
  private func selectors(_ range: Range<Int>) -> [Suppression.Selector] {
    var selectors: [Suppression.Selector] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isName(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      if name.isEmpty || name.hasPrefix("-") { break }
      selectors.append(
        Suppression.Selector(
          name: name, rules: RuleCatalog.rules(selectedBy: name).map(Set.init), location: location(start..<index)))
    }
    return selectors
  }

  private func isName(_ byte: UInt8) -> Bool {
    !isBlank(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ":")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  // MARK: Lines

  private func only(_ line: Int) -> ClosedRange<Int> { line...line }

  /// The number of the line that holds an offset.
  private func line(of offset: Int) -> Int { lines.line(of: offset) + 1 }

  /// The next line that holds more than blanks and comments of this kind.
  private func nextLine(after end: Int) -> Int {
    var number = line(of: end) + 1
    while number <= lines.lineStarts.count {
      let text = lines.text(ofLine: number)
      let words = text.drop { $0 == " " || $0 == "\t" }
      if !words.isEmpty, !words.hasPrefix("<!-- docgen-"), !words.hasPrefix("# docgen-") { break }
      number += 1
    }
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
    let index = sections.lastIndex { Int($0.span.start) <= offset }
    let level = index.map { sections[$0].level }
    let following = sections[(index.map { $0 + 1 } ?? 0)...].first { $0.level <= level ?? .max }
    let first = line(of: index.map { Int(sections[$0].span.start) } ?? Int(page.frontMatter.bodyStart))
    let last = following.map { line(of: Int($0.span.start)) - 1 } ?? lines.lineStarts.count
    return first...max(first, last)
  }

  private func location(_ range: Range<Int>) -> SourceLocation {
    let span = SourceSpan(range)
    return SourceLocation(
      file: page.source.path, start: lines.position(of: span.start), end: lines.position(of: span.end))
  }
}
