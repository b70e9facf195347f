import DocgenMarkup
import DocgenSupport

/// Reads the rows of a page's requirements tables.
struct RequirementReader {
  let document: Document
  let vocabulary: Vocabulary
  /// The rows of the page that this one is a translation of: what is set as they are is a requirement, too, whatever it is
  /// called.
  private let originals: [Requirement]
  private(set) var requirements: [Requirement] = []

  init(document: Document, vocabulary: Vocabulary, originals: [Requirement] = []) {
    self.document = document
    self.vocabulary = vocabulary
    self.originals = originals
  }

  /// Whether the source has labels, so that words which are not known may be some.
  private var allowsAnyLabel: Bool { originals.contains { !$0.isOfName } }

  mutating func read(_ range: Range<Int>) {
    let before = requirements.count
    readTables(range)
    if requirements.count == before { readDescriptionLists(range) }
    if requirements.count == before { readLabels(range) }
  }

  /// Lists whose terms are labels: only what the vocabulary knows is a requirement.
  private mutating func readDescriptionLists(_ range: Range<Int>) {
    for list in document.containers(in: range) where document.isElement(list, .dl) {
      for entry in document.descriptionEntries(of: list) where !entry.description.isEmpty {
        let label = document.text(of: entry.term)
        guard let key = vocabulary.requirementKey(label.string) else { continue }
        let content = entry.description.lowerBound + 1..<entry.description.upperBound
        add(key, label: labelText(label), content: content, node: entry.term)
      }
    }
  }

  /// Items and paragraphs that start with a label in bold and a colon: `**Header:** winuser.h`.
  ///
  /// Among labels that are known, one that is not is a label, too.
  private mutating func readLabels(_ range: Range<Int>) {
    let before = requirements.count
    for block in document.children(in: range) {
      let items =
        document.nodes[block].kind == .bulletList || document.isElement(block, .ul)
        ? Array(document.children(of: block)) : [block]
      for item in items {
        if let requirement = labelled(item) { requirements.append(requirement) }
      }
    }
    if !allowsAnyLabel, requirements[before...].allSatisfy({ $0.key == nil }) { requirements.removeSubrange(before...) }
  }

  private func labelled(_ item: Int) -> Requirement? {
    let content = document.content(of: item)
    guard let label = document.firstMarked(in: content) else { return nil }
    let text = document.text(of: label)
    let key = vocabulary.requirementKey(text.string)
    let end = Int(document.nodes[label].end)
    guard document.text(in: content.lowerBound..<label).isEmpty, end < content.upperBound else { return nil }
    var value = document.text(in: end..<content.upperBound)
    let colon = value.bytes[...].colonLength
    let hasColon = colon > 0 || text.bytes[...].hasColonAtEnd
    guard key != nil || (hasColon && vocabulary.alert(text.string) == nil) else { return nil }
    if colon > 0 { value.removeFirst(colon) }
    // A whole sentence is prose.
    guard !value.located.value.isEmpty, value.located.value.utf8.last != UInt8(ascii: ".") else { return nil }
    return Requirement(
      key: key, label: labelText(text), values: [value.located], node: item, valueSpan: value.located.span,
      content: end..<content.upperBound)
  }

  private mutating func add(_ key: String, label: Located<String>, content: Range<Int>, node: Int) {
    let text = document.text(in: content).located
    guard !text.value.isEmpty else { return }
    requirements.append(
      Requirement(key: key, label: label, values: [text], node: node, valueSpan: text.span, content: content))
  }

  private mutating func readTables(_ range: Range<Int>) {
    for table in document.containers(in: range) where document.isTable(table) {
      let rows = document.rows(of: table)
      let isOfNames = isOfNames(rows)
      for row in rows where row.cells.count >= 2 && !(row.isHeader && isOfNames) {
        let label = document.text(of: row.cells[0])
        let key = isOfNames ? nil : vocabulary.requirementKey(label.string)
        // A head row counts when it holds a requirement itself; most say "Requirement | Value", or nothing.
        if row.isHeader || row.node == rows.first?.node && isHeader(row), key == nil { continue }
        let values = values(of: row.cells[1])
        if label.isEmpty && values.isEmpty { continue }
        var requirement = Requirement(
          key: key, label: labelText(label), values: values, node: row.node,
          valueSpan: valueSpan(of: row.cells[1], values: values), content: document.content(of: row.cells[1]))
        requirement.isOfName = isOfNames
        requirements.append(requirement)
      }
    }
  }

  /// Whether all cells of a row are words that head columns, though the table does not set it as its head.
  private func isHeader(_ row: TableRow) -> Bool {
    let words = row.cells.map { document.text(of: $0).string }
    return vocabulary.isRequirementHeader(words)
      || words.allSatisfy {
        vocabulary.valueHeader($0) != nil || $0 == words.last && vocabulary.requirementKey($0) != nil
      }
  }

  /// Whether the rows of a table are about names, each with what it needs: the header says neither that there are labels,
  /// nor is a label known.
  private func isOfNames(_ rows: [TableRow]) -> Bool {
    guard let header = rows.first, header.isHeader, header.cells.count >= 2 else { return false }
    let words = header.cells.map { document.text(of: $0).string }
    if words[0].isEmpty || vocabulary.isRequirementHeader(words) || vocabulary.requirementKey(words[0]) != nil {
      return false
    }
    let labels = rows.dropFirst().compactMap { $0.cells.first.map { document.text(of: $0).string } }
    if labels.contains(where: { vocabulary.requirementKey($0) != nil }) { return false }
    guard allowsAnyLabel else { return labels.contains { Identifier.isName($0.utf8) } }
    return originals.contains { $0.isOfName && labels.contains($0.label.value) }
  }

  /// The label without a colon at its end.
  private func labelText(_ text: InlineText) -> Located<String> {
    var bytes = text.bytes[...]
    while bytes.last == 0x20 || bytes.hasColonAtEnd { bytes.removeLast(bytes.hasWideColonAtEnd ? 3 : 1) }
    return text.located(0..<bytes.count)
  }

  private func valueSpan(of cell: Int, values: [Located<String>]) -> SourceSpan {
    guard let first = values.first, let last = values.last else { return document.nodes[cell].span }
    return first.span.union(last.span)
  }

  /// The values of a cell: the terms of its lists, and the lines of text around them.
  private func values(of cell: Int) -> [Located<String>] {
    var result: [Located<String>] = []
    var start = cell + 1
    let end = Int(document.nodes[cell].end)
    func flush(_ upperBound: Int) {
      guard start < upperBound else { return }
      let text = document.text(in: start..<upperBound)
      // Marks between values are none of theirs.
      var end = text.count
      while end > 0, [0x20, UInt8(ascii: ","), UInt8(ascii: ";")].contains(text.bytes[end - 1]) { end -= 1 }
      if end > 0 { result.append(text.located(0..<end)) }
    }
    var index = start
    while index < end {
      let node = document.nodes[index]
      var isBreak = node.kind == .paragraph || node.kind == .lineBreak
      if node.kind == .element {
        switch node.tag {
        case .br, .dt, .dd, .dl, .p, .li, .ul, .ol, .div: isBreak = true
        default: break
        }
      }
      if isBreak {
        flush(index)
        start = index + 1
        if node.kind == .element, node.tag == .dt || node.tag == .dd || node.tag == .li {
          start = index + 1
          let close = Int(node.end)
          // An entry may hold line breaks of its own.
          if !(index + 1..<close).contains(where: { document.isElement($0, .br) || document.isElement($0, .dl) }) {
            flush(close)
            start = close
            index = close
            continue
          }
        }
      }
      index += 1
    }
    flush(end)
    return result
  }
}
