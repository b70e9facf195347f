import DocgenSupport

/// The pipes of a table's row that belong to code or to the text of a link: `` [`a|b`](#or) ``.
///
/// GitHub ends a cell there, and leaves the last cells of the row out; other programs go on with the code. Where a row has
/// more cells than its head with these pipes and as many without them, they are meant as text.
struct CodePipes {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: Range<Int>
  /// The pipes within code and the texts of links.
  private(set) var inner: [Int] = []
  /// The pipes that end cells.
  private var outer: [Int] = []
  private var openMarks = 0
  private static let mostOpenMarks = 16

  /// Reads a line of a table.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) {
    self.bytes = bytes
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    self.line = start..<end
    read()
  }

  /// How many cells the line has where its inner pipes end none.
  var cells: Int {
    let opens = outer.first == line.lowerBound
    let closes = outer.last == line.upperBound - 1 && outer.count > 1
    return outer.count + 1 - (opens ? 1 : 0) - (closes ? 1 : 0)
  }

  private mutating func read() {
    var index = line.lowerBound
    while index < line.upperBound {
      let end: Int?
      switch bytes[index] {
      case UInt8(ascii: "\\"): end = index + 2
      case UInt8(ascii: "`"): end = closed(endOfCode(from: index)) ?? endOfTicks(index)
      case UInt8(ascii: "["): end = closed(endOfLinkText(from: index))
      case UInt8(ascii: "|"):
        outer.append(index)
        end = nil
      default: end = nil
      }
      guard let end else {
        index += 1
        continue
      }
      inner += (index..<min(end, line.upperBound)).filter { isPipe($0) }
      index = end
    }
  }

  /// Counts the marks that nothing closes; beyond a few of them, none is looked for any more.
  private mutating func closed(_ end: Int?) -> Int? {
    if end == nil { openMarks += 1 }
    return end
  }

  /// Whether a pipe stands there that no backslash makes text.
  private func isPipe(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "|") && index > line.lowerBound && bytes[index - 1] != UInt8(ascii: "\\")
  }

  private func endOfTicks(_ start: Int) -> Int {
    var end = start
    while end < line.upperBound, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  /// The end of the code that backticks open, if as many close it.
  private func endOfCode(from start: Int) -> Int? {
    guard openMarks < Self.mostOpenMarks else { return nil }
    var index = endOfTicks(start)
    let count = index - start
    while index < line.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let end = endOfTicks(index)
      if end - index == count { return end }
      index = end
    }
    return nil
  }

  /// The end of a text in brackets before a destination in parentheses.
  private func endOfLinkText(from start: Int) -> Int? {
    guard openMarks < Self.mostOpenMarks else { return nil }
    var index = start
    var depth = 0
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): index = (endOfCode(from: index) ?? endOfTicks(index)) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          return index + 1 < line.upperBound && bytes[index + 1] == UInt8(ascii: "(") ? index + 1 : nil
        }
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension CostlyMarkup {
  /// Hides the pipes in the rows of tables that are meant as text.
  mutating func hideInnerPipes(_ tables: TableCosts) {
    var end = 0
    // The first row of dashes makes the table; others in its lines are cells.
    for row in tables.delimiterRows where row >= end {
      let block = linesOfBlock(around: row)
      end = block.upperBound
      let columns = CodePipes(bytes, in: lines.starts[row]..<lineEnd(row)).cells
      for line in block where line != row && mayHoldInnerPipe(line) {
        let pipes = CodePipes(bytes, in: lines.starts[line]..<lineEnd(line))
        if !pipes.inner.isEmpty, pipes.cells == columns { hide(pipes.inner) }
      }
    }
  }

  /// Whether a line holds a pipe beside a mark that code or a link begins with, and is none of a length that costs.
  private func mayHoldInnerPipe(_ line: Int) -> Bool {
    let range = lines.starts[line]..<lineEnd(line)
    guard range.count <= Self.longestRow else { return false }
    var pipes = 0
    var isMarked = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "`"), UInt8(ascii: "["): isMarked = true
      default: break
      }
    }
    return isMarked && pipes > 1
  }

  private static let longestRow = 4_000
}
