import DocgenSupport

/// Puts what tokens show into a document that was parsed with the tokens hidden.
///
/// What the parser knows stands for it where it can: a macro that is a link becomes a link. Blocks that hold sections stay
/// flat: their start and end are nodes of kind `token`, between which the content stands.
struct TokenWeaver {
  var document: Document
  let old: [Node]
  var nodes: [Node] = []
  /// Tokens that stand in text; the others stand in code and are none.
  private var isSeen: [Bool]

  /// A start among siblings whose end may follow.
  private struct Open {
    var token: Int
    /// Its node.
    var node: Int
    /// The level of a tab's heading; 0 for other starts.
    var headingLevel: UInt8 = 0
  }

  static func weave(_ tokens: [Token], into document: inout Document) {
    document.tokens = tokens
    var weaver = TokenWeaver(document)
    document.nodes = []
    weaver.run()
    document = weaver.document
  }

  private init(_ document: Document) {
    self.document = document
    old = document.nodes
    isSeen = [Bool](repeating: false, count: document.tokens.count)
    nodes.reserveCapacity(old.count + document.tokens.count)
  }

  private mutating func run() {
    if let root = old.first {
      nodes.append(root)
      weaveChildren(1..<Int(root.end))
      nodes[0].end = Int32(nodes.count)
    }
    removeUnseen()
    document.nodes = nodes
  }

  /// What looked like tokens in code.
  private mutating func removeUnseen() {
    guard isSeen.contains(false) else { return }
    var numbers = [Int](repeating: -1, count: isSeen.count)
    var kept: [Token] = []
    for index in isSeen.indices where isSeen[index] {
      numbers[index] = kept.count
      kept.append(document.tokens[index])
    }
    for index in kept.indices {
      kept[index].partner = kept[index].partner.flatMap { numbers[$0] < 0 ? nil : numbers[$0] }
    }
    for index in nodes.indices where nodes[index].kind == .token {
      nodes[index].payload = Int32(truncatingIfNeeded: numbers[Int(nodes[index].payload)])
    }
    document.tokens = kept
  }

  /// The token that holds an offset.
  private func token(at offset: Int32) -> Int? {
    var (low, high) = (0, document.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if document.tokens[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < document.tokens.count && document.tokens[low].span.start <= offset ? low : nil
  }

  // MARK: Nodes

  private mutating func weaveChildren(_ range: Range<Int>) {
    var open: [Open] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let node = old[index]
      if let number = blockToken(at: index) {
        isSeen[number] = true
        weaveBlock(number, level: node.kind == .heading ? node.level : 0, &open)
      } else {
        if node.kind == .heading, let tab = open.last, tab.headingLevel > 0, node.level <= tab.headingLevel {
          endTab(&open, with: nil)
        }
        weave(index)
      }
      index = Int(node.end)
    }
    while let last = open.last {
      if last.headingLevel > 0 { endTab(&open, with: nil) } else { leaveOpen(open.removeLast()) }
    }
  }

  /// The token in whose place a block stands.
  private func blockToken(at index: Int) -> Int? {
    let node = old[index]
    guard node.kind == .thematicBreak || node.kind == .heading, let number = token(at: node.span.start) else {
      return nil
    }
    switch document.tokens[number].mask {
    case .block: return node.kind == .thematicBreak ? number : nil
    case .none: return node.span.start == document.tokens[number].span.start ? number : nil
    case .item, .span: return nil
    }
  }

  private mutating func weave(_ index: Int) {
    let node = old[index]
    switch node.kind {
    case .text: weaveText(node)
    case .code, .codeBlock, .comment, .htmlBlock, .htmlInline:
      let shift = Int32(nodes.count - index)
      for copied in index..<Int(node.end) {
        nodes.append(old[copied])
        nodes[nodes.count - 1].end += shift
      }
    case .thematicBreak:
      // The rule that hides the mark of an item.
      if let number = token(at: node.span.start), case .item = document.tokens[number].mask { return }
      append(node)
    case .bulletList:
      if let number = token(at: node.span.start), case .item = document.tokens[number].mask {
        weaveItems(of: index)
      } else {
        weaveParent(index)
      }
    default: weaveParent(index)
    }
  }

  private mutating func weaveParent(_ index: Int) {
    var node = old[index]
    if node.kind == .link || node.kind == .image { fillIn(linkOf: node) }
    if node.kind == .element, node.payload >= 0 { fillIn(attributesOf: node) }
    if node.kind == .paragraph, let number = token(at: node.span.start), case .item = document.tokens[number].mask {
      node.span.start = min(document.tokens[number].span.end, node.span.end)
    }
    let start = nodes.count
    nodes.append(node)
    weaveChildren(index + 1..<Int(node.end))
    nodes[start].end = Int32(nodes.count)
    if node.kind == .paragraph { trim(start) }
  }

  /// A paragraph that began with marks, or that held nothing else.
  private mutating func trim(_ paragraph: Int) {
    var holdsMarks = false
    for index in paragraph + 1..<nodes.count {
      switch nodes[index].kind {
      case .ignored: holdsMarks = true
      case .softBreak, .lineBreak: if holdsMarks { nodes[index].kind = .ignored }
      case .text where nodes[index].flags.contains(.whitespace): break
      default: return
      }
    }
    if holdsMarks { nodes[paragraph].kind = .ignored }
  }

  /// Adds a node without children.
  mutating func append(_ node: Node) {
    nodes.append(node)
    nodes[nodes.count - 1].end = Int32(nodes.count)
  }

  /// Adds a node around what a function adds.
  mutating func append(
    _ kind: Node.Kind, at span: SourceSpan, payload: Int32 = -1, level: UInt8 = 0,
    _ content: (inout TokenWeaver) -> Void
  ) {
    var node = Node(kind, at: span)
    node.payload = payload
    node.level = level
    let start = nodes.count
    nodes.append(node)
    content(&self)
    nodes[start].end = Int32(nodes.count)
  }

  private mutating func weaveText(_ node: Node) {
    guard node.payload < 0, !node.span.isEmpty, var number = firstToken(endingAfter: node.span.start),
      document.tokens[number].span.start < node.span.end
    else {
      append(node)
      return
    }
    var start = node.span.start
    while number < document.tokens.count, document.tokens[number].span.start < node.span.end {
      let token = document.tokens[number]
      appendText(node, start, min(node.span.end, token.span.start))
      if !isSeen[number] {
        isSeen[number] = true
        appendInline(number)
      }
      start = max(start, min(node.span.end, token.span.end))
      number += 1
    }
    appendText(node, start, node.span.end)
  }

  private func firstToken(endingAfter offset: Int32) -> Int? {
    var (low, high) = (0, document.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if document.tokens[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < document.tokens.count ? low : nil
  }

  private mutating func appendText(_ node: Node, _ start: Int32, _ end: Int32) {
    guard start < end else { return }
    var part = node
    part.span = SourceSpan(start: start, end: end)
    let isWhitespace = document.source.bytes[part.span.range].allSatisfy { $0 <= 0x20 }
    if isWhitespace { part.flags.insert(.whitespace) } else { part.flags.remove(.whitespace) }
    append(part)
  }

  // MARK: Blocks

  private mutating func appendMark(_ number: Int, _ place: Document.TokenPlace) {
    var node = Node(.token, at: document.tokens[number].span)
    node.payload = Int32(truncatingIfNeeded: number)
    node.level = place.rawValue
    append(node)
  }

  private mutating func weaveBlock(_ number: Int, level: UInt8, _ open: inout [Open]) {
    let token = document.tokens[number]
    if document.isTabHeading(token) {
      if token.role == .end {
        endTab(&open, with: number)
        return
      }
      if open.last.map({ $0.headingLevel > 0 }) ?? false {
        appendMark(open.removeLast().token, .end)
      } else {
        appendMark(number, .groupStart)
      }
      open.append(Open(token: number, node: nodes.count, headingLevel: max(1, level)))
      appendStart(number)
      return
    }
    switch token.role {
    case .single: appendBlock(number)
    case .start:
      open.append(Open(token: number, node: nodes.count))
      appendStart(number)
    case .end:
      guard let start = open.lastIndex(where: { document.tokens[$0.token].isStart(of: token) }) else { return }
      while open.count > start + 1 { leaveOpen(open.removeLast()) }
      end(open.removeLast(), with: number)
    }
  }

  private mutating func endTab(_ open: inout [Open], with number: Int?) {
    guard let start = open.lastIndex(where: { $0.headingLevel > 0 }) else { return }
    while open.count > start + 1 { leaveOpen(open.removeLast()) }
    let tab = open.removeLast().token
    appendMark(tab, .end)
    appendMark(number ?? tab, .groupEnd)
  }

  private mutating func appendStart(_ number: Int) {
    let token = document.tokens[number]
    switch token.meaning.display {
    case .alert:
      append(.alert, at: token.span, payload: Int32(number), level: token.meaning.alertKind) { $0.appendTitle(number) }
    default:
      append(.token, at: token.span, payload: Int32(number), level: Document.TokenPlace.start.rawValue) {
        if token.meaning.display == .tab { $0.appendShown(number) }
      }
    }
  }

  private mutating func appendTitle(_ number: Int) {
    guard let text = document.tokens[number].text else { return }
    append(.paragraph, at: text.span) { weaver in
      weaver.append(.strong, at: text.span) { $0.appendShown(number) }
    }
  }

  private mutating func end(_ open: Open, with number: Int) {
    document.tokens[open.token].partner = number
    document.tokens[number].partner = open.token
    guard document.tokens[open.token].meaning.display == .alert else {
      appendMark(number, .end)
      return
    }
    close(alert: open, at: document.tokens[number].span.end, with: number)
  }

  private mutating func close(alert open: Open, at end: Int32, with number: Int) {
    if nodes[open.node...].contains(where: { $0.kind == .heading }) {
      // Sections stay sections of the page.
      nodes[open.node].kind = .token
      nodes[open.node].level = Document.TokenPlace.start.rawValue
      nodes[open.node].payload = Int32(truncatingIfNeeded: open.token)
      appendMark(number, .end)
      return
    }
    nodes[open.node].payload = -1
    nodes[open.node].end = Int32(nodes.count)
    nodes[open.node].span.end = max(nodes[open.node].span.end, end)
  }

  /// A start without end: what follows stands there as if it were not.
  private mutating func leaveOpen(_ open: Open) {
    if nodes[open.node].kind == .alert {
      nodes[open.node].kind = .ignored
      nodes[open.node].payload = -1
    } else {
      nodes[open.node].level = Document.TokenPlace.alone.rawValue
    }
  }

  /// Items that stand for lines with content indented below them.
  private mutating func weaveItems(of list: Int) {
    var index = list + 1
    var isInGroup = false
    var last = 0
    while index < Int(old[list].end) {
      let item = old[index]
      if let number = token(at: item.span.start), document.tokens[number].span.start == item.span.start {
        isSeen[number] = true
        let token = document.tokens[number]
        let isTab = token.meaning.display == .tab && document.tokenSet?.syntaxes[token.syntax].form == .indented
        if isTab, !isInGroup { appendMark(number, .groupStart) }
        if !isTab, isInGroup { appendMark(last, .groupEnd) }
        (isInGroup, last) = (isTab, number)
        weaveItem(index, number)
      } else {
        if isInGroup { appendMark(last, .groupEnd) }
        isInGroup = false
        var node = old[list]
        node.span = item.span
        let start = nodes.count
        nodes.append(node)
        weave(index)
        nodes[start].end = Int32(nodes.count)
      }
      index = Int(item.end)
    }
    if isInGroup { appendMark(last, .groupEnd) }
  }

  private mutating func weaveItem(_ index: Int, _ number: Int) {
    let token = document.tokens[number]
    let content = index + 1..<Int(old[index].end)
    if token.isDefinition {
      append(.token, at: old[index].span, payload: Int32(number), level: Document.TokenPlace.alone.rawValue) {
        $0.weaveChildren(content)
      }
      return
    }
    let open = Open(token: number, node: nodes.count)
    appendStart(number)
    weaveChildren(content)
    if token.meaning.display == .alert {
      close(alert: open, at: old[index].span.end, with: number)
    } else {
      appendMark(number, .end)
    }
  }

  // MARK: What stands in other places

  private mutating func fillIn(linkOf node: Node) {
    guard node.payload >= 0 else { return }
    let link = document.links[Int(node.payload)]
    // A definition of a reference stands elsewhere.
    let span = link.span.isEmpty ? SourceSpan(at: 0) : link.span
    let destination = filled(link.destination, span)
    // Without the part that only the publisher's program knows, a path would be another one.
    let isKnown = !TokenMask.isPart(of: link.destination) || destination.utf8.contains(UInt8(ascii: ":"))
    if isKnown || isShown(span) { document.links[Int(node.payload)].destination = destination }
  }

  private mutating func fillIn(attributesOf node: Node) {
    for index in document.attributes[Int(node.payload)].indices {
      let value = document.attributes[Int(node.payload)][index].value
      if value.utf8.contains(UInt8(ascii: "{")) {
        document.attributes[Int(node.payload)][index].value = filled(value, node.span)
      }
    }
  }

  /// A value with what its tokens show in place of the words that hid them.
  private mutating func filled(_ value: String, _ span: SourceSpan) -> String {
    guard var number = firstToken(endingAfter: span.start) else { return value }
    var bytes = Array(value.utf8)
    var start = 0
    while number < document.tokens.count, document.tokens[number].span.start < span.end {
      let token = document.tokens[number]
      let isWord = document.tokenSet?.syntaxes[token.syntax].isWord ?? false
      let word = TokenMask.text(ofLength: token.span.range.count, isWord: isWord)
      if let found = ByteSearch.firstIndex(of: word, in: bytes, from: start) {
        isSeen[number] = true
        let text = Self.shown(token)
        bytes.replaceSubrange(found..<found + word.count, with: text)
        start = found + text.count
      }
      number += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether all tokens of a place show something.
  private func isShown(_ span: SourceSpan) -> Bool {
    guard let first = firstToken(endingAfter: span.start) else { return false }
    let tokens = document.tokens[first...].prefix { $0.span.start < span.end }
    return !tokens.isEmpty && tokens.allSatisfy { !Self.shown($0).isEmpty }
  }

  /// What a token shows within an address or a value.
  private static func shown(_ token: Token) -> [UInt8] {
    Array((token.target ?? token.text).map { token.isKnown ? $0.value : "" }?.utf8 ?? "".utf8)
  }
}

extension Token {
  /// Whether a token starts the block that another ends.
  fileprivate func isStart(of end: Token) -> Bool {
    role == .start && syntax == end.syntax && (end.name.isEmpty || ASCIICase.equal(name.utf8, end.name.utf8))
  }
}

extension TokenMeaning {
  fileprivate var alertKind: UInt8 { (AlertKind.allCases.first { $0.name == kind } ?? .note).rawValue }
}
