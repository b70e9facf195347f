import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Writes the nodes of a document as HTML.
///
/// With a ``HTMLStyle`` it writes for a site: elements and attributes that are on a list of allowed ones, valid HTML
/// whatever the page nests, links and images as the resolver finds them, headings with anchors. Without one it
/// writes what CommonMark's reference renderer does, HTML as it stands in the file included.
///
/// Nesting is as deep as the document's, which the parser limits.
package struct HTMLWriter {
  let document: Document
  /// The bytes of the document's file, beside it so that text is written without touching the rest.
  private let bytes: [UInt8]
  let nodes: [Node]
  let style: HTMLStyle?
  let links: any LinkResolver
  /// What was written so far.
  package var buffer: ByteBuffer
  /// The number of links that lead nowhere and were written as text.
  package internal(set) var missingLinks = 0
  /// The number of links whose page is not on the site; they became text.
  package internal(set) var unpublishedLinks = 0
  /// The number of images without a file.
  package internal(set) var missingImages = 0

  /// The anchors of the page.
  var anchors = PageAnchors()
  /// The anchors that were written, so that none is written twice.
  var usedIDs: Set<String> = []
  /// What is written may hold only text and inline elements.
  var isPhrasing = false
  /// What is written stands in a link, where no other link may stand.
  var isInLink = false
  /// What is written stands in the term of a list, where no heading may stand.
  var isInTerm = false
  var isInTable = false
  /// The anchors that rows, paragraphs and items are to have for the facts in them, by node.
  var rowAnchors: [Int: String] = [:]
  /// The anchors that were written for facts, by node.
  var factAnchors: [Int: String] = [:]
  /// Further anchors of headings, by the heading's node.
  private(set) var headingAliases: [Int: String] = [:]
  /// The levels of the headings around the place, as the page has them; the title's first.
  var headingLevels = [1]
  /// The heading that was written last, which names what follows it.
  var lastHeading: Int?
  /// The facts of the source that stand in place of others, in the order of the file.
  var restoredFacts: [RestoredFact] = []
  /// Those that were written.
  var shownFacts: Set<Int> = []
  /// What the translation says in their places, as far as no block could stand there yet.
  var originals: [String] = []
  /// The fact that was written last, and where it ended.
  var lastFact: (fact: Int, end: Int)?
  /// Text before this place in the file was written elsewhere.
  var textStart: Int32 = 0
  /// The groups of tabs.
  var tabs = Tabs()
  /// The footnotes of the page.
  var footnotes = Footnotes()

  /// Makes a writer as CommonMark's reference renderer is.
  package init(conformingTo document: Document) {
    self.init(document, style: nil, links: UnresolvedLinks(), anchors: PageAnchors(), capacity: 0)
  }

  /// Makes a writer for a site.
  package init(
    _ document: Document, style: HTMLStyle, links: any LinkResolver, anchors: PageAnchors = PageAnchors()
  ) {
    self.init(
      document, style: style, links: links, anchors: anchors, capacity: document.source.bytes.count * 3 / 2 + 512)
  }

  private init(
    _ document: Document, style: HTMLStyle?, links: any LinkResolver, anchors: PageAnchors, capacity: Int
  ) {
    self.document = document
    self.bytes = document.source.bytes
    self.nodes = document.nodes
    self.style = style
    self.links = links
    self.anchors = anchors
    self.buffer = ByteBuffer(capacity: capacity)
    usedIDs = anchors.reserved
  }

  /// Takes further anchors of headings, as far as nothing else of the page has them.
  mutating func take(headingAliases: [(node: Int, name: String)]) {
    guard !headingAliases.isEmpty else { return }
    let taken = anchors.names(in: document).union(rowAnchors.values)
    for alias in headingAliases where !taken.contains(alias.name) {
      if let name = claim(alias.name) { self.headingAliases[alias.node] = name }
    }
  }

  var isSite: Bool { style != nil }

  /// Writes the whole document.
  package mutating func writeDocument() {
    if !nodes.isEmpty { writeChildren(of: 0) }
    writeFootnotes()
  }

  /// Writes the nodes of a range, which starts and ends between siblings.
  package mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      write(index)
      index = Int(nodes[index].end)
    }
  }

  mutating func writeChildren(of index: Int) {
    write(index + 1..<Int(nodes[index].end))
  }

  func content(of index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  /// Writes a node with all below it.
  mutating func write(_ index: Int) {
    let node = nodes[index]
    if textStart > 0, node.span.end <= textStart { return }
    switch node.kind {
    case .text: writeText(node)
    case .paragraph: writeParagraph(index)
    case .element: writeElement(index, node)
    case .softBreak: buffer.append(0x0A)
    case .lineBreak: buffer.append(isSite ? "<br>\n" : "<br />\n")
    case .strong: writeInline(index, "strong")
    case .emphasis: writeInline(index, "em")
    case .strikethrough: writeInline(index, "del")
    case .code: if node.level == 0 || !isSite { writeInline(index, "code") } else { writeFormula(index) }
    case .link: writeLink(index, node)
    case .image: writeImage(index, node)
    case .heading: writeHeading(index, level: Int(node.level))
    case .blockQuote: writeBlock(index, "blockquote")
    case .alert: writeAlert(index, node)
    case .bulletList, .orderedList: writeList(index, node)
    case .item: writeItem(index, node, isTight: false)
    case .codeBlock: writeCodeBlock(index, node)
    case .thematicBreak: writeThematicBreak()
    case .table: writeTable(index)
    case .htmlBlock:
      startLine()
      writeRaw(index)
      startLine()
    case .htmlInline: writeRaw(index)
    case .document, .tableRow, .tableCell: writeChildren(of: index)
    case .token: writeToken(index, node)
    case .comment, .ignored: break
    }
  }

  /// Ends a line that has been begun.
  mutating func startLine() {
    if let last = buffer.bytes.last, last != 0x0A { buffer.append(0x0A) }
  }

  /// Writes in a context in which only text and inline elements may stand.
  mutating func phrasing(_ body: (inout HTMLWriter) -> Void) {
    let outer = isPhrasing
    isPhrasing = true
    body(&self)
    isPhrasing = outer
  }

  // MARK: Text

  mutating func writeText(_ node: Node) {
    // Spaces between blocks.
    if !isPhrasing, node.flags.contains(.whitespace), isSite, buffer.bytes.last ?? 0x0A == 0x0A { return }
    if !restoredFacts.isEmpty, case let facts = facts(in: node.span), !facts.isEmpty {
      writeText(node, with: facts)
      return
    }
    guard node.payload < 0 else {
      let isSite = isSite
      document.withText(of: node) { isSite ? buffer.appendText($0) : buffer.appendEscaped($0) }
      return
    }
    appendFileText(max(node.span.start, textStart), node.span.end)
  }

  /// Writes text as it stands in the file.
  mutating func appendFileText(_ start: Int32, _ end: Int32) {
    let end = min(Int(end), bytes.count)
    let start = min(Int(start), end)
    let isSite = isSite
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if isSite { buffer.appendText(text) } else { buffer.appendEscaped(text) }
    }
  }

  /// Writes the text of a subtree as it stands in the file.
  private mutating func writeRaw(_ index: Int) {
    for child in content(of: index) where nodes[child].kind == .text {
      document.withText(of: nodes[child]) { isSite ? buffer.appendText($0) : buffer.append($0) }
    }
  }

  /// The text of a subtree on one line, as the alternative of an image has it.
  func plainText(of range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for child in range {
      switch nodes[child].kind {
      case .text: document.withText(of: nodes[child]) { text.append(contentsOf: $0) }
      case .softBreak, .lineBreak: text.append(0x20)
      default: break
      }
    }
    return text
  }

  /// Whether a range shows anything: text that is not whitespace, an image, a box.
  func isInvisible(_ range: Range<Int>) -> Bool {
    for index in range {
      switch nodes[index].kind {
      case .text: if nodes[index].payload >= 0 || !nodes[index].flags.contains(.whitespace) { return false }
      case .image, .codeBlock, .thematicBreak: return false
      case .token: if document.token(of: nodes[index])?.meaning.display == .include { return false }
      case .element where nodes[index].tag == .img || nodes[index].tag == .hr: return false
      default: break
      }
    }
    return true
  }

  /// Writes a formula as its source.
  private mutating func writeFormula(_ index: Int) {
    buffer.append("<code class=\"math\">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</code>")
  }

  private mutating func writeInline(_ index: Int, _ name: StaticString) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</")
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
  }
}
