import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The opening fence that a block lacks, so that its end begins a block: where it belongs, and the fix that writes it.
struct FenceOpening {
  private let bytes: [UInt8]
  private let block: FencedBlock
  private let counterpart: FencedBlock
  private let source: [UInt8]
  /// The lines above the block, from the code's first to its last, as far as they could be the counterpart's.
  private var lines: [Range<Int>] = []
  private var areEqual = false
  /// Whether the code stands above the block rather than in it.
  private(set) var isLikely = false
  /// The marks that should have been the fence.
  private let marks: FenceMarks?

  init(
    _ page: FencedPage, _ block: FencedBlock, _ counterpart: FencedBlock, _ wanted: [[UInt8]], _ other: FencedPage
  ) {
    bytes = page.bytes
    self.block = block
    self.counterpart = counterpart
    source = other.bytes
    var texts: [[UInt8]] = []
    var end = LinePrefix.start(of: Int(block.opening.start), in: page.bytes)
    let bodyStart = page.document.nodes.first.map { Int($0.span.start) } ?? 0
    while lines.count < wanted.count, let line = Self.line(before: end, from: bodyStart, in: page.bytes) {
      let text = LinePrefix.quote(of: line, in: page.bytes).upperBound..<line.upperBound
      let comparable = page.bytes[text].filter { $0 > 0x20 }
      end = line.lowerBound
      if comparable.isEmpty { continue }
      lines.insert(text, at: 0)
      texts.insert(comparable, at: 0)
    }
    areEqual = !wanted.isEmpty && texts == wanted
    isLikely = texts.count == wanted.count && FenceComparison.start(texts.reversed(), with: wanted.reversed())
    let above = Self.line(before: end, from: bodyStart, in: page.bytes).map {
      LinePrefix.quote(of: $0, in: page.bytes).upperBound..<$0.upperBound
    }
    let info = Set([Array(other.bytes[counterpart.info.range])].filter { !$0.isEmpty })
    marks = above.flatMap {
      FenceMarks(startOf: $0, in: page.bytes, before: info) ?? FenceMarks(within: $0, in: page.bytes)
    }
  }

  /// The place of the marks that should have been the fence.
  var place: SourceSpan? { marks.map { SourceSpan($0.marks) } }

  /// The start of the line that the code starts in.
  var start: Int32 {
    let start = marks?.marks.lowerBound ?? lines.first?.lowerBound ?? Int(block.opening.start)
    return Int32(truncatingIfNeeded: LinePrefix.start(of: start, in: bytes))
  }

  /// The fix; it is safe where all lines above are those of the counterpart's block.
  var fix: Restoration? {
    guard isLikely, let first = lines.first else { return nil }
    let lineEnd = LinePrefix.lineEnd(after: first.upperBound, in: bytes)
    let prefix = bytes[LinePrefix.start(of: first.lowerBound, in: bytes)..<first.lowerBound]
    let fence = [UInt8](repeating: counterpart.mark, count: counterpart.length)
    guard let marks else {
      guard areEqual else { return nil }
      let text = source[counterpart.opening.range] + lineEnd + prefix
      return Restoration([TextEdit(SourceSpan(first.lowerBound..<first.lowerBound), Array(text))], isSafe: true)
    }
    guard !bytes[marks.rest].contains(where: { $0 == 0x60 || $0 == 0x20 }) else { return nil }
    var start = marks.marks.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    let isLineStart = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    let isQuoteStart = !isLineStart && bytes[start - 1] == UInt8(ascii: ">")
    if isQuoteStart { start += 1 }
    let isAlone = isLineStart || isQuoteStart
    let text = isAlone ? fence : lineEnd + prefix + lineEnd + prefix + fence
    let rest = start..<marks.rest.lowerBound
    return Restoration([TextEdit(SourceSpan(rest), Array(text))], isSafe: areEqual)
  }

  private static func line(before end: Int, from start: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard end > start else { return nil }
    var last = end - 1
    if bytes[last] == 0x0A, last > start, bytes[last - 1] == 0x0D { last -= 1 }
    return max(start, LinePrefix.start(of: last, in: bytes))..<last
  }
}
