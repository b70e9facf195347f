import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares `ms.assetid`, which names a page across all of its translations.
enum MismatchedIdentity: TranslationCheck {
  static let rule = Rule(
    "mismatched-identity", in: .pairing, .error,
    "A translation has another 'ms.assetid' than its source.")

  struct Messages: MessageSet {
    let otherPage = MessageForm<String, String, String>(
      "'{1}' is '{2}' here and '{3}' in the source; write that, or give the file the path of the page that it translates"
    )
    let changed = MessageForm<String, String, String>("'{1}' is '{2}' here; write '{3}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for key in ["ms.assetid", "ms:assetid"] {
      guard let expected = pair.source.frontMatter.string(key),
        let actual = pair.translation.frontMatter.string(key),
        !ASCIICase.equal(expected.value.utf8, actual.value.utf8)
      else { continue }
      let isAnother = isAnother(actual.value, expected.value)
      report(
        .changed(
          isAnother
            ? messages.otherPage(key, actual.value, expected.value)
            : messages.changed(key, actual.value, expected.value),
          from: expected, to: actual,
          fix: pair.alignment.restoration(ofMetadata: key, expected, at: actual, isCertain: !isAnother)),
        to: &findings)
    }
  }

  /// Whether an id is that of another page, and no damaged one: a whole GUID that has little in common.
  private static func isAnother(_ actual: String, _ expected: String) -> Bool {
    let isWhole = actual.utf8.count { isHexDigit($0) } == 32 && actual.utf8.allSatisfy { isHexDigit($0) || $0 == 0x2D }
    let common = zip(actual.utf8, expected.utf8).count { isHexDigit($0) && ASCIICase.equal([$0], [$1]) }
    return isWhole && common < 24
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
