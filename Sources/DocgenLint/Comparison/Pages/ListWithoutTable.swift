import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A list of links or code that a translation sets as a table, and its source in lines or columns.
struct ListWithoutTable {
  /// Where the source has the list.
  let span: SourceSpan

  /// A table of fewer entries may be about others that are called the same.
  private static let fewest = 3

  /// Looks for what a table of the translation holds; `nil` if the source does not have nearly all of it outside of
  /// tables.
  ///
  /// - Complexity: O(*n*) in the nodes of the source.
  init?(_ table: Int, _ pair: TranslationPair) {
    let (own, other) = (pair.translation.document, pair.source.document)
    let wanted = Set((table..<Int(own.nodes[table].end)).compactMap { Self.key(of: $0, in: own) })
    guard wanted.count >= Self.fewest else { return nil }
    var found: Set<String> = []
    var blocks: [Int] = []
    for (place, block) in other.children(of: 0).enumerated() where other.nodes[block].kind != .table {
      let keys = (block..<Int(other.nodes[block].end)).compactMap { Self.key(of: $0, in: other) }.filter(
        wanted.contains)
      guard !keys.isEmpty else { continue }
      found.formUnion(keys)
      blocks.append(place)
    }
    guard found.count * 5 >= wanted.count * 4, let first = blocks.first, let last = blocks.last else { return nil }
    span = Self.span(of: first...last, in: other)
  }

  /// From the end of the text before some blocks to the last of them, so that what opens columns is held, too.
  private static func span(of blocks: ClosedRange<Int>, in document: Document) -> SourceSpan {
    let children = Array(document.children(of: 0))
    let before = children[..<blocks.lowerBound].last { document.nodes[$0].kind != .token }
    let after = children[(blocks.upperBound + 1)...].first { document.nodes[$0].kind != .token }
    return SourceSpan(
      start: before.map { document.nodes[$0].span.end } ?? document.nodes[children[blocks.lowerBound]].span.start,
      end: after.map { document.nodes[$0].span.start } ?? document.nodes[children[blocks.upperBound]].span.end)
  }

  /// What no language changes of a link or code: the file and anchor that a link leads to, or the code.
  private static func key(of index: Int, in document: Document) -> String? {
    let node = document.nodes[index]
    switch node.kind {
    case .link:
      guard let link = document.link(of: node), link.token == nil else { return nil }
      return link.destination.lowercased().split(separator: "/").last.map(String.init)
    case .code: return "`" + document.text(of: index).string
    default: return nil
    }
  }
}
