import DocgenSupport

extension Document {
  /// Turns block quotes that start with `[!NOTE]` and its like into alerts, be they of Markdown or HTML; the marker is hidden.
  mutating func markAlerts() {
    for index in nodes.indices where isQuotation(index) {
      guard let first = firstText(of: index), nodes[first].payload < 0,
        let (kind, length) = withText(of: nodes[first], { Self.alertMarker($0) })
      else { continue }
      nodes[index].kind = .alert
      nodes[index].level = kind.rawValue
      nodes[index].payload = -1
      if length == nodes[first].span.range.count {
        nodes[first].kind = .ignored
      } else {
        nodes[first].span.start += Int32(length)
      }
      // The line break after the marker, and a paragraph that held nothing else.
      let next = first + 1
      if next < Int(nodes[index].end), isLineBreak(next) { nodes[next].kind = .ignored }
      let paragraph = first - 1
      guard paragraph > index, nodes[paragraph].kind == .paragraph else { continue }
      if nodes[first..<Int(nodes[paragraph].end)].allSatisfy({ $0.kind == .ignored }) {
        nodes[paragraph].kind = .ignored
      }
    }
  }

  private func isQuotation(_ index: Int) -> Bool {
    nodes[index].kind == .blockQuote || (nodes[index].kind == .element && nodes[index].tag == .blockquote)
  }

  private func isLineBreak(_ index: Int) -> Bool {
    switch nodes[index].kind {
    case .softBreak, .lineBreak: true
    case .element: nodes[index].tag == .br
    default: false
    }
  }

  /// The text that a quotation starts with, perhaps within its first paragraph.
  private func firstText(of index: Int) -> Int? {
    var index = index + 1
    var holdsParagraph = false
    let end = Int(nodes[index - 1].end)
    while index < end {
      let node = nodes[index]
      switch node.kind {
      case .text where node.flags.contains(.whitespace): break
      case .text: return index
      case .paragraph where !holdsParagraph: holdsParagraph = true
      case .element where !holdsParagraph && node.tag == .p: holdsParagraph = true
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Reads `[!NOTE]` in any case, perhaps after spaces; the kind and the number of bytes.
  private static func alertMarker(_ text: UnsafeBufferPointer<UInt8>) -> (AlertKind, Int)? {
    var start = 0
    while start < text.count, text[start] <= 0x20 { start += 1 }
    guard text.count > start + 4, text[start] == UInt8(ascii: "["), text[start + 1] == UInt8(ascii: "!") else {
      return nil
    }
    start += 2
    var end = start
    while end < text.count, end < start + 14, text[end] != UInt8(ascii: "]") { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "]") else { return nil }
    let word = text[start..<end].map { $0 | 0x20 }
    guard let kind = AlertKind.allCases.first(where: { $0.name.utf8.elementsEqual(word) }) else { return nil }
    end += 1
    while end < text.count, text[end] == 0x20 { end += 1 }
    return (kind, end)
  }
}
