import DocgenModel
import DocgenSupport

/// Looks for the API's names of the source's title in the title and the first heading of the translation.
enum MisnamedTitle: TranslationCheck {
  static let rule = Rule(
    "misnamed-title", in: .metadata, .warning,
    "The title or the first heading lost the name of the API.")

  struct Messages: MessageSet {
    let lacksName = MessageForm<Message, String>("{1} lacks the name '{2}'; write it as in the source")
    let heading = PlainMessage("the first heading")
    let title = PlainMessage("the title")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.titleDifferences {
      report(
        Finding(
          messages.lacksName(difference.isHeading ? messages.heading : messages.title, difference.name),
          at: difference.place.span, expected: difference.name, actual: difference.place.value,
          damage: Damage.classify(expected: difference.name, actual: difference.place.value),
          source: difference.expected.span, fix: difference.restoration
        ).about(difference.isHeading ? "heading" : "title"), to: &findings)
    }
  }
}
