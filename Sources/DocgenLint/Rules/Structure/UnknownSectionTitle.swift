import DocgenModel
import DocgenSupport

/// Finds titles that the vocabulary lacks, of sections whose role the source tells.
///
/// The page's facts are read all the same where the heading keeps the source's anchor.
enum UnknownSectionTitle: TranslationCheck {
  static let rule = Rule(
    "unknown-section-title", in: .structure, .note,
    "The title of a section is none that the locale has for it.")

  struct Messages: MessageSet {
    let marker = MessageForm<String, String>("the marker of the section reads '{1}' here; write '{2}' as in the source")
    let unknown = MessageForm<String, String, String>(
      "the title '{1}' is not known for the section '{2}'; write '{3}', or add the title to 'sections' in the vocabulary of the locale"
    )
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    // A language without any words is told once, and not title by title.
    let hasWords = pair.words.translation.hasOwnWords
    for aligned in pair.alignment.sections.pairs {
      let source = pair.source.facts.sections[aligned.source]
      let section = pair.translation.facts.sections[aligned.translation]
      if let marker = marker(of: source.title.value), !section.title.value.utf8.starts(with: marker) {
        report(
          .changed(
            messages.marker(section.title.value, String(decoding: marker, as: UTF8.self)),
            from: source.title, to: section.title), to: &findings)
        continue
      }
      guard hasWords, let role = source.role, pair.source.facts.isReference,
        pair.words.source.sectionRole(source.title.value) == role.name,
        let expected = pair.words.translation.sectionTitle(role.name),
        pair.words.translation.sectionRole(section.title.value) == nil,
        !isName(section, pair)
      else { continue }
      report(
        Finding(
          messages.unknown(section.title.value, role.name, expected),
          at: section.title.span, expected: expected, actual: section.title.value, source: source.title.span),
        to: &findings)
    }
  }

  /// The word with a hyphen that a title starts with in some reference sets, which no language changes: `-param hwnd`.
  private static func marker(of title: String) -> Substring.UTF8View? {
    guard title.utf8.first == UInt8(ascii: "-") else { return nil }
    let marker = title.utf8.prefix { $0 != 0x20 }
    let isWord = marker.count > 1 && marker.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) }
    return isWord ? marker : nil
  }

  /// A parameter or member may be called like a section ("Value").
  private static func isName(_ section: Section, _ pair: TranslationPair) -> Bool {
    pair.translation.facts.parameters.contains { $0.node == section.heading }
      || pair.translation.facts.members.contains { $0.node == section.heading }
  }
}
