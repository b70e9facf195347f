import DocgenMarkup
import DocgenSupport

/// Which sections of two pages stand for each other.
enum SectionAlignment {
  /// Aligns sections by role, explicit anchor, level and place; where these leave it open, by the names and links that they
  /// hold.
  ///
  /// `style` says how the source numbers the anchors that it makes of equal titles: translations may write those as ids.
  ///
  /// - Complexity: O(*n*) where all have roles or anchors in common, as most reference pages do.
  static func align(
    _ source: [Section], _ document: Document, _ translation: [Section], _ other: Document, style: AnchorStyle
  ) -> Alignment {
    if source.count == translation.count, zip(source, translation).allSatisfy(areEqual) {
      return Alignment(source, translation) { _, _ in .equal }
    }
    // Gathered where the titles and anchors leave something open.
    lazy var evidence = SectionEvidence(source, document, translation, other)
    let hasRepeatedRoles = hasRepeatedRoles(source) || hasRepeatedRoles(translation)
    let numbered = numberedAnchors(source, style)
    let sourceAnchors = Set(numbered)
    let anchors = Set(translation.lazy.filter(\.hasExplicitAnchor).map { $0.anchor.lowercased() })
    let titles = UniqueTitles(source, numbered, document, translation, other)
    return Alignment(Array(source.indices), Array(translation.indices), movesAlike: true) { index, place in
      let (expected, actual) = (source[index], translation[place])
      if titles.areSame(index, place) { return .identical }
      // A title that no language changed, such as a name, goes before what it may be called for.
      if expected.role == nil, expected.level == actual.level, expected.title.value == actual.title.value {
        return .equal
      }
      // Several sections may have one role.
      if let role = expected.role, role == actual.role {
        guard hasRepeatedRoles else { return .equal }
        // Those below one title or id go before those that share no more than their role.
        if let outer = expected.parent, let other = actual.parent {
          if source[outer].title.value == translation[other].title.value { return .equal }
          if translation[other].hasExplicitAnchor {
            if ASCIICase.equal(source[outer].anchor.utf8, translation[other].anchor.utf8) { return .equal }
            // What they are below of stands for another section by its id.
            if anchors.contains(source[outer].anchor.lowercased()) { return .unrelated }
          }
        }
        return evidence.verdict(index, place) == .others || expected.parent != nil ? .similar : .equal
      }
      if actual.hasExplicitAnchor {
        if ASCIICase.equal(numbered[index].utf8, actual.anchor.utf8) { return .equal }
        let isOther = anchors.contains(numbered[index])
        // What numbers nobody wrote may be the same for several.
        if !isOther, ASCIICase.equal(expected.anchor.utf8, actual.anchor.utf8) { return .equal }
        // Each of them may stand for another section by its own anchor.
        if isOther || sourceAnchors.contains(actual.anchor.lowercased()) { return .unrelated }
      }
      switch evidence.verdict(index, place) {
      case .same: return expected.level == actual.level ? .equal : .similar
      case .alike: if expected.level == actual.level { return .similar }
      case .others: return .unrelated
      case .unknown: break
      }
      if expected.level != actual.level { return .different }
      return expected.role == nil || actual.role == nil ? .open : .different
    }
  }

  /// The anchors of sections in lower case, those that are made of equal titles numbered.
  static func numberedAnchors(_ sections: [Section], _ style: AnchorStyle) -> [String] {
    var used = AnchorNumbers(style: style)
    return sections.map { section in
      let anchor = section.anchor.lowercased()
      let numbered = used.take(anchor)
      return section.hasExplicitAnchor ? anchor : numbered
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

/// The titles and ids that only one section of each page has, and that stand for the same section in both.
private struct UniqueTitles {
  /// The section of the translation for each of the source; -1 for none.
  private let partners: [Int]

  /// - Complexity: O(*n*).
  init(
    _ source: [Section], _ anchors: [String], _ document: Document, _ translation: [Section], _ translated: Document
  ) {
    // What headings of a source are called is what anchors keep in its translations.
    let own = Self.places(in: source, document) { anchors[$0] }
    let other = Self.places(in: translation, translated) { index in
      translation[index].hasExplicitAnchor ? translation[index].anchor.lowercased() : nil
    }
    var partners = [Int](repeating: -1, count: source.count)
    for (key, index) in own where index >= 0 {
      guard let place = other[key], place >= 0, Self.mayBeSame(source[index], translation[place]) else { continue }
      // An id may have been written at the heading beside its own.
      if key.isID, source[index].level != translation[place].level { continue }
      // An id says more than a title.
      if key.isID || partners[index] < 0 { partners[index] = place }
    }
    self.partners = partners
  }

  /// Whether two sections are the same, whatever else their page holds.
  func areSame(_ index: Int, _ place: Int) -> Bool { partners[index] == place }

  private struct Key: Hashable {
    var text: String
    var isID: Bool
  }

  /// The section of each title and id; -1 for what several have.
  private static func places(
    in sections: [Section], _ document: Document, id: (Int) -> String?
  ) -> [Key: Int] {
    var places: [Key: Int] = [:]
    func add(_ key: Key, _ index: Int) {
      if key.text.isEmpty { return }
      if let place = places[key], place != index { places[key] = -1 } else { places[key] = index }
    }
    for (index, section) in sections.enumerated() {
      add(Key(text: section.title.value, isID: false), index)
      // A heading that a macro writes has the title of each language.
      if let name = nameOfToken(section, document) { add(Key(text: name, isID: false), index) }
      if let id = id(index) { add(Key(text: id, isID: true), index) }
    }
    return places
  }

  /// The macro or shortcode that a heading consists of, as it is written; `nil` for a title.
  private static func nameOfToken(_ section: Section, _ document: Document) -> String? {
    let tokens = document.tokens
    let first = tokens.partitioningIndex { $0.span.start >= section.span.start }
    guard first < tokens.count, tokens[first].span.end <= section.span.end else { return nil }
    let bytes = document.source.bytes
    let mark = bytes[Int(section.span.start)..<Int(tokens[first].span.start)]
    guard mark.allSatisfy({ $0 == UInt8(ascii: "#") || $0 == 0x20 }) else { return nil }
    let rest = bytes[Int(tokens[first].span.end)..<Int(section.span.end)].drop { $0 <= 0x20 }
    return rest.isEmpty || rest.first == UInt8(ascii: "{") ? document.source.text(tokens[first].span) : nil
  }

  /// Whether no ids say that one is another.
  private static func mayBeSame(_ expected: Section, _ actual: Section) -> Bool {
    !expected.hasExplicitAnchor || !actual.hasExplicitAnchor
      || ASCIICase.equal(expected.anchor.utf8, actual.anchor.utf8)
  }
}
