import DocgenSupport

/// Rows of text as columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]] = []

  /// Appends a row; all rows have as many cells as the first.
  mutating func append(_ row: [String]) { rows.append(row.map { VisibleText.string($0) }) }

  /// A number as it stands in a cell.
  static func cell(_ number: Int, _ catalog: MessageCatalog = .source) -> String {
    number == 0 ? "-" : catalog.text(number)
  }

  func write(to output: Output) {
    var widths = [Int](repeating: 0, count: rows.first?.count ?? 0)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let spaces = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += column == 0 ? cell + spaces : "  " + spaces + cell
      }
      output.write(line + "\n")
    }
  }
}
