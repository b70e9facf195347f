import DocgenSupport

/// Writes a value that is made of products, numbers and fixed phrases in the words of another language.
struct PhraseTranslation: Sendable {
  /// A phrase of the source by its words, and the words for it in the translation.
  private struct Form: Sendable {
    var words: [[UInt8]]
    var replacement: [UInt8]
  }

  /// By their first words, the longest first.
  private let forms: [[UInt8]: [Form]]
  /// The words of products, which are the same in every language.
  private let productWords: Set<[UInt8]>

  /// Takes the phrases that both vocabularies have.
  init(from source: Vocabulary, to translation: Vocabulary) {
    var forms: [[UInt8]: [Form]] = [:]
    for key in source.keys(of: .phrases) {
      guard let preferred = translation.phrase(key) else { continue }
      let replacement = Word(preferred.utf8).core
      for form in source.phraseForms(key) {
        let words = form.utf8.split(separator: 0x20).map { Word($0).folded }
        guard let first = words.first, !first.isEmpty else { continue }
        forms[first, default: []].append(Form(words: words, replacement: replacement))
      }
    }
    self.forms = forms.mapValues { list in
      list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
    productWords = Set(
      source.keys(of: .products).flatMap { $0.utf8.split(separator: 0x20).map { Word($0).folded } })
  }

  /// The value in the words of the translation; `nil` if a word of it is none of those that are known.
  func translated(_ value: String) -> String? {
    let words = value.utf8.split(separator: 0x20).map { Word($0) }
    var result: [UInt8] = []
    var index = 0
    while index < words.count {
      if index > 0 { result.append(0x20) }
      let word = words[index]
      if let form = forms[word.folded]?.first(where: { form in
        form.words.count <= words.count - index
          && zip(form.words, words[index...]).allSatisfy { $0 == $1.folded }
      }) {
        result += word.leading + form.replacement + words[index + form.words.count - 1].trailing
        index += form.words.count
        continue
      }
      guard word.core.isEmpty || productWords.contains(word.folded) || word.core.contains(where: Self.isDigit) else {
        return nil
      }
      result += word.leading + word.core + word.trailing
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A word, or several, apart from the punctuation around.
  private struct Word {
    let leading: [UInt8]
    let core: [UInt8]
    let trailing: [UInt8]
    let folded: [UInt8]

    init(_ text: some BidirectionalCollection<UInt8>) {
      let bytes = Array(text)
      func isInner(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte >= 0x80 }
      let start = bytes.firstIndex(where: isInner) ?? bytes.count
      let end = bytes.lastIndex(where: isInner).map { $0 + 1 } ?? start
      leading = Array(bytes[..<start])
      core = Array(bytes[start..<end])
      trailing = Array(bytes[end...])
      folded = core.map(ASCIICase.lowercased)
    }
  }
}
