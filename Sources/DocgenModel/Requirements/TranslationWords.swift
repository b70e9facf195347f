/// The words of a language beside those of the source, by which the values of both are compared and written.
///
/// It is made once for each locale of a project.
public struct TranslationWords: Sendable {
  /// The words of the source.
  public let source: Vocabulary
  /// The words of the translation.
  public let translation: Vocabulary
  /// How values of requirements compare.
  public let requirements: RequirementComparison
  let phrases: PhraseTranslation

  /// Takes the vocabularies of the source and of a translation, which may be the same.
  public init(source: Vocabulary, translation: Vocabulary) {
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
  public static func all(_ vocabularies: [Vocabulary]) -> [TranslationWords] {
    let source = vocabularies[PageCatalog.source]
    let lexicon = RequirementLexicon(source, source: source)
    return vocabularies.map { TranslationWords(source: source, lexicon: lexicon, translation: $0) }
  }
}
