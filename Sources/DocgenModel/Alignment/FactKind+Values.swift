import DocgenSupport

extension FactKind {
  /// What holds of the page's thing as a whole, and of it in each version of a product.
  package static let labelledValues: FactKind = FactKind(
    "labelled-values",
    read: { page, _ in
      page.facts.allLabelledValues.map { entry in
        let owner = entry.product.map { page.facts.implementations[$0].product }
        return Fact(
          node: entry.value.node, [(.label, entry.value.label), (.owner, owner), (.value, entry.value.value)])
      }
    },
    align: { pair in
      Alignment(pair.source.facts.allLabelledValues, pair.translation.facts.allLabelledValues) { expected, actual in
        if expected.product != actual.product { return .unrelated }
        guard let key = actual.value.key else {
          return expected.value.key == nil && expected.value.label.value == actual.value.label.value
            ? .equal : .different
        }
        return expected.value.key == key ? .equal : .unrelated
      }
    })

  /// The values that parameters and members may have, and those that sections list.
  package static let values: FactKind = FactKind(
    "values",
    read: { page, vocabulary in facts(of: page.valueTables(vocabulary).lazy.flatMap(\.values)) },
    align: { pair in
      Alignment(pair.values.source, pair.values.translation) { expected, actual in
        pair.correspond(expected.owner, actual.owner)
          ? FactSimilarity.returnCodes(expected.value, actual.value) : .unrelated
      }
    },
    compare: { pair, aligned in
      compare(
        pair.values.source[aligned.source].value, pair.values.translation[aligned.translation].value, of: .values, pair,
        aligned)
    })
}

/// A value with what it is for.
struct ValueEntry {
  var owner: ValueTable.Owner
  var value: NamedValue

  static func entries(of page: LocalizedPage, _ vocabulary: Vocabulary) -> [ValueEntry] {
    page.valueTables(vocabulary).flatMap { table in table.values.map { ValueEntry(owner: table.owner, value: $0) } }
  }
}

extension PageAlignment {
  /// Whether what values are for is the same in both pages.
  fileprivate func correspond(_ source: ValueTable.Owner, _ translation: ValueTable.Owner) -> Bool {
    switch (source, translation) {
    case (.parameter(let index), .parameter(let other)):
      self[.parameters].pair(ofSource: index)?.translation == other
    case (.member(let index), .member(let other)): self[.members].pair(ofSource: index)?.translation == other
    case (.section(let index), .section(let other)): sections.pair(ofSource: index)?.translation == other
    default: false
    }
  }
}

extension PageFacts {
  /// What holds of the page's thing as a whole, then what holds of it in the versions of products. These are told by their
  /// places, since their names may be words of a language.
  var allLabelledValues: [(product: Int?, value: LabelledValue)] {
    labelledValues.map { (nil, $0) }
      + implementations.enumerated().flatMap { index, version in version.values.map { (index, $0) } }
  }
}
