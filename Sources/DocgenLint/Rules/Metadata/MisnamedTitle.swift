import DocgenModel
import DocgenSupport

/// Looks for the API's names of the source's title in the title and the first heading of the translation.
enum MisnamedTitle: TranslationCheck {
  static let rule = Rule(
    "misnamed-title", in: .metadata, .warning,
    "The title or the first heading lost the name of the API.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.titleDifferences {
      report(
        Finding(
          "\(difference.isHeading ? "the first heading" : "the title") lacks the name '\(difference.name)'; write it as in the source",
          at: difference.place.span, expected: difference.name, actual: difference.place.value,
          damage: Damage.classify(expected: difference.name, actual: difference.place.value),
          source: difference.expected.span, fix: difference.restoration
        ).about(difference.isHeading ? "heading" : "title"), to: &findings)
    }
  }
}
