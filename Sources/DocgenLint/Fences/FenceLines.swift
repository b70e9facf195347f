import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The lines of a page outside of its code blocks in which marks look like a fence.
struct FenceLines {
  private let bytes: [UInt8]
  private let infoStrings: Set<[UInt8]>
  /// Each with its line.
  private var found: [(marks: FenceMarks, line: [UInt8])] = []

  /// Finds the lines, with the info strings that the fences of a page or its counterpart have.
  ///
  /// - Complexity: O(*n*).
  init(_ page: FencedPage, infoStrings: Set<[UInt8]>) {
    bytes = page.bytes
    self.infoStrings = infoStrings
    // What stands in a comment may be the source's text, kept beside the translation.
    let blocks = page.document.nodes.filter { $0.kind == .codeBlock || $0.kind == .comment }.map(\.span)
    var start = page.document.nodes.first.map { Int($0.span.start) } ?? 0
    var block = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      while block < blocks.count, Int(blocks[block].end) <= start { block += 1 }
      if block == blocks.count || Int(blocks[block].start) > end, let marks = marks(in: start..<end) {
        found.append((marks, bytes[start..<end].filter { $0 > 0x20 }))
      }
      start = end + 1
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { found.isEmpty }

  /// The first marks whose line another page does not have as well.
  func first(besides other: FenceLines) -> FenceMarks? {
    let known = Set(other.found.map(\.line))
    return found.first { !known.contains($0.line) }?.marks
  }

  private func marks(in line: Range<Int>) -> FenceMarks? {
    let text = LinePrefix.quote(of: line, in: bytes).upperBound..<line.upperBound
    let marks = FenceMarks(startOf: text, in: bytes, before: infoStrings) ?? FenceMarks(within: text, in: bytes)
    return marks.flatMap { isCodeSpan($0) ? nil : $0 }
  }
}

extension FenceLines {
  /// Whether as many ticks follow on the line, so that what is between is code within it ("the ```box``` key"), and no block
  /// that was put into a line: after its info string or no word, that has a space.
  private func isCodeSpan(_ fence: FenceMarks) -> Bool {
    let tick = UInt8(ascii: "`")
    guard bytes[fence.marks].allSatisfy({ $0 == tick }), fence.rest.lowerBound == fence.marks.upperBound else {
      return false
    }
    let word = bytes[fence.rest].prefix { $0 > 0x20 && $0 != tick }
    if infoStrings.contains(Array(word)) { return false }
    let runs = bytes[fence.rest].split(omittingEmptySubsequences: true) { $0 != tick }
    return runs.contains { $0.count == fence.marks.count }
  }
}

/// What stands at the start of a line for the containers around its text.
enum LinePrefix {
  /// The markers of block quotes, with the whitespace around them; empty where there are none.
  static func quote(of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (index, end) = (line.lowerBound, line.lowerBound)
    while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ">") {
      index += 1
      if bytes[index - 1] == UInt8(ascii: ">") {
        if index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        end = index
      }
    }
    return line.lowerBound..<end
  }

  /// The prefix that goes on with the containers of a block: markers of lists become spaces.
  static func continuing(_ opening: Int, in bytes: [UInt8]) -> [UInt8] {
    bytes[start(of: opening, in: bytes)..<opening].map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
  }

  /// The lines of a range without their ends, spaces around them and markers of block quotes.
  static func lines(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    bytes[range].split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }.map { line in
      // The first line starts after its markers.
      let first = line.startIndex == range.lowerBound
      var text =
        (first ? line.startIndex : quote(of: line.startIndex..<line.endIndex, in: bytes).upperBound)..<line.endIndex
      while !text.isEmpty, bytes[text.lowerBound] <= 0x20 { text = text.lowerBound + 1..<text.upperBound }
      while !text.isEmpty, bytes[text.upperBound - 1] <= 0x20 { text = text.lowerBound..<text.upperBound - 1 }
      return text
    }
  }

  /// The start of the line that holds an offset.
  static func start(of offset: Int, in bytes: [UInt8]) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  /// The line end that stands after an offset.
  static func lineEnd(after offset: Int, in bytes: [UInt8]) -> [UInt8] {
    guard offset < bytes.count, bytes[offset] == 0x0D else { return [0x0A] }
    return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }
}
