import DocgenSupport

/// The fixed phrases and product names of a locale, ready to be found in the values of requirements.
struct RequirementLexicon: Sendable {
  /// A word in lower case, as a hash of its bytes.
  struct Word: Hashable, Sendable {
    let hash: UInt64
    let hasDigit: Bool

    init(_ bytes: some Sequence<UInt8>) {
      var hash = FNVHash.offsetBasis
      var hasDigit = false
      for byte in bytes {
        hash = (hash ^ UInt64(ASCIICase.lowercased(byte))) &* FNVHash.prime
        if (0x30...0x39).contains(byte) { hasDigit = true }
      }
      self.hash = hash
      self.hasDigit = hasDigit
    }
  }

  /// A run of words that stands for something: a phrase by its key, or a product by its words in the source language.
  private struct Form: Sendable {
    var words: [Word]
    var replacement: [Word]
    var replacementText: String
  }

  /// By the hashes of their first words, the longest first.
  private let forms: [UInt64: [Form]]
  /// The words that names of products are made of, in the source language.
  let productWords: Set<Word>

  /// Takes the forms of a vocabulary; the words put in their place are those of the source's.
  init(_ vocabulary: Vocabulary, source: Vocabulary) {
    var forms: [UInt64: [Form]] = [:]
    func add(_ text: String, _ replacement: String) {
      let words = Self.words(in: text).map(\.word)
      guard let first = words.first else { return }
      let others = Self.words(in: replacement)
      let bytes = Array(replacement.utf8)
      let text = others.map { String(decoding: bytes[$0.range].map(ASCIICase.lowercased), as: UTF8.self) }
      forms[first.hash, default: []].append(
        Form(words: words, replacement: others.map(\.word), replacementText: text.joined(separator: " ")))
    }
    for key in vocabulary.keys(of: .phrases) {
      // Words without meaning go; others become the source's.
      let replacement = source.phrase(key) ?? ""
      for form in vocabulary.phraseForms(key) { add(form, replacement) }
    }
    for product in vocabulary.keys(of: .products) {
      for form in vocabulary.forms(of: product, in: .products) { add(form, product) }
    }
    let products = source.keys(of: .products).map { product in Self.words(in: product).map(\.word) }
    // What several products start with names their line ("Windows Server"), though a phrase may have the word, too.
    let lines = products.filter { line in products.contains { $0.count > line.count && $0.starts(with: line) } }
    productWords = Set(products.joined()).subtracting(
      source.keys(of: .phrases).flatMap { source.phraseForms($0) }.flatMap { Self.words(in: $0).map(\.word) }
    ).union(lines.joined())
    self.forms = forms.mapValues { list in
      // A stable order, so that forms of equal length are tried in the order of the data.
      list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
  }

  /// The words of a value in the source's terms, in lower case: letters, digits and inner dots.
  func words(of text: String) -> [Word] {
    let words = Self.words(in: text).map(\.word)
    var result: [Word] = []
    result.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      if let form = forms[words[index].hash]?.first(where: { words[index...].starts(with: $0.words) }) {
        result += form.replacement
        index += form.words.count
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a text is one of the fixed phrases.
  func isPhrase(_ text: String) -> Bool {
    let words = Self.words(in: text).map(\.word)
    return words.first.flatMap { forms[$0.hash] }?.contains { $0.words == words } ?? false
  }

  /// The words of a text with their places; dots at their ends are no part of them.
  private static func words(in text: String) -> [(word: Word, range: Range<Int>)] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [(word: Word, range: Range<Int>)] = []
      var index = 0
      while index < bytes.count {
        // U+FFFD stands where a space of another encoding was lost.
        let isLost = isReplacement(bytes, index)
        guard !isLost, isPart(bytes[index]) else {
          index += isLost ? 3 : 1
          continue
        }
        let start = index
        while index < bytes.count, isPart(bytes[index]), !isReplacement(bytes, index) { index += 1 }
        var end = index
        while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        if end > start { result.append((Word(bytes[start..<end]), start..<end)) }
      }
      return result
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    Identifier.isNameByte(byte) || byte >= 0x80 || byte == UInt8(ascii: ".")
  }

  private static func isReplacement(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
  }

  // MARK: Texts that keep their punctuation

  /// A value with its phrases in the source's words; all else stays as it is, spaces and punctuation included.
  func canonical(_ text: String) -> String {
    let parts = text.utf8.split(separator: 0x20).map { Part($0) }
    var result: [String] = []
    var index = 0
    while index < parts.count {
      if let form = forms[parts[index].word.hash]?.first(where: { form in
        form.words.count <= parts.count - index
          && zip(form.words, parts[index...]).allSatisfy { $0 == $1.word }
      }), !form.replacement.isEmpty {
        let last = parts[index + form.words.count - 1]
        result.append(parts[index].leading + form.replacementText + last.trailing)
        index += form.words.count
      } else {
        result.append(parts[index].text)
        index += 1
      }
    }
    return result.joined(separator: " ")
  }

  /// A word with the punctuation around it.
  private struct Part {
    let text: String
    let word: RequirementLexicon.Word
    let leading: String
    let trailing: String

    init(_ bytes: Substring.UTF8View.SubSequence) {
      text = String(decoding: bytes, as: UTF8.self)
      func isWord(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte >= 0x80 }
      let start = bytes.firstIndex(where: isWord) ?? bytes.endIndex
      let end = bytes.lastIndex(where: isWord).map { bytes.index(after: $0) } ?? start
      word = RequirementLexicon.Word(bytes[start..<max(start, end)])
      leading = String(decoding: bytes[..<start], as: UTF8.self)
      trailing = String(decoding: bytes[max(start, end)...], as: UTF8.self)
    }
  }
}
