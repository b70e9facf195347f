import DocgenMarkup
import DocgenSupport

/// Reads the parameter list of a page, however it is laid out.
struct ParameterReader {
  let document: Document
  let vocabulary: Vocabulary
  /// Paragraphs of nothing but marked words are terms even where they are no name: the source has its names there.
  let allowsAnyTerm: Bool
  /// Short lines with marks in them are terms: the source has names on lines of their own there.
  let allowsTornLines: Bool
  var parameters: [Parameter] = []
  /// What the parameters that are read next belong to.
  var owner: Int?
  /// They are parameters of a template.
  var isOfTemplate = false
  /// Whether the headings of a level below another are names, by the index of that.
  private var groups: [HeadingGroup: Bool] = [:]

  private struct HeadingGroup: Hashable {
    var parent: Int?
    var level: Int
  }

  init(document: Document, vocabulary: Vocabulary, forms: Set<TermForms.Form> = []) {
    self.document = document
    self.vocabulary = vocabulary
    allowsAnyTerm = forms.contains(.paragraph)
    allowsTornLines = forms.contains(.line)
  }

  /// Reads the lists and tables of a section.
  mutating func read(_ range: Range<Int>) {
    let before = parameters.count
    // Lists and tables stand in descriptions.
    if startsWithLines(range) { return readLines(range) }
    for container in document.containers(in: range) {
      if document.isTable(container) {
        readTable(container)
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
    if parameters.count == before { readLines(range) }
    if parameters.count == before { readLabelledParagraphs(range) }
  }

  /// A table whose rows are parameters; its header may say which columns hold the name and the direction.
  private mutating func readTable(_ table: Int) {
    var nameColumn = 0
    var directionColumn: Int?
    for row in document.rows(of: table) {
      if row.isHeader {
        let columns = row.cells.map { vocabulary.valueHeader(document.text(of: $0).string) }
        nameColumn = columns.firstIndex { $0 == "parameter" || $0 == "name" || $0 == "argument" } ?? 0
        directionColumn = columns.firstIndex { $0 == "direction" }
        continue
      }
      guard row.cells.count >= 2, nameColumn < row.cells.count else { continue }
      let next = row.cells.firstIndex { $0 > row.cells[nameColumn] }
      let end = Int(document.nodes[row.node].end)
      let before = parameters.count
      add(
        document.text(of: row.cells[nameColumn]), node: row.node,
        description: (next.map { row.cells[$0] } ?? end)..<end)
      guard parameters.count > before, let directionColumn, directionColumn < row.cells.count else { continue }
      let words = document.text(of: row.cells[directionColumn])
      if !words.isEmpty { setDirection(words.located, of: &parameters[before]) }
    }
  }

  // MARK: Labels

  /// Paragraphs that begin with a marked name and a colon or dash: `**hwnd**: the window`.
  private mutating func readLabelledParagraphs(_ range: Range<Int>) {
    for entry in document.termParagraphs(in: range, where: isLabel) {
      add(entry.term.name, node: entry.block, description: entry.description)
      if let words = entry.term.parenthesis { readDirection(in: words) }
    }
  }

  /// Whether a name with a colon or dash after it is none that introduces something else.
  private func isLabel(_ term: MarkedTerm) -> Bool {
    term.tail == .separator && (term.isName || allowsAnyTerm)
      && vocabulary.alert(term.name.string) == nil
      && vocabulary.propertyLabel(term.name.string) == nil
  }

  /// Whether the headings beside a section, and its own, are rather names than titles in words, which group what a text
  /// says: `AWS EBS`, `Azure Disk`, `Local`.
  mutating func areNames(besides index: Int, _ facts: PageFacts) -> Bool {
    let own = facts.sections[index]
    let group = HeadingGroup(parent: own.parent, level: own.level)
    if let known = groups[group] { return known }
    let beside = facts.sections.filter { $0.parent == own.parent && $0.level == own.level }
    let areNames = beside.count(where: isOfWords) * 2 <= beside.count
    groups[group] = areNames
    return areNames
  }

  /// Whether a title is several words, with no marks or signs that set a name apart.
  private func isOfWords(_ section: Section) -> Bool {
    var title = document.text(of: section.heading)
    title.dropMarker()
    return title.bytes.contains(0x20) && document.firstMarked(in: document.content(of: section.heading)) == nil
      && title.bytes.allSatisfy { Identifier.isNameByte($0) || $0 == 0x20 || $0 >= 0x80 }
  }

  /// Reads a sub-heading of the section as one parameter.
  mutating func read(heading section: Section) {
    var text = document.text(of: section.heading)
    text.dropMarker()
    add(text, node: section.heading, description: section.content)
  }

  /// A list whose items start with a marked name: `- *hwnd* [in]: …`, `- *hwnd* (HWND, in): …`.
  private mutating func readBullets(_ range: Range<Int>) {
    for entry in document.termItems(in: range, where: { _ in true }) {
      var text = entry.term.name
      // The direction, if any, stands right after the name.
      let paragraph = document.paragraphs(in: document.content(of: entry.item))[0]
      let whole = document.text(in: paragraph)
      let rest = whole.bytes.dropFirst(text.count).drop { $0 == 0x20 }
      if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
        text = whole
        text.truncate(to: close + 1)
      }
      let before = parameters.count
      add(text, node: entry.item, description: entry.description)
      if parameters.count > before, let words = entry.term.parenthesis { readDirection(in: words) }
    }
  }

  /// Takes the direction of the last parameter from words in parentheses: `HWND, in, optional`.
  mutating func readDirection(in words: InlineText) {
    guard let last = parameters.indices.last, parameters[last].directionText == nil else { return }
    // From the first word that is a direction to the end of the last.
    var span: Range<Int>?
    var start = 0
    for part in words.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let text = words.located(part.startIndex..<part.endIndex)
      if vocabulary.direction(text.value) != nil { span = (span?.lowerBound ?? start)..<part.endIndex }
      start = part.endIndex + 1
    }
    if let span { setDirection(words.located(span), of: &parameters[last]) }
  }

  func setDirection(_ text: Located<String>, of parameter: inout Parameter) {
    parameter.directionText = text
    parameter.direction = direction(text.value)
    parameter.hasLostDirection = vocabulary.isLostDirection(text.value)
  }

  mutating func add(_ term: InlineText, node: Int, description: Range<Int>) {
    guard !term.isEmpty else { return }
    if let bracket = loneBracket(term) {
      // What is left of a term that lost its name.
      let place = SourceSpan(at: term.located(0..<1).span.start)
      var parameter = Parameter(name: Located("", at: place), node: node, description: description)
      setDirection(term.located(bracket), of: &parameter)
      parameter.owner = owner
      parameters.append(parameter)
      return
    }
    let leading = leadingBrackets(term)
    let bracket = leading ?? directionBrackets(term) ?? directionParentheses(term)
    let nameRange =
      leading.map { $0.upperBound + 1..<term.count } ?? 0..<(bracket.map { $0.lowerBound - 1 } ?? term.count)
    var parameter = Parameter(
      name: term.located(name(term, nameRange)), node: node, description: description)
    guard !parameter.name.value.isEmpty else { return }
    (parameter.owner, parameter.isOfTemplate) = (owner, isOfTemplate)
    if let bracket { setDirection(term.located(bracket), of: &parameter) }
    parameters.append(parameter)
  }

  /// What stands in the only brackets of a term that holds nothing but a direction.
  private func loneBracket(_ term: InlineText) -> Range<Int>? {
    guard term.count > 2, term.bytes.first == UInt8(ascii: "["), term.bytes.last == UInt8(ascii: "]"),
      term.bytes.count(where: { $0 == UInt8(ascii: "[") }) == 1
    else { return nil }
    let words = term.string(1..<term.count - 1)
    return direction(words) != nil || vocabulary.isLostDirection(words) ? 1..<term.count - 1 : nil
  }

  /// What stands in brackets before the name: `[in] hwnd`.
  private func leadingBrackets(_ term: InlineText) -> Range<Int>? {
    guard term.bytes.first == UInt8(ascii: "["), let close = term.bytes.firstIndex(of: UInt8(ascii: "]")),
      close + 2 < term.count, term.bytes[close + 1] == 0x20, term.bytes.count(where: { $0 == UInt8(ascii: "[") }) == 1
    else { return nil }
    return 1..<close
  }

  /// What stands in parentheses after the name, where it is a direction: `options (optional)`.
  private func directionParentheses(_ term: InlineText) -> Range<Int>? {
    guard term.bytes.last == UInt8(ascii: ")"), let open = term.bytes.lastIndex(of: UInt8(ascii: "(")), open > 1,
      term.bytes[open - 1] == 0x20, direction(term.string(open + 1..<term.count - 1)) != nil
    else { return nil }
    return open + 1..<term.count - 1
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

  /// A name without the marks of an emphasis that show because spaces came between (`_name *`).
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
  func direction(_ text: String) -> ParameterDirection? {
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
