import DocgenModel
import DocgenSupport

/// Finds sentences of plain prose that stand in the source's words.
enum UntranslatedText: TranslationCheck, ContentsCheck {
  static let rule = Rule(
    "untranslated-text", in: .prose, .note,
    "A text was left in the source language.")

  struct Messages: MessageSet {
    let untranslated = PlainMessage("this text is not translated; translate it")
    let entry = MessageForm<String>("the entry '{1}' is not translated; translate it")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let source = pair.prose.source
    let translation = pair.prose.translation
    guard mayShareSentences(source, translation), !SentenceShape.haveOneLanguage(pair.words) else { return }
    var known: [UInt64: Int] = [:]
    for (index, sentence) in source.sentences.enumerated() where known[sentence.hash] == nil {
      known[sentence.hash] = index
    }
    for run in translation.runs where !run.sentences.isEmpty {
      var first: (span: SourceSpan, source: SourceSpan)?
      for index in run.sentences {
        let sentence = translation.sentences[index]
        guard let match = known[sentence.hash] else { continue }
        if let found = first {
          first = (found.span.union(sentence.span), found.source)
        } else {
          first = (sentence.span, source.sentences[match].span)
        }
      }
      guard let first else { continue }
      report(Finding(messages.untranslated, at: first.span, source: first.source), to: &findings)
    }
  }

  /// Finds names of entries in the source's words, where the page itself has a title of its own, or there is none.
  static func check(_ pair: ContentsPair, _ findings: inout Findings) {
    guard let source = pair.source, !SentenceShape.haveOneLanguage(pair.words) else { return }
    let shape = SentenceShape(pair.words.source)
    let comparison = EntryComparison(source.entries, pair.contents.entries)
    for (number, other) in comparison.common {
      let (original, entry) = (comparison.source[number], comparison.own[other])
      guard original.name.value == entry.name.value, shape.holdsWords(entry.name.value),
        entry.page.map({ pair.hasOwnTitle($0) }) ?? shape.isProse(entry.name.value)
      else { continue }
      findings.add(
        Finding(
          messages.entry(entry.name.value), at: entry.name.span,
          actual: entry.name.value, source: original.name.span), of: rule)
    }
  }

  /// False where no sentence of the translation is one of the source's, as in most.
  private static func mayShareSentences(_ source: PageInventory, _ translation: PageInventory) -> Bool {
    guard !source.sentences.isEmpty, !translation.sentences.isEmpty else { return false }
    var filter = [UInt64](repeating: 0, count: 64)
    for sentence in source.sentences { filter[Int(sentence.hash >> 8 & 63)] |= 1 << (sentence.hash & 63) }
    return translation.sentences.contains { filter[Int($0.hash >> 8 & 63)] & 1 << ($0.hash & 63) != 0 }
  }
}
