import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The blocks of a translation in the places of those of its source: a cell, an item or a description rather than the
/// table or list around it.
///
/// From the section down to the innermost block, each step goes to the block of the same number, among all or among those
/// of its kind, as long as both sides have as many. What a step finds is kept, so that many questions about a page cost no
/// more than the page is large.
final class CounterpartBlocks {
  /// What holds blocks of the source: a section, or what stands before the first; or a block.
  private enum Parent: Hashable {
    case section(Int?)
    case block(Int)
  }

  /// The blocks of a parent, in order, each with the one in its place.
  private struct Level {
    var blocks: [Int]
    var counterparts: [Int?]
  }

  private let source: LocalizedPage
  private let translation: LocalizedPage
  private let sections: Alignment
  private var levels: [Parent: Level] = [:]

  init(_ source: LocalizedPage, _ translation: LocalizedPage, _ sections: Alignment) {
    (self.source, self.translation, self.sections) = (source, translation, sections)
  }

  /// The innermost block in the place of that at an offset of the source; `nil` if their sections do not tell.
  ///
  /// - Complexity: O(log *n*) for each level, once the blocks of its parent are known
  func block(at offset: Int32) -> SourceSpan? {
    let next = source.facts.sections.partitioningIndex { $0.span.start > offset }
    let section = next > 0 ? next - 1 : nil
    let match = section.flatMap { sections.pair(ofSource: $0)?.translation }
    if section != nil, match == nil { return nil }
    var level = level(.section(section)) {
      (blocks(ofSection: section, source), blocks(ofSection: match, translation))
    }
    let nodes = source.document.nodes
    var found: Int?
    while true {
      let place = level.blocks.partitioningIndex { nodes[$0].span.start > offset } - 1
      guard place >= 0, offset < nodes[level.blocks[place]].span.end, let counterpart = level.counterparts[place] else {
        break
      }
      found = counterpart
      let block = level.blocks[place]
      level = self.level(.block(block)) {
        (
          Self.blocks(in: source.document.children(of: block), source.document),
          Self.blocks(in: translation.document.children(of: counterpart), translation.document)
        )
      }
    }
    return found.map { SourceSpan(at: translation.document.nodes[$0].span.start) }
  }

  private func level(_ parent: Parent, _ blocks: () -> (own: [Int], other: [Int])) -> Level {
    if let known = levels[parent] { return known }
    let (own, other) = blocks()
    let made = Level(blocks: own, counterparts: counterparts(of: own, among: other))
    levels[parent] = made
    return made
  }

  private func counterparts(of own: [Int], among other: [Int]) -> [Int?] {
    if own.count == other.count { return other }
    struct Kind: Hashable {
      let kind: Node.Kind
      let tag: HTMLTag
    }
    let (nodes, others) = (source.document.nodes, translation.document.nodes)
    let candidates = Dictionary(grouping: other) { Kind(kind: others[$0].kind, tag: others[$0].tag) }
    let counts = Dictionary(grouping: own) { Kind(kind: nodes[$0].kind, tag: nodes[$0].tag) }.mapValues(\.count)
    var seen: [Kind: Int] = [:]
    return own.map { block in
      let kind = Kind(kind: nodes[block].kind, tag: nodes[block].tag)
      let number = seen[kind, default: 0]
      seen[kind] = number + 1
      guard let alike = candidates[kind], alike.count == counts[kind] else { return nil }
      return alike[number]
    }
  }

  private func blocks(ofSection section: Int?, _ page: LocalizedPage) -> [Int] {
    let end = page.facts.sections.first?.heading ?? page.document.nodes.count
    let range = section.map { page.facts.sections[$0].content } ?? 1..<end
    guard range.lowerBound <= range.upperBound else { return [] }
    return Self.blocks(in: page.document.children(in: range), page.document)
  }

  private static func blocks(in children: Document.Children, _ document: Document) -> [Int] {
    children.filter { index in
      let node = document.nodes[index]
      return node.kind.isBlock || node.kind == .element && !node.tag.isInline
    }
  }
}
