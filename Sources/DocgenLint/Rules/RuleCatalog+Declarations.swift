import DocgenSupport

extension Rule {
  static let mismatchedSignature = Rule(
    "mismatched-signature", in: .signature, .error,
    "The signature differs from the source in a token.")
  static let missingSignature = Rule(
    "missing-signature", in: .signature, .error,
    "A signature of the source is missing.")
  static let extraSignature = Rule(
    "extra-signature", in: .signature, .error,
    "A signature stands here that the source does not have.")
  static let mismatchedCode = Rule(
    "mismatched-code", in: .signature, .warning,
    "A code block differs from the source, or names another language.")

  static let missingParameter = Rule(
    "missing-parameter", in: .parameter, .error,
    "A parameter that the source describes is missing.")
  static let extraParameter = Rule(
    "extra-parameter", in: .parameter, .error,
    "A parameter is described that the source does not have.")
  static let mismatchedParameterName = Rule(
    "mismatched-parameter-name", in: .parameter, .error,
    "A parameter has another name than in the source.")
  static let mismatchedParameterDirection = Rule(
    "mismatched-parameter-direction", in: .parameter, .warning,
    "The direction of a parameter differs from the source.")
  static let reorderedParameters = Rule(
    "reordered-parameters", in: .parameter, .warning,
    "The parameters stand in another order than in the source.")
  static let undocumentedParameter = Rule(
    "undocumented-parameter", in: .parameter, .warning,
    "A parameter of the signature is not described on its page.")
  static let unknownParameter = Rule(
    "unknown-parameter", in: .parameter, .warning,
    "A parameter is described that the signature of its page does not have.")
}

extension RuleCatalog {
  static let signature: [Rule] = [.mismatchedSignature, .missingSignature, .extraSignature, .mismatchedCode]
  static let parameter: [Rule] = [
    .missingParameter, .extraParameter, .mismatchedParameterName, .mismatchedParameterDirection, .reorderedParameters,
    .undocumentedParameter, .unknownParameter,
  ]
}
