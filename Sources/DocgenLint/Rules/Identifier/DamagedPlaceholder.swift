import DocgenModel
import DocgenSupport

/// Compares the placeholders of the text: what programs or readers put values in place of.
enum DamagedPlaceholder: TranslationCheck {
  static let rule = Rule(
    "damaged-placeholder", in: .identifier, .error,
    "A placeholder in the text is missing or translated.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.literalDifferences where difference.source.kind == .placeholder {
      report(difference, pair, to: &findings)
    }
  }
}
