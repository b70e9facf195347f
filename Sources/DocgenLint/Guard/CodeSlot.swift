import DocgenSupport

/// Judges what an edit takes from code and what it writes there: tokens, and no text.
enum CodeSlot {
  /// Whether code may become other code: no sentence of a comment is lost, and neither holds headings, fences or
  /// paragraphs of a page.
  static func allows(_ old: ArraySlice<UInt8>, becoming new: ArraySlice<UInt8>) -> Bool {
    let (lost, written) = (sentences(in: old), sentences(in: new))
    guard lost.isSubset(of: written), !holdsBlocks(old), !holdsBlocks(new) else { return false }
    // What spans an empty line and brings sentences of its own is a page and no code.
    return written.isSubset(of: lost) || !holdsEmptyLine(new)
  }

  /// The sentences of a text, by their words: at least three plain words, and a mark that ends a sentence.
  ///
  /// Marks of comments and emphasis do not count, and line ends do not either: a comment goes over several lines.
  static func sentences(in text: ArraySlice<UInt8>) -> Set<[UInt8]> {
    var sentences: Set<[UInt8]> = []
    var words: [UInt8] = []
    var count = 0
    for token in text.split(whereSeparator: { $0 <= 0x20 }) {
      let bare = trimmed(token)
      if bare.isEmpty { continue }
      let word = plainWord(bare)
      guard let word else {
        count = 0
        words.removeAll(keepingCapacity: true)
        continue
      }
      count += word.count
      words += word.text + [0x20]
      guard word.endsSentence else { continue }
      if count >= 3 { sentences.insert(words) }
      count = 0
      words.removeAll(keepingCapacity: true)
    }
    return sentences
  }

  /// Whether a text is a destination, an attribute or the name of a language, and none that is there to be read.
  static func holdsFewWords(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(whereSeparator: { $0 <= 0x20 }).count { plainWord(trimmed($0)) != nil } < 3
  }

  /// A token that is a word or several of a language without whitespace, and whether a sentence ends with it; `nil` for code.
  private static func plainWord(_ token: ArraySlice<UInt8>) -> (
    text: ArraySlice<UInt8>, count: Int, endsSentence: Bool
  )? {
    var index = token.startIndex
    var (count, end) = (0, token.startIndex)
    while index < token.endIndex {
      let next = WordScanner.end(ofWordAt: index, in: token)
      if next > index {
        count += 1
        index = next
        end = next
        continue
      }
      let length = WordScanner.length(ofTerminatorAt: index, in: token)
      if length > 0, count > 0, WordScanner.endsSentence(at: index + length, in: token) {
        return (token[..<end], count, true)
      }
      // Within words, the signs of text may stand, and those of code not.
      guard token[index] >= 0x80 || inner.contains(token[index]) else { return nil }
      index += 1
    }
    return count > 0 ? (token[..<end], count, false) : nil
  }

  private static let inner = Set("-',".utf8)
  private static let outer = Set("*\"'`(),/#>-_".utf8)

  private static func trimmed(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var token = token
    while let first = token.first, outer.contains(first) { token.removeFirst() }
    while let last = token.last, outer.contains(last) { token.removeLast() }
    return token
  }

  // MARK: Markup

  /// Whether a text goes over an empty line beside which a heading stands, or holds a fence.
  private static func holdsBlocks(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
    let bytes = Array(text)
    var isAfterEmpty = false
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      let isEmpty = line.allSatisfy { $0 <= 0x20 }
      if !isEmpty {
        if isAfterEmpty, isHeading(line) { return true }
        if isFence(line) { return true }
      }
      isAfterEmpty = isEmpty
      start = end + 1
    }
    return false
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    return (2...6).contains(level) && line.dropFirst(level).first == 0x20
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    return text.prefix { $0 == mark }.count >= 3
  }

  private static func holdsEmptyLine(_ text: ArraySlice<UInt8>) -> Bool {
    var isEmpty = false
    for byte in text {
      if byte == 0x0A {
        if isEmpty { return true }
        isEmpty = true
      } else if byte > 0x20 {
        isEmpty = false
      }
    }
    return false
  }
}
