import DocgenSupport

/// Turns libyaml's marks, which count Unicode scalars, into offsets of bytes.
///
/// Marks come nearly in the order of the text: a cursor that walks to each of them in turn costs one pass in all.
struct YAMLOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var scalar = 0
  private var byte = 0

  /// - Parameters:
  ///   - bytes: memory that must stay valid for the value's life.
  ///   - base: the offset of the first byte in its file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, startingAt base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// The index of the first byte of the scalar of that number.
  mutating func byte(ofScalar target: Int) -> Int {
    while scalar < target, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > target, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalar -= 1
    }
    return byte
  }

  /// The byte at an index, 0 past the end.
  func value(atByte index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Whether only whitespace stands before an index on its line.
  func isAtLineStart(_ index: Int) -> Bool {
    var index = min(index, bytes.count)
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }

  /// The span, in the file, between two indexes of bytes.
  func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(base + start..<base + max(start, end)) }

  /// The span, in the file, of the scalar at an index.
  func span(ofByte index: Int) -> SourceSpan {
    let start = min(index, bytes.count)
    var end = start
    if end < bytes.count { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return span(start, end)
  }

  /// The text between the quotes.
  func spanInsideQuotes(_ start: Int, _ end: Int) -> SourceSpan { span(start + 1, end - 1) }

  /// The text of a block scalar: from the first line after its header to the last that is not whitespace.
  func spanOfBlock(_ start: Int, _ end: Int) -> SourceSpan {
    var start = start
    var end = min(end, bytes.count)
    while start < end, bytes[start] != 0x0A, bytes[start] != 0x0D { start += 1 }
    while start < end, Self.isSpaceOrLineEnd(bytes[start]) { start += 1 }
    while end > start, Self.isSpaceOrLineEnd(bytes[end - 1]) { end -= 1 }
    return span(start, end)
  }

  private static func isSpaceOrLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
