import DocgenModel
import DocgenSupport

/// Finds texts in place of images, and titles, that stand in the source's words.
enum UntranslatedAltText: TranslationCheck {
  static let rule = Rule(
    "untranslated-alt-text", in: .link, .note,
    "The text in place of an image, or the title of an image or link, was left in the source language.")

  struct Messages: MessageSet {
    let text = PlainMessage("the text in place of the image is not translated; translate it")
    let title = MessageForm<String>("the title '{1}' is not translated; translate it")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let pairs = ShownTexts.pairs(pair)
    if pairs.isEmpty || SentenceShape.haveOneLanguage(pair.words) { return }
    let shape = SentenceShape(pair.words.source)
    for (source, translation) in pairs {
      if let text = source.alternative, text == translation.alternative, shape.isProse(text) {
        report(
          Finding(
            messages.text, at: translation.span, actual: text,
            source: source.span), to: &findings)
      }
      if source.title == translation.title, source.title != source.alternative, shape.isProse(source.title) {
        report(
          Finding(
            messages.title(source.title), at: translation.span, actual: source.title,
            source: source.span
          ).about("title"), to: &findings)
      }
    }
  }
}
