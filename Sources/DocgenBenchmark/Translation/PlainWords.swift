import DocgenModel
import DocgenSupport

/// The words of a text that a translator has words of their own for.
enum PlainWords {
  /// A word by its place in the file.
  struct Word {
    var range: Range<Int>
    var isCapitalized: Bool
  }

  /// Finds the plain words of a part of a file: letters of ASCII between spaces and the punctuation of sentences.
  ///
  /// Names, numbers, paths and all with markup beside it are left out. Words that start with a capital count where a
  /// sentence starts, or everywhere in titles.
  static func find(
    in bytes: [UInt8], _ range: Range<Int>, isTitle: Bool, startsSentence: Bool, isName: (ArraySlice<UInt8>) -> Bool
  ) -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    var startsSentence = startsSentence
    while index < range.upperBound {
      if isWhitespace(bytes[index]) {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, !isWhitespace(bytes[end]) { end += 1 }
      let token = index..<end
      let word = core(of: token, in: bytes)
      let isFree = isBoundary(bytes, before: token.lowerBound) && isBoundary(bytes, after: token.upperBound)
      if isFree, !word.isEmpty, isPlain(bytes[word]), !isName(bytes[word]) {
        let isCapitalized = (0x41...0x5A).contains(bytes[word.lowerBound])
        if !isCapitalized || startsSentence || isTitle {
          words.append(Word(range: word, isCapitalized: isCapitalized))
        }
      }
      startsSentence = [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(
        bytes[end - 1])
      index = end
    }
    return words
  }

  /// A token without the punctuation of sentences around it.
  private static func core(of token: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var token = token
    while let first = token.first, "(\"'".utf8.contains(bytes[first]) { token = first + 1..<token.upperBound }
    while let last = token.last, ".,;:!?)\"'".utf8.contains(bytes[last]) { token = token.lowerBound..<last }
    return token
  }

  /// Whether a word has letters alone, of which none but the first is a capital; a hyphen may stand within.
  private static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, Self.isLetter(first), Self.isLetter(last) else { return false }
    if word.count == 1 { return first == UInt8(ascii: "a") || first == UInt8(ascii: "A") }
    return word.dropFirst().allSatisfy {
      (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isBoundary(_ bytes: [UInt8], before index: Int) -> Bool {
    guard index > 0 else { return true }
    return isWhitespace(bytes[index - 1]) || "|>(".utf8.contains(bytes[index - 1])
  }

  private static func isBoundary(_ bytes: [UInt8], after index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return isWhitespace(bytes[index]) || bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "|")
  }
}
