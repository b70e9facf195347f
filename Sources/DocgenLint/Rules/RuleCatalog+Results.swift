import DocgenSupport

extension Rule {
  static let missingReturnCode = Rule(
    "missing-return-code", in: .returnValue, .error,
    "A return code of the source is missing.")
  static let extraReturnCode = Rule(
    "extra-return-code", in: .returnValue, .error,
    "A return code is listed that the source does not have.")
  static let mismatchedReturnCodeValue = Rule(
    "mismatched-return-code-value", in: .returnValue, .error,
    "A return code has another value or range than in the source.")
  static let mismatchedReturnCodeName = Rule(
    "mismatched-return-code-name", in: .returnValue, .error,
    "The symbolic name of a return code differs from the source.")
  static let duplicateReturnCode = Rule(
    "duplicate-return-code", in: .returnValue, .warning,
    "A return code is listed twice on one page.")

  static let missingRequirement = Rule(
    "missing-requirement", in: .requirement, .error,
    "A requirement of the source is missing.")
  static let extraRequirement = Rule(
    "extra-requirement", in: .requirement, .error,
    "A requirement is listed that the source does not have.")
  static let mismatchedRequirement = Rule(
    "mismatched-requirement", in: .requirement, .error,
    "The value of a requirement differs from the source.")
  static let unknownRequirementLabel = Rule(
    "unknown-requirement-label", in: .requirement, .warning,
    "The label of a requirement is not in the vocabulary of the locale.")
}

extension RuleCatalog {
  static let returnValue: [Rule] = [
    .missingReturnCode, .extraReturnCode, .mismatchedReturnCodeValue, .mismatchedReturnCodeName, .duplicateReturnCode,
  ]
  static let requirement: [Rule] = [
    .missingRequirement, .extraRequirement, .mismatchedRequirement, .unknownRequirementLabel,
  ]
}
