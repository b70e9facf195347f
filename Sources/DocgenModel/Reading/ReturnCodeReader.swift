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

  // MARK: Terms

  /// The value that fills a text; a full stop may follow it.
  func codeValue(_ text: some BidirectionalCollection<UInt8>, allowsSpacedRange: Bool = false) -> CodeValue? {
    let value = CodeValue(text, allowsSpacedRange: allowsSpacedRange, rangeWords: vocabulary.rangeWords)
    guard value == nil, text.last == UInt8(ascii: "."), text.dropLast().last != UInt8(ascii: ".") else { return value }
    return CodeValue(text.dropLast(), allowsSpacedRange: allowsSpacedRange, rangeWords: vocabulary.rangeWords)
  }

  /// A second column: the value of a name, or the name of a value.
  private func read(cell text: InlineText, into code: inout ReturnCode) {
    if let value = codeValue(text.bytes) {
      set(value, at: text.located, in: &code)
    } else if code.name == nil, Identifier.isSymbolic(text.bytes) {
      code.name = text.located
      code.isSymbolic = true
    }
  }

  /// `Success (0)`, `0`, `(32776)`, `E_FAIL`, `wbemErrFailed - 2147749889 (0x80041001)`, `0 (0x0)` …
  func read(term text: InlineText, into code: inout ReturnCode) {
    guard !text.isEmpty else { return }
    if let value = codeValue(text.bytes, allowsSpacedRange: true) {
      set(value, at: text.located, in: &code)
      return
    }
    // After a name, a term without any letter is the value, whatever happened to it.
    if code.name != nil, code.value == nil, isDigitsAndSigns(text.bytes) {
      code.value = text.located
      return
    }
    let hadValue = code.value != nil
    defer {
      if !hadValue { sortValues(of: &code) }
    }
    var end = text.count
    // A value in parentheses at the end; there may be two (`X (5) (0x5)`).
    while let open = lastParenthesis(text, end: end) {
      let inner = open + 1..<closing(text, end: end)
      if let value = codeValue(text.bytes[inner], allowsSpacedRange: true) {
        set(value, at: text.located(inner), in: &code)
      } else if looksLikeValue(text.bytes[inner]) {
        let located = text.located(inner)
        if code.value == nil { code.value = located }
      } else {
        break
      }
      end = open
      while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
    }
    if code.value == nil, let inner = innerValue(text) {
      set(codeValue(text.bytes[inner]), at: text.located(inner), in: &code)
      end = inner.lowerBound - 1
    }
    readName(text, 0..<end, into: &code)
  }

  /// A value in parentheses within a name, whose words a translation may have put around it.
  private func innerValue(_ text: InlineText) -> Range<Int>? {
    guard let open = text.bytes.lastIndex(of: UInt8(ascii: "(")), open > 0,
      let close = text.bytes[open...].firstIndex(of: UInt8(ascii: ")")), close + 1 < text.count,
      text.bytes[close + 1] == 0x20, codeValue(text.bytes[open + 1..<close]) != nil
    else { return nil }
    return open + 1..<close
  }

  /// Puts the value first that stands first.
  private func sortValues(of code: inout ReturnCode) {
    guard let value = code.value, let other = code.alternateValue, other.span.start < value.span.start else { return }
    (code.value, code.alternateValue) = (other, value)
  }

  /// A name, or a name and a value with a dash or an equals sign between.
  private func readName(_ text: InlineText, _ range: Range<Int>, into code: inout ReturnCode) {
    guard !range.isEmpty else { return }
    if let value = codeValue(text.bytes[range], allowsSpacedRange: true) {
      set(value, at: text.located(range), in: &code)
      return
    }
    if let split = separator(text, range), let value = codeValue(text.bytes[split.upperBound..<range.upperBound]) {
      set(value, at: text.located(split.upperBound..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<split.lowerBound, into: &code)
      return
    }
    if let start = trailingHexadecimal(text, range), let value = codeValue(text.bytes[start..<range.upperBound]) {
      set(value, at: text.located(start..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<nameEnd(text, range.lowerBound..<start), into: &code)
      return
    }
    if let start = lastWord(text, range), let value = codeValue(text.bytes[start..<range.upperBound]),
      (code.name != nil && code.value == nil) || Identifier.isSymbolic(text.bytes[range.lowerBound..<start - 1])
    {
      set(value, at: text.located(start..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<start - 1, into: &code)
      return
    }
    if code.name == nil, code.value == nil, let end = statusNumber(text.bytes[range]),
      let value = codeValue(text.bytes[range.lowerBound..<end])
    {
      set(value, at: text.located(range.lowerBound..<end), in: &code)
      code.name = text.located(end..<range.upperBound)
      return
    }
    guard code.name == nil else { return }
    let name = text.located(range)
    guard !name.value.isEmpty else { return }
    code.name = name
    // Functions of C return names with a sign: `-EINVAL`.
    let unsigned = name.value.utf8.first == UInt8(ascii: "-") ? name.value.utf8.dropFirst() : name.value.utf8[...]
    code.isSymbolic = Identifier.isSymbolicExpression(unsigned)
  }

  /// Where a number of three digits ends that words follow, as in the status of a response: `404 Not Found`.
  func statusNumber(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 3, digits.endIndex + 1 < text.endIndex, text[digits.endIndex] == 0x20,
      (0x31...0x35).contains(digits[digits.startIndex]), (0x41...0x5A).contains(text[digits.endIndex + 1])
    else { return nil }
    return digits.endIndex
  }

  /// Where the last of several words starts.
  private func lastWord(_ text: InlineText, _ range: Range<Int>) -> Int? {
    text.bytes[range].lastIndex(of: 0x20).map { $0 + 1 }
  }

  /// Where a hexadecimal number at the end of a text starts, after a space or a hyphen.
  private func trailingHexadecimal(_ text: InlineText, _ range: Range<Int>) -> Int? {
    let start = text.bytes[range].lastIndex { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    guard let start, start + 3 < range.upperBound, start > range.lowerBound, text.bytes[start + 1] == UInt8(ascii: "0"),
      text.bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    return start + 1
  }

  /// The end of a name before its value, without the marks between.
  private func nameEnd(_ text: InlineText, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  private func lastParenthesis(_ text: InlineText, end: Int) -> Int? {
    guard end > 0, text.bytes[closing(text, end: end)] == UInt8(ascii: ")") else { return nil }
    return text.bytes[..<end].lastIndex(of: UInt8(ascii: "("))
  }

  /// The index of the closing parenthesis; a full stop or colon may follow it.
  private func closing(_ text: InlineText, end: Int) -> Int {
    var index = end - 1
    while index > 0, [UInt8(ascii: "."), UInt8(ascii: ":"), 0x20].contains(text.bytes[index]) { index -= 1 }
    return index
  }

  /// Text in parentheses that stands where a value stood: digits and dots, whatever else happened to them.
  private func looksLikeValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var letters = 0
    for byte in bytes {
      if (0x30...0x39).contains(byte) { digits += 1 } else if (0x61...0x7A).contains(byte | 0x20) { letters += 1 }
    }
    return digits > 0 ? letters <= digits : bytes.contains(UInt8(ascii: ".")) && letters == 0
  }

  private func isDigitsAndSigns(_ bytes: [UInt8]) -> Bool {
    bytes.contains { (0x30...0x39).contains($0) } && bytes.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0 | 0x20) }
      && bytes.first != UInt8(ascii: "(")
  }

  /// A hyphen, dash or equals sign with spaces around it, or a colon.
  private func separator(_ text: InlineText, _ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { return index..<index + 1 }
      if text.bytes[index - 1] == 0x20 {
        let next = index + 1 < range.upperBound ? text.bytes[index + 1] : 0
        if byte == UInt8(ascii: "-"), next == 0x20 { return index..<index + 1 }
        if byte == 0xE2, index + 2 < range.upperBound, next == 0x80 { return index..<index + 3 }
      }
      index += 1
    }
    return nil
  }

  private func set(_ value: CodeValue?, at place: Located<String>, in code: inout ReturnCode) {
    guard let value else { return }
    let located = Located(value.text, at: place.span)
    if code.value == nil {
      code.value = located
    } else if code.alternateValue == nil {
      code.alternateValue = located
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
