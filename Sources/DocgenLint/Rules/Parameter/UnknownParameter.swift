import DocgenModel
import DocgenSupport

/// Finds described parameters that the page's signature does not declare.
///
/// Translations are compared with their source instead.
enum UnknownParameter: PageCheck {
  static let rule = Rule(
    "unknown-parameter", in: .parameter, .warning,
    "A parameter is described that the signature of its page does not have.")

  struct Messages: MessageSet {
    let unknown = MessageForm<String>("the signature has no parameter '{1}'; correct the name, or the signature")
  }

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    guard !isTranslation, let agreement = ParameterAgreement(page.facts) else { return }
    for index in agreement.undeclared {
      let name = page.facts.parameters[index].name
      guard Identifier.isName(name.value.utf8) else { continue }
      report(
        Finding(
          messages.unknown(name.value), at: name.span,
          actual: name.value), to: &findings)
    }
  }
}
