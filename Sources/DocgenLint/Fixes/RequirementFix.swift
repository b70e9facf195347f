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
  func restoring(
    requirement key: String, _ source: Located<String>, at translation: Located<String>, isCertain: Bool
  ) -> Fix? {
    guard let restoration = SlotRestoration(self, from: source.span, to: translation.span) else { return nil }
    let names = ValueNames.ranges(in: restoration.source.text)
    let isNamesAlone = names.count == restoration.source.text.split(separator: 0x20).count
    if isNamesAlone, let fix = restoring(source.span, at: translation.span, isCertain: isCertain) { return fix }
    let repair = NameRepair(names, from: restoration.source, to: restoration.translation)
    if repair.isComplete, requirementComparison.areEqual(source.value, repair.mended, key: key) {
      return Fix(restoration.parts(repair.parts), isSafe: isCertain)
    }
    guard RequirementComparison.isPlatform(key), let text = phrases.translated(source.value),
      requirementComparison.areEqual(source.value, text, key: key)
    else { return nil }
    return Fix(restoration.writing(text), isSafe: isCertain)
  }
}
