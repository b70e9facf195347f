/// The difference of two texts in the unified form that `patch` and `git apply` read.
public struct UnifiedDiff: Sendable {
  /// One line of a hunk, without the mark before it but with its line end.
  public struct Line: Sendable, Hashable {
    /// What happens to the line.
    public enum Kind: UInt8, Sendable {
      case context = 0x20
      case removed = 0x2D
      case added = 0x2B
    }

    /// What happens to the line.
    public var kind: Kind
    /// The bytes; the last line of a file may lack its line end.
    public var bytes: ArraySlice<UInt8>
  }

  /// Lines that change, with those around them.
  public struct Hunk: Sendable {
    /// The index of the first line in the old text, from 0.
    public var oldStart: Int
    /// The index of the first line in the new text, from 0.
    public var newStart: Int
    /// The lines in the order of the texts.
    public var lines: [Line]

    /// `@@ -12,7 +12,7 @@`.
    public var header: String { "@@ -\(place(oldStart, .added)) +\(place(newStart, .removed)) @@" }

    /// A text without lines is named by the line before it.
    private func place(_ start: Int, _ other: Line.Kind) -> String {
      let count = lines.count { $0.kind != other }
      let first = count == 0 ? start : start + 1
      return count == 1 ? "\(first)" : "\(first),\(count)"
    }
  }

  /// The hunks in the order of the texts; none where the texts are the same.
  public private(set) var hunks: [Hunk] = []

  /// The lines around a change that are shown.
  private static let context = 3

  /// Compares two texts line by line; lines end at LF alone, as `patch` has it.
  ///
  /// - Complexity: O(*n* + *d*²) for *n* lines of which *d* differ.
  public init(from old: [UInt8], to new: [UInt8]) {
    let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: new))
    let edits = LineDifference.edits(from: oldLines, to: newLines)
    var index = 0
    while index < edits.count {
      guard edits[index].kind != .context else {
        index += 1
        continue
      }
      let first = max(0, index - Self.context)
      var end = index
      var last = index
      // Changes with fewer lines between than both show are one hunk.
      while end < edits.count, end - last <= 2 * Self.context + 1 {
        if edits[end].kind != .context { last = end }
        end += 1
      }
      end = min(edits.count, last + 1 + Self.context)
      let lines = edits[first..<end].map { edit in
        Line(kind: edit.kind, bytes: edit.kind == .added ? newLines[edit.new] : oldLines[edit.old])
      }
      hunks.append(Hunk(oldStart: edits[first].old, newStart: edits[first].new, lines: lines))
      index = end
    }
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}

/// The shortest way from one list of lines to another.
enum LineDifference {
  /// A line that stays, goes or comes, with the indices it has or would have in both lists.
  struct Edit {
    var kind: UnifiedDiff.Line.Kind
    var old: Int
    var new: Int
  }

  /// Lists that differ in more lines are taken as different from the first such line to the last.
  private static let limit = 1000

  static func edits(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Edit] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let oldRange = start..<old.count - tail
    let newRange = start..<new.count - tail
    var edits = (0..<start).map { Edit(kind: .context, old: $0, new: $0) }
    edits += middle(old[oldRange], new[newRange])
    edits += (0..<tail).map { Edit(kind: .context, old: oldRange.upperBound + $0, new: newRange.upperBound + $0) }
    return edits
  }

  /// Myers' algorithm: the furthest reach of each number of edits on each diagonal, walked back from the end.
  private static func middle(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) -> [Edit] {
    let bound = min(old.count + new.count, limit)
    var reach = [Int](repeating: 0, count: 2 * bound + 3)
    var trace: [[Int]] = []
    for distance in 0...bound {
      trace.append(Array(reach[bound + 1 - distance...bound + 1 + distance]))
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let place = diagonal + bound + 1
        let goesDown = diagonal == -distance || (diagonal != distance && reach[place - 1] < reach[place + 1])
        var x = goesDown ? reach[place + 1] : reach[place - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        reach[place] = x
        if x >= old.count, y >= new.count { return path(old, new, trace) }
      }
    }
    let removed = old.indices.map { Edit(kind: .removed, old: $0, new: new.startIndex) }
    return removed + new.indices.map { Edit(kind: .added, old: old.endIndex, new: $0) }
  }

  private static func path(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>, _ trace: [[Int]]
  ) -> [Edit] {
    var edits: [Edit] = []
    var x = old.count
    var y = new.count
    func add(_ kind: UnifiedDiff.Line.Kind) {
      edits.append(Edit(kind: kind, old: old.startIndex + x, new: new.startIndex + y))
    }
    for distance in stride(from: trace.count - 1, through: 1, by: -1) {
      let reach = trace[distance]
      let diagonal = x - y
      // The trace of a distance holds its diagonals from -distance to distance.
      let place = diagonal + distance
      let goesDown = diagonal == -distance || (diagonal != distance && reach[place - 1] < reach[place + 1])
      let fromX = goesDown ? reach[place + 1] : reach[place - 1]
      let fromY = fromX - (goesDown ? diagonal + 1 : diagonal - 1)
      while x > fromX, y > fromY {
        x -= 1
        y -= 1
        add(.context)
      }
      if goesDown { y -= 1 } else { x -= 1 }
      add(goesDown ? .added : .removed)
    }
    while x > 0 {
      x -= 1
      y -= 1
      add(.context)
    }
    return edits.reversed()
  }
}
