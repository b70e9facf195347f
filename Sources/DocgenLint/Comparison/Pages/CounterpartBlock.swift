import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The block of a translation in the place of one of its source: a cell, an item or a description rather than the table or
/// list around it.
///
/// From the section down to the innermost block, each step goes to the block of the same number, among all or among those
/// of its kind, as long as both sides have as many.
struct CounterpartBlock {
  private let source: LocalizedPage
  private let translation: LocalizedPage
  private let sections: Alignment

  init(_ pair: TranslationPair) {
    (source, translation, sections) = (pair.source, pair.translation, pair.alignment.sections)
  }

  /// The innermost block in the place of that at an offset of the source; `nil` if their sections do not tell.
  func block(at offset: Int32) -> SourceSpan? {
    let section = source.facts.sections.lastIndex { $0.span.start <= offset }
    let match = section.flatMap { sections.pair(ofSource: $0)?.translation }
    if section != nil, match == nil { return nil }
    var own = blocks(ofSection: section, source)
    var other = blocks(ofSection: match, translation)
    var found: Int?
    while let index = own.last(where: { source.document.nodes[$0].span.start <= offset }),
      offset < source.document.nodes[index].span.end, let counterpart = counterpart(of: index, own, other)
    {
      found = counterpart
      own = Self.blocks(in: source.document.children(of: index), source.document)
      other = Self.blocks(in: translation.document.children(of: counterpart), translation.document)
    }
    return found.map { SourceSpan(at: translation.document.nodes[$0].span.start) }
  }

  private func counterpart(of block: Int, _ own: [Int], _ other: [Int]) -> Int? {
    if own.count == other.count {
      return zip(own, other).first { $0.0 == block }?.1
    }
    let (nodes, others) = (source.document.nodes, translation.document.nodes)
    func isAlike(_ node: Node) -> Bool { node.kind == nodes[block].kind && node.tag == nodes[block].tag }
    let (alike, candidates) = (own.filter { isAlike(nodes[$0]) }, other.filter { isAlike(others[$0]) })
    guard alike.count == candidates.count else { return nil }
    return zip(alike, candidates).first { $0.0 == block }?.1
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
