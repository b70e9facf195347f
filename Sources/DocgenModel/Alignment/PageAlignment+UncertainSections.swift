extension PageAlignment {
  /// Whether no more than its place tells which section of the translation stands for one of the source.
  package func isUncertain(sourceSection section: Int) -> Bool { uncertainSections.source.contains(section) }

  /// Whether no more than its place tells which section of the source one of the translation stands for.
  package func isUncertain(section: Int) -> Bool { uncertainSections.translation.contains(section) }

  /// The sections that are paired by their places alone.
  func pairedByPlace() -> (source: Set<Int>, translation: Set<Int>) {
    let pairs = sections.pairs.filter { $0.certainty == .byPlace }
    return (Set(pairs.map(\.source)), Set(pairs.map(\.translation)))
  }
}
