import DocgenSupport

extension PageAlignment {
  /// Which parameters stand for which: those of each member among themselves, by name, by what the code declares in their
  /// places, and by place.
  func alignParameters() -> Alignment {
    let (facts, other) = (source.facts, translation.facts)
    let groups = parameterGroups()
    let differ = groups.contains { $0.source.count != $0.translation.count }
    lazy var declared = other.declaredNames(in: translation.source)
    return Alignment(groups, ofTranslations: other.parameters.count) { index, place in
      let expected = facts.parameters[index].name.value
      let similarity = FactSimilarity.names(expected, other.parameters[place].name.value)
      guard similarity == .different, differ else { return similarity }
      return declared[place] == expected ? .open : .different
    }
  }

  /// The parameters of members whose sections stand for each other, and what is left of both pages.
  private func parameterGroups() -> [Alignment.Group] {
    let (parameters, others) = (source.facts.parameters, translation.facts.parameters)
    guard parameters.contains(where: { $0.owner != nil }), others.contains(where: { $0.owner != nil }) else {
      return [Alignment.Group(source: Array(parameters.indices), translation: Array(others.indices))]
    }
    var groups: [Alignment.Group] = []
    var places: [Int: Int] = [:]
    var rest = Alignment.Group()
    for (index, parameter) in parameters.enumerated() {
      // What belongs to the page as a whole is a group, too.
      guard parameter.owner.map({ sections.pair(ofSource: $0)?.isCertain ?? false }) ?? true else {
        rest.source.append(index)
        continue
      }
      let place = places[parameter.owner ?? -1] ?? groups.count
      places[parameter.owner ?? -1] = place
      if place == groups.count { groups.append(Alignment.Group()) }
      groups[place].source.append(index)
    }
    for (index, parameter) in others.enumerated() {
      let owner = parameter.owner.map { sections.pair(ofTranslation: $0).flatMap { $0.isCertain ? $0.source : nil } }
      if let place = places[(owner ?? -1) ?? -2] {
        groups[place].translation.append(index)
      } else {
        rest.translation.append(index)
      }
    }
    return groups + [rest]
  }

  /// Whether it is known which section of the translation stands for one of the source.
  package func hasCounterpart(ofSource section: Int) -> Bool { sections.pair(ofSource: section)?.isCertain ?? false }

  /// Whether it is known which section of the source one of the translation stands for.
  package func hasCounterpart(ofTranslation section: Int) -> Bool {
    sections.pair(ofTranslation: section)?.isCertain ?? false
  }
}
