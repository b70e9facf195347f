/// Reads what follows the `]` of a link that is known to be one: `(destination "title")`, `[label]`, `[]` or nothing.
struct LinkScanner {
  private let content: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(content: UnsafeBufferPointer<UInt8>, at position: Int) {
    self.content = content
    self.position = position
  }

  /// Moves after the link; the range of an inline destination, without `<` and `>`.
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

  private mutating func skipWhitespace() {
    while position < content.count, isWhitespace(content[position]) { position += 1 }
  }

  private func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private mutating func inlineDestination() -> Range<Int>? {
    position += 1
    skipWhitespace()
    var range = position..<position
    if byte(position) == UInt8(ascii: "<") {
      var end = position + 1
      while end < content.count, content[end] != UInt8(ascii: ">") {
        if content[end] == 0x0A || content[end] == UInt8(ascii: "<") { return nil }
        end += content[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard byte(end) == UInt8(ascii: ">") else { return nil }
      range = position + 1..<end
      // The library cuts spaces and tabs at both ends.
      while let last = range.last, content[last] == 0x20 || content[last] == 0x09 { range.removeLast() }
      while let first = range.first, content[first] == 0x20 || content[first] == 0x09 { range.removeFirst() }
      position = end + 1
    } else {
      var depth = 0
      var end = position
      // Vertical tabs and form feeds are spaces to the library only between destination and title.
      while end < content.count, !isWhitespace(content[end]) || content[end] == 0x0B || content[end] == 0x0C {
        if content[end] == UInt8(ascii: "\\"), isPunctuation(byte(end + 1)) {
          end += 2
          continue
        }
        if content[end] == UInt8(ascii: "(") {
          // The library gives up here, too.
          if depth == 32 { return nil }
          depth += 1
        }
        if content[end] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        end += 1
      }
      range = position..<end
      position = end
    }
    let destinationEnd = position
    skipWhitespace()
    if position > destinationEnd, byte(position) != UInt8(ascii: ")") {
      guard skipTitle() else { return nil }
      skipWhitespace()
    }
    guard byte(position) == UInt8(ascii: ")") else { return nil }
    position += 1
    return range
  }

  /// Moves after a title between quotes or parentheses.
  private mutating func skipTitle() -> Bool {
    let close: UInt8
    switch byte(position) {
    case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    position += 1
    while position < content.count, content[position] != close {
      if close == UInt8(ascii: ")"), content[position] == UInt8(ascii: "(") { return false }
      position += content[position] == UInt8(ascii: "\\") && isPunctuation(byte(position + 1)) ? 2 : 1
    }
    position += 1
    return position <= content.count
  }
}
