import DocgenModel
import DocgenSupport

/// Tells short texts of a language from names, which are the same in every language.
struct SentenceShape {
  private let vocabulary: Vocabulary

  /// Takes the words of the text's language.
  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Whether a text has a function word of its language beside other words, or as many words as no name has.
  func isProse(_ text: String) -> Bool {
    let words = Self.words(text)
    guard words.count >= 3 else { return false }
    var plain = 0
    var hasFunctionWord = false
    for word in words {
      if vocabulary.key(of: String(Substring(word)), in: .functionWords) != nil {
        hasFunctionWord = true
      } else if Self.isPlain(word) {
        plain += 1
      }
    }
    return plain >= Self.wordsOfProse || hasFunctionWord && plain > 0
  }

  /// Whether a small word stands after another: names alone have none.
  func holdsWords(_ text: String) -> Bool {
    Self.words(text).dropFirst().contains { $0.count > 2 && Self.isPlain($0) }
  }

  private static let wordsOfProse = 4

  /// What stands between spaces, without the punctuation after it.
  private static func words(_ text: String) -> [Substring.UTF8View] {
    text.utf8.split(separator: 0x20).map { word in
      let signs = word.reversed().prefix { ".,;:!?".utf8.contains($0) }.count
      return word.dropLast(signs)
    }
  }

  /// Small letters alone, as words of a language are: no path, no name, no number.
  private static func isPlain(_ word: Substring.UTF8View) -> Bool {
    word.allSatisfy { (0x61...0x7A).contains($0) || $0 >= 0x80 }
  }

  /// Whether two locales are of one language (`en` and `en-GB`).
  static func haveOneLanguage(_ words: TranslationWords) -> Bool {
    func language(_ vocabulary: Vocabulary) -> Substring {
      vocabulary.tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    }
    return language(words.source) == language(words.translation)
  }
}
