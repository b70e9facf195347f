import DocgenMarkup
import DocgenSupport

/// The texts of a document that stand in one block each: a paragraph, a cell, a term, the text of a code block.
struct TextSegments {
  enum Kind: Equatable {
    /// Words in the language of the page; of a pipe table's cell, its line tells whether it is one.
    case prose(isPipeCell: Bool)
    case code
    case comment
  }

  struct Segment {
    var kind: Kind
    /// The block of code; else the first node of the text.
    var node: Int
    var nodes: Range<Int>
    var span: SourceSpan
  }

  /// In the order of the file.
  private(set) var all: [Segment] = []

  init(_ document: Document) {
    // Where the blocks around a node end.
    var ends: [Int] = []
    var pipeCellEnd = 0
    var codeEnd = 0
    var isOpen = false
    for (index, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= index {
        ends.removeLast()
        isOpen = false
      }
      switch node.kind {
      case .text where index < codeEnd: all[all.count - 1].add(node, index)
      case .text:
        if isOpen {
          all[all.count - 1].add(node, index)
        } else {
          all.append(
            Segment(
              kind: .prose(isPipeCell: index < pipeCellEnd), node: index, nodes: index..<index + 1, span: node.span))
          isOpen = true
        }
      case .comment:
        all.append(Segment(kind: .comment, node: index, nodes: index..<index + 1, span: node.span))
        isOpen = false
      case let kind where kind.isBlock || kind == .element && !node.tag.isInline:
        isOpen = false
        ends.append(Int(node.end))
        if kind == .tableCell { pipeCellEnd = Int(node.end) }
        guard kind == .codeBlock else { continue }
        codeEnd = Int(node.end)
        let start = SourceSpan(at: index + 1 < codeEnd ? document.nodes[index + 1].span.start : node.span.end)
        all.append(Segment(kind: .code, node: index, nodes: index + 1..<codeEnd, span: start))
      default: break
      }
    }
    if zip(all, all.dropFirst()).contains(where: { $0.span.start > $1.span.start }) {
      all.sort { $0.span.start < $1.span.start }
    }
  }

  /// The index of the segment that an edit changes, or `nil` within for none; `nil` if it changes several.
  ///
  /// - Complexity: O(log *n*).
  func touched(by span: SourceSpan) -> Int?? {
    // The first that ends after the start of the edit, or at it.
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.end < span.start { low = middle + 1 } else { high = middle }
    }
    var near: Int?
    while low < all.count, all[low].span.start <= span.end {
      let segment = all[low].span
      if segment.start < span.end, span.start < segment.end {
        if let near, all[near].span.end > span.start { return nil }
        near = low
      } else if near == nil {
        near = low
      }
      low += 1
    }
    return .some(near)
  }
}

extension TextSegments.Segment {
  fileprivate mutating func add(_ text: Node, _ index: Int) {
    nodes = nodes.lowerBound..<max(nodes.upperBound, index + 1)
    span = span.union(text.span)
  }
}
