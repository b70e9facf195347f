import DocgenModel
import DocgenSupport

/// Finds texts of a translation in a third language: neither its own nor the source's.
enum WrongLanguage: TranslationCheck {
  static let rule = Rule(
    "wrong-language", in: .prose, .warning,
    "A text is in another language than its page and its source.")

  struct Messages: MessageSet {
    let otherLanguage = MessageForm<String, String>("this text is in the language '{1}'; translate it into '{2}'")
  }

  /// Shorter texts may be quotations, titles or examples.
  private static let fewestWords = 8
  /// So many words have to tell of the language.
  private static let fewestSigns = 4

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let words = pair.prose.context.project.functionWords
    let own = FunctionWords.language(pair.words.translation.tag)
    let other = FunctionWords.language(pair.words.source.tag)
    // Where nothing is known of its own language, nothing can be told from it.
    guard words.tags.contains(own), words.tags.contains(where: { $0 != own && $0 != other }) else { return }
    let translation = pair.prose.translation
    for run in translation.runs where run.words.count >= fewestWords && !run.isFact {
      var counts = [Int](repeating: 0, count: words.tags.count)
      for word in translation.words[run.words] where word.length > 1 && word.traits.isDisjoint(with: .code) {
        if let language = words.language(of: word.hash) { counts[language] += 1 }
      }
      guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] >= fewestSigns,
        words.tags[most] != own, words.tags[most] != other
      else { continue }
      let rest = counts.reduce(0, +) - counts[most]
      guard rest * 3 <= counts[most] else { continue }
      report(
        Finding(
          messages.otherLanguage(words.tags[most], own), at: run.span,
          expected: own, actual: words.tags[most]), to: &findings)
    }
  }
}
