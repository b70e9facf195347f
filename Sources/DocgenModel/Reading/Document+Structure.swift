import DocgenMarkup
import DocgenSupport

/// A term of a description list, with what describes it.
struct DescriptionEntry {
  /// The `<dt>`.
  var term: Int
  /// The `<dd>`s that follow, as a range of nodes; empty where none does.
  var description: Range<Int>
}

/// A row of a table, of Markdown or HTML.
struct TableRow {
  var node: Int
  var isHeader: Bool
  /// The nodes of the cells.
  var cells: [Int]
}

extension Document {
  /// The range of a node's content.
  func content(of index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  func isElement(_ index: Int, _ tag: HTMLTag) -> Bool { nodes[index].kind == .element && nodes[index].tag == tag }

  func isTable(_ index: Int) -> Bool { nodes[index].kind == .table || isElement(index, .table) }

  /// The description lists and tables of a range that stand in no other list or table.
  func containers(in range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isElement(index, .dl) || isTable(index) {
        result.append(index)
        index = Int(nodes[index].end)
      } else {
        index += 1
      }
    }
    return result
  }

  /// The first description list or table of a range.
  func firstContainer(in range: Range<Int>) -> Int? { range.first { isElement($0, .dl) || isTable($0) } }

  func descriptionEntries(of list: Int) -> [DescriptionEntry] {
    var entries: [DescriptionEntry] = []
    // Terms in a row share the description that follows the last of them.
    var firstOpen = 0
    for child in children(of: list) where nodes[child].kind == .element {
      let end = Int(nodes[child].end)
      if nodes[child].tag == .dt {
        if let last = entries.last, !last.description.isEmpty { firstOpen = entries.count }
        entries.append(DescriptionEntry(term: child, description: end..<end))
      } else if nodes[child].tag == .dd {
        for index in firstOpen..<entries.count {
          let start = entries[index].description.isEmpty ? child : entries[index].description.lowerBound
          entries[index].description = start..<end
        }
      }
    }
    return entries
  }

  func rows(of table: Int) -> [TableRow] {
    var rows: [TableRow] = []
    var index = table + 1
    let end = Int(nodes[table].end)
    while index < end {
      let node = nodes[index]
      if node.kind == .tableRow {
        rows.append(
          TableRow(
            node: index, isHeader: node.flags.contains(.header),
            cells: children(of: index).filter { nodes[$0].kind == .tableCell }))
        index = Int(node.end)
      } else if node.kind == .element, node.tag == .tr {
        let cells = children(of: index).filter { isElement($0, .td) || isElement($0, .th) }
        rows.append(TableRow(node: index, isHeader: cells.allSatisfy { isElement($0, .th) }, cells: cells))
        index = Int(node.end)
      } else {
        index += 1
      }
    }
    return rows
  }

  /// The first link of a range.
  func firstLink(in range: Range<Int>) -> LinkTarget? {
    for index in range {
      if let link = link(of: nodes[index]) { return link }
    }
    return nil
  }

  /// The first node of an emphasis, strong or code kind in a range.
  func firstMarked(in range: Range<Int>) -> Int? {
    range.first {
      switch nodes[$0].kind {
      case .emphasis, .strong, .code: true
      case .element: [.em, .strong, .b, .i, .code, .var].contains(nodes[$0].tag)
      default: false
      }
    }
  }

  /// The text of a range up to the first list, table or code block in it.
  func leadingText(in range: Range<Int>) -> InlineText {
    var end = range.upperBound
    if let stop = range.first(where: { index in
      switch nodes[index].kind {
      case .table, .bulletList, .orderedList, .codeBlock, .alert, .blockQuote: true
      case .element: [.dl, .ul, .ol, .table, .pre].contains(nodes[index].tag)
      default: false
      }
    }) {
      end = stop
    }
    return text(in: range.lowerBound..<end)
  }

  /// The paragraphs of a range, outside of lists; where there is none, the range itself.
  func paragraphs(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch nodes[index].kind {
      case .paragraph:
        result.append(content(of: index))
        index = Int(nodes[index].end)
      case .element where nodes[index].tag == .p:
        result.append(content(of: index))
        index = Int(nodes[index].end)
      case .element where [.dl, .ul, .ol, .table].contains(nodes[index].tag):
        index = Int(nodes[index].end)
      case .bulletList, .orderedList, .table, .codeBlock:
        index = Int(nodes[index].end)
      default:
        index += 1
      }
    }
    return result.isEmpty && !range.isEmpty ? [range] : result
  }
}
