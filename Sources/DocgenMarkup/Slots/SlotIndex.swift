import DocgenSupport

/// Finds where in a document a place lies, so that many slots of a page are read without a walk over all of it.
public struct SlotIndex: Sendable {
  /// Where the reading of a slot starts.
  struct Start {
    var node = 0
    /// How text is written there, as far as the blocks around tell.
    var form = TextForm.html
    var isNested = false
  }

  /// The parent of each node; of the first, itself.
  private let parents: [Int32]
  /// Whether no node starts before one that stands before it.
  private let isOrdered: Bool

  /// - Complexity: O(nodes).
  public init(_ document: Document) {
    var parents: [Int32] = []
    parents.reserveCapacity(document.nodes.count)
    var open: [Int] = []
    var last: Int32 = 0
    var isOrdered = true
    for (index, node) in document.nodes.enumerated() {
      while let parent = open.last, Int(document.nodes[parent].end) <= index { open.removeLast() }
      parents.append(Int32(truncatingIfNeeded: open.last ?? 0))
      open.append(index)
      if node.span.start < last { isOrdered = false }
      last = node.span.start
    }
    self.parents = parents
    self.isOrdered = isOrdered
  }

  /// The innermost block that holds a place.
  ///
  /// - Complexity: O(log nodes) and the depth of the place.
  func start(at span: SourceSpan, in document: Document) -> Start {
    guard isOrdered, !document.nodes.isEmpty else { return Start() }
    var low = 0
    var high = document.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if document.nodes[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    var node = max(0, low - 1)
    while node > 0, !isBlock(node, document) || !document.nodes[node].span.contains(span) { node = Int(parents[node]) }
    var start = Start(node: node)
    var hasForm = false
    var ancestor = node
    while ancestor > 0 {
      ancestor = Int(parents[ancestor])
      guard let form = TextForm(within: document.nodes[ancestor].kind) else { continue }
      if !hasForm { start.form = form }
      hasForm = true
      if document.nodes[ancestor].kind == .tableCell { start.isNested = true }
    }
    return start
  }

  private func isBlock(_ index: Int, _ document: Document) -> Bool {
    let node = document.nodes[index]
    return node.kind.isBlock || (node.kind == .element && !node.tag.isInline)
  }
}

extension TextForm {
  /// How text within a node is written; `nil` if that is as it is around the node.
  init?(within kind: Node.Kind) {
    switch kind {
    case .paragraph, .heading, .tableCell: self = .markdown
    case .code: self = .codeSpan
    case .codeBlock: self = .codeBlock
    case .htmlInline, .htmlBlock: self = .html
    default: return nil
    }
  }
}
