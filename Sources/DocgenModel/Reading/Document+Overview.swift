import DocgenMarkup

extension Document {
  /// Whether most entries of the page's lists and tables start with a link, so that the page leads to others.
  ///
  /// What stands under headings for further reading and requirements does not count.
  func leadsToOthers(_ facts: PageFacts) -> Bool {
    guard !nodes.isEmpty else { return false }
    let start = facts.headingNode.map { Int(nodes[$0].end) } ?? 1
    let end = facts.sections.first { $0.role.map { !$0.mayListPages } ?? false }?.heading ?? Int(nodes[0].end)
    guard start < end else { return false }
    var entries = 0
    var links = 0
    for container in containers(in: start..<end) {
      if isTable(container) {
        for row in rows(of: container) where !row.isHeader && !row.cells.isEmpty {
          entries += 1
          if firstLink(in: content(of: row.cells[0])) != nil { links += 1 }
        }
      } else {
        for entry in descriptionEntries(of: container) {
          entries += 1
          if firstLink(in: content(of: entry.term)) != nil { links += 1 }
        }
      }
    }
    for list in children(in: start..<end) where nodes[list].kind == .bulletList || isElement(list, .ul) {
      for item in children(of: list) {
        entries += 1
        if startsWithLink(item) { links += 1 }
      }
    }
    return links > 1 && links * 4 >= entries * 3
  }

  private func startsWithLink(_ item: Int) -> Bool {
    for index in content(of: item) {
      switch nodes[index].kind {
      case .link: return true
      case .text where !nodes[index].flags.contains(.whitespace): return false
      default: continue
      }
    }
    return false
  }
}
