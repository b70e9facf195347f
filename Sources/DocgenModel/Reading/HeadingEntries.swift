import DocgenMarkup
import DocgenSupport

/// Which headings of a translation name facts, as the source has it: what it reads as an entry is one here, too, whatever
/// became of the name, and what it reads as a title is none.
struct HeadingEntries {
  private var readings: [Int: Bool] = [:]
  private var owners: Set<Int> = []

  /// Nothing is known; each heading speaks for itself.
  init() {}

  /// Aligns the sections with those of the source.
  ///
  /// Sections get the roles of those that they stand for, where a title tells nothing, or a role that no section of the
  /// source has. What names a fact there is no section of its own.
  init(_ sections: inout [Section], _ document: Document, beside page: LocalizedPage) {
    let source = page.facts.sections
    if sections.count == source.count, zip(sections, source).allSatisfy({ $0.role != nil && $0.role == $1.role }) {
      return
    }
    let roles = Set(source.compactMap(\.role))
    let entries = Set(
      page.facts.parameters.map(\.node) + page.facts.members.map(\.node) + page.facts.returnCodes.map(\.node))
    let anchors = SectionAlignment.numberedAnchors(source, page.anchorStyle)
    let owners = Set(page.facts.parameters.compactMap(\.owner))
    for pair in SectionAlignment.align(
      source, page.document, sections, document, style: page.anchorStyle
    ).pairs where pair.isCertain {
      let (index, original) = (pair.translation, source[pair.source])
      let section = sections[index]
      if owners.contains(pair.source) { self.owners.insert(index) }
      guard section.level == original.level else { continue }
      readings[index] = entries.contains(original.heading)
      if original.role == nil, readings[index] == true {
        sections[index].role = nil
        continue
      }
      if let role = section.role, roles.contains(role) { continue }
      // An anchor of its own may say that it stands for another.
      if section.hasExplicitAnchor, !ASCIICase.equal(section.anchor.utf8, original.anchor.utf8),
        !ASCIICase.equal(section.anchor.utf8, anchors[pair.source].utf8)
      {
        continue
      }
      sections[index].role = original.role
    }
  }

  /// Whether a section's heading names a fact; `nil` if the source does not tell.
  func isEntry(_ section: Int) -> Bool? { readings[section] }

  /// Whether a section stands for one of the source that is about a member which lists of parameters belong to.
  func isOwner(_ section: Int) -> Bool { owners.contains(section) }
}
