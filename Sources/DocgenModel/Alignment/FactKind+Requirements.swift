import DocgenSupport

extension FactKind {
  /// The rows of the requirements.
  package static let requirements: FactKind = FactKind(
    "requirements",
    read: { page, _ in
      page.facts.requirements.map { requirement in
        Fact(node: requirement.node, [(.label, requirement.label)] + requirement.values.map { (.value, $0) })
      }
    },
    align: { pair in
      Alignment(pair.source.facts.requirements, pair.translation.facts.requirements) { expected, actual in
        if expected.isOfName != actual.isOfName { return .unrelated }
        guard let key = actual.key else {
          if expected.label.value == actual.label.value { return .equal }
          // A label that is not known is told by its value, and else by its place.
          return expected.joinedValue.value == actual.joinedValue.value ? .similar : .different
        }
        return expected.key == key ? .equal : .unrelated
      }
    },
    compare: { pair, aligned in
      let source = pair.source.facts.requirements[aligned.source]
      let translation = pair.translation.facts.requirements[aligned.translation]
      let key = source.key ?? ""
      guard source.values.count == translation.values.count else {
        return compare(source.joinedValue, translation.joinedValue, key: key, pair, aligned).map { [$0] } ?? []
      }
      var differences: [FactDifference] = []
      for (expected, actual) in zip(source.values, translation.values) {
        if let difference = compare(expected, actual, key: key, pair, aligned) { differences.append(difference) }
      }
      return differences
    })

  /// What is not known by its label is compared as far as it holds names and numbers.
  private static func compare(
    _ expected: Located<String>, _ actual: Located<String>, key: String, _ pair: PageAlignment,
    _ aligned: Alignment.Pair
  ) -> FactDifference? {
    guard !pair.words.requirements.areEqual(expected.value, actual.value, key: key) else { return nil }
    return FactDifference(
      kind: .requirements, pair: aligned, role: .value, expected: expected, actual: actual,
      restoration: pair.restoration(ofRequirement: key, expected, at: actual, isCertain: aligned.isCertain))
  }
}

extension Requirement {
  /// All values as one.
  var joinedValue: Located<String> { Located(values.map(\.value).joined(separator: " "), at: valueSpan) }
}
