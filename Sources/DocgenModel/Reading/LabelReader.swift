import DocgenMarkup
import DocgenSupport

/// Reads what pages state about their thing as a whole in tables of labels and values, and in sections of one value.
struct LabelReader {
  let document: Document
  let vocabulary: Vocabulary

  /// Labels and values before the first section, and in sections that hold such.
  func read(_ facts: PageFacts) -> [LabelledValue] {
    var result: [LabelledValue] = []
    if let heading = facts.headingNode {
      let start = Int(document.nodes[heading].end)
      let end = facts.sections.first?.heading ?? Int(document.nodes[0].end)
      if start < end { result += values(in: start..<end, section: nil) }
    }
    for (index, section) in facts.sections.enumerated() {
      guard let role = section.role else { continue }
      if role.isOneValue {
        if let value = firstParagraph(section.content) {
          result.append(
            LabelledValue(key: role.name, label: section.title, value: value, node: section.heading, section: index))
        }
      } else if role == .elementInformation {
        result += values(in: section.content, section: index)
      }
    }
    return result
  }

  /// Sections of single versions of a product: those that the list of implementations leads to.
  func implementations(_ facts: PageFacts) -> [Implementation] {
    guard let list = facts.section(.implementations) else { return [] }
    var anchors: Set<String> = []
    for index in list.content where document.nodes[index].kind == .link {
      guard let destination = document.link(of: document.nodes[index])?.destination, destination.hasPrefix("#")
      else { continue }
      anchors.insert(String(destination.dropFirst()))
    }
    return facts.sections.indices.compactMap { index in
      let section = facts.sections[index]
      guard anchors.contains(section.anchor) else { return nil }
      return Implementation(
        product: section.title, section: index,
        values: values(in: section.content, section: index))
    }
  }

  /// The rows of tables of two columns whose header says "Label | Value" or nothing, or the like.
  private func values(in range: Range<Int>, section: Int?) -> [LabelledValue] {
    var result: [LabelledValue] = []
    for table in document.containers(in: range) where document.isTable(table) {
      let rows = document.rows(of: table)
      guard let header = rows.first, header.cells.count == 2, isHeader(header) else { continue }
      for row in rows.dropFirst(header.isHeader ? 1 : 0) where row.cells.count == 2 {
        let label = document.text(of: row.cells[0])
        let value = document.text(of: row.cells[1])
        guard !label.isEmpty else { continue }
        let key = vocabulary.propertyLabel(label.string) ?? vocabulary.valueHeader(label.string)
        result.append(
          LabelledValue(
            key: key, label: label.located, value: value.located, node: row.node, section: section))
      }
    }
    return result
  }

  private func isHeader(_ row: TableRow) -> Bool {
    guard row.isHeader else { return false }
    let words = row.cells.map { document.text(of: $0).string }
    if words.allSatisfy(\.isEmpty) || vocabulary.isRequirementHeader(words) { return true }
    let first = vocabulary.valueHeader(words[0])
    let second = vocabulary.valueHeader(words[1])
    switch first {
    case "label", "category", "name", "entry", "requirement", "term": return second == "value" || second == "details"
    default: return false
    }
  }

  private func firstParagraph(_ range: Range<Int>) -> Located<String>? {
    guard let block = document.firstBlock(in: range), document.nodes[block].kind == .paragraph else { return nil }
    let text = document.text(of: block).located
    return text.value.isEmpty ? nil : text
  }
}
