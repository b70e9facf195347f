import DocgenSupport
import Glibc

/// The lines of a page's body, and how content that the library made of them is found in them again.
struct BodyLines {
  let file: UnsafeBufferPointer<UInt8>
  /// The file offsets at which the lines start.
  let starts: [Int]

  init(file: UnsafeBufferPointer<UInt8>, from bodyStart: Int) {
    self.init(file, LineTable.lineStarts(of: file, from: bodyStart))
  }

  /// Takes the lines of a file with the same line ends, of which there is one at least.
  init(_ file: UnsafeBufferPointer<UInt8>, _ starts: [Int]) {
    self.file = file
    self.starts = starts
  }

  /// The file offset of a line and column as the library counts them, from 1.
  func offset(line: Int32, column: Int32) -> Int {
    let line = min(max(1, Int(line)), starts.count)
    return min(starts[line - 1] + max(0, Int(column) - 1), file.count)
  }

  /// The end of a line's text, counted from 0, without its line end.
  func end(of line: Int) -> Int {
    let line = min(max(0, line), starts.count - 1)
    var end = line + 1 < starts.count ? starts[line + 1] : file.count
    while end > starts[line], file[end - 1] == 0x0A || file[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The end of a line's text without the whitespace before it.
  func trimmedEnd(of line: Int) -> Int {
    var end = end(of: line)
    while end > starts[line], file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
    return end
  }

  // MARK: The content of blocks

  /// The first line of a paragraph's text: link reference definitions before it were cut.
  func firstTextLine(of content: UnsafeBufferPointer<UInt8>, from first: Int, to last: Int) -> Int {
    if isRest(content, ofLine: first), !isDefinition(first) { return first }
    // The library counts the lines of a paragraph right, and sometimes one too many for an underlined heading.
    var lineCount = 1
    var end = content.endOfLine(from: 0)
    while end + 1 < content.count {
      lineCount += 1
      end = content.endOfLine(from: end + 1)
    }
    let candidate = max(first, last - lineCount + 1)
    if areRests(content, from: candidate) { return candidate }
    return candidate > first && areRests(content, from: candidate - 1) ? candidate - 1 : first
  }

  /// Whether each line of content is the end of a line of the file.
  private func areRests(_ content: UnsafeBufferPointer<UInt8>, from firstLine: Int) -> Bool {
    var line = firstLine
    var start = 0
    while start < content.count {
      let part = UnsafeBufferPointer(rebasing: content[start...])
      guard line < starts.count, isRest(part, ofLine: line) else { return false }
      start = content.endOfLine(from: start) + 1
      line += 1
    }
    return true
  }

  /// Whether a line starts with `[`, after whitespace and the markers of containers.
  private func isDefinition(_ line: Int) -> Bool {
    let first = file[starts[line]..<end(of: line)].first { byte in
      switch byte {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: ")"), 0x30...0x39:
        false
      default: true
      }
    }
    return first == UInt8(ascii: "[")
  }

  /// Whether the first line of content is the end of a line of the file, whitespace at the end aside.
  private func isRest(_ content: UnsafeBufferPointer<UInt8>, ofLine line: Int) -> Bool {
    let length = trimmedLength(content, 0..<content.endOfLine(from: 0))
    let source = trimmedEnd(of: line) - length
    guard source >= starts[line] else { return false }
    guard length > 0, let text = content.baseAddress, let base = file.baseAddress else { return true }
    return memcmp(text, base + source, length) == 0
  }

  func trimmedLength(_ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, content[end - 1] == 0x20 || content[end - 1] == 0x09 { end -= 1 }
    return end - range.lowerBound
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first LF from an index on, or else the end.
  func endOfLine(from start: Int) -> Int {
    guard let base = UnsafeRawPointer(baseAddress), start < count else { return count }
    return memchr(base + start, 0x0A, count - start).map { UnsafeRawPointer($0) - base } ?? count
  }
}
