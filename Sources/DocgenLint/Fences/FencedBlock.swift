import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A code block between fences: its lines, and whether the fence at its end is there.
struct FencedBlock {
  /// The block's node.
  let node: Int
  /// The opening fence with its info string.
  let opening: SourceSpan
  /// The info string; empty where there is none.
  let info: SourceSpan
  /// The character that the fence is made of.
  let mark: UInt8
  /// How many of them there are.
  let length: Int
  /// Whether a closing fence ends the block, and not its container or the page.
  let isClosed: Bool
  /// The end of the line of the opening fence.
  let lineEnd: Int

  /// Reads a fenced block; `nil` for code that is only indented.
  init?(_ index: Int, in document: Document) {
    let node = document.nodes[index]
    guard node.kind == .codeBlock, node.flags.contains(.fenced) else { return nil }
    let bytes = document.source.bytes
    let start = Int(node.span.start)
    guard start < bytes.count else { return nil }
    mark = bytes[start]
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    length = end - start
    lineEnd = bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    info = document.infoString(of: node)?.span ?? SourceSpan(end..<end)
    opening = SourceSpan(start..<max(end, Int(info.end)))
    self.node = index
    let textEnd = Int(node.end) > index + 1 ? Int(document.nodes[Int(node.end) - 1].span.end) : lineEnd
    let rest = max(textEnd, lineEnd)
    isClosed = rest < Int(node.span.end) && Self.endsWithFence(bytes, rest..<Int(node.span.end), mark, length)
  }

  /// The place of the text in the file, with the markers of containers between its lines.
  func text(in document: Document) -> Range<Int> {
    let texts = node + 1..<Int(document.nodes[node].end)
    guard let first = texts.first, let last = texts.last else { return lineEnd..<lineEnd }
    return Int(document.nodes[first].span.start)..<Int(document.nodes[last].span.end)
  }

  /// The lines of the text without line ends, each from where the container's markers end.
  func lines(in document: Document) -> [Range<Int>] {
    let bytes = document.source.bytes
    let texts = node + 1..<Int(document.nodes[node].end)
    var lines: [Range<Int>] = []
    var start: Int?
    var end = 0
    for index in texts {
      let span = document.nodes[index].span.range
      for offset in span {
        if start == nil { start = offset }
        guard bytes[offset] == 0x0A || bytes[offset] == 0x0D else {
          end = offset + 1
          continue
        }
        // The LF of a CRLF begins no line.
        if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { continue }
        if let first = start { lines.append(first..<max(first, end)) }
        start = nil
      }
    }
    if let first = start { lines.append(first..<max(first, end)) }
    return lines
  }

  /// Whether what stands after the text of a block is a fence.
  private static func endsWithFence(_ bytes: [UInt8], _ range: Range<Int>, _ mark: UInt8, _ length: Int) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1] == mark { start -= 1 }
    return end - start >= length
  }
}
