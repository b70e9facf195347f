import DocgenMarkup
import DocgenSupport

/// The rows of a table and their cells, of Markdown or HTML.
package struct TableShape: Sendable {
  /// A row of a table.
  package struct Row: Sendable {
    /// Its node.
    package var node: Int
    /// How many columns its cells take.
    package var cells: Int
  }

  /// The rows that say anything, in order.
  package private(set) var rows: [Row] = []

  /// Whether two tables have as many rows and columns.
  package func isLike(_ other: TableShape) -> Bool { rows.count == other.rows.count && columns == other.columns }

  /// The most cells of any row.
  package var columns: Int { rows.reduce(0) { max($0, $1.cells) } }

  /// Reads a table; rows of tables within its cells do not count.
  package init(_ table: Int, in document: Document) {
    let end = Int(document.nodes[table].end)
    var index = table + 1
    while index < end {
      let node = document.nodes[index]
      if node.kind == .tableRow || (node.kind == .element && node.tag == .tr) {
        // A line of nothing but a non-breaking space goes on with the table before it.
        // The first row of a table of Markdown is its head, which may be empty.
        let isHead = rows.isEmpty && node.kind == .tableRow
        if isHead || Self.saysAnything(index, in: document) { rows.append(Self.row(index, in: document)) }
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
        return !node.flags.contains(.whitespace)
          && document.withText(of: node) { !$0.allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 } }
      case .image: return true
      default: return false
      }
    }
  }

  private static func row(_ index: Int, in document: Document) -> Row {
    var row = Row(node: index, cells: 0)
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
