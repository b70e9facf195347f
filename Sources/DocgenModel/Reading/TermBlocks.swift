import DocgenMarkup

/// Which paragraphs of a section begin with the names of parameters, as the source has them.
///
/// A translation that has as many blocks has the names in the same ones, whatever became of their marks and line breaks.
struct TermBlocks {
  /// For each block whether it is such a paragraph, in order.
  private let areTerms: [Bool]

  /// Reads a section of the source; `nil` if it has no such paragraphs, or one that has several names.
  init?(_ section: Section, of page: LocalizedPage) {
    let nodes = page.facts.parameters.map(\.node).filter { section.content.contains($0) }
    guard !nodes.isEmpty, nodes.allSatisfy({ page.document.nodes[$0].kind == .paragraph }) else { return nil }
    let terms = Set(nodes)
    guard terms.count == nodes.count else { return nil }
    areTerms = page.document.shownBlocks(in: section.content).map(terms.contains)
    guard areTerms.count(where: { $0 }) == terms.count else { return nil }
  }

  /// The paragraphs with names in a section of the translation; `nil` if it has other blocks.
  func terms(in content: Range<Int>, of document: Document) -> [Int]? {
    let blocks = document.shownBlocks(in: content)
    guard blocks.count == areTerms.count else { return nil }
    let terms = zip(blocks, areTerms).filter(\.1).map(\.0)
    return terms.allSatisfy { document.nodes[$0].kind == .paragraph } ? terms : nil
  }
}

extension Document {
  /// The blocks of a range that readers see.
  fileprivate func shownBlocks(in range: Range<Int>) -> [Int] {
    children(in: range).filter { index in
      switch nodes[index].kind {
      case .comment, .ignored, .softBreak: false
      case .text: !nodes[index].flags.contains(.whitespace)
      default: true
      }
    }
  }
}
