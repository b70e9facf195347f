import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the values of the front matter that no language may change, as sets.
enum MismatchedMetadata: TranslationCheck {
  static let rule = Rule(
    "mismatched-metadata", in: .metadata, .error,
    "A value in the front matter that no language may change differs from the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String, String>("'{1}' says '{2}' here; write '{3}' as in the source")
    let missing = MessageForm<String, String>("'{1}' lacks '{2}'; add it as in the source")
    let extra = MessageForm<String, String>(
      "'{1}' says '{2}', which the source does not; remove it here or add it there")
    let drifted = MessageForm<String>("the values of '{1}' are not those of the source; take them over")
  }

  /// A key whose values are compared.
  private struct Key {
    var name: String
    /// The values are read without regard to case.
    var ignoresCase = false
    /// Programs and readers find the page by it; of another key, one finding says that it drifted.
    var isIdentity = true
  }

  private static let keys = [
    Key(name: "api_name"), Key(name: "api_type", ignoresCase: true), Key(name: "api_location"),
    Key(name: "topic_type", ignoresCase: true), Key(name: "ms.topic", ignoresCase: true), Key(name: "UID"),
    Key(name: "f1_keywords", isIdentity: false), Key(name: "dev_langs", ignoresCase: true, isIdentity: false),
  ]

  /// The values of a list whose fix is that of each of its findings.
  private static let longestShared = 1_000

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for key in keys {
      let expected = pair.source.frontMatter.strings(key.name)
      let actual = pair.translation.frontMatter.strings(key.name)
      if expected.elementsEqual(actual, by: { $0.value == $1.value }) { continue }
      func fold(_ text: String) -> String {
        let text = text.utf8.contains(UInt8(ascii: "&")) ? CharacterReference.decoded(text) : text
        return key.ignoresCase ? text.lowercased() : text
      }
      let (wanted, found) = (Set(expected.map { fold($0.value) }), Set(actual.map { fold($0.value) }))
      let missing = expected.filter { !found.contains(fold($0.value)) }
      let extra = actual.filter { !wanted.contains(fold($0.value)) }
      // Where values came or went, the whole list is made right at once.
      var wholeFix = missing.count == extra.count ? nil : pair.alignment.restoration(ofAll: key.name, fold)
      // It holds the whole list, so that of a long one only the first finding has it.
      let isShared = expected.count <= Self.longestShared
      guard key.isIdentity else {
        reportDrift(key.name, missing.first, extra.first, pair, fold, &findings)
        continue
      }
      for (index, value) in missing.enumerated() {
        defer { if !isShared { wholeFix = nil } }
        if index < extra.count {
          report(
            .changed(
              messages.changed(key.name, extra[index].value, value.value), from: value,
              to: extra[index],
              fix: wholeFix ?? pair.alignment.restoration(ofMetadata: key.name, value, at: extra[index])
            ).about(key.name),
            to: &findings)
        } else {
          report(
            Finding(
              messages.missing(key.name, value.value), at: place(key.name, pair),
              expected: value.value, damage: .lost, source: value.span, fix: wholeFix
            ).about(key.name), to: &findings)
        }
      }
      for value in extra.dropFirst(missing.count) {
        report(
          Finding(
            messages.extra(key.name, value.value),
            at: value.span, actual: value.value,
            fix: wholeFix
          ).about(key.name),
          to: &findings)
      }
    }
  }

  /// Reports the first difference of a key, for all of it.
  private static func reportDrift(
    _ key: String, _ missing: Located<String>?, _ extra: Located<String>?, _ pair: TranslationPair,
    _ fold: (String) -> String, _ findings: inout Findings
  ) {
    guard missing != nil || extra != nil else { return }
    report(
      Finding(
        messages.drifted(key), at: extra?.span ?? place(key, pair),
        severity: .note, expected: missing?.value, actual: extra?.value, damage: extra == nil ? .lost : nil,
        source: missing?.span, fix: pair.alignment.restoration(ofAll: key, fold)
      ).about(key), to: &findings)
  }

  /// The key where a value is missing, or else the start of the front matter.
  private static func place(_ key: String, _ pair: TranslationPair) -> SourceSpan {
    let frontMatter = pair.translation.frontMatter
    return frontMatter.entry(key)?.key.span ?? SourceSpan(at: frontMatter.span?.start ?? 0)
  }
}
