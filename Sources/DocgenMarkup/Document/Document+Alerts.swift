import DocgenSupport

extension Document {
  /// Turns block quotes that start with `[!NOTE]` and its like into alerts; the marker is hidden.
  mutating func markAlerts() {
    for index in nodes.indices where nodes[index].kind == .blockQuote {
      guard index + 2 < Int(nodes[index].end), nodes[index + 1].kind == .paragraph, nodes[index + 2].kind == .text
      else { continue }
      let text = nodes[index + 2]
      guard let (kind, length) = withText(of: text, { Self.alertMarker($0) }), text.payload < 0 else { continue }
      nodes[index].kind = .alert
      nodes[index].level = kind.rawValue
      if length == nodes[index + 2].span.range.count {
        nodes[index + 2].kind = .ignored
      } else {
        nodes[index + 2].span.start += Int32(length)
      }
      // The line break after the marker, and a paragraph that held nothing else.
      let next = index + 3
      if next < Int(nodes[index + 1].end), nodes[next].kind == .softBreak || nodes[next].kind == .lineBreak {
        nodes[next].kind = .ignored
      }
      if nodes[index + 1..<Int(nodes[index + 1].end)].dropFirst().allSatisfy({ $0.kind == .ignored }) {
        nodes[index + 1].kind = .ignored
      }
    }
  }

  /// Reads `[!NOTE]` in any case; the kind and the number of bytes.
  private static func alertMarker(_ text: UnsafeBufferPointer<UInt8>) -> (AlertKind, Int)? {
    guard text.count > 4, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!") else { return nil }
    var end = 2
    while end < text.count, end < 16, text[end] != UInt8(ascii: "]") { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "]") else { return nil }
    let word = text[2..<end].map { $0 | 0x20 }
    guard let kind = AlertKind.allCases.first(where: { $0.name.utf8.elementsEqual(word) }) else { return nil }
    end += 1
    while end < text.count, text[end] == 0x20 { end += 1 }
    return (kind, end)
  }
}
