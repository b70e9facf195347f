import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares `ms.assetid`, which names a page across all of its translations.
enum MismatchedIdentity: TranslationCheck {
  static let rule = Rule(
    "mismatched-identity", in: .pairing, .error,
    "A translation has another 'ms.assetid' than its source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for key in ["ms.assetid", "ms:assetid"] {
      guard let expected = pair.source.frontMatter.string(key),
        let actual = pair.translation.frontMatter.string(key),
        !ASCIICase.equal(expected.value.utf8, actual.value.utf8)
      else { continue }
      report(
        .changed(
          "'\(key)' is '\(actual.value)' here and '\(expected.value)' in the source", from: expected, to: actual),
        to: &findings)
    }
  }
}
