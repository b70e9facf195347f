import DocgenModel
import DocgenSupport

/// Two lines of marks around code of which neither is a fence: full-width forms, quotes, too few of them.
struct FencePair {
  /// The end of the second line, or of the first where no other belongs to it.
  let end: Int
  /// The fix that makes fences of both; `nil` if what stands between is not the counterpart's code.
  let fix: Restoration?

  /// - Parameters:
  ///   - page: The page.
  ///   - opening: The marks before the code.
  ///   - wanted: The lines of the counterpart's block.
  ///   - counterpart: The counterpart's block.
  init(_ page: FencedPage, _ opening: FenceMarks, _ wanted: [[UInt8]], _ counterpart: FencedBlock) {
    let bytes = page.bytes
    let start = LinePrefix.start(of: opening.marks.lowerBound, in: bytes)
    var line = Self.line(from: start, in: bytes)
    let fence = [UInt8](repeating: counterpart.mark, count: counterpart.length)
    let first = LinePrefix.quote(of: line, in: bytes).upperBound
    var lines: [[UInt8]] = []
    while lines.count <= wanted.count, line.upperBound < bytes.count {
      line = Self.line(from: line.upperBound + LinePrefix.lineEnd(after: line.upperBound, in: bytes).count, in: bytes)
      let text = LinePrefix.quote(of: line, in: bytes).upperBound..<line.upperBound
      if let marks = FenceMarks(startOf: text, in: bytes), marks.rest.isEmpty, lines == wanted {
        end = line.upperBound
        let isAlone = bytes[first..<opening.marks.lowerBound].allSatisfy { $0 == 0x20 }
        let closing = TextEdit(SourceSpan(text.lowerBound..<marks.marks.upperBound), fence)
        let edit = TextEdit(SourceSpan(first..<opening.marks.upperBound), fence)
        fix = isAlone && !bytes[opening.rest].contains(0x20) ? Restoration([edit, closing], isSafe: true) : nil
        return
      }
      let comparable = bytes[text].filter { $0 > 0x20 }
      if !comparable.isEmpty { lines.append(comparable) }
    }
    end = opening.rest.upperBound
    fix = nil
  }

  private static func line(from start: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = min(start, bytes.count)
    return start..<(bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
  }
}
