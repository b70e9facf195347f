import DocgenModel
import DocgenSupport

/// Finds labels of requirements that the vocabulary of the page's locale does not know.
enum UnknownRequirementLabel: PageCheck {
  static let rule = Rule(
    "unknown-requirement-label", in: .requirement, .warning,
    "The label of a requirement is not in the vocabulary of the locale.")

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    for requirement in page.facts.requirements where requirement.key == nil {
      report(
        Finding(
          "the label '\(requirement.label.value)' is not known; correct it, or add it to 'requirements' in the vocabulary of the locale",
          at: requirement.label.span.isEmpty ? requirement.valueSpan : requirement.label.span,
          actual: requirement.label.value), to: &findings)
    }
  }
}
