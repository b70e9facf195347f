import DocgenModel
import DocgenSupport

/// Finds described parameters that the page's signature does not declare.
///
/// Translations are compared with their source instead.
enum UnknownParameter: PageCheck {
  static let rule = Rule(
    "unknown-parameter", in: .parameter, .warning,
    "A parameter is described that the signature of its page does not have.")

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    guard !isTranslation, let witness = ParameterWitness(page), !witness.isVariadic, !witness.hasUnnamed else { return }
    let declared = Set(witness.declared.map { ParameterWitness.folded($0.value) })
    for parameter in page.facts.parameters where Identifier.isName(parameter.name.value.utf8) {
      let names = ParameterNames.all(in: parameter.name.value)
      guard !names.contains(where: declared.contains) else { continue }
      report(
        Finding(
          "the signature has no parameter '\(parameter.name.value)'", at: parameter.name.span,
          actual: parameter.name.value), to: &findings)
    }
  }
}

/// The names in an entry of a parameter list, which may describe several parameters at once.
enum ParameterNames {
  static func all(in text: String) -> [[UInt8]] {
    let parts = text.utf8.split { $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == UInt8(ascii: "/") }
    let names = parts.map { ParameterWitness.folded(String(decoding: $0, as: UTF8.self)) }
    return [ParameterWitness.folded(text)] + names.filter { !$0.isEmpty }
  }
}
