import DocgenSupport

/// The lines of a page that may stand below the head of a table.
struct TableCosts {
  /// Lines of dashes and pipes, in the order of the page.
  private(set) var delimiterRows: [Int] = []

  mutating func addDelimiterRow(_ line: Int) { delimiterRows.append(line) }
}

extension CostlyMarkup {
  /// Hides the rows of dashes whose tables have too many cells, or leave too many out, and pipes beyond what a line may hold.
  ///
  /// The library fills a row up to the cells of the head, and needs time in proportion to the square of a line's cells.
  mutating func limitCells(_ tables: TableCosts) {
    var filled = 0
    var cells = 0
    var next = 0
    while next < tables.delimiterRows.count {
      let block = linesOfBlock(around: tables.delimiterRows[next])
      let first = next
      while next < tables.delimiterRows.count, tables.delimiterRows[next] < block.upperBound { next += 1 }
      limitColumns(block)
      let rows = tables.delimiterRows[first..<next]
      let columns = rows.reduce(0) { max($0, pipes(in: $1, atMost: Limits.tableColumns) + 1) }
      // A bound first, which nearly all tables keep.
      guard filled + columns * block.count > Limits.filledCells else {
        filled += columns * block.count
        continue
      }
      let present = block.reduce(0) { $0 + min(columns - 1, pipes(in: $1, atMost: columns)) }
      let missing = (columns - 1) * block.count - present
      if filled + missing > Limits.filledCells {
        for row in rows { hideDelimiterRow(row, for: .filledCells) }
      } else if cells + present > Limits.tableCells {
        for row in rows { hideDelimiterRow(row, for: .tableCells) }
      } else {
        filled += missing
        cells += present
      }
    }
  }

  /// The lines around a line that no blank line separates from it, as far as they may belong to its table.
  func linesOfBlock(around line: Int) -> Range<Int> {
    var end = line + 1
    while end < lines.starts.count, lines.starts[end] < bytes.count, !isBlankLine(end) { end += 1 }
    return max(0, line - 1)..<end
  }

  private mutating func limitColumns(_ block: Range<Int>) {
    for line in block where lineEnd(line) - lines.starts[line] > Limits.tableColumns {
      var count = 0
      for index in lines.starts[line]..<lineEnd(line) where bytes[index] == UInt8(ascii: "|") {
        count += 1
        if count > Limits.tableColumns { hide(index, for: .tableColumns) }
      }
    }
  }

  private func pipes(in line: Int, atMost limit: Int) -> Int {
    var count = 0
    for index in lines.starts[line]..<lineEnd(line) where bytes[index] == UInt8(ascii: "|") {
      count += 1
      if count == limit { break }
    }
    return count
  }

  private mutating func hideDelimiterRow(_ line: Int, for kind: ExceededLimit.Kind) {
    guard let dash = bytes[lines.starts[line]..<lineEnd(line)].lastIndex(of: UInt8(ascii: "-")) else { return }
    hide(dash, for: kind)
  }
}
