import DocgenSupport

extension PageAlignment {
  /// A slot that says something else, with what restores it.
  func difference(
    _ role: FactSlot.Role, _ expected: Located<String>, _ actual: Located<String>, of kind: FactKind,
    _ aligned: Alignment.Pair, isCertain: Bool? = nil
  ) -> FactDifference {
    let isCertain = isCertain ?? aligned.isCertain
    return FactDifference(
      kind: kind, pair: aligned, role: role, expected: expected, actual: actual,
      restoration: role == .name
        ? restoration(ofName: expected.span, at: actual.span, isCertain: isCertain, isEntry: true)
        : restoration(of: expected.span, at: actual.span, isCertain: isCertain))
  }

  /// The difference of two names; `nil` if they are the same but for marks, or the source's is no name but words.
  func difference(
    name expected: Located<String>, _ actual: Located<String>, of kind: FactKind, _ aligned: Alignment.Pair,
    isCertain: Bool = true
  ) -> FactDifference? {
    guard expected.value != actual.value, Identifier.isName(expected.value.utf8),
      !FactSimilarity.differByMarksOnly(expected.value, actual.value)
    else { return nil }
    return difference(.name, expected, actual, of: kind, aligned, isCertain: isCertain && aligned.isCertain)
  }
}
