import DocgenSupport
import Glibc

/// Finds the attributes at the ends of headings before a page is parsed, so that they can be left out of its text.
struct HeadingIDFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let syntaxes: [HeadingIDSyntax]

  /// - Parameters:
  ///   - bytes: The file, whose memory must stay valid for the value's life.
  ///   - start: Where the text starts.
  ///   - syntaxes: How ids are written.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ syntaxes: [HeadingIDSyntax]) {
    self.bytes = bytes
    self.start = start
    // Of two that open alike, the longer is meant.
    self.syntaxes = syntaxes.sorted { $0.opening.count > $1.opening.count }
  }

  /// Attributes at the ends of lines that look like headings; code may look so, too.
  ///
  /// - Complexity: O(*n*) in the number of bytes, for each last byte of a mark.
  func find() -> [HeadingID] {
    var result: [HeadingID] = []
    for last in Set(syntaxes.compactMap(\.closing.last)).sorted() { find(last, into: &result) }
    return result.sorted { $0.span.start < $1.span.start }
  }

  private func find(_ last: UInt8, into result: inout [HeadingID]) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    var index = start
    while index < bytes.count, let found = memchr(base + index, Int32(last), bytes.count - index) {
      let place = UnsafeRawPointer(found) - base
      index = place + 1
      guard let end = endOfLine(after: index), isHeading(lineOf: place, endingAt: end) else { continue }
      if let id = attributes(endingAt: index) { result.append(id) }
    }
  }

  /// The end of the line, where nothing follows but space and the closing marks of a heading.
  private func endOfLine(after place: Int) -> Int? {
    var index = place
    while index < bytes.count, bytes[index] == space || bytes[index] == tab || bytes[index] == hash { index += 1 }
    return index == bytes.count || isLineEnd(bytes[index]) ? index : nil
  }

  private func isHeading(lineOf place: Int, endingAt end: Int) -> Bool {
    var index = lineStart(of: place)
    // The marks of block quotes around.
    while index < place, bytes[index] == space || bytes[index] == UInt8(ascii: ">") { index += 1 }
    if bytes[index] == hash {
      var level = 0
      while index < place, bytes[index] == hash { (index, level) = (index + 1, level + 1) }
      return level <= 6 && (bytes[index] == space || bytes[index] == tab)
    }
    return isUnderline(after: end)
  }

  /// Whether the next line underlines a heading: `===` or `---`.
  private func isUnderline(after end: Int) -> Bool {
    var index = end
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    while index < bytes.count, bytes[index] == space || bytes[index] == UInt8(ascii: ">") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: "-") else {
      return false
    }
    let mark = bytes[index]
    while index < bytes.count, bytes[index] == mark { index += 1 }
    while index < bytes.count, bytes[index] == space || bytes[index] == tab { index += 1 }
    return index == bytes.count || isLineEnd(bytes[index])
  }

  private func lineStart(of place: Int) -> Int {
    var index = place
    while index > start, !isLineEnd(bytes[index - 1]) { index -= 1 }
    return index
  }

  // MARK: Attributes

  private func attributes(endingAt end: Int) -> HeadingID? {
    let first = lineStart(of: end - 1)
    for syntax in syntaxes where end - first >= syntax.opening.count + syntax.closing.count {
      let close = end - syntax.closing.count
      guard bytes[close..<end].elementsEqual(syntax.closing) else { continue }
      var open = close - syntax.opening.count
      while open > first, !bytes[open..<(open + syntax.opening.count)].elementsEqual(syntax.opening) { open -= 1 }
      // Nothing but attributes is no heading.
      guard holdsText(first..<open), bytes[open..<(open + syntax.opening.count)].elementsEqual(syntax.opening) else {
        continue
      }
      if let id = attributes(in: open + syntax.opening.count..<close, at: open..<end) { return id }
    }
    return nil
  }

  private func holdsText(_ range: Range<Int>) -> Bool {
    bytes[range].contains { $0 > space && $0 != hash && $0 != UInt8(ascii: ">") }
  }

  /// Reads `#id .class key=value`; `nil` if something else stands there.
  private func attributes(in range: Range<Int>, at place: Range<Int>) -> HeadingID? {
    var result = HeadingID(span: SourceSpan(place))
    var index = range.lowerBound
    var isEmpty = true
    while index < range.upperBound {
      if bytes[index] == space || bytes[index] == tab {
        index += 1
        continue
      }
      let wordStart = index
      guard let end = endOfAttribute(from: index, to: range.upperBound) else { return nil }
      isEmpty = false
      index = end
      if bytes[wordStart] == hash, result.id == nil {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[wordStart + 1..<end]), as: UTF8.self)
        result.id = Located(text, at: SourceSpan(wordStart + 1..<end))
      }
    }
    return isEmpty ? nil : result
  }

  private func endOfAttribute(from start: Int, to limit: Int) -> Int? {
    var index = start
    let isNamed = bytes[index] == hash || bytes[index] == UInt8(ascii: ".")
    if isNamed { index += 1 }
    var quote: UInt8?
    var hasEquals = false
    let name = index
    while index < limit {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == space || byte == tab {
        break
      } else if hasEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") && !isNamed && index > name {
        hasEquals = true
      } else if !hasEquals, !isNameByte(byte) {
        return nil
      }
      index += 1
    }
    return quote == nil && index > name && (isNamed || hasEquals) ? index : nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "!"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private let space: UInt8 = 0x20
  private let tab: UInt8 = 0x09
  private let hash = UInt8(ascii: "#")
}
