import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the search knows of one page in one language, kept when the page itself is let go.
struct SearchText: Sendable {
  /// Where a word stands; the higher, the more it says about the page.
  enum Place: Int, Sendable {
    case description = 1
    case heading = 3
    /// In a title of many words, of some, of few, of one or two.
    case longTitle = 4
    case title = 5
    case shortTitle = 6
    case tersestTitle = 7

    /// The place of a word in a title of so many words.
    static func title(words: Int) -> Place {
      switch words {
      case ...2: .tersestTitle
      case ...4: .shortTitle
      case ...8: .title
      default: .longTitle
      }
    }
  }

  /// One line for the title, one for the description, one for each heading, with its anchor and a space before it where it
  /// has one; one array, as there are many pages.
  private let bytes: [UInt8]

  /// Takes a page and the anchors of its sections; those that are names are left to the names of the page.
  init(_ page: LocalizedPage, anchors: [String] = []) {
    var buffer = ByteBuffer()
    func append(_ text: String) {
      for byte in text.utf8 { buffer.append(byte < 0x20 ? 0x20 : byte) }
      buffer.append(Self.lineEnd)
    }
    append(PageTitle.text(of: page))
    append(page.frontMatter.string("description").map { FrontMatter.shown($0.value) } ?? "")
    // "Parameters" and its like say nothing about a page.
    for (index, section) in page.facts.sections.enumerated() where section.role == nil {
      let anchor = index < anchors.count ? anchors[index] : ""
      append(anchor + " " + section.title.value)
    }
    bytes = buffer.bytes
  }

  /// Reads a text that was kept; it must have a title and a description at least.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    bytes = Array(try reader.content())
    guard bytes.count(where: { $0 == Self.lineEnd }) >= 2 else { throw StateReader.Damage() }
  }

  /// Writes the text to be kept.
  func write(to writer: inout StateWriter) { writer.write(bytes) }

  /// A text for tests.
  init(title: String, description: String = "", headings: [String] = []) {
    bytes = Array(([title, description] + headings.map { " " + $0 }).map { $0 + "\n" }.joined().utf8)
  }

  private static let lineEnd: UInt8 = 0x0A

  private var lines: [ArraySlice<UInt8>] { bytes.split(separator: Self.lineEnd, omittingEmptySubsequences: false) }

  /// The title as UTF-8.
  var title: ArraySlice<UInt8> { lines[0] }

  /// The start of the description, cut after a word.
  func description(limit: Int) -> [UInt8] {
    let text = lines[1]
    guard text.count > limit else { return Array(text) }
    let end = text.prefix(limit).lastIndex(of: 0x20) ?? text.startIndex
    var cut = text[..<end]
    while let last = cut.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ".") { cut.removeLast() }
    return cut + Array("…".utf8)
  }

  /// Calls a function with each folded word and its place.
  func forEachWord(_ body: (_ word: [UInt16], _ place: Place) -> Void) {
    var rest = lines.dropLast()
    if let title = rest.popFirst() {
      var words: [[UInt16]] = []
      SearchFolding.standard.forEachWord(of: title) { words.append($0) }
      for word in words { body(word, .title(words: words.count)) }
    }
    if let description = rest.popFirst() {
      SearchFolding.standard.forEachWord(of: description) { body($0, .description) }
    }
    for heading in rest {
      SearchFolding.standard.forEachWord(of: Self.parts(heading).title) { body($0, .heading) }
    }
  }

  /// No page has more headings that the search leads to.
  private static let mostPlaces = 40

  /// Calls a function with the anchor and title of each heading in words, up to a limit.
  func forEachPlace(_ body: (_ anchor: ArraySlice<UInt8>, _ title: ArraySlice<UInt8>) -> Void) {
    for heading in lines.dropLast().dropFirst(2).prefix(Self.mostPlaces) {
      let (anchor, title) = Self.parts(heading)
      if !anchor.isEmpty, title.contains(0x20) || title.contains(where: { $0 >= 0x80 }) { body(anchor, title) }
    }
  }

  private static func parts(_ heading: ArraySlice<UInt8>) -> (anchor: ArraySlice<UInt8>, title: ArraySlice<UInt8>) {
    guard let space = heading.firstIndex(of: 0x20) else { return ([], heading) }
    return (heading[..<space], heading[(space + 1)...])
  }
}
