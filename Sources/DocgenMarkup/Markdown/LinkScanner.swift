/// Reads what follows the `]` of a link that is known to be one: `(destination "title")`, `[label]`, `[]` or nothing.
struct LinkScanner {
  private let content: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(content: UnsafeBufferPointer<UInt8>, at position: Int) {
    self.content = content
    self.position = position
  }

  /// Moves behind the link; the range of an inline destination, without `<` and `>`.
  mutating func destination() -> Range<Int>? {
    let start = position
    if byte(position) == UInt8(ascii: "(") {
      if let range = inlineDestination() { return range }
      position = start
    }
    if byte(position) == UInt8(ascii: "[") {
      var index = position + 1
      while index < content.count, content[index] != UInt8(ascii: "]"), content[index] != UInt8(ascii: "[") {
        index += content[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      if byte(index) == UInt8(ascii: "]") { position = index + 1 }
    }
    return nil
  }

  private func byte(_ index: Int) -> UInt8 { index < content.count ? content[index] : 0 }

  private mutating func skipBlanks() {
    while position < content.count, content[position] == 0x20 || (0x09...0x0D).contains(content[position]) {
      position += 1
    }
  }

  private mutating func inlineDestination() -> Range<Int>? {
    position += 1
    skipBlanks()
    var range = position..<position
    if byte(position) == UInt8(ascii: "<") {
      var end = position + 1
      while end < content.count, content[end] != UInt8(ascii: ">"), content[end] != 0x0A {
        end += content[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard byte(end) == UInt8(ascii: ">") else { return nil }
      range = position + 1..<end
      position = end + 1
    } else {
      var depth = 0
      var end = position
      while end < content.count, content[end] > 0x20 {
        if content[end] == UInt8(ascii: "\\"), end + 1 < content.count, content[end + 1] > 0x20 {
          end += 2
          continue
        }
        if content[end] == UInt8(ascii: "(") { depth += 1 }
        if content[end] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        end += 1
      }
      range = position..<end
      position = end
    }
    skipBlanks()
    if let close = [UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "("): UInt8(ascii: ")")][byte(position)] {
      position += 1
      while position < content.count, content[position] != close {
        position += content[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      position += 1
      skipBlanks()
    }
    guard byte(position) == UInt8(ascii: ")") else { return nil }
    position += 1
    return range
  }
}
