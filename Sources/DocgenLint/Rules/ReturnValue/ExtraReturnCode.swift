import DocgenModel
import DocgenSupport

/// Finds return codes that only the translation lists.
enum ExtraReturnCode: TranslationCheck {
  static let rule = Rule(
    "extra-return-code", in: .returnValue, .error,
    "A return code is listed that the source does not have.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no return code {1}; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for index in pair.alignment[.returnCodes].extra {
      let code = pair.translation.facts.returnCodes[index]
      guard let place = code.name ?? code.value else { continue }
      report(
        Finding(
          messages.extra(code.label), at: place.span,
          actual: code.value?.value ?? place.value), to: &findings)
    }
  }
}
