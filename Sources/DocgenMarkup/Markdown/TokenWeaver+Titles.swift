import DocgenSupport

/// Titles that are arguments of tokens, in which code and emphasis are marked as in Markdown.
extension TokenWeaver {
  /// Adds a title with what its marks stand for: `` `name` ``, `**name**`, `*name*`.
  mutating func appendTitle(_ text: String, at span: SourceSpan) {
    let bytes = Array(text.utf8)
    var (start, index) = (0, 0)
    // Where escapes are resolved, only the whole has a place.
    let isAsWritten = document.source.bytes[span.range].elementsEqual(bytes)
    func place(_ range: Range<Int>) -> SourceSpan {
      guard isAsWritten else { return span }
      return SourceSpan(start: span.start + Int32(range.lowerBound), end: span.start + Int32(range.upperBound))
    }
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while index < bytes.count {
      guard let mark = TitleMark(at: index, in: bytes) else {
        index += 1
        continue
      }
      if start < index { appendText(string(start..<index), at: place(start..<index)) }
      append(mark.kind, at: place(mark.range)) { $0.appendText(string(mark.content), at: place(mark.content)) }
      index = mark.range.upperBound
      start = index
    }
    if start < bytes.count { appendText(string(start..<bytes.count), at: place(start..<bytes.count)) }
  }
}

/// A part of a title between two equal marks.
private struct TitleMark {
  let kind: Node.Kind
  let content: Range<Int>
  let range: Range<Int>

  /// The longest title in which marks are looked for.
  private static let longest = 512

  init?(at start: Int, in bytes: [UInt8]) {
    let byte = bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "*"), bytes.count <= Self.longest else { return nil }
    var open = start
    while open < bytes.count, bytes[open] == byte { open += 1 }
    let length = open - start
    let isCode = byte == UInt8(ascii: "`")
    guard isCode || length <= 2, open < bytes.count, isCode || bytes[open] != 0x20,
      let close = Self.close(of: byte, length, from: open, in: bytes)
    else { return nil }
    kind = isCode ? .code : length == 2 ? .strong : .emphasis
    content = open..<close
    range = start..<close + length
  }

  /// Where a run of as many marks starts that ends the part.
  private static func close(of mark: UInt8, _ length: Int, from start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index < bytes.count {
      guard bytes[index] == mark else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == mark { end += 1 }
      if end - index == length, mark == UInt8(ascii: "`") || bytes[index - 1] != 0x20 { return index }
      index = end
    }
    return nil
  }
}
