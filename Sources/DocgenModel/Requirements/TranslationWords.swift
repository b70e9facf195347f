/// The words of a language beside those of the source, by which the values of both are compared and written.
///
/// It is made once for each locale of a project.
package struct TranslationWords: Sendable {
  /// The words of the source.
  package let source: Vocabulary
  /// The words of the translation.
  package let translation: Vocabulary
  /// How values of requirements compare.
  package let requirements: RequirementComparison
  let phrases: PhraseTranslation

  /// Takes the vocabularies of the source and of a translation, which may be the same.
  package init(source: Vocabulary, translation: Vocabulary) {
    self.init(source: source, lexicon: RequirementLexicon(source, source: source), translation: translation)
  }

  private init(source: Vocabulary, lexicon: RequirementLexicon, translation: Vocabulary) {
    self.source = source
    self.translation = translation
    requirements = RequirementComparison(
      source: lexicon, translation: RequirementLexicon(translation, source: source))
    phrases = PhraseTranslation(from: source, to: translation)
  }

  /// The words of all locales, by their indices in the catalog.
  package static func all(_ vocabularies: [Vocabulary]) -> [TranslationWords] {
    let source = vocabularies[PageCatalog.source]
    let lexicon = RequirementLexicon(source, source: source)
    return vocabularies.map { TranslationWords(source: source, lexicon: lexicon, translation: $0) }
  }
}
