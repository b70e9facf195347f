extension FrontMatterBounds {
  /// Finds TOML between two lines `+++`; where the second is missing, it ends at the first blank line that no key follows.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func findTOML(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatterBounds? {
    let plus = UInt8(ascii: "+")
    var lines = FrontMatterLines(bytes, in: start..<bytes.count)
    guard let opening = lines.nextLine(), bytes.isFence(opening, plus) else { return nil }
    let contentStart = lines.next
    while let line = lines.nextLine() {
      guard bytes.isFence(line, plus) else { continue }
      return FrontMatterBounds(
        start: start, content: contentStart..<line.lowerBound, end: line.upperBound, bodyStart: lines.next,
        isClosed: true)
    }
    return findUnclosedTOML(bytes, start: start, contentStart: contentStart)
  }

  private static func findUnclosedTOML(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, contentStart: Int
  ) -> FrontMatterBounds? {
    var lines = FrontMatterLines(bytes, in: contentStart..<bytes.count)
    var end = contentStart
    while let line = lines.nextLine() {
      let content = bytes.trimmed(line)
      let isText = !content.isEmpty && bytes[content.lowerBound] != UInt8(ascii: "#")
      if isText, !bytes[content].contains(UInt8(ascii: "=")), bytes[content.lowerBound] != UInt8(ascii: "[") { break }
      if isText { end = line.upperBound }
    }
    guard end > contentStart else { return nil }
    return FrontMatterBounds(start: start, content: contentStart..<end, end: end, bodyStart: end, isClosed: false)
  }

  /// Finds JSON that starts a page: an object that ends with a line, whose first line holds nothing but the brace or goes
  /// on with a key.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func findJSON(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatterBounds? {
    var index = start + 1
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    guard let end = endOfObject(bytes, from: start) else { return nil }
    var lines = FrontMatterLines(bytes, in: end..<bytes.count)
    if let rest = lines.nextLine(), !bytes.isWhitespace(rest) { return nil }
    return FrontMatterBounds(start: start, content: start..<end, end: end, bodyStart: lines.next, isClosed: true)
  }

  /// The offset after the brace that closes the one at an offset.
  private static func endOfObject(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var isInText = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInText: index += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset of the first byte after blank lines and HTML comments, where there are any and something follows.
  static func endOfComments(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if isSpace(bytes[index]) {
        index += 1
      } else if startsWith(bytes, index, "<!--") {
        guard let end = endOfComment(bytes, from: index + 4) else { return nil }
        index = end
      } else {
        // A line that is indented is none of a fence.
        return index > start && (bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D) ? index : nil
      }
    }
    return nil
  }

  private static func endOfComment(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 2 < bytes.count {
      if startsWith(bytes, index, "-->") { return index + 3 }
      index += 1
    }
    return nil
  }

  private static func startsWith(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
