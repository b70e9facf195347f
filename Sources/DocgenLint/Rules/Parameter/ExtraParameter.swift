import DocgenModel
import DocgenSupport

/// Finds parameters that only the translation describes.
enum ExtraParameter: TranslationCheck {
  static let rule = Rule(
    "extra-parameter", in: .parameter, .error,
    "A parameter is described that the source does not have.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no parameter '{1}'; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.parameters].extra {
      let parameter = pair.translation.facts.parameters[index]
      // The section of a member that only the translation has is one finding.
      if let owner = parameter.owner, !pair.alignment.hasCounterpart(ofTranslation: owner) { continue }
      let name = parameter.name
      report(
        Finding(
          messages.extra(name.value), at: name.span,
          actual: name.value), to: &findings)
    }
  }
}
