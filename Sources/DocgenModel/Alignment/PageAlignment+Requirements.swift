import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// What restores a requirement's value: all of it where it is made of names, else the names in it that are damaged.
  ///
  /// - Parameters:
  ///   - key: The requirement's key.
  ///   - source: The value and its place in the source.
  ///   - translation: The value and its place in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if a name was not found, or the value would still differ.
  package func restoration(
    ofRequirement key: String, _ source: Located<String>, at translation: Located<String>, isCertain: Bool
  ) -> Restoration? {
    guard let slots = slots(source.span, translation.span) else { return nil }
    let names = ValueNames.ranges(in: slots.source.text)
    if ValueNames.areAll(of: slots.source.text),
      !NameRepair.keepsWords(names, from: slots.source, to: slots.translation),
      let whole = restoration(of: source.span, at: translation.span, isCertain: isCertain)
    {
      return whole
    }
    let repair = NameRepair(names, from: slots.source, to: slots.translation)
    if repair.isComplete, words.requirements.areEqual(source.value, repair.repaired, key: key) {
      return Restoration(slots.parts(repair.parts), isSafe: isCertain)
    }
    guard let text = platforms(key, source.value) else { return nil }
    return Restoration(slots.writing(text), isSafe: isCertain)
  }

  /// How the translation's language says a requirement's value of the source.
  ///
  /// - Returns: The value itself where it is made of names; `nil` if it holds words that no vocabulary has.
  package func wording(ofRequirement key: String, _ value: String) -> String? {
    ValueNames.areAll(of: Array(value.utf8)) ? value : platforms(key, value)
  }

  /// Systems and versions in the translation's language.
  private func platforms(_ key: String, _ value: String) -> String? {
    guard RequirementComparison.isPlatform(key), let text = words.phrases.translated(value),
      words.requirements.areEqual(value, text, key: key)
    else { return nil }
    return text
  }
}
