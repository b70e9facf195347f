import DocgenMarkup
import DocgenSupport

/// Reads the members that a class, interface, structure, element or enumeration page lists.
struct MemberReader {
  let document: Document
  let vocabulary: Vocabulary
  /// Paragraphs of nothing but marked words are terms even where they are no name: the source has its names there.
  let allowsAnyTerm: Bool
  /// Whether a plain word with a colon may be a member's name.
  private var allowsPlainLabels = true
  private(set) var members: [Member]

  init(document: Document, vocabulary: Vocabulary, allowsAnyTerm: Bool = false, members: [Member] = []) {
    self.document = document
    self.vocabulary = vocabulary
    self.allowsAnyTerm = allowsAnyTerm
    self.members = members
  }

  /// Reads the lists, tables and marked paragraphs of a section; `isOfHeading` where it stands below a heading of its own
  /// within the list, whose text may hold labels (`**Raises:** …`) that are no members.
  mutating func read(_ range: Range<Int>, role: SectionRole, isOfHeading: Bool = false) {
    let before = members.count
    allowsPlainLabels = !isOfHeading
    if role.holdsConstants { readConstants(range, role: role) } else { readLists(range, role: role) }
    if members.count == before { readTermParagraphs(range, role: role) }
    if members.count == before { readItems(range, role: role) }
  }

  /// Paragraphs that are nothing but a marked name, or else begin with one and a colon.
  private mutating func readTermParagraphs(_ range: Range<Int>, role: SectionRole) {
    var entries = document.termParagraphs(in: range) {
      ($0.tail == .nothing || $0.tail == .brackets) && ($0.isName || allowsAnyTerm)
    }
    if entries.isEmpty {
      entries = document.termParagraphs(in: range, where: isLabel).filter { !document.isProduction($0.block) }
    }
    for entry in entries {
      add(
        name: entry.term.name, in: entry.block + 1..<entry.term.end, node: entry.block, role: role,
        description: entry.description)
    }
  }

  /// Items of lists that begin with a marked name and a colon: `- **cbSize**: the size`.
  private mutating func readItems(_ range: Range<Int>, role: SectionRole) {
    for entry in document.termItems(in: range, where: isLabel) {
      add(
        name: entry.term.name, in: entry.item + 1..<entry.term.end, node: entry.item, role: role,
        description: entry.description)
    }
  }

  /// Whether a name with a colon or dash after it is none that introduces something else.
  private func isLabel(_ term: MarkedTerm) -> Bool {
    term.tail == .separator && (term.isName || allowsAnyTerm && allowsPlainLabels)
      && (allowsPlainLabels || Identifier.isSymbolic(term.name.bytes))
      && vocabulary.alert(term.name.string) == nil && vocabulary.propertyLabel(term.name.string) == nil
  }

  private mutating func readLists(_ range: Range<Int>, role: SectionRole) {
    for container in document.containers(in: range) {
      if document.isTable(container) {
        readTable(container, role: role)
      } else {
        for entry in document.descriptionEntries(of: container) {
          add(
            term: document.content(of: entry.term), node: entry.term, role: role, description: entry.description)
        }
      }
    }
  }

  /// Reads a sub-heading of a section as one member.
  mutating func read(heading section: Section, role: SectionRole) {
    var title = document.text(of: section.heading)
    title.dropMarker()
    var member = Member(role: role, name: title.located, node: section.heading, description: section.content)
    guard !member.name.value.isEmpty else { return }
    if !Identifier.isName(title.bytes), let name = Self.nameOfCall(title.bytes) { member.name = title.located(name) }
    // `-field KeyboardType:0x4` states the value, too.
    if role.holdsConstants, let colon = title.bytes.firstIndex(of: UInt8(ascii: ":")) {
      member.name = title.located(0..<colon)
      let value = title.located(colon + 1..<title.count)
      if CodeValue(value.value.utf8) != nil { member.value = value }
    }
    readLabels(section.content, into: &member)
    members.append(member)
  }

  /// The name in a title that shows how a member is called: `boil(celsius=100.0, *, wait=True)`.
  static func nameOfCall(_ title: some BidirectionalCollection<UInt8>) -> Range<Int>? {
    let name = title.prefix { Identifier.isNameByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    guard Identifier.isName(name), title.dropFirst(name.count).first == UInt8(ascii: "("),
      title.last == UInt8(ascii: ")")
    else { return nil }
    return 0..<name.count
  }

  /// Reads lists and tables whose entries are names with values.
  private mutating func readConstants(_ range: Range<Int>, role: SectionRole) {
    var reader = ReturnCodeReader(document: document, vocabulary: vocabulary)
    reader.read(range)
    for code in reader.codes {
      guard let name = code.name ?? code.value else { continue }
      var member = Member(role: role, name: name, node: code.node, description: code.description)
      if code.name != nil { member.value = code.value }
      if code.node < code.description.lowerBound {
        member.link = document.firstLink(in: code.node..<code.description.lowerBound)?.destination
      }
      members.append(member)
    }
    if reader.codes.isEmpty { readBareNames(range, role: role) }
  }

  /// Lists without terms, of nothing but names in bold.
  private mutating func readBareNames(_ range: Range<Int>, role: SectionRole) {
    for list in document.containers(in: range) where document.isElement(list, .dl) {
      let marked = document.content(of: list).filter { document.nodes[$0].kind == .strong }
      // Among sentences, a name in bold is one that is spoken of.
      let length = marked.reduce(0) { $0 + document.text(of: $1).count + 2 }
      guard document.text(of: list).count <= length else { continue }
      for index in marked {
        let name = document.text(of: index)
        guard Identifier.isSymbolic(name.bytes) else { continue }
        let end = Int(document.nodes[index].end)
        members.append(Member(role: role, name: name.located, node: index, description: end..<end))
      }
    }
  }

  /// Reads only tables whose header says that they hold constants and their values, in a section that may be about
  /// anything.
  mutating func readConstants(headedIn range: Range<Int>) {
    for table in document.containers(in: range) where document.isTable(table) {
      guard let header = document.rows(of: table).first, header.isHeader, header.cells.count > 1 else { continue }
      let columns = header.cells.prefix(2).map { vocabulary.valueHeader(document.text(of: $0).string) }
      guard columns[0] == "constant-value" || (columns[0] == "constant" && columns[1] == "value") else { continue }
      readConstants(table..<Int(document.nodes[table].end), role: .constants)
    }
  }

  /// Takes data types from a table of columns for the members of that name (`Column | Type | Key | Nullable`).
  mutating func readTypes(from range: Range<Int>) {
    guard let table = document.containers(in: range).first(where: { document.isTable($0) }),
      let header = document.rows(of: table).first, header.isHeader
    else { return }
    let columns = header.cells.map { vocabulary.valueHeader(document.text(of: $0).string) }
    guard columns.first == "column" else { return }
    var indices: [String: Int] = [:]
    for (index, member) in members.enumerated() { indices[member.name.value] = index }
    for row in document.rows(of: table) where !row.isHeader && !row.cells.isEmpty {
      guard let index = indices[document.text(of: row.cells[0]).string] else { continue }
      // A copy, for `self` holds all members while one of them is changed in place.
      var member = members[index]
      for (column, cell) in zip(columns, row.cells).dropFirst() {
        if let column { set(column, to: cell, in: &member) }
      }
      members[index] = member
    }
  }

  /// Reads a table by what its header cells say; a table without known ones by the order of its columns.
  private mutating func readTable(_ table: Int, role: SectionRole) {
    var columns: [String?] = []
    let rows = document.rows(of: table)
    let isOfLinks = rows.contains { !$0.isHeader && isLinked($0) }
    for row in rows {
      // Among names that lead to their pages, a word with nothing beside it is the title of those that follow.
      if isOfLinks, !row.isHeader, !isLinked(row), row.cells.dropFirst().allSatisfy({ document.text(of: $0).isEmpty }) {
        continue
      }
      if row.isHeader {
        columns = row.cells.map { vocabulary.valueHeader(document.text(of: $0).string) }
        continue
      }
      let before = members.count
      if row.cells.count == 1 { addLinked(row, role: role) }
      guard row.cells.count >= 2 else { continue }
      add(
        term: document.content(of: row.cells[0]), node: row.node, role: role,
        description: row.cells[1]..<Int(document.nodes[row.node].end))
      guard members.count > before else { continue }
      var member = members[before]
      for (column, cell) in zip(columns, row.cells).dropFirst() {
        if let column { set(column, to: cell, in: &member) }
      }
      members[before] = member
    }
  }

  /// Whether a link stands in the first cell of a row.
  private func isLinked(_ row: TableRow) -> Bool {
    row.cells.first.map { document.firstLink(in: document.content(of: $0)) != nil } ?? false
  }

  // MARK: Headings

  /// Whether a sub-heading names a member, and is no title of others.
  func isMember(_ section: Section, _ role: SectionRole) -> Bool {
    if role.holdsTypes { return isType(section.title.value) }
    return isName(section) && !isTitleOfMembers(section) && !isGroup(section)
  }

  /// Whether a sub-heading is the title of other members.
  func isTitle(_ section: Section) -> Bool { isTitleOfMembers(section) || isGroup(section) }

  /// Whether a title is a word as all languages have them, with nothing that tells a name.
  func isPlainWord(_ section: Section) -> Bool {
    let title = section.title.value.utf8
    return title.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } && !Identifier.isSymbolic(title)
      && document.firstMarked(in: document.content(of: section.heading)) == nil
  }

  /// Whether a heading is one name, or words that took its place where the anchor still has it.
  private func isName(_ section: Section) -> Bool {
    let title = section.title.value.utf8
    return Identifier.isName(title) || Self.nameOfCall(title) != nil || title.first == UInt8(ascii: "-")
      || (section.hasExplicitAnchor && section.anchor.utf8.allSatisfy(Identifier.isNameByte))
  }

  /// Whether a title is the name of a type, and no word such as "None".
  private func isType(_ title: String) -> Bool {
    Identifier.isName(title.utf8) && vocabulary.phraseKey(title) == nil
  }

  /// Whether a heading of one plain word has nothing but a list of other names below it, for which it is the title.
  private func isGroup(_ section: Section) -> Bool {
    guard isPlainWord(section), let block = document.firstBlock(in: section.content) else { return false }
    if document.isElement(block, .dl) {
      return document.descriptionEntries(of: block).allSatisfy { Identifier.isName(document.text(of: $0.term).bytes) }
    }
    guard document.nodes[block].kind == .bulletList || document.isElement(block, .ul) else { return false }
    return document.children(of: block).allSatisfy { document.firstLink(in: document.content(of: $0)) != nil }
  }

  /// Whether what stands below a heading is a table of members that lead to their own places or pages: then the heading
  /// is the title of these, such as "Operators", and no member.
  private func isTitleOfMembers(_ section: Section) -> Bool {
    guard let table = document.containers(in: section.content).first, document.isTable(table) else { return false }
    let rows = document.rows(of: table)
    guard rows.count > 1, let header = rows.first, header.isHeader, let column = header.cells.first else {
      return false
    }
    switch vocabulary.valueHeader(document.text(of: column).string) {
    case "value", "constant", "constant-value": return false
    default: return rows.dropFirst().allSatisfy(isLinked)
    }
  }

  /// A row of one cell that begins with a link, which names a member: `[Open](open.md) <br/> Opens it.`
  private mutating func addLinked(_ row: TableRow, role: SectionRole) {
    let content = document.content(of: row.cells[0])
    guard let link = content.first(where: { document.link(of: document.nodes[$0]) != nil }),
      document.text(in: content.lowerBound..<link).isEmpty
    else { return }
    let end = Int(document.nodes[link].end)
    add(term: link..<end, node: row.node, role: role, description: end..<content.upperBound)
  }

  private func set(_ column: String, to cell: Int, in member: inout Member) {
    let path: WritableKeyPath<Member, Located<String>?>
    switch column {
    case "value":
      let text = document.text(of: cell)
      if member.value == nil, CodeValue(text.bytes) != nil { member.value = text.located }
      return
    case "type", "data-type", "vartype": path = \.dataType
    case "access-type": path = \.access
    case "default", "default-value": path = \.defaultValue
    case "required": path = \.required
    case "description", "meaning", "details", "summary":
      member.description = cell..<Int(document.nodes[cell].end)
      return
    default: return
    }
    let text = document.text(of: cell).located
    if !text.value.isEmpty, member[keyPath: path] == nil { member[keyPath: path] = text }
  }

  private mutating func add(term: Range<Int>, node: Int, role: SectionRole, description: Range<Int>) {
    add(name: document.memberName(in: term), in: term, node: node, role: role, description: description)
  }

  private mutating func add(
    name: InlineText, in term: Range<Int>, node: Int, role: SectionRole, description: Range<Int>
  ) {
    guard !name.isEmpty else { return }
    var member = Member(role: role, name: name.located, node: node, description: description)
    member.link = document.firstLink(in: term)?.destination
    readLabels(description, into: &member)
    members.append(member)
  }

  /// The list of labelled facts at the start of a property's description (`Data type: **string**`), or else a first
  /// paragraph of that form.
  private func readLabels(_ description: Range<Int>, into member: inout Member) {
    let first = document.firstBlock(in: description)
    if let list = document.firstContainer(in: first.map { $0..<description.upperBound } ?? description),
      document.isElement(list, .dl)
    {
      for entry in document.descriptionEntries(of: list) { readLabel(document.text(of: entry.term), into: &member) }
    }
    if let list = first, document.nodes[list].kind == .bulletList {
      for item in document.children(of: list) { readLabel(document.text(of: item), into: &member) }
    }
    if member.dataType == nil, let block = first,
      document.nodes[block].kind == .paragraph, document.startsWithLabel(block)
    {
      readLabel(document.text(of: block), into: &member)
    }
  }

  private func readLabel(_ text: InlineText, into member: inout Member) {
    guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")),
      let key = vocabulary.propertyLabel(text.string(0..<colon))
    else { return }
    let value = text.located(colon + 1..<text.count)
    guard !value.value.isEmpty else { return }
    switch key {
    case "data-type": member.dataType = value
    case "type": if member.dataType == nil { member.dataType = value }
    case "access-type": member.access = value
    case "qualifiers": member.qualifiers = value
    case "default-value": member.defaultValue = value
    default: break
    }
  }
}
