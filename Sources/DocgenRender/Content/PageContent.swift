import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The content of a page as HTML: its title, its contents and what stands below the title.
struct PageContent {
  let page: LocalizedPage
  let text: LocaleText
  let vocabulary: Vocabulary
  var writer: HTMLWriter
  /// The title as inline HTML.
  private(set) var heading: [UInt8] = []
  /// The headings below the title for the template; `nil` if there are fewer than two.
  private(set) var contents: TemplateValue = .null
  /// About the number of bytes of the contents in the page.
  private(set) var contentsSize = 0
  private let anchors: [String]
  /// The anchors that the page has for its sections, by their index; empty where one has none.
  var sectionAnchors: [String] { facts.sections.map { writer.anchors.heading($0.heading) ?? "" } }
  let index: FactIndex
  /// The translation as its file has it, where facts of the source may stand in place of its own.
  let original: LocalizedPage?
  private let source: LocalizedPage?
  let links: PageLinks
  /// The address of a type's page, by the name of the type.
  let typeAddress: (String) -> String?
  /// The types around the one that the page documents.
  let inheritance: Inheritance?
  /// What the translation says in place of facts of the source in the title.
  private(set) var headingNotes: [UInt8] = []

  /// Anchors that the page has around its content.
  static let reservedAnchors: Set<String> = [PageAnchor.main]

  /// Takes a page with its translations, which of these is shown, and which of its facts are the source's.
  init(
    _ group: APIPage, _ page: LocalizedPage, links: PageLinks, typeAddress: @escaping (String) -> String?,
    inheritance: Inheritance?, text: LocaleText, vocabulary: Vocabulary, restored: RestoredPage?
  ) {
    self.page = page
    self.links = links
    self.typeAddress = typeAddress
    self.inheritance = inheritance
    original = restored?.original
    source = restored.flatMap { $0.counts.isEmpty ? nil : group.source }
    self.text = text
    self.vocabulary = vocabulary
    index = FactIndex(page, beside: restored?.alignment, vocabulary)
    anchors = group.anchors(of: page)
    let headings = zip(page.facts.sections, anchors).map { (node: $0.heading, anchor: $1) }
    writer = HTMLWriter(
      page.document, style: text.htmlStyle, links: links,
      anchors: PageAnchors(
        headings: headings, reserved: Self.reservedAnchors, terms: page.termAnchors,
        aliases: Self.aliases(of: page, anchors)))
    writer.restoredFacts = restored?.facts ?? []
  }

  /// What links may call the page and its sections, whose anchors are those of the source: by the id of the page's heading,
  /// and by the titles in the page's language.
  private static func aliases(of page: LocalizedPage, _ anchors: [String]) -> [(name: String, anchor: String)] {
    var aliases: [(name: String, anchor: String)] = []
    if let id = page.facts.headingNode.flatMap({ page.document.headingID(of: $0) }) {
      aliases.append((id.value, PageAnchor.main))
    }
    for (section, anchor) in zip(page.facts.sections, anchors) where section.anchor != anchor {
      aliases.append((section.anchor, anchor))
    }
    return aliases
  }

  private var facts: PageFacts { page.facts }

  /// Writes all of it.
  mutating func write() {
    writeHeading()
    for (node, number) in index.returnCodes where page.document.nodes[node].holdsFact {
      writer.rowAnchors[node] = index.anchor(ofReturnCode: number)
    }
    for (node, number) in index.members where page.document.nodes[node].holdsFact {
      writer.rowAnchors[node] = index.anchor(ofMember: number)
    }
    for (node, number) in index.parameters where page.document.nodes[node].holdsFact {
      writer.rowAnchors[node] = index.anchor(ofParameter: number)
    }
    takeAliases()
    writer.buffer.bytes.removeAll(keepingCapacity: true)
    let placeOfInheritance = placeOfInheritance
    for child in document.children(of: 0) where child != facts.headingNode {
      if child == placeOfInheritance { writeInheritance() }
      writeBlock(child)
    }
    writer.flushOriginals()
    if placeOfInheritance == nil { writeInheritance() }
    writer.writeFootnotes()
    makeContents()
  }

  /// Keeps the anchors that titles have by their own words, for links of other pages and sites.
  private mutating func takeAliases() {
    let sections = zip(facts.sections, anchors).filter { $0.anchor != $1 && !$0.anchor.isEmpty }
    writer.take(headingAliases: sections.map { (node: $0.0.heading, name: $0.0.anchor) })
  }

  private mutating func writeHeading() {
    var buffer = ByteBuffer()
    if let title = titleInPlaceOfHeading {
      buffer.append("<span class=\"fact-corrected\">" as StaticString)
      buffer.append(NameBreaks.html(title))
      buffer.append("</span>" as StaticString)
      writer.originals.append(facts.heading?.value ?? "")
      heading = buffer.bytes
    } else if let node = facts.headingNode {
      heading = titleHTML(of: node)
    }
    if heading.isEmpty {
      buffer.appendText(PageTitle.text(of: page))
      heading = buffer.bytes
    }
    writer.buffer.bytes.removeAll(keepingCapacity: true)
    writer.flushOriginals()
    headingNotes = writer.buffer.bytes
  }

  /// The title of the front matter, where it has the names of the API that the first heading lost.
  private var titleInPlaceOfHeading: String? {
    guard let source, let title = facts.title.map({ FrontMatter.unescaped($0.value) }),
      let heading = facts.heading?.value,
      let name = source.frontMatter.strings("api_name").first.map({ FrontMatter.unescaped($0.value) })
    else { return nil }
    let parts = name.utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }.map { Array($0) }
    func areAll(in text: String) -> Bool {
      let bytes = Array(text.utf8)
      return parts.allSatisfy { ByteSearch.firstIndex(of: $0, in: bytes, from: 0) != nil }
    }
    guard !areAll(in: heading), let original = source.facts.heading?.value, areAll(in: original), areAll(in: title)
    else { return nil }
    return title
  }

  /// The inline content of a heading, without links, whose names may break and are not to be translated.
  private mutating func titleHTML(of heading: Int) -> [UInt8] {
    let html = inlineHTML(of: heading)
    let isText = page.document.children(of: heading).allSatisfy { page.document.nodes[$0].kind == .text }
    return isText && !html.contains(UInt8(ascii: "<")) ? NameBreaks.title(page.document.text(of: heading).string) : html
  }

  /// The inline content of a heading, without links.
  private mutating func inlineHTML(of heading: Int) -> [UInt8] {
    let node = page.document.nodes[heading]
    return writer.inlineHTML(heading + 1..<Int(node.end))
  }

  /// Adds an entry to the contents, where there are any.
  mutating func addToContents(_ anchor: String, _ title: String) {
    guard case .object(var object) = contents, case .list(var items)? = object["items"] else { return }
    var html = ByteBuffer()
    html.append(NameBreaks.title(title))
    items.append(["id": .string(anchor), "html": .bytes(html.bytes), "sections": .null])
    object["items"] = .list(items)
    contents = .object(object)
  }

  /// Where a page has more headings, only those of its main sections are listed.
  private static let contentsLimit = 40
  /// The bytes of an entry beside its title and anchor.
  private static let contentsEntrySize = 24

  private mutating func makeContents() {
    // What differs is marked in the headings themselves.
    writer.restoredFacts = []
    var items: [(id: String, html: [UInt8], sections: [TemplateValue])] = []
    var sizes: [(isMain: Bool, bytes: Int)] = []
    for (index, section) in facts.sections.enumerated() where section.level <= 3 {
      let html = titleHTML(of: section.heading)
      guard html.contains(where: { $0 > 0x20 }) else { continue }
      let id = URLText.encodedAnchor(anchors[index])
      sizes.append((section.level <= 2 || items.isEmpty, html.count + id.utf8.count + Self.contentsEntrySize))
      if section.level <= 2 || items.isEmpty {
        items.append((id, html, []))
      } else {
        items[items.count - 1].sections.append(["id": .string(id), "html": .bytes(html)])
      }
    }
    let count = items.count + items.reduce(0) { $0 + $1.sections.count }
    guard count >= 2 else { return }
    if count > Self.contentsLimit { for index in items.indices { items[index].sections = [] } }
    contentsSize = sizes.reduce(0) { $0 + (count > Self.contentsLimit && !$1.isMain ? 0 : $1.bytes) }
    let values: [TemplateValue] = items.map { item in
      var value = TemplateObject(capacity: 3)
      value["id"] = .string(item.id)
      value["html"] = .bytes(item.html)
      // Without this an item would show the sections of the page around it.
      value["sections"] = item.sections.isEmpty ? .null : ["items": .list(item.sections)]
      return .object(value)
    }
    contents = ["items": .list(values)]
  }
}

extension Node {
  /// Whether the node is a row, paragraph, item or term, which has the anchor of its fact where it stands.
  fileprivate var holdsFact: Bool {
    switch kind {
    case .tableRow, .paragraph, .item: true
    case .element: tag == .tr || tag == .dt
    default: false
    }
  }
}

extension HTMLWriter {
  /// A range of inline nodes as HTML without links, for where the text is a link itself.
  mutating func inlineHTML(_ range: Range<Int>) -> [UInt8] {
    let outer = (buffer, isInLink, missingImages)
    buffer = ByteBuffer(capacity: 64)
    isInLink = true
    phrasing { $0.write(range) }
    let bytes = buffer.bytes
    (buffer, isInLink, missingImages) = outer
    return bytes
  }
}
