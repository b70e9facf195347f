import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Strings of a sample that say something to people, which each language says in its own words.
struct TranslatedStrings {
  private let pair: TranslationPair
  private let wanted: [SignatureToken]
  private let found: [SignatureToken]

  /// Takes what was read of two samples.
  init(_ wanted: Signature, _ found: Signature, _ pair: TranslationPair) {
    self.pair = pair
    self.wanted = wanted.tokens
    self.found = found.tokens
  }

  /// The tokens that differ, by their indices: those that people read, and those that programs read.
  ///
  /// - Returns: `nil` if the samples have other numbers of tokens.
  func differences() -> (ofWords: [Int], ofCode: [Int])? {
    guard wanted.count == found.count else { return nil }
    var (words, code) = ([Int](), [Int]())
    for index in wanted.indices where text(ofSource: index) != text(of: index) {
      if areWords(index) { words.append(index) } else { code.append(index) }
    }
    return (words, code)
  }

  /// Whether all tokens have the same letters.
  var differInCase: Bool {
    zip(wanted.indices, found.indices).allSatisfy { ASCIICase.equal(text(ofSource: $0), text(of: $1)) }
  }

  private func text(ofSource index: Int) -> ArraySlice<UInt8> { pair.source.source.bytes[wanted[index].span.range] }

  private func text(of index: Int) -> ArraySlice<UInt8> { pair.translation.source.bytes[found[index].span.range] }

  private func areWords(_ index: Int) -> Bool {
    if wanted[index].kind == .placeholder, found[index].kind == .placeholder { return true }
    guard wanted[index].kind == .string, found[index].kind == .string else { return false }
    let (own, other) = (text(ofSource: index), text(of: index))
    return Self.isOfWords(own) && Self.isOfWords(other) || areSentences(own, other) || areLanguages(own, other)
  }

  /// Whether a string is made of words alone; what has a digit or a sign may be read by a program.
  private static func isOfWords(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) || " ,.!?'\"".utf8.contains($0) }
  }

  /// Whether both have several words, numbers and punctuation among them, and nothing that only programs read.
  private func areSentences(_ own: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
      let content = text.dropFirst().dropLast()
      return content.contains(0x20) && content.allSatisfy { $0 >= 0x20 && !"/\\_={}<>$%@#*[]|;".utf8.contains($0) }
    }
    // Scripts without spaces have sentences of one word.
    let isOther = other.contains { $0 >= 0x80 } && isSentence(own)
    return (isSentence(own) && isSentence(other) || isOther && isSentence([0x22, 0x20] + other.dropFirst()))
      && Self.digits(own).elementsEqual(Self.digits(other))
  }

  private static func digits(_ text: ArraySlice<UInt8>) -> some Sequence<UInt8> {
    text.lazy.filter { (0x30...0x39).contains($0) }
  }

  /// Whether each names the language of its page.
  private func areLanguages(_ own: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    func isTag(_ text: ArraySlice<UInt8>, of document: Document) -> Bool {
      guard let language = document.tokenSet?.language, !language.isEmpty else { return false }
      let tag = text.dropFirst().dropLast()
      guard ASCIICase.equal(tag.prefix(language.utf8.count), language.utf8) else { return false }
      let rest = tag.dropFirst(language.utf8.count)
      return rest.isEmpty || (rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "_")) && rest.count < 10
    }
    return isTag(own, of: pair.source.document) && isTag(other, of: pair.translation.document)
  }
}
