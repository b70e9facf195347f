/// How often each word occurs in a text.
///
/// A word is what stands between spaces and punctuation; an underscore is a part of it. Hexadecimal numbers are equal
/// whatever the case of their digits.
package struct WordBag: Equatable, Sendable {
  /// The words with their numbers, which are above zero.
  package private(set) var counts: [String: Int] = [:]
  private var word: [UInt8] = []

  /// No words.
  package init() { word.reserveCapacity(64) }

  /// The words of a text.
  package init(_ text: String) {
    self.init()
    for byte in text.utf8 { append(byte) }
    endWord()
  }

  /// Whether there are no words.
  package var isEmpty: Bool { counts.isEmpty }

  /// The words in the order of their bytes, with the number where there are several.
  package var description: String {
    counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { $0.value == 1 ? $0.key : "\($0.key)×\($0.value)" }.joined(separator: " ")
  }

  /// The words that the other text does not have, or has less often.
  package func subtracting(_ other: WordBag) -> WordBag {
    var result = WordBag()
    for (word, count) in counts {
      let rest = count - other.counts[word, default: 0]
      if rest > 0 { result.counts[word] = rest }
    }
    return result
  }

  /// Takes away the words that another text has, however often.
  package mutating func removeWords(of other: WordBag) {
    counts = counts.filter { other.counts[$0.key] == nil }
  }

  /// Takes away the words of a text where it holds all of them; tells whether it did.
  package mutating func remove(_ text: String) -> Bool {
    let words = WordBag(text)
    guard words.subtracting(self).isEmpty else { return false }
    self = subtracting(words)
    return true
  }

  /// Takes away the words of a text where it holds all of them, whatever the case of their letters; tells whether it
  /// did.
  package mutating func remove(ignoringCase text: String) -> Bool {
    var rest = self
    for (word, count) in WordBag(text).counts {
      for _ in 0..<count {
        guard let found = rest.counts.keys.filter({ $0.lowercased() == word.lowercased() }).min() else { return false }
        _ = rest.remove(found)
      }
    }
    self = rest
    return true
  }

  /// Adds the words of a text.
  package mutating func insert(_ text: String) {
    insert(WordBag(text))
  }

  /// Adds words.
  package mutating func insert(_ other: WordBag) {
    for (word, count) in other.counts { counts[word, default: 0] += count }
  }

  /// Takes the next byte of a text.
  mutating func append(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: word.append(byte)
    default: endWord()
    }
  }

  /// Ends the word at hand; marks of more than one byte end words, too, and are cut off here.
  mutating func endWord() {
    guard !word.isEmpty else { return }
    defer { word.removeAll(keepingCapacity: true) }
    guard word.contains(where: { $0 >= 0x80 }) else {
      count(word[...])
      return
    }
    removeControls()
    var start = 0
    var index = 0
    while index < word.count {
      let length = Self.markLength(word[index...])
      if length > 0 {
        if index > start { count(word[start..<index]) }
        start = index + length
      }
      index += max(1, length)
    }
    if start < word.count { count(word[start...]) }
  }

  /// Takes out control characters, U+0080 to U+009F, which no reader sees.
  private mutating func removeControls() {
    var index = 0
    while index + 1 < word.count {
      if word[index] == 0xC2, word[index + 1] < 0xA0 { word.removeSubrange(index...index + 1) } else { index += 1 }
    }
  }

  private mutating func count(_ bytes: ArraySlice<UInt8>) {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("0x") || text.hasPrefix("0X") { text = text.lowercased() }
    counts[text, default: 0] += 1
  }

  /// The length of a space or punctuation mark of two or three bytes; 0 for a letter.
  private static func markLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    guard bytes[start] >= 0xC2, bytes.count > 1 else { return 0 }
    let second = bytes[start + 1]
    let third = bytes.count > 2 ? bytes[start + 2] : 0
    return switch bytes[start] {
    // The ordinals and the micro sign are letters.
    case 0xC2: second == 0xAA || second == 0xB5 || second == 0xBA ? 0 : 2
    // General punctuation, U+2000 to U+206F; that of Asian languages, U+3000 to U+301F.
    case 0xE2: second == 0x80 || (second == 0x81 && third < 0xB0) ? 3 : 0
    case 0xE3: second == 0x80 && third < 0xA0 ? 3 : 0
    // The byte order mark, and what stands for bytes that are no text.
    case 0xEF: second == 0xBF || (second == 0xBB && third == 0xBF) ? 3 : 0
    default: 0
    }
  }
}
