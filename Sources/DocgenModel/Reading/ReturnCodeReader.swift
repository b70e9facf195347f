import DocgenMarkup
import DocgenSupport

/// Reads the return codes of a page from lists and tables.
struct ReturnCodeReader {
  let document: Document
  let vocabulary: Vocabulary
  /// Marked words at the start of paragraphs are codes even where they do not look like it: the source has its codes there.
  let allowsAnyTerm: Bool
  /// So are those at the start of items.
  let allowsAnyItem: Bool
  private(set) var codes: [ReturnCode] = []

  init(document: Document, vocabulary: Vocabulary, allowsAnyTerm: Bool = false, allowsAnyItem: Bool = false) {
    self.document = document
    self.vocabulary = vocabulary
    self.allowsAnyTerm = allowsAnyTerm
    self.allowsAnyItem = allowsAnyItem
  }

  /// Reads lists and tables, else bullets, else paragraphs.
  mutating func readAll(_ range: Range<Int>) {
    let before = codes.count
    read(range)
    readBullets(range)
    if codes.count == before { readParagraphs(range) }
  }

  mutating func read(_ range: Range<Int>) {
    for container in document.containers(in: range) {
      if document.isTable(container) {
        readTable(container)
      } else {
        readList(container)
      }
    }
  }

  /// Reads only tables whose first column is headed as one of codes, in a section that is about other things, too.
  mutating func readTables(headedIn range: Range<Int>) {
    for table in document.containers(in: range) where document.isTable(table) {
      guard let header = document.rows(of: table).first, header.isHeader, let cell = header.cells.first else {
        continue
      }
      switch vocabulary.valueHeader(document.text(of: cell).string) {
      case "return-code", "return-code-value", "error-code": readTable(table)
      default: break
      }
    }
  }

  private mutating func readList(_ list: Int) {
    let entries = document.descriptionEntries(of: list)
    var unread: [Int: InlineText] = [:]
    let first = codes.count
    var hasParentheses = false
    for (index, entry) in entries.enumerated() {
      var code = emptyCode(entry.term, container: list, description: entry.description)
      let text = document.leadingText(in: document.content(of: entry.term))
      read(term: text, into: &code)
      if code.value == nil {
        unread[codes.count] = text
      } else if text.bytes.last == UInt8(ascii: ")") {
        hasParentheses = true
      }
      // Terms in a row share a description; what it says of a value is about the last of them.
      let isShared =
        index + 1 < entries.count && entries[index + 1].description.lowerBound == entry.description.lowerBound
      if !isShared { read(description: entry.description, into: &code) }
      add(code)
    }
    guard hasParentheses else { return }
    for index in first..<codes.count where codes[index].value == nil {
      if let text = unread[index] { readLostValue(text, into: &codes[index]) }
    }
  }

  /// Takes the words in parentheses after a name for its value, in a list whose other entries have theirs there.
  private func readLostValue(_ text: InlineText, into code: inout ReturnCode) {
    guard let open = lastParenthesis(text, end: text.count), open > 0 else { return }
    code.value = text.located(open + 1..<closing(text, end: text.count))
    code.name = text.located(0..<open)
  }

  func emptyCode(_ node: Int, container: Int, description: Range<Int>) -> ReturnCode {
    ReturnCode(
      isSymbolic: false, node: node, container: container, span: document.nodes[node].span, description: description)
  }

  mutating func add(_ code: ReturnCode) {
    guard code.name != nil || code.value != nil else { return }
    codes.append(code)
  }

  /// A table whose first column holds names or values.
  private mutating func readTable(_ table: Int) {
    for row in document.rows(of: table) where !row.isHeader && !row.cells.isEmpty {
      let end = Int(document.nodes[row.node].end)
      let cell = row.cells[0]
      let description = row.cells.count > 1 ? row.cells[row.cells.count > 2 ? 2 : 1]..<end : end..<end
      var code = emptyCode(row.node, container: table, description: description)
      code.span = document.nodes[cell].span
      let terms = document.children(in: document.content(of: cell)).filter { document.isElement($0, .dl) }
        .flatMap { document.descriptionEntries(of: $0).map(\.term) }
      if terms.isEmpty {
        read(term: document.text(of: cell), into: &code)
      } else {
        for term in terms { read(term: document.text(of: term), into: &code) }
      }
      if row.cells.count > 2 { read(cell: document.text(of: row.cells[1]), into: &code) }
      add(code)
    }
  }

  // MARK: Descriptions

  /// The value as the first term of a list that the description starts with.
  private func readInnerTerm(_ description: Range<Int>, into code: inout ReturnCode) -> Bool {
    guard let list = document.firstBlock(in: description), document.isElement(list, .dl),
      let term = document.descriptionEntries(of: list).first?.term
    else { return false }
    return readBareValue(document.text(of: term), into: &code)
  }

  /// A number alone, or in two bases: `1300 (0x514)`.
  private func readBareValue(_ text: InlineText, into code: inout ReturnCode) -> Bool {
    guard let first = text.bytes.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "(") else {
      return false
    }
    var inner = code
    inner.name = nil
    read(term: text, into: &inner)
    guard inner.name == nil, inner.value != nil else { return false }
    code.value = inner.value
    code.alternateValue = inner.alternateValue
    return true
  }

  /// The value, and the name where the term has none, as paragraphs of the description.
  private func read(description: Range<Int>, into code: inout ReturnCode) {
    guard code.value == nil, !code.isSymbolic || code.name != nil else { return }
    if readInnerTerm(description, into: &code) { return }
    let paragraphs = document.paragraphs(in: description)
    guard let first = paragraphs.first else { return }
    let text = document.text(in: first)
    guard let value = codeValue(text.bytes, allowsSpacedRange: true) else {
      if text.count <= 40, readBareValue(text, into: &code) { return }
      // A number to which something happened (`85 %`).
      if code.name != nil, !code.isSymbolic, text.count <= 16, looksLikeValue(text.bytes[...]) {
        code.value = text.located
      }
      return
    }
    set(value, at: text.located, in: &code)
    if code.name == nil, paragraphs.count > 1 {
      let name = document.text(in: paragraphs[1])
      // A whole sentence is a description, not a name.
      if !name.isEmpty, name.count <= 60, name.bytes.last != UInt8(ascii: ".") {
        code.name = name.located
        code.isSymbolic = Identifier.isSymbolic(name.bytes)
      }
    }
  }
}
