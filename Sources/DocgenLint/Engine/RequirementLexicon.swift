import DocgenModel
import DocgenSupport

/// The fixed phrases and product names of a locale, ready to be found in the values of requirements.
struct RequirementLexicon: Sendable {
  /// A run of words that stands for something: a phrase by its key, or a product by its words in the source language.
  private struct Form: Sendable {
    var words: [[UInt8]]
    var replacement: [[UInt8]]
  }

  /// By their first words, the longest first.
  private let forms: [[UInt8]: [Form]]
  /// The words that names of products are made of, in the source language.
  let productWords: Set<[UInt8]>

  /// Takes the forms of a vocabulary; the words put in their place are those of the source's.
  init(_ vocabulary: Vocabulary, source: Vocabulary) {
    var forms: [[UInt8]: [Form]] = [:]
    func add(_ text: String, _ replacement: [[UInt8]]) {
      let words = Self.words(of: text.utf8)
      guard let first = words.first else { return }
      forms[first, default: []].append(Form(words: words, replacement: replacement))
    }
    for key in vocabulary.keys(of: .phrases) {
      // Words without weight go; others become the source's.
      let replacement = source.phrase(key).map { Self.words(of: $0.utf8) } ?? []
      for form in vocabulary.phraseForms(key) { add(form, replacement) }
    }
    for product in vocabulary.keys(of: .products) {
      for form in vocabulary.forms(of: product, in: .products) { add(form, Self.words(of: product.utf8)) }
    }
    let products = source.keys(of: .products).map { Self.words(of: $0.utf8) }
    // What several products start with names their line ("Windows Server"), though a phrase may have the word, too.
    let lines = products.filter { line in products.contains { $0.count > line.count && $0.starts(with: line) } }
    productWords = Set(products.joined()).subtracting(
      source.keys(of: .phrases).flatMap { source.phraseForms($0) }.flatMap { Self.words(of: $0.utf8) }
    ).union(lines.joined())
    self.forms = forms.mapValues { list in
      // A stable order, so that forms of equal length are tried in the order of the data.
      list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
  }

  /// The words of a value in the source's terms, in lower case: letters, digits and inner dots.
  func words(of text: String) -> [[UInt8]] {
    let words = Self.words(of: text.utf8)
    var result: [[UInt8]] = []
    result.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      if let form = forms[words[index]]?.first(where: { words[index...].starts(with: $0.words) }) {
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
    let words = Self.words(of: text.utf8)
    return words.first.flatMap { forms[$0] }?.contains { $0.words == words } ?? false
  }

  private static func words(of text: some Sequence<UInt8>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var word: [UInt8] = []
    func isPart(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") }
    func flush() {
      while word.last == UInt8(ascii: ".") { word.removeLast() }
      if !word.isEmpty { result.append(word) }
      word = []
    }
    for byte in text {
      if isPart(byte) { word.append(ASCIICase.lowercased(byte)) } else { flush() }
      // U+FFFD stands where a blank of another encoding was lost.
      if byte == 0xBD, word.suffix(3) == [0xEF, 0xBF, 0xBD] {
        word.removeLast(3)
        flush()
      }
    }
    flush()
    return result
  }

  // MARK: Texts that keep their punctuation

  /// A value with its phrases in the source's words; all else stays as it is, blanks and punctuation included.
  func canonical(_ text: String) -> String {
    let parts = text.utf8.split(separator: 0x20).map { Part($0) }
    var result: [String] = []
    var index = 0
    while index < parts.count {
      if let form = forms[parts[index].folded]?.first(where: { form in
        form.words.count <= parts.count - index
          && zip(form.words, parts[index...]).allSatisfy { $0 == $1.folded }
      }), !form.replacement.isEmpty {
        let last = parts[index + form.words.count - 1]
        let words = form.replacement.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        result.append(parts[index].leading + words + last.trailing)
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
    let folded: [UInt8]
    let leading: String
    let trailing: String

    init(_ bytes: Substring.UTF8View.SubSequence) {
      text = String(decoding: bytes, as: UTF8.self)
      func isWord(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte >= 0x80 }
      let start = bytes.firstIndex(where: isWord) ?? bytes.endIndex
      let end = bytes.lastIndex(where: isWord).map { bytes.index(after: $0) } ?? start
      folded = bytes[start..<max(start, end)].map(ASCIICase.lowercased)
      leading = String(decoding: bytes[..<start], as: UTF8.self)
      trailing = String(decoding: bytes[max(start, end)...], as: UTF8.self)
    }
  }
}
