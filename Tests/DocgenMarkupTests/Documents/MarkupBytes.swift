import DocgenMarkup
import DocgenSupport

/// Finds the words in a page that are markup and no text, by a reading of its own that knows little of Markdown.
struct MarkupBytes {
  private let bytes: [UInt8]
  private(set) var isMarkup: [Bool]

  init(_ bytes: [UInt8], from bodyStart: Int) {
    self.bytes = bytes
    isMarkup = [Bool](repeating: false, count: bytes.count)
    markTags(from: bodyStart)
    markLines(from: bodyStart)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func mark(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<bytes.count) { isMarkup[index] = true }
  }

  /// Destinations, titles and labels of links, info strings and markers of alerts.
  mutating func markTargets(of document: Document) {
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .link || node.kind == .image {
        let texts = document.nodes[index..<Int(node.end)].filter { $0.kind == .text }
        let end = texts.map(\.span.end).max() ?? node.span.start
        mark(Int(end)..<max(Int(end), Int(node.span.end)))
      }
      if let info = document.infoString(of: node) { mark(info.span.range) }
      if node.kind == .alert {
        let marker = Int(node.span.start)
        if let close = bytes[marker...].firstIndex(of: UInt8(ascii: "]")) { mark(marker..<close) }
      }
    }
  }

  // MARK: HTML

  private mutating func markTags(from bodyStart: Int) {
    var index = bodyStart
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts("<!--", at: index) {
        let end = find("-->", from: index + 2).map { $0 + 3 } ?? bytes.count
        mark(index..<end)
        index = end
      } else if let end = tagEnd(at: index) {
        mark(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// The end of the tag at an index; of a script or style, the end of its end tag.
  private func tagEnd(at start: Int) -> Int? {
    var index = start + 1
    let isEndTag = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEndTag { index += 1 }
    let nameStart = index
    while index < bytes.count, bytes[index] < 0x80, Self.isWord(bytes[index]) { index += 1 }
    let name = bytes[nameStart..<index]
    let tag = Array(name).withUnsafeBufferPointer { HTMLTag(name: $0) }
    if tag == .unknown, !starts("<!", at: start), !starts("<?", at: start) { return nil }
    guard let close = closingBracket(from: index) else { return nil }
    if tag == .script || tag == .style || tag == .title || tag == .textarea, !isEndTag {
      let word = "</" + String(decoding: name, as: UTF8.self)
      return find(word, from: close) ?? close + 1
    }
    return close + 1
  }

  /// The `>` of a tag, outside of the values of attributes.
  private func closingBracket(from start: Int) -> Int? {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[index - 1] == UInt8(ascii: "=") {
        quote = byte
      }
    }
    return nil
  }

  private func starts(_ text: StaticString, at index: Int) -> Bool {
    bytes[index...].prefix(text.utf8CodeUnitCount)
      .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    return (start..<max(start, bytes.count - wanted.count + 1)).first { index in
      bytes[index..<index + wanted.count].elementsEqual(wanted) { $0 == $1 || ($0 ^ $1 == 0x20 && Self.isWord($0)) }
    }
  }

  // MARK: Lines

  /// Numbers of list items, check boxes, and link reference definitions of one line.
  private mutating func markLines(from bodyStart: Int) {
    var start = bodyStart
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      markLine(start..<end)
      start = end + 1
    }
  }

  private mutating func markLine(_ line: Range<Int>) {
    var index = line.lowerBound
    let prefixes: [UInt8] = [0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*")]
    while index < line.upperBound, prefixes.contains(bytes[index]) { index += 1 }
    if index < line.upperBound, bytes[index] == UInt8(ascii: "["),
      let close = bytes[index..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    {
      mark(line)
    }
    if line.upperBound - index > 3, bytes[index] == UInt8(ascii: "["), bytes[index + 2] == UInt8(ascii: "]") {
      mark(index..<index + 3)
    }
    // The items of nested lists may start on one line.
    while index < line.upperBound {
      let start = index
      while index < line.upperBound, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard index > start, index < line.upperBound, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[index])
      else { break }
      mark(start..<index)
      index += 1
      while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    }
  }
}
