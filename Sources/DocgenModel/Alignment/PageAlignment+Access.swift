import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// What lets a member's entry name the access of the source, in the word that the translation's locale
  /// prefers.
  ///
  /// - Parameters:
  ///   - key: What the source's word means (`read-only`).
  ///   - source: The place of the word in the source, which is written where the locale has none of its own.
  ///   - translation: The place of the word in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if markup stands in the way.
  package func restoration(ofAccess key: String, _ source: SourceSpan, at translation: SourceSpan, isCertain: Bool)
    -> Restoration?
  {
    guard let word = words.translation.forms(of: key, in: .access).first else {
      return restoration(of: source, at: translation, isCertain: isCertain)
    }
    return Restoration(
      slots(source, translation)?.writing(word), isSafe: isCertain)
  }
}
