import Glibc

/// A line and column as people count them: from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a position of a line and a column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether a position comes before another in the same file.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Finds the line and column of byte offsets in one file.
///
/// Lines end at LF, CRLF or a lone CR, as in CommonMark. A byte order mark takes no column.
public struct LineTable: Sendable {
  /// The offset of the first byte of each line.
  public let lineStarts: [Int]
  private let bytes: [UInt8]
  /// For each stretch of the file, the columns that its bytes before take; empty where no line is long.
  private let columnsBefore: [Int]

  /// Within a line of this length columns are counted from its start.
  private static let stretch = 512

  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer { Self.lineStarts(of: $0, from: 0) }
    columnsBefore = Self.hasLongLine(lineStarts, end: bytes.count) ? Self.columnsBefore(bytes) : []
  }

  private static func hasLongLine(_ starts: [Int], end: Int) -> Bool {
    guard end > stretch else { return false }
    return starts.indices.contains { ($0 + 1 < starts.count ? starts[$0 + 1] : end) - starts[$0] > stretch }
  }

  private static func columnsBefore(_ bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      var sums = [0]
      sums.reserveCapacity(bytes.count / stretch + 1)
      for start in stride(from: 0, to: bytes.count - stretch, by: stretch) {
        sums.append(sums[sums.count - 1] + columns(of: bytes, from: start, to: start + stretch))
      }
      return sums
    }
  }

  /// The offsets of the first bytes of the lines from an offset on, which starts the first of them.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> [Int] {
    var starts = [first]
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return starts }
    starts.reserveCapacity((bytes.count - first) / 24 + 2)
    func index(of byte: Int32, _ range: Range<Int>) -> Int? {
      memchr(base + range.lowerBound, byte, range.count).map { UnsafeRawPointer($0) - base }
    }
    var start = first
    let hasCarriageReturns = first < bytes.count && index(of: 0x0D, first..<bytes.count) != nil
    while start < bytes.count {
      let lineFeed = index(of: 0x0A, start..<bytes.count)
      let end = lineFeed ?? bytes.count
      // A CR right before the LF is a part of the same line end.
      while hasCarriageReturns, let carriageReturn = index(of: 0x0D, start..<end), carriageReturn + 1 != lineFeed {
        start = carriageReturn + 1
        starts.append(start)
      }
      guard lineFeed != nil else { break }
      start = end + 1
      starts.append(start)
    }
    return starts
  }

  /// The position of an offset; offsets past the end give the end of the file.
  ///
  /// - Complexity: O(log *lines*).
  public func position(of offset: Int32) -> SourcePosition {
    let offset = clamped(offset)
    let line = self.line(of: offset)
    return SourcePosition(line: line + 1, column: 1 + columns(from: lineStarts[line], to: offset))
  }

  /// The positions of the ends of a span.
  ///
  /// - Complexity: That of one of them, where they are in one line.
  public func positions(of span: SourceSpan) -> Range<SourcePosition> {
    let start = position(of: span.start)
    let (first, last) = (clamped(span.start), clamped(max(span.start, span.end)))
    let isOneLine = start.line == lineStarts.count || last < lineStarts[start.line]
    let end =
      isOneLine
      ? SourcePosition(line: start.line, column: start.column + columns(from: first, to: last))
      : position(of: span.end)
    return start..<end
  }

  private func clamped(_ offset: Int32) -> Int { min(max(0, Int(offset)), bytes.count) }

  /// The number of columns that some bytes of one line take.
  private func columns(from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      let columns =
        end - start > Self.stretch
        ? columns(of: bytes, upTo: end) - columns(of: bytes, upTo: start)
        : Self.columns(of: bytes, from: start, to: end)
      // A byte order mark takes none.
      let hasMark = start == 0 && end >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      return hasMark ? columns - 1 : columns
    }
  }

  private func columns(of bytes: UnsafeRawBufferPointer, upTo end: Int) -> Int {
    let number = min(end / Self.stretch, columnsBefore.count - 1)
    return columnsBefore[number] + Self.columns(of: bytes, from: number * Self.stretch, to: end)
  }

  private static func columns(of bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    var columns = 0
    var index = start
    // The further bytes of characters, 10xxxxxx, take no column; eight are counted at a time.
    while index + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      columns += 8 - (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      index += 8
    }
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { columns += 1 }
      index += 1
    }
    return columns
  }

  /// The offset of a position; one after the end of its line gives the end of the line, line end included.
  ///
  /// - Complexity: O(log of the line's length).
  public func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    var index = lineStarts[position.line - 1]
    let end = position.line < lineStarts.count ? lineStarts[position.line] : bytes.count
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    var column = 1
    if end - index > Self.stretch { (index, column) = stretchStart(before: position.column, from: index, to: end) }
    while column < position.column, index < end {
      index += 1
      while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return index
  }

  /// A place on a long line that is not far before a column, and the column it is.
  private func stretchStart(before column: Int, from start: Int, to end: Int) -> (offset: Int, column: Int) {
    var low = start / Self.stretch
    var high = (end - 1) / Self.stretch + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if 1 + columns(from: start, to: middle * Self.stretch) <= column { low = middle } else { high = middle }
    }
    var offset = low * Self.stretch
    guard offset > start else { return (start, 1) }
    // A character may lie on both sides.
    while offset > start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return (offset, 1 + columns(from: start, to: offset))
  }

  /// The text of a line, counted from 1, without its line end.
  public func text(ofLine line: Int) -> String { text(ofLine: line, columns: 1..<Int.max) }

  /// The text of some columns of a line, both counted from 1, without its line end.
  ///
  /// - Complexity: O(log of the line's length + columns).
  public func text(ofLine line: Int, columns: Range<Int>) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let end = endOfText(ofLine: line)
    let start = min(end, offset(of: SourcePosition(line: line, column: columns.lowerBound)))
    let last = columns.upperBound == .max ? end : offset(of: SourcePosition(line: line, column: columns.upperBound))
    return String(decoding: bytes[start..<max(start, min(last, end))], as: UTF8.self)
  }

  private func endOfText(ofLine line: Int) -> Int {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The index of the line that holds an offset, counted from 0.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
