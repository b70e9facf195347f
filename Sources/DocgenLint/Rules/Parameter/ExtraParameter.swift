import DocgenModel
import DocgenSupport

/// Finds parameters that only the translation describes.
enum ExtraParameter: TranslationCheck {
  static let rule = Rule(
    "extra-parameter", in: .parameter, .error,
    "A parameter is described that the source does not have.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.parameters].extra {
      let name = pair.translation.facts.parameters[index].name
      report(
        Finding(
          "the source has no parameter '\(name.value)'; remove it here or add it there", at: name.span,
          actual: name.value), to: &findings)
    }
  }
}
