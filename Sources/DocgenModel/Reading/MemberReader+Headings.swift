import DocgenMarkup
import DocgenSupport

extension MemberReader {
  /// Whether a sub-heading names a member, and is no title of others.
  func isMember(_ section: Section, _ role: SectionRole) -> Bool {
    if role.holdsTypes { return isType(section.title.value) }
    return isName(section) && !isTitleOfMembers(section) && !isGroup(section)
  }

  /// Whether a sub-heading is the title of other members.
  func isTitle(_ section: Section) -> Bool { isTitleOfMembers(section) || isGroup(section) }

  /// Whether a title is a word as all languages have them, with nothing that tells a name.
  func isPlainWord(_ section: Section) -> Bool {
    let title = section.title.value.utf8
    return title.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } && !Identifier.isSymbolic(title)
      && document.firstMarked(in: document.content(of: section.heading)) == nil
  }

  /// Whether a heading is one name, or words that took its place where the anchor still has it.
  private func isName(_ section: Section) -> Bool {
    let title = section.title.value.utf8
    return Identifier.isName(title) || Self.nameOfCall(title) != nil || title.first == UInt8(ascii: "-")
      || (section.hasExplicitAnchor && section.anchor.utf8.allSatisfy(Identifier.isNameByte))
  }

  /// Whether a title is the name of a type, and no word such as "None".
  private func isType(_ title: String) -> Bool {
    Identifier.isName(title.utf8) && vocabulary.phraseKey(title) == nil
  }

  /// Whether a heading of one plain word has nothing but a list of other names below it, for which it is the title.
  private func isGroup(_ section: Section) -> Bool {
    guard isPlainWord(section), let block = document.firstBlock(in: section.content) else { return false }
    if document.isElement(block, .dl) {
      return document.descriptionEntries(of: block).allSatisfy { Identifier.isName(document.text(of: $0.term).bytes) }
    }
    guard document.nodes[block].kind == .bulletList || document.isElement(block, .ul) else { return false }
    return document.children(of: block).allSatisfy { document.firstLink(in: document.content(of: $0)) != nil }
  }

  /// Whether what stands below a heading is a table of members that lead to their own places or pages: then the heading
  /// is the title of these, such as "Operators", and no member.
  private func isTitleOfMembers(_ section: Section) -> Bool {
    guard let table = document.containers(in: section.content).first, document.isTable(table) else { return false }
    let rows = document.rows(of: table)
    guard rows.count > 1, let header = rows.first, header.isHeader, let column = header.cells.first else {
      return false
    }
    switch vocabulary.valueHeader(document.text(of: column).string) {
    case "value", "constant", "constant-value": return false
    default: return rows.dropFirst().allSatisfy(isLinked)
    }
  }
}
