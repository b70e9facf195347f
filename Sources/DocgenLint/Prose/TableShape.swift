import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The rows of a table and their cells, of Markdown or HTML.
struct TableShape {
  struct Row {
    var node: Int
    var cells: Int
    /// A hash of the names and numbers of the row, which no language changes.
    var facts: UInt64
  }

  private(set) var rows: [Row] = []

  /// The most cells of any row.
  var columns: Int { rows.reduce(0) { max($0, $1.cells) } }

  /// Reads a table; rows of tables within its cells do not count.
  init(_ table: Int, in document: Document) {
    let end = Int(document.nodes[table].end)
    var index = table + 1
    while index < end {
      let node = document.nodes[index]
      if node.kind == .tableRow || (node.kind == .element && node.tag == .tr) {
        // A line of nothing but a non-breaking space goes on with the table before it.
        if Self.saysAnything(index, in: document) { rows.append(Self.row(index, in: document)) }
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  private static func saysAnything(_ row: Int, in document: Document) -> Bool {
    (row..<Int(document.nodes[row].end)).contains { index in
      let node = document.nodes[index]
      switch node.kind {
      case .text:
        return !node.flags.contains(.blank)
          && document.withText(of: node) { !$0.allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 } }
      case .image: return true
      default: return false
      }
    }
  }

  private static func row(_ index: Int, in document: Document) -> Row {
    var row = Row(node: index, cells: 0, facts: 0)
    for cell in document.children(of: index) {
      let node = document.nodes[cell]
      let isCell = node.kind == .tableCell || (node.kind == .element && (node.tag == .td || node.tag == .th))
      guard isCell else { continue }
      let span = document.attribute("colspan", of: node).flatMap { Int($0) } ?? 1
      row.cells += max(1, min(span, 100))
    }
    return row
  }
}
