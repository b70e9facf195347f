import DocgenModel
import DocgenSupport

/// Finds images without the text that the source has for those who do not see them, and links and images without their
/// titles.
enum LostAltText: TranslationCheck {
  static let rule = Rule(
    "lost-alt-text", in: .link, .warning,
    "The text in place of an image, or the title of an image or link, is missing.")

  struct Messages: MessageSet {
    let noText = MessageForm<String>("the image has no text for readers who do not see it; translate '{1}'")
    let noTitle = MessageForm<String>("the title '{1}' is missing; translate it as well")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for (source, translation) in ShownTexts.pairs(pair) {
      if let wanted = source.alternative, holdsText(wanted), let found = translation.alternative, !holdsText(found) {
        report(
          Finding(
            messages.noText(wanted), at: translation.span,
            expected: wanted, damage: .lost, source: source.span), to: &findings)
      }
      if holdsText(source.title), translation.title.isEmpty {
        report(
          Finding(
            messages.noTitle(source.title), at: translation.span,
            expected: source.title, damage: .lost, source: source.span
          ).about("title"), to: &findings)
      }
    }
  }

  private static func holdsText(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
  }
}
