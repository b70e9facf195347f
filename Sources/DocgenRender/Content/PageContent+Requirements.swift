import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tables of requirements.
extension PageContent {
  /// Writes a table whose rows are requirements; false where it is none, or holds more than the facts say.
  mutating func writeRequirements(_ table: Int) -> Bool {
    guard !index.requirements.isEmpty, let rows = requirementRows(of: table), !rows.isEmpty else { return false }
    let wasInTable = writer.openTable(class: "requirements")
    writer.buffer.append("<tbody>\n")
    for (number, cells) in rows {
      let requirement = page.facts.requirements[number]
      writer.buffer.append("<tr>")
      writeLabel(of: requirement, cell: cells[0])
      writer.buffer.append("<td>")
      writeValues(of: number, cell: cells[1])
      writer.buffer.append("</td></tr>\n")
    }
    writer.buffer.append("</tbody>\n")
    writer.closeTable(wasInTable)
    return true
  }

  /// The rows with the number of the requirement and the cells; `nil` if a row is something else.
  private func requirementRows(of table: Int) -> [(number: Int, cells: [Int])]? {
    var result: [(number: Int, cells: [Int])] = []
    var stack = [table]
    while let parent = stack.popLast() {
      for child in document.children(of: parent) where !writer.isNothing(child) {
        let node = document.nodes[child]
        switch (node.kind, node.tag) {
        case (.tableRow, _), (.element, .tr):
          let cells = document.children(of: child).filter { !writer.isNothing($0) }
          if let number = index.requirements[child] {
            guard cells.count == 2 || cells.dropFirst(2).allSatisfy({ writer.isInvisible(content(of: $0)) }) else {
              return nil
            }
            result.append((number, cells))
          } else if !saysNothing(cells) {
            return nil
          }
        case (.element, .thead), (.element, .tbody), (.element, .tfoot): stack.append(child)
        case (.element, .colgroup), (.element, .col): break
        default: return nil
        }
      }
    }
    // Groups are taken from the end.
    return result.sorted { $0.number < $1.number }
  }

  /// Whether cells are empty, or the head of every such table: "Requirement" and "Value".
  private func saysNothing(_ cells: [Int]) -> Bool {
    let texts = cells.map { document.text(in: content(of: $0)).string }
    if texts.allSatisfy(\.isEmpty) { return true }
    return texts.count == 2 && vocabulary.valueHeader(texts[1]) == "value" && vocabulary.isRequirementHeader(texts)
  }

  private mutating func writeLabel(of requirement: Requirement, cell: Int) {
    let range = content(of: cell)
    guard !writer.isInvisible(range) else {
      writer.buffer.append("<td></td>")
      return
    }
    writer.buffer.append("<th scope=\"row\">")
    if holdsMarkup(range) {
      writer.writeTermContent(range)
    } else {
      writeAnchors(in: range)
      writer.buffer.appendText(requirement.key.flatMap { vocabulary.requirementLabel($0) } ?? requirement.label.value)
    }
    writer.buffer.append("</th>")
  }

  private mutating func writeValues(of number: Int, cell: Int) {
    let requirement = page.facts.requirements[number]
    let range = content(of: cell)
    guard !holdsMarkup(range, allowsLists: true), !requirement.values.isEmpty,
      LetterCount(document.text(in: range)) == LetterCount(requirement.values.map(\.value))
    else {
      writer.writeUnwrapped(range)
      return
    }
    writeAnchors(in: range)
    for (position, value) in requirement.values.enumerated() {
      if position > 0 { writer.buffer.append("<br>\n") }
      appendRestored(value.span) { $0.appendValue(value.value, key: requirement.key) }
    }
  }

  /// A value; what is a name for machines is marked as one, words after it are not.
  private mutating func appendValue(_ value: String, key: String?) {
    let end = value.utf8.firstIndex(of: 0x20) ?? value.utf8.endIndex
    let isName =
      switch key {
      case "header", "library", "dll", "mof", "idl", "type-library", "assembly", "api-set": true
      case "namespace", "iid", "clsid": end == value.utf8.endIndex
      default: false
      }
    // A name in pieces is no name.
    let isWhole = value[end...].isEmpty || value[end...].hasPrefix(" (")
    let marks = [UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "-")]
    guard isName, isWhole, value[..<end].utf8.contains(where: marks.contains) else {
      writer.buffer.appendText(value)
      return
    }
    appendCode(String(value[..<end]))
    writer.buffer.appendText(String(value[end...]))
  }
}
