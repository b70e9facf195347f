import DocgenModel
import DocgenSupport

/// Finds parameters of the source that the translation does not describe.
enum MissingParameter: TranslationCheck {
  static let rule = Rule(
    "missing-parameter", in: .parameter, .error,
    "A parameter that the source describes is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the parameter '{1}' is missing; describe it as the source does")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let parameters = pair.translation.facts.parameters
    // The fix of a line that was torn writes all names of the source's.
    let tornLines = Set(
      pair.alignment[.parameters].pairs.lazy.filter { parameters[$0.translation].tornLine != nil }.map {
        pair.source.facts.parameters[$0.source].node
      })
    for gap in pair.alignment[.parameters].missing {
      let parameter = pair.source.facts.parameters[gap.source]
      if tornLines.contains(parameter.node) { continue }
      // The section of a member that is missing as a whole is one finding.
      if let owner = parameter.owner, !pair.alignment.hasCounterpart(ofSource: owner) { continue }
      let expected = parameter.name
      let previous = gap.after.map { pair.placeOfMissing(after: parameters[$0].name.span) { _ in false } }
      report(
        Finding(
          messages.missing(expected.value), at: previous ?? pair.placeOfMissing(node: parameter.node),
          expected: expected.value, damage: .lost, source: expected.span),
        to: &findings)
    }
  }
}
