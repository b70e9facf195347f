import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport

/// Compares the words of a page's Markdown with those of the page that was made of it.
///
/// The bags must be equal but for what the vocabulary of the page's locale translates and for markup that is words. Each
/// of these is accounted for where it was written, and only as often as it was:
///
/// - the marker of an alert (`[!NOTE]`), for the title of that alert;
/// - the label of a requirement, for the label that the language prefers, when both are forms of one key;
/// - the header row of a requirements table ("Requirement | Value"), which is not shown, for each such table;
/// - the words for the direction of a parameter ("in, optional"), for words of the interface that mean the same;
/// - the underscore at an end of a parameter's name, left over from an emphasis that a translation damaged;
/// - cells of pipe rows beyond those of the head, which libcmark-gfm leaves out and docgen shows;
/// - lines of directives (`:::row:::`), which are no text;
/// - the title of the front matter, which is shown where the page has no heading of level 1.
struct WordAccount: CustomStringConvertible {
  /// Words of the Markdown that the page does not show.
  private(set) var missing: WordBag
  /// Words that the page shows and the Markdown does not have.
  private(set) var added: WordBag
  private let words: Words

  private var vocabulary: Vocabulary { words.vocabulary }

  /// What is found apart in the page.
  private enum Part: Int, CaseIterable {
    case alert, badge, label, title
    // What the site tells of other pages.
    case lineage, namesakesTitle, namesakes
    // What the first part of a long page tells of the others.
    case rest

    var isOfOtherPages: Bool {
      self == .lineage || self == .namesakesTitle || self == .namesakes || self == .rest
    }

    var selector: String {
      switch self {
      case .alert: "<p class=\"alert-title\">"
      case .badge: "<span class=\"badge\">"
      case .label: "<th scope=\"row\">"
      case .title: "<h1"
      case .lineage: "<dl class=\"lineage\">"
      case .namesakesTitle: "<h2 id=\"same-name-elsewhere\">"
      case .namesakes: "<ul class=\"namesakes\">"
      case .rest: "<nav class=\"rest\""
      }
    }
  }

  /// What a page's locale has words for.
  struct Words: Sendable {
    let vocabulary: Vocabulary
    /// The header rows of requirements tables, as the vocabulary's file lists them.
    let headers: [String]

    init(_ vocabulary: Vocabulary) {
      self.vocabulary = vocabulary
      let file = EmbeddedFiles.bytes("locales/\(vocabulary.locale)/vocabulary.yml") ?? []
      let part = YAMLReader.read(file).root?.members?.first { $0.key.value == "requirement-headers" }
      headers = (part?.value.items ?? []).map { row in
        (row.items ?? [row]).compactMap { $0.text?.value }.joined(separator: " ")
      }
    }
  }

  /// Takes both files.
  ///
  /// - Parameters:
  ///   - page: The Markdown with its front matter.
  ///   - html: The page of the site.
  ///   - further: The further parts of a page that is too long for one; they may repeat headings and the heads of tables.
  ///   - words: The words of the page's locale.
  init(page: [UInt8], html: [UInt8], further: [[UInt8]] = [], _ words: Words) {
    self.words = words
    let title = FrontMatter.read(page).string("title").map { FrontMatter.shown($0.value) } ?? ""
    let content = further.reduce(into: Self.content(of: html)) { $0 += Self.article(of: $1) }
    let start = Self.bodyStart(page)
    let body = Self.withoutDirectives(page[start...])
    let markdown = body.withUnsafeBufferPointer { LibraryHTML.read($0) }
    let source = markdown.withUnsafeBufferPointer { PageWords($0) }
    let shown = content.withUnsafeBufferPointer { PageWords($0, apart: Part.allCases.map(\.selector)) }
    missing = source.bag.subtracting(shown.bag)
    added = shown.bag.subtracting(source.bag)
    if !further.isEmpty { added.removeWords(of: source.bag) }
    let parts = shown.parts.filter { Part(rawValue: $0.selector)?.isOfOtherPages != true }
    if isBalanced, parts.isEmpty { return }
    account(for: parts, title: title)
    let rows = parts.count { $0.selector == Part.label.rawValue }
    if rows > 0 { removeHeaders(atMost: rows) }
    if !added.isEmpty { removeMarks() }
    if !added.isEmpty, added.subtracting(Self.excessRows(of: page[start...])).isEmpty { added = WordBag() }
  }

  /// A page with a backslash before each pipe between brackets in the rows of its tables.
  static func escapingPipesInBrackets(_ page: [UInt8]) -> [UInt8] {
    page.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt8] in
      guard line.first == UInt8(ascii: "|") else { return Array(line) }
      var depth = 0
      return line.flatMap { byte -> [UInt8] in
        if byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "]") { depth -= 1 }
        return byte == UInt8(ascii: "|") && depth > 0 ? [UInt8(ascii: "\\"), byte] : [byte]
      }
    }.joined(separator: [0x0A]).map { $0 }
  }

  /// Whether the page shows what its Markdown says.
  var isBalanced: Bool { missing.isEmpty && added.isEmpty }

  /// What is missing and what was added.
  var description: String { "lacks '\(missing.description)' and has '\(added.description)'" }

  private mutating func account(for parts: [(selector: Int, text: String)], title: String) {
    // Texts that are shown as they stand come first: what is left of the page's words then was translated.
    var translated: [(part: Part, text: String)] = []
    for (selector, text) in parts {
      guard let part = Part(rawValue: selector) else { continue }
      // One form of a label may be a part of another.
      let isLabel = part == .label && vocabulary.requirementKey(text) != nil
      if isLabel || !missing.remove(text) { translated.append((part, text)) }
    }
    // Labels are longer than directions, whose words they may hold.
    for (part, text) in translated.filter({ $0.part == .label }) + translated.filter({ $0.part != .label })
    where !account(for: text, part) {
      added.insert(text)
    }
    (missing, added) = (missing.subtracting(added), added.subtracting(missing))
    for (part, text) in translated where part == .title && WordBag(text) == WordBag(title) { _ = added.remove(text) }
  }

  /// A text with empty lines in place of those that are directives, and without the indentation of what these hold.
  private static func withoutDirectives(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let mark = Array(":::".utf8)
    guard ByteSearch.firstIndex(of: mark, in: Array(text), from: 0) != nil else { return Array(text) }
    var depth = 0
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let content = line.drop { $0 == 0x20 }
      guard content.starts(with: mark) else { return depth > 0 ? content : line }
      depth = max(0, depth + (String(decoding: content, as: UTF8.self).contains("-end") ? -1 : 1))
      return []
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// The words of pipe rows with more cells than the table's head: the library leaves the last ones out, docgen shows
  /// them, their Markdown as it stands.
  private static func excessRows(of markdown: ArraySlice<UInt8>) -> WordBag {
    var bag = WordBag()
    var columns: Int?
    for line in markdown.split(separator: 0x0A) {
      guard line.first == UInt8(ascii: "|") else {
        columns = nil
        continue
      }
      let pipes = line.count { $0 == UInt8(ascii: "|") }
      if line.allSatisfy({ "|-: \r".utf8.contains($0) }) {
        columns = pipes
      } else if let columns, pipes > columns {
        let html = line.withUnsafeBufferPointer { LibraryHTML.read($0) }
        bag.insert(html.withUnsafeBufferPointer { PageWords($0).bag })
        bag.insert(String(decoding: line, as: UTF8.self))
      }
    }
    return bag
  }

  /// Where a page's text starts: after the second line `---`, when the first line is one.
  static func bodyStart(_ page: [UInt8]) -> Int {
    let fence = Array("---".utf8)
    let start = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lineStart = start
    while lineStart < page.count {
      let lineEnd = page[lineStart...].firstIndex(of: 0x0A) ?? page.count
      var line = page[lineStart..<lineEnd]
      while let last = line.last, last <= 0x20 { line.removeLast() }
      if lineStart == start {
        guard line.elementsEqual(fence) else { return start }
      } else if line.elementsEqual(fence) {
        return min(lineEnd + 1, page.count)
      }
      lineStart = lineEnd + 1
    }
    return start
  }

  /// The title and the content of a page of a site.
  static func content(of page: [UInt8]) -> [UInt8] {
    page.withUnsafeBufferPointer { [UInt8](part(of: $0, "<h1", "</h1>")) } + article(of: page)
  }

  private static func article(of page: [UInt8]) -> [UInt8] {
    page.withUnsafeBufferPointer { [UInt8](part(of: $0, "<article class=\"content\"", "</article>")) }
  }

  private static func part(
    of page: UnsafeBufferPointer<UInt8>, _ start: StaticString, _ end: StaticString
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard let from = HTMLScanner.first(start, in: page, from: 0),
      let last = HTMLScanner.first(end, in: page, from: from)
    else { return page[..<0] }
    return page[from..<last + end.utf8CodeUnitCount]
  }

  private mutating func account(for text: String, _ part: Part) -> Bool {
    switch part {
    case .alert:
      let kind = vocabulary.alert(text) ?? text
      return missing.remove(ignoringCase: kind)
    case .badge: return removeDirection(shownAs: text)
    case .label:
      guard let key = vocabulary.requirementKey(text) else { return false }
      return removeLongest(of: vocabulary.forms(of: key, in: .requirements))
    case .title, .lineage, .namesakesTitle, .namesakes, .rest: return false
    }
  }

  private mutating func removeDirection(shownAs text: String) -> Bool {
    let keys = vocabulary.keys(of: .directions).filter { key in
      ["direction-\(key)", key].contains { vocabulary.interfaceText($0) == text }
    }
    return keys.contains { removeLongest(of: vocabulary.forms(of: $0, in: .directions)) }
  }

  /// Takes away the words of the longest of several texts that the Markdown has and the page does not.
  private mutating func removeLongest(of texts: [String]) -> Bool {
    texts.sorted { $0.utf8.count > $1.utf8.count }.contains { missing.remove(ignoringCase: $0) }
  }

  /// Takes away underscores at the ends of names: marks of an emphasis that show, since spaces came between
  /// (`* _pvarValue*`); the model has the name without them.
  private mutating func removeMarks() {
    for (word, count) in added.counts {
      for damaged in ["_" + word, word + "_"] where missing.counts[damaged] == count {
        _ = missing.remove(Array(repeating: damaged, count: count).joined(separator: " "))
        _ = added.remove(Array(repeating: word, count: count).joined(separator: " "))
      }
    }
  }

  private mutating func removeHeaders(atMost count: Int) {
    for _ in 0..<count where !missing.isEmpty {
      guard words.headers.contains(where: { missing.remove(ignoringCase: $0) }) else { return }
    }
  }
}
