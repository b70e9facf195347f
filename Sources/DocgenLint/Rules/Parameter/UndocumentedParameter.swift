import DocgenModel
import DocgenSupport

/// Finds parameters of a page's signature that its parameter list does not describe.
///
/// Translations are compared with their source instead.
enum UndocumentedParameter: PageCheck {
  static let rule = Rule(
    "undocumented-parameter", in: .parameter, .warning,
    "A parameter of the signature is not described on its page.")

  struct Messages: MessageSet {
    let undocumented = MessageForm<String>(
      "the parameter '{1}' of the signature is not described; add it to the list of parameters")
  }

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    guard !isTranslation, let agreement = ParameterAgreement(page.facts) else { return }
    for name in agreement.undescribed {
      report(
        Finding(
          messages.undocumented(name.value),
          at: name.span,
          expected: name.value), to: &findings)
    }
  }
}
