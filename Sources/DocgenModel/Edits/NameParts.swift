import DocgenSupport

/// A name and the words that it is made of.
struct NameParts {
  let bytes: [UInt8]
  /// Its letters and digits in lower case.
  let letters: [UInt8]
  /// Its words, in lower case.
  private let parts: [[UInt8]]

  init(_ name: [UInt8]) {
    bytes = name
    letters = name.filter { Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }.map(ASCIICase.lowercased)
    parts = Self.words(of: name).map { $0.map(ASCIICase.lowercased) }
  }

  /// So many letters without a capital may hold a further word: `ENDOFSTREAM`.
  private static let lettersOfWord = 5
  /// As many letters in common tell that a word is a part of the name, written otherwise.
  private static let lettersInCommon = 4
  /// A part with fewer letters may be the beginning of any word.
  private static let lettersOfPrefix = 3

  /// The words between underscores, and those with a capital of their own.
  static func words(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(whereSeparator: { !Identifier.isNameByte($0) || $0 == UInt8(ascii: "_") }).flatMap { part in
      var words: [ArraySlice<UInt8>] = []
      var start = part.startIndex
      for index in part.indices.dropFirst() {
        let startsWord =
          isCapital(part[index])
          && (!isCapital(part[index - 1]) || index + 1 < part.endIndex && isSmall(part[index + 1]))
        guard startsWord, index - start > 1 else { continue }
        words.append(part[start..<index])
        start = index
      }
      return words + [part[start...]]
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Whether a word is one of the name's, or several of them together, whole or but for its end.
  func holds(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.map(ASCIICase.lowercased)
    if parts.contains(where: { Self.areAlike($0, word) || Self.begins($0, word) || Self.isWithin($0, word) }) {
      return true
    }
    return word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
  }

  /// Whether the name has one of some words.
  func holds(_ forms: [String]) -> Bool {
    forms.contains { form in
      let word = form.utf8.map(ASCIICase.lowercased)
      // Few letters stand in many a longer word.
      return parts.contains { Self.areAlike($0, word) }
        || word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
    }
  }

  /// The parts that are not among some words: how many there are, and how many words of a language may say them.
  func parts(besides words: [ArraySlice<UInt8>]) -> (count: Int, room: Int) {
    let words = words.map { $0.map(ASCIICase.lowercased) }
    let covered = coverage(by: words)
    var start = 0
    var isThere = parts.map { part in
      defer { start += part.count }
      if !covered[start..<start + part.count].contains(false) { return true }
      return words.contains { word in
        Self.areAlike(part, word) && word.count + 2 >= part.count || Self.isWithin(part, word)
      }
    }
    for word in words {
      guard let start = parts.firstIndex(where: { Self.begins($0, word) }) else { continue }
      // What several parts were joined to may have other letters: `virtualethernetzwitch`.
      var rest = word[...]
      for index in parts[start...].indices {
        let equal = zip(parts[index], rest).count { $0 == $1 }
        guard equal * 2 > parts[index].count else { break }
        isThere[index] = true
        rest = rest.dropFirst(parts[index].count)
      }
    }
    let gone = parts.indices.filter { !isThere[$0] }
    let room = gone.reduce(0) { $0 + max(1, parts[$1].count / Self.lettersOfWord) }
    return (gone.count, room)
  }

  /// Which of the name's letters stand in words that are made of nothing else.
  private func coverage(by words: [[UInt8]]) -> [Bool] {
    var covered = [Bool](repeating: false, count: letters.count)
    for word in words where word.count >= Self.lettersInCommon {
      guard let start = ByteSearch.firstIndex(of: word, in: letters, from: 0) else { continue }
      for index in start..<start + word.count { covered[index] = true }
    }
    return covered
  }

  /// Whether a word has letters of the name alone.
  func isMade(ofWord word: ArraySlice<UInt8>) -> Bool {
    let word = word.map(ASCIICase.lowercased)
    return parts.contains(word)
      || word.count >= Self.lettersInCommon && ByteSearch.firstIndex(of: word, in: letters, from: 0) != nil
  }

  private static func begins(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    part.count >= lettersOfPrefix && word.count > part.count && word.starts(with: part)
  }

  /// Whether a word holds a part that is long enough not to stand there by chance.
  private static func isWithin(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    part.count >= lettersInCommon && ByteSearch.firstIndex(of: part, in: word, from: 0) != nil
  }

  /// Whether two words are equal, or begin alike for the most part.
  private static func areAlike(_ part: [UInt8], _ word: [UInt8]) -> Bool {
    if part == word { return true }
    let common = zip(part, word).prefix { $0 == $1 }.count
    return common >= lettersInCommon && (common * 2 > max(part.count, word.count) || common + 1 >= part.count)
  }
}
