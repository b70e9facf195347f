import DocgenMarkup
import DocgenModel
import DocgenSupport

extension TranslationPair {
  /// The fix that lets a member's entry name the access of the source, in the word that the translation's locale
  /// prefers.
  ///
  /// - Parameters:
  ///   - key: What the source's word means (`read-only`).
  ///   - source: The place of the word in the source, which is written where the locale has none of its own.
  ///   - translation: The place of the word in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: Nothing where markup stands in the way.
  func restoring(access key: String, _ source: SourceSpan, at translation: SourceSpan, isCertain: Bool) -> Fix? {
    guard let word = vocabularies.translation.forms(of: key, in: .access).first else {
      return restoring(source, at: translation, isCertain: isCertain)
    }
    return Fix(
      SlotRestoration(self, from: source, to: translation)?.writing(word), isSafe: isCertain)
  }
}
