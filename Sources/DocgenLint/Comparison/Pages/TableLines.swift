import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The lines of a table of Markdown, whose bars say what is a cell.
struct TableLines {
  /// A line with more cells than the table has columns: what is too much is shown nowhere.
  struct Excess {
    /// From the first bar that is too much to the end of the line.
    let span: SourceSpan
    let cells: Int
    let columns: Int
    /// The number of the row.
    let row: Int
  }

  /// The lines that hold more cells than there are columns.
  private(set) var excesses: [Excess] = []
  /// Bars of full width in lines without any other, which make no cells.
  private(set) var wideBars: [SourceSpan] = []

  /// Reads the table at a node; HTML has no lines.
  init(_ table: Int, in page: LocalizedPage) {
    let document = page.document
    guard document.nodes[table].kind == .table else { return }
    let rows = Array(document.children(of: table)).filter { document.nodes[$0].kind == .tableRow }
    guard let head = rows.first else { return }
    let columns = Array(document.children(of: head)).count
    for (number, row) in rows.enumerated() {
      read(Int(document.nodes[row].span.start), number, columns, page.source.bytes)
    }
  }

  private mutating func read(_ start: Int, _ row: Int, _ columns: Int, _ bytes: [UInt8]) {
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var last = end
    while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
    var bars: [Int] = []
    var wide: [Int] = []
    var index = start
    while index < last {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "|"): bars.append(index)
      case 0xEF where index + 2 < last && bytes[index + 1] == 0xBD && bytes[index + 2] == 0x9C: wide.append(index)
      default: break
      }
      index += 1
    }
    if bars.isEmpty, columns > 1 {
      wideBars += wide.map { SourceSpan($0..<$0 + 3) }
      return
    }
    // A bar at either end makes no cell.
    let hasFirst = bytes[start...].first { $0 > 0x20 } == UInt8(ascii: "|")
    let inner = bars.count - (hasFirst ? 1 : 0) - (bars.last == last - 1 ? 1 : 0)
    guard inner + 1 > columns else { return }
    let first = bars[columns - 1 + (hasFirst ? 1 : 0)]
    excesses.append(Excess(span: SourceSpan(first..<last), cells: inner + 1, columns: columns, row: row))
  }
}
