import DocgenMarkup
import DocgenSupport

extension InlineText {
  /// Leaves out the marker that some reference sets start sub-headings with: `-param hwnd`, `-field cbSize`.
  ///
  /// It is a key in small letters; a name that begins with a hyphen and was torn apart is none (`-Allow Prerelease`).
  mutating func dropMarker() {
    guard bytes.first == UInt8(ascii: "-"), let space = bytes.firstIndex(of: 0x20), space > 1, space + 1 < count,
      bytes[1..<space].allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
    else { return }
    removeFirst(space + 1)
  }
}

extension Document {
  /// The first block or element of a range that says something.
  func firstBlock(in range: Range<Int>) -> Int? {
    children(in: range).first { index in
      switch nodes[index].kind {
      case .text: !nodes[index].flags.contains(.whitespace)
      case .softBreak, .lineBreak, .ignored, .comment: false
      // The `<dd>` or cell that a description starts with.
      case .element where nodes[index].tag == .dd || nodes[index].tag == .td: true
      default: true
      }
    }.flatMap { index in
      if isElement(index, .dd) || isElement(index, .td) || nodes[index].kind == .tableCell {
        return firstBlock(in: content(of: index))
      }
      return index
    }
  }

  /// Whether a paragraph's first words are followed by a colon: `Type: **DWORD**`.
  func startsWithLabel(_ paragraph: Int) -> Bool {
    for index in content(of: paragraph) where nodes[index].kind == .text && !nodes[index].flags.contains(.whitespace) {
      return withText(of: nodes[index]) { $0.prefix(32).contains(UInt8(ascii: ":")) }
    }
    return false
  }
}
