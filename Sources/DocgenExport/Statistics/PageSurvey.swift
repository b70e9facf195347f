import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What one page in one locale adds to the statistics.
struct PageSurvey: Sendable {
  /// A text that was not understood.
  struct Word: Sendable {
    var gap: StatisticsGap
    var text: String
    var position: SourcePosition
    /// The key of the vocabulary that the text may belong under.
    var key: String?
  }

  let locale: Int
  let file: String
  var counts = StatisticsCounts()
  /// In the order in which they were met.
  private(set) var words: [Word] = []

  let page: LocalizedPage
  let source: LocalizedPage?
  private let vocabularies: [Vocabulary]
  private var lines: LineTable?

  /// - Parameters:
  ///   - page: The page.
  ///   - source: The page in the source locale, where that is another.
  ///   - translations: The page in all locales.
  ///   - kind: What the page is about.
  ///   - vocabularies: The words of all locales.
  init(
    _ page: LocalizedPage, source: LocalizedPage?, translations: [LocalizedPage?], kind: String?,
    vocabularies: [Vocabulary]
  ) {
    self.page = page
    self.source = source
    self.vocabularies = vocabularies
    locale = page.locale
    file = page.source.path
    count(kind: kind)
    surveyShares(hasKind: kind != nil, translations: translations)
    guard page.facts.isReference else { return }
    surveySections()
    surveySignatures()
    surveyRequirements()
    surveyDirections()
    surveyValueHeaders()
  }

  var vocabulary: Vocabulary { vocabularies[locale] }
  var sourceVocabulary: Vocabulary { vocabularies[PageCatalog.source] }

  private mutating func count(kind: String?) {
    let facts = page.facts
    counts.pages = 1
    counts.referencePages = facts.isReference ? 1 : 0
    let otherKind = facts.isReference ? StatisticsCounts.unknownKind : StatisticsCounts.noKind
    counts.kinds[kind ?? otherKind] = 1
    let signatures = facts.codeBlocks.compactMap(\.signature)
    for fact in StatisticsCounts.Fact.allCases {
      let count =
        switch fact {
        case .names: page.frontMatter.strings("api_name").count
        case .signatures: signatures.count
        case .declarations: signatures.reduce(0) { $0 + $1.declarations.count }
        case .parameters: facts.parameters.count
        case .returnCodes: facts.returnCodes.count
        case .requirements: facts.requirements.count
        case .members: facts.members.count
        case .sections: facts.sections.count
        case .codeBlocks: facts.codeBlocks.count - signatures.count
        }
      if count > 0 { counts.facts[fact] = count }
    }
  }

  private mutating func note(_ gap: StatisticsGap, _ text: String, at span: SourceSpan, key: String?) {
    guard !text.isEmpty else { return }
    let table = lines ?? LineTable(page.source.bytes)
    lines = table
    words.append(Word(gap: gap, text: text, position: table.position(of: span.start), key: key))
  }

  // MARK: What was not understood

  private mutating func surveySections() {
    let sections = page.facts.sections
    let others = counterparts(source?.facts.sections, of: sections.count)
    for (index, section) in sections.enumerated() {
      if let parent = section.parent, role(of: parent) != nil { continue }
      if section.role == nil { counts.gaps[.sections, default: 0] += 1 }
      // A role may come from the anchor alone.
      guard vocabulary.sectionRole(section.title.value) == nil else { continue }
      let other = others?[index]
      let key = section.role?.name ?? other?.role?.name ?? AnchorStyle().anchor(of: (other ?? section).title.value)
      note(.sections, section.title.value, at: section.title.span, key: key)
    }
  }

  private mutating func surveySignatures() {
    for block in page.facts.codeBlocks {
      guard let signature = block.signature, signature.declarations.isEmpty else { continue }
      counts.gaps[.signatures, default: 0] += 1
      note(.signatures, signature.language.rawValue, at: block.span, key: nil)
    }
  }

  private mutating func surveyRequirements() {
    let requirements = page.facts.requirements
    let others = counterparts(source?.facts.requirements, of: requirements.count)
    for (index, requirement) in requirements.enumerated() where requirement.key == nil {
      guard !requirement.label.value.isEmpty else { continue }
      counts.gaps[.requirements, default: 0] += 1
      let other = others?[index]
      note(
        .requirements, requirement.label.value, at: requirement.label.span,
        key: other?.key ?? AnchorStyle().anchor(of: (other ?? requirement).label.value))
    }
  }

  private mutating func surveyDirections() {
    let parameters = page.facts.parameters
    let others = counterparts(source?.facts.parameters, of: parameters.count)
    for (index, parameter) in parameters.enumerated() {
      guard let text = parameter.directionText, parameter.direction == nil, !parameter.hasLostDirection else {
        continue
      }
      counts.gaps[.directions, default: 0] += 1
      let key = others?[index].directionText.flatMap { sourceVocabulary.direction($0.value) }
      note(.directions, text.value, at: text.span, key: key)
    }
  }

  private mutating func surveyValueHeaders() {
    let headers = valueHeaders(of: page)
    let others = source.map { valueHeaders(of: $0) }.flatMap { $0.count == headers.count ? $0 : nil }
    for (index, header) in headers.enumerated() where vocabulary.valueHeader(header.value) == nil {
      counts.gaps[.valueHeaders, default: 0] += 1
      let other = others?[index].value
      let key = other.flatMap { sourceVocabulary.valueHeader($0) } ?? AnchorStyle().anchor(of: other ?? header.value)
      note(.valueHeaders, header.value, at: header.span, key: key)
    }
  }

  /// The source's facts, when there are as many, so that each stands in the place of its translation.
  private func counterparts<Fact>(_ facts: [Fact]?, of count: Int) -> [Fact]? {
    facts.flatMap { $0.count == count ? $0 : nil }
  }

  // MARK: Sections and tables

  /// The role of a section, or of the nearest one around it that has any.
  private func role(of index: Int) -> SectionRole? { Self.role(of: index, in: page.facts.sections) }

  private static func role(of index: Int, in sections: [Section]) -> SectionRole? {
    var current: Int? = index
    while let section = current {
      if let role = sections[section].role { return role }
      current = sections[section].parent
    }
    return nil
  }

  private static let tableRoles: Set<String> = [
    "return-value", "error-codes", "return-codes", "return-code", "members", "methods", "properties", "fields",
    "constants", "events", "property-value", "possible-values", "enumeration-values", "event-values", "value",
  ]

  /// The cells of the header rows of tables in sections that hold codes, values and members.
  private func valueHeaders(of page: LocalizedPage) -> [Located<String>] {
    let document = page.document
    var headers: [Located<String>] = []
    for (index, section) in page.facts.sections.enumerated() {
      guard let role = Self.role(of: index, in: page.facts.sections), Self.tableRoles.contains(role.name) else {
        continue
      }
      for node in section.content where isHeader(document.nodes[node]) {
        let text = document.text(of: node).located
        if !text.value.isEmpty { headers.append(text) }
      }
    }
    return headers
  }

  private func isHeader(_ node: Node) -> Bool {
    node.kind == .tableCell ? node.flags.contains(.header) : node.kind == .element && node.tag == .th
  }
}
