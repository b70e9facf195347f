import DocgenSupport

/// The words of a title, in which a kind of page is looked for.
struct TitleWords {
  /// A kind takes no more words than this ("callback function").
  private static let maximumLength = 3

  private let bytes: [UInt8]
  private let words: [Range<Int>]
  /// The words before a note in parentheses at the end, "(winuser.h)".
  private let mainCount: Int

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var words: [Range<Int>] = []
    var start: Int?
    var lastOpen: Int?
    for (index, byte) in bytes.enumerated() {
      if Self.parts(bytes, index) {
        if let first = start { Self.add(first..<index, of: bytes, to: &words) }
        start = nil
        if byte == UInt8(ascii: "(") { lastOpen = words.count }
      } else if start == nil {
        start = index
      }
    }
    if let first = start { Self.add(first..<bytes.count, of: bytes, to: &words) }
    self.bytes = bytes
    self.words = words
    let endsWithNote = bytes.last == UInt8(ascii: ")") && (lastOpen ?? 0) > 0
    mainCount = endsWithNote ? lastOpen ?? words.count : words.count
  }

  /// Takes a word without underscores at its ends, which damage leaves there ("_Classe").
  private static func add(_ word: Range<Int>, of bytes: [UInt8], to words: inout [Range<Int>]) {
    var word = word
    while !word.isEmpty, bytes[word.lowerBound] == UInt8(ascii: "_") { word = word.lowerBound + 1..<word.upperBound }
    while !word.isEmpty, bytes[word.upperBound - 1] == UInt8(ascii: "_") {
      word = word.lowerBound..<word.upperBound - 1
    }
    if !word.isEmpty { words.append(word) }
  }

  /// Whether a byte separates words; a hyphen does, since languages glue the kind to a name by one.
  private static func parts(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x00...0x20, UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "\""),
      UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: ";"):
      return true
    case UInt8(ascii: ":"):
      return true
    // No-break space, and the typographic apostrophe.
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0
    case 0xA0: return index > 0 && bytes[index - 1] == 0xC2
    case 0xE2: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
    case 0x80: return index > 0 && index + 1 < bytes.count && bytes[index - 1] == 0xE2 && bytes[index + 1] == 0x99
    case 0x99: return index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    default: return false
    }
  }

  /// The kind of the one thing that the page is about ("KillJob method", "KillJob-Methode", "Méthode KillJob").
  ///
  /// `names` are the names of the API that the page is about.
  func singular(_ vocabulary: Vocabulary, names: [[UInt8]]) -> PageKind? {
    kindBesideName(vocabulary, names: names) ?? firstKind(vocabulary, excluding: names)
  }

  /// The kind in the words right after a name, or else right before it.
  func kindBesideName(_ vocabulary: Vocabulary, names: [[UInt8]]) -> PageKind? {
    guard !names.isEmpty else { return nil }
    for index in words.indices where isName(index, names) {
      if let kind = longest(vocabulary, .kinds, from: index + 1) { return kind }
      if let kind = longest(vocabulary, .kinds, to: index) { return kind }
    }
    return nil
  }

  /// The first kind among the words; alone at its place, or at the end of a compound word ("Sitzungsobjekt").
  private func firstKind(_ vocabulary: Vocabulary, excluding names: [[UInt8]]) -> PageKind? {
    guard words.count > 1 else { return words.isEmpty ? nil : compoundKind(vocabulary, 0) }
    for index in 0..<mainCount where !isName(index, names) {
      if let kind = longest(vocabulary, .kinds, from: index) { return kind }
    }
    // "RunningTask.CurrentAction (Eigenschaft)".
    if mainCount < words.count, let kind = longest(vocabulary, .kinds, from: mainCount) { return kind }
    for index in (0..<mainCount).reversed() {
      if let kind = compoundKind(vocabulary, index) { return kind }
    }
    return nil
  }

  /// The kind of things that the page lists: in the plural at the end of the title, or at its start ("CIM_Job methods").
  func plural(_ vocabulary: Vocabulary) -> PageKind? {
    if let kind = longest(vocabulary, .pluralKinds, to: mainCount) ?? longest(vocabulary, .pluralKinds, from: 0) {
      return kind
    }
    return mainCount > 0 ? compoundKind(vocabulary, mainCount - 1, .pluralKinds) : nil
  }

  private func compoundKind(
    _ vocabulary: Vocabulary, _ index: Int, _ part: Vocabulary.Part = .kinds
  ) -> PageKind? {
    let word = words[index]
    guard !hasInnerCapital(word) else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      vocabulary.key(endingCompound: UnsafeBufferPointer(rebasing: bytes[word]), in: part)
    }.map { PageKind($0) }
  }

  private func hasInnerCapital(_ word: Range<Int>) -> Bool {
    bytes[word].dropFirst().contains { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// A word in capitals is a part of a name (`MF_RATE_CONTROL` with spaces put in).
  private func isInCapitals(_ word: Range<Int>) -> Bool {
    word.count > 1 && bytes[word].allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
  }

  private func isName(_ index: Int, _ names: [[UInt8]]) -> Bool {
    let word = bytes[words[index]]
    return names.contains { ASCIICase.equal($0, word) }
  }

  private func longest(_ vocabulary: Vocabulary, _ part: Vocabulary.Part, from start: Int) -> PageKind? {
    var end = min(start + Self.maximumLength, words.count)
    while end > start {
      if let kind = kind(vocabulary, part, start..<end) { return kind }
      end -= 1
    }
    return nil
  }

  private func longest(_ vocabulary: Vocabulary, _ part: Vocabulary.Part, to end: Int) -> PageKind? {
    var start = max(0, end - Self.maximumLength)
    while start < end {
      if let kind = kind(vocabulary, part, start..<end) { return kind }
      start += 1
    }
    return nil
  }

  private func kind(_ vocabulary: Vocabulary, _ part: Vocabulary.Part, _ range: Range<Int>) -> PageKind? {
    if range.contains(where: { isInCapitals(words[$0]) }) { return nil }
    let span = words[range.lowerBound].lowerBound..<words[range.upperBound - 1].upperBound
    return bytes.withUnsafeBufferPointer { bytes in
      vocabulary.key(of: UnsafeBufferPointer(rebasing: bytes[span]), in: part)
    }.map { PageKind($0) }
  }
}
