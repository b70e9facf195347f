import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// The slots at two places of the bodies; `nil` if one of them holds no text.
  package func slots(_ source: SourceSpan, _ translation: SourceSpan) -> SlotRestoration? {
    guard let expected = Slot(self.source.document, at: source, index: slotIndices.source),
      let actual = Slot(self.translation.document, at: translation, index: slotIndices.translation)
    else { return nil }
    return SlotRestoration(from: expected, to: actual)
  }

  /// What gives a slot of the body the source's name or value.
  ///
  /// - Parameters:
  ///   - source: The place in the source.
  ///   - translation: The place in the translation, which holds nothing but the damaged name or value.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if markup stands in the way.
  package func restoration(of source: SourceSpan, at translation: SourceSpan, isCertain: Bool) -> Restoration? {
    if let plain = PlainRestoration(
      self.source.source.bytes[source.range], over: self.translation.source.bytes[translation.range])
    {
      return Restoration([TextEdit(translation, plain.text)], isSafe: isCertain || plain.isOfWhitespaceAlone)
    }
    guard let slots = slots(source, translation) else { return nil }
    // Where all letters are still there, nothing else can be meant.
    let isSafe =
      isCertain
      || Damage.classify(
        expected: String(decoding: slots.source.text, as: UTF8.self),
        actual: String(decoding: slots.translation.text, as: UTF8.self)) == .whitespace
    return Restoration(slots.whole(), isSafe: isSafe)
  }
}
