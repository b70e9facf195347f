import DocgenSupport

/// Builds a document's tree from events: Markdown nests by itself, HTML elements are assembled around and within it.
///
/// Pages open and close elements across Markdown blocks (`<dl> <dt>`, a paragraph, `</dt> <dd>` …), leave out end
/// tags, and close what they never opened. The rules are those of HTML's parser as far as they apply, so that the
/// tree is the one a browser would show, with two of our own: an element ends with the section in which it began,
/// and a `<dt>` within an open `<dd>` begins a list of values where a `</dl>` follows that would close it.
struct TreeBuilder {
  /// Deeper nesting is flattened, so that later stages may recurse.
  static let depthLimit = Limits.elementNesting

  private struct Open {
    var node: Int32
    var kind: Node.Kind
    var tag: HTMLTag
    /// The index of the opening event, for Markdown nodes; -1 for elements.
    var event: Int32
  }

  private let events: [MarkdownEvent]
  private var nodes: [Node]
  private var stack: [Open] = []
  private var lists: ListLookahead
  /// The offset of the first node that is left out.
  private var firstTooDeep: Int32?
  private var unpaired: [Document.UnpairedTag] = []
  private var headings = 0
  /// The offset of the first heading that is a paragraph, as the page has too many.
  private var firstHeadingTooMany: Int32?

  static func build(from events: [MarkdownEvent], into document: inout Document, assemblesHTML: Bool) {
    var builder = TreeBuilder(events: events)
    builder.run()
    document.nodes = builder.nodes
    document.unpairedTags = builder.unpaired.sorted { $0.span.start < $1.span.start }
    if let offset = builder.firstTooDeep {
      document.exceededLimits.append(ExceededLimit(kind: .elementNesting, span: SourceSpan(at: offset)))
    }
    if let offset = builder.firstHeadingTooMany {
      document.exceededLimits.append(ExceededLimit(kind: .headings, span: SourceSpan(at: offset)))
    }
    if assemblesHTML { document.markAlerts() }
  }

  private init(events: [MarkdownEvent]) {
    self.events = events
    nodes = []
    nodes.reserveCapacity(events.count)
    lists = ListLookahead(events)
  }

  private mutating func run() {
    for index in events.indices {
      let event = events[index]
      switch event.operation {
      case .open: openMarkdown(event, at: index)
      case .close: closeMarkdown(event)
      case .leaf: appendLeaf(event.node)
      case .startTag: startTag(event.node, at: index)
      case .endTag: endTag(event.node)
      }
    }
    while !stack.isEmpty { pop(end: nil) }
  }

  // MARK: The stack of open nodes

  private mutating func push(_ node: Node, event: Int = -1) {
    guard stack.count < Self.depthLimit else {
      if firstTooDeep == nil { firstTooDeep = node.span.start }
      return
    }
    stack.append(Open(node: Int32(nodes.count), kind: node.kind, tag: node.tag, event: Int32(event)))
    nodes.append(node)
  }

  private mutating func pop(end: Int32?) {
    guard let open = stack.popLast() else { return }
    let index = Int(open.node)
    if open.event < 0, end == nil { noteUnpaired(nodes[index], isEnd: false) }
    nodes[index].end = Int32(nodes.count)
    if let end { nodes[index].span.end = max(nodes[index].span.end, end) }
    // A paragraph of tags that belong to nothing.
    if open.kind == .paragraph, index == nodes.count - 1 { nodes[index].kind = .ignored }
    includeInParent(nodes[index].span.end)
  }

  /// Notes a tag whose element HTML wants both tags of.
  private mutating func noteUnpaired(_ node: Node, isEnd: Bool) {
    guard node.tag.needsBothTags, !node.flags.contains(.implied) else { return }
    unpaired.append(
      Document.UnpairedTag(tag: node.tag, isEnd: isEnd, span: isEnd ? node.span : SourceSpan(at: node.span.start)))
  }

  /// Elements end where the last of their content does, unless they have an end tag.
  private mutating func includeInParent(_ end: Int32) {
    guard let parent = stack.last, parent.event < 0 else { return }
    let index = Int(parent.node)
    if nodes[index].span.end < end { nodes[index].span.end = end }
  }

  /// Closes what is open above a depth; a tag at an offset ends the Markdown around it before its time.
  private mutating func pop(to depth: Int, before offset: Int32 = .max) {
    while stack.count > depth {
      let index = Int(stack[stack.count - 1].node)
      if stack[stack.count - 1].event >= 0, nodes[index].span.end > offset {
        nodes[index].span.end = max(nodes[index].span.start, offset)
      }
      pop(end: nil)
    }
  }

  private mutating func append(_ node: Node) {
    var node = node
    node.end = Int32(nodes.count + 1)
    nodes.append(node)
    includeInParent(node.span.end)
  }

  // MARK: Markdown

  private mutating func openMarkdown(_ event: MarkdownEvent, at index: Int) {
    var event = event
    if event.node.kind == .heading { limitHeading(&event.node) }
    if event.isTopLevel, event.node.kind == .heading { closeElements(before: event.node, at: index) }
    if event.node.kind.isBlock { closeInlineElements() }
    implyContainer(at: event.node.span.start)
    push(event.node, event: index)
  }

  /// Makes a paragraph of a heading beyond what a page may have.
  private mutating func limitHeading(_ heading: inout Node) {
    headings += 1
    guard headings > Limits.headings else { return }
    if firstHeadingTooMany == nil { firstHeadingTooMany = heading.span.start }
    heading.kind = .paragraph
    heading.level = 0
  }

  private mutating func closeMarkdown(_ event: MarkdownEvent) {
    // The node may be gone: an end tag within it closed an element around it.
    guard let depth = stack.lastIndex(where: { $0.event == event.node.payload }) else { return }
    pop(to: depth + 1)
    pop(end: event.node.span.end)
  }

  /// A section's heading ends the elements that the section before left open.
  private mutating func closeElements(before heading: Node, at index: Int) {
    guard let depth = stack.firstIndex(where: { $0.event < 0 }) else { return }
    if heading.level >= 3, lists.closesList(beforeMajorHeadingAfter: index) { return }
    pop(to: depth)
  }

  /// A block ends the inline elements and HTML paragraphs that are open around it.
  private mutating func closeInlineElements() {
    while let open = stack.last, open.event < 0, open.tag.isInline || open.tag == .p || open.tag.isHeading {
      pop(end: nil)
    }
  }

  // MARK: Leaves

  private mutating func appendLeaf(_ node: Node) {
    if node.kind == .text, let parent = stack.last, parent.event < 0, parent.tag.holdsOnlyItems {
      if node.flags.contains(.whitespace) { return }
      implyContainer(at: node.span.start)
    } else if node.kind == .thematicBreak {
      closeInlineElements()
      implyContainer(at: node.span.start)
    }
    append(node)
  }

  /// Content directly in a list or table gets the item or cell that HTML wants around it.
  private mutating func implyContainer(at offset: Int32) {
    guard let parent = stack.last, parent.event < 0 else { return }
    switch parent.tag {
    case .dl: pushImplied(.dd, at: offset)
    case .ul, .ol: pushImplied(.li, at: offset)
    case .table, .tbody, .thead, .tfoot:
      pushImplied(.tr, at: offset)
      pushImplied(.td, at: offset)
    case .tr: pushImplied(.td, at: offset)
    default: break
    }
  }

  private mutating func pushImplied(_ tag: HTMLTag, at offset: Int32) {
    var node = Node(.element, at: SourceSpan(at: offset))
    node.tag = tag
    node.flags.insert(.implied)
    push(node)
  }

  // MARK: Tags

  private mutating func startTag(_ node: Node, at index: Int) {
    switch node.tag {
    case .dt, .dd: startDescription(node, at: index)
    case .li:
      if let depth = openElement(where: { $0.isList || $0 == .li }) {
        pop(to: stack[depth].tag == .li ? depth : depth + 1, before: node.span.start)
        if stack.last.map({ $0.event >= 0 || !$0.tag.isList }) ?? true { pushImplied(.ul, at: node.span.start) }
      } else {
        startBlock(at: node.span.start)
        pushImplied(.ul, at: node.span.start)
      }
      push(node)
    case .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .colgroup, .col: startTablePart(node)
    case .br, .wbr, .img, .source:
      implyContainer(at: node.span.start)
      append(node)
    case .hr:
      startBlock(at: node.span.start)
      implyContainer(at: node.span.start)
      append(node)
    case let tag where tag.isInline:
      if tag == .a, let depth = openInline(.a) { pop(to: depth, before: node.span.start) }
      implyContainer(at: node.span.start)
      push(node)
    default:
      startBlock(at: node.span.start)
      implyContainer(at: node.span.start)
      push(node)
    }
  }

  /// A block element ends inline elements, and the Markdown paragraph in which its tag stands.
  private mutating func startBlock(at offset: Int32) {
    closeInlineElements()
    var depth = stack.count
    while depth > 0 {
      let open = stack[depth - 1]
      if open.event >= 0, open.kind == .paragraph {
        pop(to: depth - 1, before: offset)
        closeInlineElements()
        return
      }
      if open.event < 0 ? !open.tag.isInline : open.kind.isBlock { return }
      depth -= 1
    }
  }

  private mutating func startDescription(_ node: Node, at index: Int) {
    guard let depth = openElement(where: { $0 == .dl || $0 == .dt || $0 == .dd }) else {
      startBlock(at: node.span.start)
      implyContainer(at: node.span.start)
      pushImplied(.dl, at: node.span.start)
      push(node)
      return
    }
    switch stack[depth].tag {
    case .dl:
      pop(to: depth + 1, before: node.span.start)
    case .dd where node.tag == .dt && !isImplied(depth) && !isInImpliedList(depth) && lists.opensNestedList(at: index):
      pop(to: depth + 1, before: node.span.start)
      pushImplied(.dl, at: node.span.start)
    default:
      pop(to: depth, before: node.span.start)
    }
    push(node)
  }

  /// Anchors that stand directly in a list imply a description, which the next term ends.
  private func isImplied(_ depth: Int) -> Bool { nodes[Int(stack[depth].node)].flags.contains(.implied) }

  private func isInImpliedList(_ depth: Int) -> Bool {
    depth > 0 && stack[depth - 1].tag == .dl && nodes[Int(stack[depth - 1].node)].flags.contains(.implied)
  }

  private mutating func startTablePart(_ node: Node) {
    guard let table = openElement(where: { $0 == .table }, crossesCells: true) else { return }
    let parts = stack[table...].enumerated().filter { $0.element.event < 0 }
    func depth(of tags: HTMLTag...) -> Int? { parts.last { tags.contains($0.element.tag) }.map { table + $0.offset } }
    switch node.tag {
    case .td, .th:
      if let row = depth(of: .tr) {
        pop(to: row + 1, before: node.span.start)
      } else {
        pop(to: (depth(of: .thead, .tbody, .tfoot) ?? table) + 1, before: node.span.start)
        pushImplied(.tr, at: node.span.start)
      }
      push(node)
    case .tr:
      pop(to: (depth(of: .thead, .tbody, .tfoot) ?? table) + 1, before: node.span.start)
      push(node)
    case .col:
      pop(to: (depth(of: .colgroup) ?? table) + 1, before: node.span.start)
      append(node)
    default:
      pop(to: table + 1, before: node.span.start)
      push(node)
    }
  }

  private mutating func endTag(_ node: Node) {
    let tag = node.tag
    guard !tag.isVoid else { return }
    let depth: Int?
    if tag.isInline {
      depth = openInline(tag)
    } else {
      depth = openElement(where: { $0 == tag }, crossesCells: tag.isTablePart)
    }
    guard let depth else { return noteUnpaired(node, isEnd: true) }
    pop(to: depth + 1, before: node.span.start)
    pop(end: node.span.end)
  }

  /// The innermost open element of some kind, as far out as a tag may reach: not out of a cell or block quote.
  private func openElement(where matches: (HTMLTag) -> Bool, crossesCells: Bool = false) -> Int? {
    var depth = stack.count
    while depth > 0 {
      depth -= 1
      let open = stack[depth]
      if open.event < 0 {
        if matches(open.tag) { return depth }
        if !crossesCells, open.tag == .td || open.tag == .th || open.tag == .table { return nil }
      } else if open.kind == .tableCell || open.kind == .blockQuote || open.kind == .heading {
        return nil
      }
    }
    return nil
  }

  /// The innermost open inline element of a name within the block at hand.
  private func openInline(_ tag: HTMLTag) -> Int? {
    var depth = stack.count
    while depth > 0 {
      depth -= 1
      let open = stack[depth]
      if open.event < 0 {
        if open.tag == tag { return depth }
        if !open.tag.isInline { return nil }
      } else if open.kind.isBlock {
        return nil
      }
    }
    return nil
  }
}

extension HTMLTag {
  fileprivate var isList: Bool { self == .ul || self == .ol }

  fileprivate var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

  fileprivate var isTablePart: Bool {
    switch self {
    case .table, .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .colgroup: true
    default: false
    }
  }

  /// Elements in which whitespace says nothing and text may not stand.
  fileprivate var holdsOnlyItems: Bool {
    switch self {
    case .dl, .ul, .ol, .table, .tbody, .thead, .tfoot, .tr, .colgroup: true
    default: false
    }
  }
}
