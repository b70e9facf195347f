import DocgenMarkup
import DocgenSupport

/// Tells whether a page with edits made is the same page but for what they wrote.
package struct PageComparison {
  private let old: LocalizedPage
  private let edits: [SourceSpan]

  /// Takes the page as it was, and the places of the edits in the order of the file.
  package init(_ old: LocalizedPage, edits: [SourceSpan]) {
    self.old = old
    self.edits = edits
  }

  /// Whether a page has the same structure and, outside of the edits, the same text and metadata.
  ///
  /// - Complexity: O(*n*) in the size of both pages, O(*n* log *e*) with *e* edits.
  package func isUnchangedElsewhere(in new: LocalizedPage) -> Bool {
    hasSameMetadata(new) && haveSameBodies(new)
  }

  private func isEdited(_ span: SourceSpan) -> Bool {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end < span.start { low = middle + 1 } else { high = middle }
    }
    return low < edits.count && edits[low].start <= span.end
  }

  /// Whether a page has the same metadata outside of the edits.
  func hasSameMetadata(_ new: LocalizedPage) -> Bool {
    let before = old.frontMatter.entries
    let after = new.frontMatter.entries
    guard before.count == after.count else { return false }
    return zip(before, after).allSatisfy { left, right in
      left.key.value == right.key.value && (isEdited(left.value.span) || Self.areEqual(left.value, right.value))
    }
  }

  private static func areEqual(_ left: FrontMatter.Value, _ right: FrontMatter.Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.scalar(let left, _), .scalar(let right, _)): left.value == right.value
    case (.list(let left, _), .list(let right, _)): left.map(\.value) == right.map(\.value)
    // Nested values hold no facts, and no edits.
    case (.nested, .nested): true
    default: false
    }
  }

  /// Walks both documents from markup to markup; the text between is compared as a whole.
  private func haveSameBodies(_ new: LocalizedPage) -> Bool {
    // A document has many parts, which are not to be counted again for each node.
    let documents = (old: old.document, new: new.document)
    var left = DocumentWalk(documents.old)
    var right = DocumentWalk(documents.new)
    while true {
      let text = left.nextText()
      let newText = right.nextText()
      if !TextRun.areEqual(text, newText), text.span.map({ !isEdited($0) }) ?? true { return false }
      switch (left.nextMarkup(), right.nextMarkup()) {
      case (.end, .end): return true
      case (.closes, .closes): break
      case (.opens(let node), .opens(let newNode)):
        if !areEqual(node, newNode, in: documents.old, documents.new) { return false }
      default: return false
      }
    }
  }

  private func areEqual(_ node: Node, _ newNode: Node, in old: Document, _ new: Document) -> Bool {
    guard node.kind == newNode.kind, node.tag == newNode.tag, node.level == newNode.level,
      haveSameAttributes(node, newNode, in: old, new)
    else { return false }
    // Most markup has neither a destination nor an info string.
    if node.payload < 0, newNode.payload < 0 { return true }
    return isEdited(node.span)
      || (old.link(of: node)?.destination == new.link(of: newNode)?.destination
        && old.infoString(of: node)?.value == new.infoString(of: newNode)?.value)
  }
}

extension PageComparison {
  /// Where the links and images of edited elements lead may change, and nothing else of their tags.
  private func haveSameAttributes(_ node: Node, _ newNode: Node, in old: Document, _ new: Document) -> Bool {
    if node.payload < 0, newNode.payload < 0 { return true }
    let before = old.attributes(of: node)
    let after = new.attributes(of: newNode)
    if before == after { return true }
    guard isEdited(node.span), before.count == after.count else { return false }
    return zip(before, after).allSatisfy { left, right in
      left == right || left.name == right.name && (left.name == "href" || left.name == "src")
    }
  }
}

/// Goes through a document as runs of text and the markup between them.
private struct DocumentWalk {
  enum Step {
    case opens(Node)
    case closes
    case end
  }

  private let document: Document
  private var index = 0
  /// The ends of the subtrees that are open, so that where markup closes counts as well.
  private var ends: [Int] = []

  init(_ document: Document) { self.document = document }

  /// The text up to the next markup.
  mutating func nextText() -> TextRun {
    let start = index
    let end = ends.last ?? document.nodes.count
    while index < end, document.nodes[index].kind == .text { index += 1 }
    return TextRun(document: document, nodes: start..<index)
  }

  /// The next markup, where it opens or closes.
  mutating func nextMarkup() -> Step {
    if let end = ends.last, index >= end {
      ends.removeLast()
      return .closes
    }
    guard index < document.nodes.count else { return .end }
    let node = document.nodes[index]
    index += 1
    ends.append(Int(node.end))
    return .opens(node)
  }
}

/// Nodes of text that follow each other, which a document may have in one piece or in several.
private struct TextRun {
  let document: Document
  let nodes: Range<Int>

  /// The place of the text; an empty one has none.
  var span: SourceSpan? {
    nodes.isEmpty ? nil : document.nodes[nodes].reduce(document.nodes[nodes.lowerBound].span) { $0.union($1.span) }
  }

  /// Whether two runs hold the same bytes; nothing is put together for it.
  static func areEqual(_ left: TextRun, _ right: TextRun) -> Bool {
    var (node, other) = (left.nodes.lowerBound, right.nodes.lowerBound)
    // How much of both nodes is known to be equal.
    var (offset, otherOffset) = (0, 0)
    while true {
      while node < left.nodes.upperBound, offset == left.length(of: node) { (node, offset) = (node + 1, 0) }
      while other < right.nodes.upperBound, otherOffset == right.length(of: other) {
        (other, otherOffset) = (other + 1, 0)
      }
      if node == left.nodes.upperBound || other == right.nodes.upperBound {
        return node == left.nodes.upperBound && other == right.nodes.upperBound
      }
      let count = min(left.length(of: node) - offset, right.length(of: other) - otherOffset)
      let isEqual = left.document.withText(of: left.document.nodes[node]) { bytes in
        right.document.withText(of: right.document.nodes[other]) { otherBytes in
          ByteSearch.areEqual(
            UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[offset..<offset + count])),
            UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: otherBytes[otherOffset..<otherOffset + count])))
        }
      }
      if !isEqual { return false }
      offset += count
      otherOffset += count
    }
  }

  private func length(of node: Int) -> Int { document.withText(of: document.nodes[node], \.count) }
}
