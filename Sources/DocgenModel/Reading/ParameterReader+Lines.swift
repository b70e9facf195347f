import DocgenMarkup
import DocgenSupport

/// Parameters whose names are lines of their own, each at the head of a paragraph.
extension ParameterReader {
  /// A paragraph that begins with a line of names.
  private struct Entry {
    var block: Int
    /// What is set apart on the line; `nil` if a translation tore it.
    var term: MarkedTerm?
  }

  /// Whether a paragraph with a name on a line of its own stands before all lists and tables of a range.
  func startsWithLines(_ range: Range<Int>) -> Bool {
    for block in document.children(in: range) {
      switch document.nodes[block].kind {
      case .paragraph: if let entry = entry(block), entry.term.map({ $0.lineEnd != .soft }) ?? true { return true }
      case .table, .bulletList, .orderedList: return false
      case .element where [.dl, .ul, .ol, .table].contains(document.nodes[block].tag): return false
      default: break
      }
    }
    return false
  }

  /// Paragraphs whose first line is a marked name, each with what follows it up to the next.
  ///
  /// Where others end their first lines by a break, one that forgot it is a parameter, too.
  mutating func readLines(_ range: Range<Int>) {
    let entries = document.children(in: range).compactMap(entry)
    guard entries.contains(where: { $0.term.map { $0.lineEnd != .soft } ?? true }) else { return }
    for (index, entry) in entries.enumerated() {
      let end = index + 1 < entries.count ? entries[index + 1].block : range.upperBound
      let rest = document.afterFirstLine(of: entry.block)
      guard let term = entry.term else {
        addTorn(entry.block, description: rest.lowerBound..<end)
        continue
      }
      let start = term.lineEnd == nil ? Int(document.nodes[entry.block].end) : rest.lowerBound
      let before = parameters.count
      for name in names(of: term, in: entry.block) { add(name, node: entry.block, description: start..<end) }
      guard parameters.count > before else { continue }
      if let words = term.parenthesis { readDirection(in: words) }
      readLeadingDirection(term.lineEnd == nil ? start..<end : rest)
    }
  }

  private func entry(_ block: Int) -> Entry? {
    guard document.nodes[block].kind == .paragraph else { return nil }
    if let term = document.markedTerm(in: document.content(of: block)) {
      if isLine(term, of: block) { return Entry(block: block, term: term) }
      if vocabulary.alert(term.name.string) != nil { return nil }
    }
    return allowsTornLines && isTornLine(of: block) ? Entry(block: block) : nil
  }

  /// The names on the line that a paragraph begins with.
  private func names(of term: MarkedTerm, in block: Int) -> [InlineText] {
    if !term.others.isEmpty { return [term.name] + term.others.map { document.text(of: $0) } }
    if term.parenthesis != nil || term.tail == .separator { return [term.name] }
    let line = term.lineEnd == nil ? document.text(of: block) : document.firstLine(of: block)
    return [line.bytes.quotationMarkLength > 0 ? term.name : line]
  }

  /// Takes the direction of the last parameter from brackets that its description begins with: `[in] The window.`
  private mutating func readLeadingDirection(_ description: Range<Int>) {
    guard let last = parameters.indices.last, parameters[last].directionText == nil,
      let paragraph = document.paragraphs(in: description).first
    else { return }
    let text = document.text(in: paragraph)
    guard text.bytes.first == UInt8(ascii: "["), let close = text.bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return
    }
    let words = text.located(1..<close)
    if direction(words.value) != nil || vocabulary.isLostDirection(words.value) {
      setDirection(words, of: &parameters[last])
    }
  }

  private func isTerm(_ term: MarkedTerm) -> Bool { term.tail == .nothing || term.tail == .brackets }

  /// Whether a marked name is all that its line holds; words that introduce a note are none.
  private func isLine(_ term: MarkedTerm, of block: Int) -> Bool {
    guard isTerm(term) || term.lineEnd != nil else { return false }
    if term.lineEnd == .soft { return term.isName && term.tail == .words }
    if term.lineEnd == nil {
      if isLabelOfCode(term, block) { return false }
      // A line of code alone is an example.
      return term.isName || allowsAnyTerm && document.nodes[document.content(of: block).lowerBound].kind != .code
    }
    let isName = term.isName && !term.lineHoldsWords || allowsAnyTerm || isFormOfNames(block)
    return isName && vocabulary.alert(term.name.string) == nil
  }

  /// Whether a word with a capital stands right above code, and says what that is: "**Types**".
  private func isLabelOfCode(_ term: MarkedTerm, _ block: Int) -> Bool {
    let next = Int(document.nodes[block].end)
    guard next < document.nodes.count, document.nodes[next].kind == .codeBlock, let first = term.name.bytes.first else {
      return false
    }
    return (0x41...0x5A).contains(first) && term.name.bytes.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
      || first >= 0x80
  }

  /// Whether the first line of a paragraph shows names in marks with signs alone between: **`on`** | **`off`**, or how one
  /// is called: **`wait(`** *n* **`)`**.
  private func isFormOfNames(_ block: Int) -> Bool {
    let line = document.lineOfMarks(block)
    guard !line.marks.isEmpty else { return false }
    if MemberReader.nameOfCall(document.firstLine(of: block).bytes) != nil { return true }
    let bar = UInt8(ascii: "|")
    return line.between.contains(bar) && line.between.allSatisfy { [UInt8(ascii: ","), bar, 0x20].contains($0) }
      && line.marks.allSatisfy { Identifier.isName(document.text(of: $0).bytes) }
  }

  // MARK: Torn lines

  /// The longest line that may be one of a name: a name of some length, and a few words beside it.
  private static let longestLine = 40

  /// Whether a paragraph begins with a short line that was one of a name, before a program set its break or marks elsewhere:
  /// `\ *init*`, `*\ für* den`, `*Zuordner\*`.
  private func isTornLine(of block: Int) -> Bool {
    let line = document.firstLine(of: block)
    guard !line.isEmpty, line.count <= Self.longestLine else { return false }
    let rest = document.afterFirstLine(of: block)
    guard !rest.isEmpty, !document.text(in: rest).isEmpty else { return false }
    let star = UInt8(ascii: "*")
    return line.bytes.first == star || line.bytes.last == star
      || document.firstMarked(in: document.content(of: block).lowerBound..<rest.lowerBound) != nil
  }

  /// Adds what a torn line stands for, which is written anew as a whole.
  private mutating func addTorn(_ block: Int, description: Range<Int>) {
    let before = parameters.count
    add(document.firstLine(of: block), node: block, description: description)
    // With a direction on it, the line holds more than the name.
    guard parameters.count > before, parameters[before].directionText == nil else { return }
    parameters[before].tornLine = document.fileLine(of: block)
  }
}

extension Document {
  /// The marks on the first line of a block, and the text between them.
  fileprivate func lineOfMarks(_ block: Int) -> (marks: [Int], between: [UInt8]) {
    let line = block + 1..<max(block + 1, afterFirstLine(of: block).lowerBound)
    var marks: [Int] = []
    var between: [UInt8] = []
    for child in children(in: line) {
      if firstMarked(in: child..<child + 1) != nil { marks.append(child) } else { between += text(of: child).bytes }
    }
    return (marks, between)
  }

  /// The place of the first line of a block in the file, from the start of the block to the end of the line.
  func fileLine(of block: Int) -> SourceSpan {
    let start = Int(nodes[block].span.start)
    let end = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    return SourceSpan(start..<end)
  }
}
