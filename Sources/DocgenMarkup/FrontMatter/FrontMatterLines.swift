/// The lines of a file, one after the other, from an offset on.
///
/// Lines end at LF, CRLF or a lone CR, as in CommonMark and in YAML.
struct FrontMatterLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private(set) var next: Int

  /// Starts at a range of bytes, whose memory must stay valid for the value's life.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    self.next = range.lowerBound
    self.limit = range.upperBound
  }

  /// The range of the next line without its end, or nothing at the end.
  mutating func nextLine() -> Range<Int>? {
    guard next < limit else { return nil }
    let start = next
    var end = start
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    next = min(end + 1, limit)
    if end + 1 < limit, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
    return start..<end
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether only spaces and tabs stand in a range.
  func isWhitespace(_ range: Range<Int>) -> Bool {
    for index in range where self[index] != 0x20 && self[index] != 0x09 { return false }
    return true
  }

  /// Whether a line is the fence `---` or `...`, with spaces after it or not.
  func isFence(_ line: Range<Int>, _ byte: UInt8) -> Bool {
    guard line.count >= 3 else { return false }
    let start = line.lowerBound
    guard self[start] == byte, self[start + 1] == byte, self[start + 2] == byte else { return false }
    return isWhitespace(start + 3..<line.upperBound)
  }

  /// A range without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The index of the colon of a line `key: …` that starts with a key, which may be followed by spaces.
  ///
  /// A key is one word of letters, digits, `_`, `.`, `-` and `:`; sentences with a colon are none.
  func colonOfKey(_ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    guard index < line.upperBound, Self.canStartKey(self[index]) else { return nil }
    while index < line.upperBound {
      let byte = self[index]
      if byte == 0x3A, index + 1 == line.upperBound || self[index + 1] == 0x20 || self[index + 1] == 0x09 {
        return index
      }
      if byte == 0x20 || byte == 0x09 {
        while index < line.upperBound, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
        let isKey = index < line.upperBound && self[index] == 0x3A
        return isKey && (index + 1 == line.upperBound || self[index + 1] == 0x20) ? index : nil
      }
      guard Self.canStandInKey(byte) else { return nil }
      index += 1
    }
    return nil
  }

  private static func canStartKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x22, 0x27, 0x80...: true
    default: false
    }
  }

  private static func canStandInKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x2D, 0x2E: true
    default: canStartKey(byte)
    }
  }
}
