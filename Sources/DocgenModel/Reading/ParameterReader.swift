import DocgenMarkup
import DocgenSupport

/// Reads the parameter list of a page, however it is laid out.
struct ParameterReader {
  let document: Document
  let vocabulary: Vocabulary
  private(set) var parameters: [Parameter] = []

  init(document: Document, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  /// Reads the lists and tables of a section.
  mutating func read(_ range: Range<Int>) {
    let before = parameters.count
    if let first = document.firstBlock(in: range), document.isTermParagraph(first) {
      // Lists and tables stand in descriptions.
      readTermParagraphs(range)
      return
    }
    for container in document.containers(in: range) {
      if document.isTable(container) {
        for row in document.rows(of: container) where !row.isHeader && row.cells.count >= 2 {
          add(
            document.text(of: row.cells[0]), node: row.node,
            description: row.cells[1]..<Int(document.nodes[row.node].end))
        }
      } else {
        for entry in document.descriptionEntries(of: container) {
          var text = document.leadingText(in: document.content(of: entry.term))
          // A term whose marks are damaged may have become a list.
          if text.isEmpty { text = document.text(of: entry.term) }
          add(text, node: entry.term, description: entry.description)
        }
      }
    }
    if parameters.count == before { readBullets(range) }
    if parameters.count == before { readTermParagraphs(range) }
  }

  /// Paragraphs that are nothing but a marked name, each with what follows it up to the next.
  private mutating func readTermParagraphs(_ range: Range<Int>) {
    for entry in document.termParagraphs(in: range) {
      add(document.text(of: entry.term), node: entry.term, description: entry.description)
    }
  }

  /// Reads a sub-heading of the section as one parameter.
  mutating func read(heading section: Section) {
    var text = document.text(of: section.heading)
    text.dropMarker()
    add(text, node: section.heading, description: section.content)
  }

  /// A list whose items start with a marked name: `- *hwnd* [in]: …`.
  private mutating func readBullets(_ range: Range<Int>) {
    for list in document.children(in: range)
    where document.nodes[list].kind == .bulletList || document.isElement(list, .ul) {
      for item in document.children(of: list) {
        let content = document.content(of: item)
        guard let first = document.firstMarked(in: content), let paragraph = document.paragraphs(in: content).first,
          paragraph.lowerBound == first
        else { continue }
        let end = Int(document.nodes[first].end)
        let name = document.text(of: first)
        var text = document.text(in: paragraph)
        // The direction, if any, stands right behind the name.
        let rest = text.bytes.dropFirst(name.count).drop { $0 == 0x20 }
        if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
          text.truncate(to: close + 1)
        } else {
          text = name
        }
        add(text, node: item, description: end..<content.upperBound)
      }
    }
  }

  private mutating func add(_ term: InlineText, node: Int, description: Range<Int>) {
    guard !term.isEmpty else { return }
    let bracket = directionBrackets(term)
    let nameEnd = bracket.map { $0.lowerBound - 1 } ?? term.count
    var parameter = Parameter(
      name: term.located(name(term, 0..<nameEnd)), node: node, description: description)
    guard !parameter.name.value.isEmpty else { return }
    if let bracket {
      let text = term.located(bracket)
      parameter.directionText = text
      parameter.direction = direction(text.value)
      parameter.hasLostDirection = vocabulary.isLostDirection(text.value)
    }
    parameters.append(parameter)
  }

  /// What stands between the first brackets that hold anything; a name may have empty ones of its own (`buffer[]`).
  private func directionBrackets(_ term: InlineText) -> Range<Int>? {
    var start = term.bytes.startIndex
    while let open = term.bytes[start...].firstIndex(of: UInt8(ascii: "[")),
      let close = term.bytes[open...].firstIndex(of: UInt8(ascii: "]"))
    {
      if open > 0, term.bytes[open + 1..<close].contains(where: { $0 != 0x20 }) { return open + 1..<close }
      start = close + 1
    }
    return nil
  }

  /// A name without the marks of an emphasis that show because blanks came between (`_name *`).
  private func name(_ term: InlineText, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, term.bytes[end - 1] == 0x20 { end -= 1 }
    guard end - start > 2, term.bytes[end - 2] == 0x20 else { return range }
    let (first, last) = (term.bytes[start], term.bytes[end - 1])
    let (star, line) = (UInt8(ascii: "*"), UInt8(ascii: "_"))
    guard last == star || (last == line && first == star) else { return range }
    if first == star || first == line { start += 1 }
    return start..<end - 1
  }

  /// The meaning of the words in brackets: all together, or else one by one.
  private func direction(_ text: String) -> ParameterDirection? {
    if let key = vocabulary.direction(text) { return ParameterDirection(key: key) }
    var result: ParameterDirection = []
    var isKnown = false
    for word in text.utf8.split(whereSeparator: { ",;|".utf8.contains($0) }) {
      if let key = vocabulary.direction(String(decoding: word, as: UTF8.self)) {
        result.formUnion(ParameterDirection(key: key))
        isKnown = true
      } else {
        return nil
      }
    }
    return isKnown ? result : nil
  }
}

extension ParameterDirection {
  /// The meaning of a key of the vocabulary's `directions`.
  init(key: String) {
    switch key {
    case "in": self = .in
    case "out": self = .out
    case "in-out": self = .inOut
    case "optional": self = .optional
    case "retval": self = .returnValue
    case "reserved": self = .reserved
    default: self = []
    }
  }
}
