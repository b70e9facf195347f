import DocgenSupport

/// A line of source as it is shown: cut around the marked place, tabs set out, nothing hidden.
struct Excerpt {
  private static let tabStop = 4
  private static let ellipsis: StaticString = "…"

  private(set) var text = ByteBuffer()
  /// The columns before the mark.
  private(set) var markStart = 0
  /// The columns of the mark; at least one.
  private(set) var markWidth = 1

  /// - Parameters:
  ///   - line: The line without its end, or the part of it that ``scalars(around:width:)`` asks for.
  ///   - start: The number of the part's first scalar.
  ///   - marked: The marked scalars, counted from 0; may reach past the end of the line.
  ///   - width: The columns that there are.
  /// - Complexity: O(length of the line up to the mark + width).
  init(of line: String, from start: Int = 0, marking marked: Range<Int>, width: Int) {
    let cells = Cells(line, from: start, around: marked.lowerBound, reach: Self.reach(width))
    let width = max(16, width)
    let markFirst = cells.index(ofScalar: marked.lowerBound)
    let markEnd = max(markFirst, cells.index(ofScalar: marked.upperBound))
    let visible = cells.visible(around: markFirst, to: markEnd, width: width)
    let cutsStart = visible.lowerBound > 0 || cells.firstScalar > 0
    let cutsEnd = visible.upperBound < cells.count || !cells.reachesEnd

    if cutsStart { text.append(Self.ellipsis) }
    text.append(Array(cells.bytes[cells.byteEnd(visible.lowerBound)..<cells.byteEnd(visible.upperBound)]))
    if cutsEnd { text.append(Self.ellipsis) }
    let first = min(max(markFirst, visible.lowerBound), visible.upperBound)
    let end = min(max(markEnd, first), visible.upperBound)
    let origin = cells.column(visible.lowerBound) - (cutsStart ? 1 : 0)
    markStart = cells.column(first) - origin
    markWidth = max(1, cells.column(end) - cells.column(first))
  }

  /// The scalars of a line that are looked at: more than are shown, for a scalar may take no column.
  static func scalars(around mark: Int, width: Int) -> Range<Int> {
    max(0, mark - reach(width))..<mark + reach(width) + 2
  }

  private static func reach(_ width: Int) -> Int { max(16, width) * 2 }

  /// The scalars of a line near the mark, as they are shown, with the columns they take.
  private struct Cells {
    private(set) var bytes: [UInt8] = []
    /// The number of the first scalar that is held.
    let firstScalar: Int
    /// The last scalar of the line is held.
    private(set) var reachesEnd = true
    private var byteEnds: [Int] = [0]
    private var columns: [Int] = [0]

    var count: Int { columns.count - 1 }

    init(_ line: String, from start: Int, around mark: Int, reach: Int) {
      firstScalar = max(0, mark - reach)
      var buffer = ByteBuffer(capacity: min(line.utf8.count, reach * 3))
      var column = 0
      for (number, scalar) in line.unicodeScalars.enumerated() where start + number >= firstScalar {
        let index = start + number
        if index - reach > mark {
          reachesEnd = false
          break
        }
        if scalar == "\t" {
          let spaces = Excerpt.tabStop - column % Excerpt.tabStop
          for _ in 0..<spaces { buffer.append(0x20) }
          column += spaces
        } else {
          column += VisibleText.append(scalar, to: &buffer)
        }
        byteEnds.append(buffer.bytes.count)
        columns.append(column)
      }
      bytes = buffer.bytes
    }

    /// The cell of a scalar of the line, or the end.
    func index(ofScalar scalar: Int) -> Int { min(max(0, scalar - firstScalar), count) }

    func column(_ index: Int) -> Int { columns[index] }

    func byteEnd(_ index: Int) -> Int { byteEnds[index] }

    /// The cells that fit into the width, with room for the signs of what is cut off.
    func visible(around markFirst: Int, to markEnd: Int, width: Int) -> Range<Int> {
      let total = columns[count]
      if firstScalar == 0, reachesEnd, total <= width { return 0..<count }
      var origin = 0
      if firstScalar > 0 || columns[markEnd] > width - 1 {
        // The mark stands in the middle, or at the start where it is longer than the width.
        let markWidth = min(columns[markEnd] - columns[markFirst], width - 4)
        origin = max(0, columns[markFirst] - (width - markWidth) / 2)
        if reachesEnd { origin = min(origin, max(0, total - width + 1)) }
      }
      var first = columns.firstIndex { $0 >= origin } ?? count
      if first > 0 || firstScalar > 0 {
        first = columns.firstIndex { $0 >= origin + 1 } ?? count
        // A mark is not torn from the letter under it.
        while first < count, columns[first + 1] == columns[first] { first += 1 }
      }
      first = min(first, markFirst)
      let room = columns[first] + width - (first > 0 || firstScalar > 0 ? 1 : 0)
      if reachesEnd, total <= room { return first..<count }
      var end = columns.lastIndex { $0 <= room - 1 } ?? first
      end = max(end, first)
      return first..<end
    }
  }
}
