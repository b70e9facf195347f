import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// What restores a name that stands torn, or in another case, in a title or heading among words of the translation's own.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - source: The title or heading in the source.
  ///   - translation: The title or heading in the translation.
  ///   - isMetadata: Both are values of the front matter.
  /// - Returns: `nil` if the letters of the name are not all there.
  package func restoration(
    ofName name: [UInt8], inTitle source: Located<String>, _ translation: Located<String>, isMetadata: Bool
  ) -> Restoration? {
    let slots: (Slot?, Slot?) =
      isMetadata
      ? (Slot(source, in: self.source.source), Slot(translation, in: self.translation.source))
      : (Slot(self.source.document, at: source.span), Slot(self.translation.document, at: translation.span))
    guard let expected = slots.0, let actual = slots.1,
      let range = NameSearch.find(name, in: expected.text) ?? NameSearch.findTorn(name, in: expected.text)
    else { return nil }
    let repair = NameRepair([range], from: expected, to: actual, byLettersAlone: true)
    guard repair.isComplete, let place = repair.parts.first?.translation else { return nil }
    if isMetadata, !actual.text[place].contains(UInt8(ascii: "\\")) {
      // Titles have Markdown's escapes or have them not.
      return Restoration(actual.replacing(place, with: name).map { [TextEdit($0.0, $0.1)] }, isSafe: true)
    }
    return Restoration(SlotRestoration(from: expected, to: actual).parts(repair.parts), isSafe: true)
  }
}
