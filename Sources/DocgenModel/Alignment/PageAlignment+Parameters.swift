import DocgenSupport

extension PageAlignment {
  /// Which parameters stand for which: those of each member among themselves, by name, by what the code declares in their
  /// places, and by place.
  func alignParameters() -> Alignment {
    let (facts, other) = (source.facts, translation.facts)
    var (groups, rest) = parameterGroups()
    let differ = groups.contains { $0.source.count != $0.translation.count }
    groups.append(rest)
    let names = SharedNames(groups, facts.parameters.map(\.name.value), other.parameters.map(\.name.value))
    lazy var declared = other.declaredNames(in: translation.source)
    let unplaced = Set(rest.source)
    return Alignment(groups, ofTranslations: other.parameters.count) { index, place in
      let similarity = names.similarity(index, place)
      // Of other members nothing but the name tells.
      if unplaced.contains(index) { return similarity == .equal ? .equal : .unrelated }
      guard similarity == .different, differ else { return similarity }
      return declared[place] == facts.parameters[index].name.value ? .open : .different
    }
  }

  /// The parameters of members whose sections stand for each other, and what is left of both pages.
  private func parameterGroups() -> (groups: [Alignment.Group], rest: Alignment.Group) {
    let (parameters, others) = (source.facts.parameters, translation.facts.parameters)
    guard parameters.contains(where: { $0.owner != nil }) else {
      return (
        [Alignment.Group(source: Array(parameters.indices), translation: Array(others.indices))], Alignment.Group()
      )
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
    return (groups, rest)
  }

  /// Whether it is known which section of the translation stands for one of the source.
  package func hasCounterpart(ofSource section: Int) -> Bool { sections.pair(ofSource: section)?.isCertain ?? false }

  /// Whether it is known which section of the source one of the translation stands for.
  package func hasCounterpart(ofTranslation section: Int) -> Bool {
    sections.pair(ofTranslation: section)?.isCertain ?? false
  }
}

/// Which names the parts of two lists have in common: each stands for itself, wherever it is in its part.
private struct SharedNames {
  private let own: [String]
  private let other: [String]
  private var isShared: (own: Set<Int>, other: Set<Int>) = ([], [])

  /// - Complexity: O(*n*)
  init(_ groups: [Alignment.Group], _ own: [String], _ other: [String]) {
    self.own = own
    self.other = other
    for group in groups {
      let (names, others) = (group.source.map { own[$0] }, group.translation.map { other[$0] })
      // Equal lists are aligned by their names.
      if names == others { continue }
      let counts = (Self.counts(names), Self.counts(others))
      func isShared(_ name: String) -> Bool { counts.0[name] == counts.1[name] }
      self.isShared.own.formUnion(group.source.filter { isShared(own[$0]) })
      self.isShared.other.formUnion(group.translation.filter { isShared(other[$0]) })
    }
  }

  private static func counts(_ names: [String]) -> [String: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  func similarity(_ index: Int, _ place: Int) -> Similarity {
    if own[index] == other[place] { return .equal }
    return isShared.own.contains(index) || isShared.other.contains(place)
      ? .unrelated : FactSimilarity.names(own[index], other[place])
  }
}
