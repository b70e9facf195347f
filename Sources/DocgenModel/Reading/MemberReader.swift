import DocgenMarkup
import DocgenSupport

/// Reads the members that a class, interface or structure page lists.
struct MemberReader {
  let document: Document
  let vocabulary: Vocabulary
  private(set) var members: [Member] = []

  init(document: Document, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  mutating func read(_ range: Range<Int>, role: SectionRole) {
    for container in document.containers(in: range) {
      if document.isTable(container) {
        for row in document.rows(of: container) where !row.isHeader && row.cells.count >= 2 {
          add(
            term: document.content(of: row.cells[0]), node: row.node, role: role,
            description: row.cells[1]..<Int(document.nodes[row.node].end))
        }
      } else {
        for entry in document.descriptionEntries(of: container) {
          add(
            term: document.content(of: entry.term), node: entry.term, role: role, description: entry.description)
        }
      }
    }
  }

  private mutating func add(term: Range<Int>, node: Int, role: SectionRole, description: Range<Int>) {
    let text = document.leadingText(in: term)
    guard !text.isEmpty else { return }
    var member = Member(role: role, name: text.located, node: node, description: description)
    member.link = document.firstLink(in: term)?.destination
    readLabels(description, into: &member)
    members.append(member)
  }

  /// The list of labelled facts at the start of a property's description: `Data type: **string**`.
  private func readLabels(_ description: Range<Int>, into member: inout Member) {
    guard let list = document.containers(in: description).first, document.isElement(list, .dl) else { return }
    for entry in document.descriptionEntries(of: list) {
      let text = document.text(of: entry.term)
      guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")),
        let key = vocabulary.propertyLabel(text.string(0..<colon))
      else { continue }
      let value = text.located(colon + 1..<text.count)
      guard !value.value.isEmpty else { continue }
      switch key {
      case "data-type": member.dataType = value
      case "access-type": member.access = value
      case "qualifiers": member.qualifiers = value
      default: break
      }
    }
  }
}
