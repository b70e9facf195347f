import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells which members of a translation its source has, too, where none was read: in lines instead of a table, below a
/// caption, in another section.
struct SourceMentions {
  private let pair: TranslationPair
  private let targets: LinkedTargets
  /// What the source sets apart as names, without whitespace: code, marked texts, texts of links, headings.
  private let text: [UInt8]
  private let members: Set<String>
  /// What the translation's members lead to that stand for those of the source.
  private let linksOfPairs: Set<String>

  /// - Complexity: O(*n*) in the length of the source.
  init(_ pair: TranslationPair) {
    self.pair = pair
    let document = pair.source.document
    targets = LinkedTargets(pair.source)
    members = Set(pair.source.facts.members.map(\.name.value))
    let translated = pair.translation.facts.members
    linksOfPairs = Set(pair.alignment[.members].pairs.compactMap { translated[$0.translation].link })
    var text: [UInt8] = []
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .code, .codeBlock, .strong, .emphasis, .link, .heading:
        text += Self.squeezed(document.text(of: index).bytes)
        text.append(0x0A)
      default: break
      }
    }
    self.text = text
  }

  /// Whether the source has a member, although its lists do not.
  func hold(_ member: Member) -> Bool {
    // One that is there twice is one too many.
    if members.contains(member.name.value) { return false }
    if let link = member.link, targets.contains(address: link), !linksOfPairs.contains(link) { return true }
    let name = Array(member.name.value.utf8)
    // Words with spaces between are no name, or a torn one.
    let isOfWords = name.contains(0x20) && name.allSatisfy { $0 == 0x20 || Identifier.isNameByte($0) }
    return !isOfWords && isMentioned(Self.squeezed(name)[...])
      || Self.chain(in: member.name.value).map { isMentioned($0[...]) } ?? false
      || isReadOtherwise(member)
  }

  /// Whether the source reads the section of a member, or what its heading names, as no members at all.
  private func isReadOtherwise(_ member: Member) -> Bool {
    let facts = pair.translation.facts
    guard let section = facts.lastSection(before: member.node + 1),
      let aligned = pair.alignment.sections.pair(ofTranslation: section), aligned.isCertain
    else { return false }
    let source = pair.source.facts
    let counterpart = source.sections[aligned.source]
    if facts.sections[section].heading == member.node {
      return !source.members.contains { $0.node == counterpart.heading }
    }
    return !source.members.contains { counterpart.content.contains($0.node) }
      && counterpart.content.contains { [.table, .bulletList].contains(pair.source.document.nodes[$0].kind) }
  }

  private func isMentioned(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count > 1 else { return false }
    var start = 0
    while let found = ByteSearch.firstIndex(of: Array(name), in: text, from: start) {
      start = found + 1
      let end = found + name.count
      let isWord =
        (found == 0 || !Identifier.isNameByte(text[found - 1]) || !Identifier.isNameByte(text[found]))
        && (end == text.count || !Identifier.isNameByte(text[end]) || !Identifier.isNameByte(text[end - 1]))
      if isWord { return true }
    }
    return false
  }

  private static func squeezed(_ text: [UInt8]) -> [UInt8] { text.filter { $0 > 0x20 } }

  /// The first name of several parts beside words of the language: of `thread::id-Struktur` it is `thread::id`.
  private static func chain(in name: String) -> [UInt8]? {
    let parts = name.utf8.split { !Identifier.isNameByte($0) && $0 != UInt8(ascii: ":") }
    return parts.first { part in
      let name = part.drop { $0 == UInt8(ascii: ":") }
      return name.dropLast().contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }
    }.map { Array($0) }
  }
}
