import DocgenMarkup
import DocgenModel
import DocgenSupport

extension TranslationPair {
  /// The fix of a requirement's value: all of it where it is made of names, else the names in it that are damaged.
  ///
  /// - Parameters:
  ///   - key: The requirement's key.
  ///   - source: The value and its place in the source.
  ///   - translation: The value and its place in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: Nothing where a name was not found, or the value would still differ.
  func restoring(
    requirement key: String, _ source: Located<String>, at translation: Located<String>, isCertain: Bool
  ) -> Fix? {
    guard let restoration = SlotRestoration(self, from: source.span, to: translation.span) else { return nil }
    let names = ValueNames.ranges(in: restoration.source.text)
    if ValueNames.areAll(of: restoration.source.text),
      let fix = restoring(source.span, at: translation.span, isCertain: isCertain)
    {
      return fix
    }
    let repair = NameRepair(names, from: restoration.source, to: restoration.translation)
    if repair.isComplete, requirementComparison.areEqual(source.value, repair.mended, key: key) {
      return Fix(restoration.parts(repair.parts), isSafe: isCertain)
    }
    guard let text = platforms(key, source.value) else { return nil }
    return Fix(restoration.writing(text), isSafe: isCertain)
  }

  /// How the translation's language says a requirement's value of the source.
  ///
  /// - Returns: The value itself where it is made of names; nothing where it holds words that no vocabulary has.
  func wording(ofRequirement key: String, _ value: String) -> String? {
    ValueNames.areAll(of: Array(value.utf8)) ? value : platforms(key, value)
  }

  /// Systems and versions in the translation's language.
  private func platforms(_ key: String, _ value: String) -> String? {
    guard RequirementComparison.isPlatform(key), let text = phrases.translated(value),
      requirementComparison.areEqual(value, text, key: key)
    else { return nil }
    return text
  }
}
