import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What rules about prose and links look at, gathered in one walk over a page.
final class PageInventory {
  let page: LocalizedPage
  let runs: [ProseRun]
  let words: [ProseWord]
  let sentences: [ProseSentence]
  let marks: [ProseMark]
  let links: [PageLink]
  /// The tables that stand in no other, with the section that each is in.
  let tables: [(node: Int, section: Int)]
  /// Where the runs of each section start; the first entry is for what stands before the first section.
  let sectionStarts: [Int]
  /// How often code stands in the runs that were asked for last.
  var codeCounts: CodeCounts?
  /// The items of its lists, of which several rules ask.
  private(set) lazy var items = listItems()

  /// - Complexity: O(*n*) in the size of the page.
  init(_ page: LocalizedPage) {
    self.page = page
    var walk = InventoryWalk(page)
    walk.walk()
    runs = walk.runs
    words = walk.scanner.words
    sentences = walk.scanner.sentences
    marks = walk.marks
    links = walk.links
    tables = walk.tables
    var starts = [0]
    for (index, run) in runs.enumerated() {
      while starts.count < run.section + 2 { starts.append(index) }
    }
    while starts.count < page.facts.sections.count + 1 { starts.append(runs.count) }
    sectionStarts = starts
  }

  /// The indices of the runs of a section; -1 is what stands before the first.
  func runs(ofSection section: Int) -> Range<Int> {
    let start = sectionStarts[section + 1]
    return start..<(section + 2 < sectionStarts.count ? sectionStarts[section + 2] : runs.count)
  }

  /// The links in a block.
  ///
  /// - Complexity: O(log *n*) in the links of the page.
  func links(ofBlock node: Int) -> ArraySlice<PageLink> {
    func first(from node: Int) -> Int {
      var (low, high) = (0, links.count)
      while low < high {
        let middle = (low + high) / 2
        if links[middle].node < node { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return links[first(from: node)..<first(from: Int(page.document.nodes[node].end))]
  }

  /// The text of a word or another part of the file without escapes.
  func text(_ span: SourceSpan) -> String {
    let bytes = page.source.bytes[span.range]
    return String(unsafeUninitializedCapacity: bytes.count) { text in
      var count = 0
      for byte in bytes where byte != UInt8(ascii: "\\") {
        text[count] = byte
        count += 1
      }
      return count
    }
  }
}

/// The walk over the nodes of a page that fills an inventory.
private struct InventoryWalk {
  let page: LocalizedPage
  var scanner: ProseScanner
  var runs: [ProseRun] = []
  var marks: [ProseMark] = []
  var links: [PageLink] = []
  var tables: [(node: Int, section: Int)] = []

  private var run: ProseRun?
  private var section = -1
  private var firstWord = 0
  private var firstSentence = 0
  private var firstMark = 0
  /// The ends of the blocks around the current node, with what a run in them is.
  private var blocks: [(end: Int, kind: ProseRun.Kind, node: Int)] = []
  /// The ends of the inline markup around the current node.
  private var open: [(end: Int, traits: ProseWord.Traits, mark: Int)] = []
  private var tableEnd = 0
  /// Nodes of facts, in order.
  private let facts: [Range<Int>]
  private var nextFact = 0

  init(_ page: LocalizedPage) {
    self.page = page
    scanner = ProseScanner(byteCount: page.source.bytes.count)
    facts = Self.factRanges(page)
  }

  mutating func walk() {
    let document = page.document
    let sections = page.facts.sections
    var index = 0
    let count = document.nodes.count
    while index < count {
      let node = document.nodes[index]
      while let last = open.last, last.end <= index { closeMark() }
      while let last = blocks.last, last.end <= index {
        endRun()
        blocks.removeLast()
      }
      if section + 1 < sections.count, sections[section + 1].heading <= index { section += 1 }
      let end = Int(node.end)
      switch node.kind {
      case .text:
        beginRun(at: index)
        scanner.isEscaped = node.flags.contains(.escaped)
        document.withText(of: node) {
          scanner.feed($0, at: node.span.start, advances: node.payload < 0, end: node.span.end)
        }
      case .softBreak, .lineBreak: scanner.whitespace()
      case .emphasis: openMark(.emphasis, .emphasized, index, end)
      case .strong: openMark(.strong, .emphasized, index, end)
      case .code: openMark(.code, .code, index, end)
      case .link:
        openMark(.link, .link, index, end)
        addLink(document.link(of: node), index, node)
      case .image:
        addLink(document.link(of: node), index, node)
        // The text of an image is no prose that must hold the same names.
        index = end
        continue
      case .codeBlock:
        endRun()
        index = end
        continue
      case .element:
        enter(element: index, node)
        if node.tag == .pre {
          index = end
          continue
        }
      case .strikethrough, .comment, .ignored, .htmlInline: scanner.endWord()
      default: enter(block: index, node)
      }
      index += 1
    }
    while !open.isEmpty { closeMark() }
    endRun()
  }

  private mutating func enter(block index: Int, _ node: Node) {
    endRun()
    let kind: ProseRun.Kind
    switch node.kind {
    case .heading: kind = .heading
    case .tableCell: kind = .cell
    case .paragraph:
      kind = blocks.last?.kind == .term || blocks.last?.kind == .cell ? blocks[blocks.count - 1].kind : .paragraph
    case .table:
      addTable(index, node)
      kind = .other
    default: kind = .other
    }
    blocks.append((Int(node.end), kind, index))
  }

  private mutating func enter(element index: Int, _ node: Node) {
    switch node.tag {
    case .b, .strong: openMark(.strong, .emphasized, index, Int(node.end))
    case .i, .em, .var: openMark(.emphasis, .emphasized, index, Int(node.end))
    case .code, .tt, .samp: openMark(.code, .code, index, Int(node.end))
    case .a:
      openMark(.link, .link, index, Int(node.end))
      if let target = page.document.attribute("href", of: node) {
        links.append(
          PageLink(
            node: index, section: section, isImage: false, destination: target, span: page.document.startTag(of: node)))
      }
    case .img:
      if let target = page.document.attribute("src", of: node) {
        links.append(
          PageLink(
            node: index, section: section, isImage: true, destination: target, span: page.document.startTag(of: node)))
      }
    case .br: scanner.whitespace()
    case let tag where tag.isInline: scanner.endWord()
    case .dt: push(.term, index, node)
    case .td, .th: push(.cell, index, node)
    case .table:
      addTable(index, node)
      push(.other, index, node)
    default: push(.other, index, node)
    }
  }

  private mutating func push(_ kind: ProseRun.Kind, _ index: Int, _ node: Node) {
    endRun()
    blocks.append((Int(node.end), kind, index))
  }

  private mutating func addTable(_ index: Int, _ node: Node) {
    guard index >= tableEnd else { return }
    tableEnd = Int(node.end)
    tables.append((index, section))
  }

  private mutating func addLink(_ target: LinkTarget?, _ index: Int, _ node: Node) {
    guard let target else { return }
    links.append(PageLink(target, node: index, node, section: section))
  }

  // MARK: Marks

  private mutating func openMark(_ kind: ProseMark.Kind, _ traits: ProseWord.Traits, _ index: Int, _ end: Int) {
    beginRun(at: index)
    scanner.endWord()
    marks.append(ProseMark(kind: kind, node: index, words: scanner.words.count..<scanner.words.count))
    open.append((end, scanner.markup, marks.count - 1))
    scanner.markup.formUnion(traits)
  }

  private mutating func closeMark() {
    guard let last = open.popLast() else { return }
    scanner.endWord()
    scanner.markup = last.traits
    let words = marks[last.mark].words.lowerBound..<scanner.words.count
    marks[last.mark].words = words
    if marks[last.mark].kind != .link, isExpression(words) { scanner.setAlone(words) }
  }

  /// Whether words are one name, or several with an operator between (`Mail.To`, `Mail::Send`).
  private func isExpression(_ words: Range<Int>) -> Bool {
    guard words.count < 5 else { return false }
    return words.dropFirst().allSatisfy { index in
      let start = Int(scanner.words[index - 1].span.end)
      let end = Int(scanner.words[index].span.start)
      return start < end
        && page.source.bytes[start..<end].allSatisfy { byte in
          byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\\")
        }
    }
  }

  // MARK: Runs

  private mutating func beginRun(at index: Int) {
    guard run == nil else { return }
    while nextFact < facts.count, facts[nextFact].upperBound <= index { nextFact += 1 }
    let block = blocks.last
    // The title of a section that the vocabulary knows is a word for it.
    let isTitle =
      block?.kind == .heading && page.facts.sections.indices.contains(section)
      && page.facts.sections[section].role != nil
    // Where what describes a fact stands in the same block, the block is prose with a name in it.
    let isFact =
      isTitle
      || nextFact < facts.count && facts[nextFact].contains(index)
        && block.map { $0.end <= facts[nextFact].upperBound } ?? true
    run = ProseRun(
      kind: block?.kind ?? .other, section: section, node: block?.node ?? 0, isFact: isFact, span: SourceSpan(at: 0))
    firstMark = marks.count
  }

  private mutating func endRun() {
    guard var ended = run else { return }
    run = nil
    while !open.isEmpty { closeMark() }
    scanner.endWord()
    scanner.endMarkers()
    ended.literalMarkers = scanner.literalMarkers
    ended.otherStars = scanner.otherStars
    ended.firstMarker = scanner.firstMarker
    scanner.endRun()
    scanner.readCaption(from: firstWord)
    let words = scanner.words
    guard words.count > firstWord || ended.literalMarkers > 0 else { return }
    ended.words = firstWord..<words.count
    ended.sentences = firstSentence..<scanner.sentences.count
    ended.marks = firstMark..<marks.count
    if let first = ended.words.first, let last = ended.words.last {
      ended.span = words[first].span.union(words[last].span)
    } else {
      ended.span = SourceSpan(at: ended.firstMarker)
    }
    runs.append(ended)
    firstWord = words.count
    firstSentence = scanner.sentences.count
  }

  /// The nodes that state facts which rules of their own compare: names and values, not what describes them.
  private static func factRanges(_ page: LocalizedPage) -> [Range<Int>] {
    let nodes = page.document.nodes
    var ranges: [Range<Int>] = []
    func add(_ node: Int, _ description: Range<Int>) {
      let end = Int(nodes[node].end)
      let isWithin = description.lowerBound > node && description.lowerBound < end
      ranges.append(node..<(isWithin ? description.lowerBound : end))
    }
    if let heading = page.facts.headingNode { ranges.append(heading..<Int(nodes[heading].end)) }
    for parameter in page.facts.parameters { add(parameter.node, parameter.description) }
    for code in page.facts.returnCodes { add(code.node, code.description) }
    for member in page.facts.members {
      // Of a row, only the name is told apart; the cells of other columns may be compared as text.
      let cell = nodes[member.node].kind == .tableRow ? member.node + 1 : nil
      let end = cell.map { Int(nodes[$0].end) } ?? member.description.lowerBound
      add(member.node, min(end, member.description.lowerBound)..<member.description.upperBound)
    }
    for requirement in page.facts.requirements { ranges.append(requirement.node..<Int(nodes[requirement.node].end)) }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return ranges
  }
}
