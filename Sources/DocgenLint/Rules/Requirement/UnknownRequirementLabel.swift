import DocgenModel
import DocgenSupport

/// Finds labels of requirements that the vocabulary of a translation's locale does not know, once for each word.
///
/// The source says what the rows are, so that their values are compared all the same.
enum UnknownRequirementLabel: TranslationCheck {
  static let rule = Rule(
    "unknown-requirement-label", in: .requirement, .warning,
    "The label of a requirement is not in the vocabulary of the locale.")

  struct Messages: MessageSet {
    let unknown = MessageForm<String>(
      "the label '{1}' is not known; correct it, or add it to 'requirements' in the vocabulary of the locale")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for aligned in pair.alignment[.requirements].pairs {
      let source = pair.source.facts.requirements[aligned.source]
      let requirement = pair.translation.facts.requirements[aligned.translation]
      guard requirement.key == nil, source.key != nil, !requirement.isOfName else { continue }
      report(
        Finding(
          messages.unknown(requirement.label.value),
          at: requirement.label.span.isEmpty ? requirement.valueSpan : requirement.label.span,
          actual: requirement.label.value, source: source.label.span), to: &findings)
    }
  }

  /// Leaves of the findings of a project the first about each word of a locale.
  static func leaveFirst(of diagnostics: inout [Diagnostic]) {
    var seen: Set<[String]> = []
    diagnostics.removeAll { $0.rule == rule.id && !seen.insert([$0.locale, $0.actual ?? ""]).inserted }
  }
}
