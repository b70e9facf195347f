import DocgenMarkup
import DocgenSupport

/// Which sections of two pages stand for each other.
enum SectionAlignment {
  /// Aligns sections by role, explicit anchor, level and place; where these leave it open, by the names and links that they
  /// hold.
  ///
  /// - Complexity: O(*n*) where all have roles or anchors in common, as most reference pages do.
  static func align(
    _ source: [Section], _ document: Document, _ translation: [Section], _ other: Document
  ) -> Alignment {
    if source.count == translation.count, zip(source, translation).allSatisfy(areEqual) {
      return Alignment(source, translation) { _, _ in .equal }
    }
    // Gathered where the titles and anchors leave something open.
    lazy var evidence = SectionEvidence(source, document, translation, other)
    let hasRepeatedRoles = hasRepeatedRoles(source) || hasRepeatedRoles(translation)
    let sourceAnchors = Set(source.map { $0.anchor.lowercased() })
    let anchors = Set(translation.lazy.filter(\.hasExplicitAnchor).map { $0.anchor.lowercased() })
    return Alignment(Array(source.indices), Array(translation.indices)) { index, place in
      let (expected, actual) = (source[index], translation[place])
      // A title that no language changed, such as a name, goes before what it may be called for.
      if expected.role == nil, expected.level == actual.level, expected.title.value == actual.title.value {
        return .equal
      }
      // Several sections may have one role.
      if let role = expected.role, role == actual.role {
        guard hasRepeatedRoles else { return .equal }
        // Those below one title go before those that share no more than their role.
        if let outer = expected.parent, let other = actual.parent,
          source[outer].title.value == translation[other].title.value
        {
          return .equal
        }
        return evidence.verdict(index, place) == .others || expected.parent != nil ? .similar : .equal
      }
      if actual.hasExplicitAnchor, ASCIICase.equal(expected.anchor.utf8, actual.anchor.utf8) { return .equal }
      // Each of them may stand for another section by its own anchor.
      if actual.hasExplicitAnchor,
        anchors.contains(expected.anchor.lowercased()) || sourceAnchors.contains(actual.anchor.lowercased())
      {
        return .unrelated
      }
      switch evidence.verdict(index, place) {
      case .same: return expected.level == actual.level ? .equal : .similar
      case .others: return .unrelated
      case .unknown: break
      }
      if expected.level != actual.level { return .different }
      return expected.role == nil || actual.role == nil ? .open : .different
    }
  }

  private static func hasRepeatedRoles(_ sections: [Section]) -> Bool {
    var roles: Set<SectionRole> = []
    return sections.contains { section in section.role.map { !roles.insert($0).inserted } ?? false }
  }

  private static func areEqual(_ expected: Section, _ actual: Section) -> Bool {
    expected.level == actual.level
      && (expected.role.map { $0 == actual.role } ?? false || expected.anchor == actual.anchor)
  }
}
