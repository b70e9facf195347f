import DocgenSupport

/// Puts runs of text in the places of others.
struct DocumentEditor {
  struct Replacement {
    /// The nodes that go, by their indices.
    var nodes: Range<Int>
    /// The nodes that come, with what they say if that is not what stands in the file.
    var texts: [(node: Node, replacement: [UInt8]?)]
  }

  private let document: Document
  private let shift: EditShift
  private var result: Document

  init(_ document: Document, _ shift: EditShift, file: SourceFile) {
    self.document = document
    self.shift = shift
    // What has no place in the file stays as it is.
    result = document
    result.source = file
    result.nodes = []
  }

  /// - Returns: `nil` if markup starts or ends within an edit.
  mutating func replace(_ replacements: [Replacement]) -> Document? {
    guard moveTables(), moveNodes(replacements) else { return nil }
    return result
  }

  private mutating func moveTables() -> Bool {
    for index in result.links.indices {
      guard let span = shift.moved(result.links[index].span) else { return false }
      result.links[index].span = span
    }
    for index in result.infoStrings.indices {
      guard let span = shift.moved(result.infoStrings[index].span) else { return false }
      result.infoStrings[index].span = span
    }
    for index in result.droppedTags.indices {
      guard let span = shift.moved(result.droppedTags[index].span) else { return false }
      result.droppedTags[index].span = span
    }
    for index in result.unpairedTags.indices {
      guard let span = shift.moved(result.unpairedTags[index].span) else { return false }
      result.unpairedTags[index].span = span
    }
    for index in result.rawBlocks.indices {
      guard let opening = shift.moved(result.rawBlocks[index].opening),
        let span = shift.moved(result.rawBlocks[index].span)
      else { return false }
      result.rawBlocks[index].opening = opening
      result.rawBlocks[index].span = span
    }
    return true
  }

  private mutating func moveNodes(_ replacements: [Replacement]) -> Bool {
    let sorted = replacements.sorted { $0.nodes.lowerBound < $1.nodes.lowerBound }
    // The new index of each node, and of the end.
    var moved = [Int32](repeating: 0, count: document.nodes.count + 1)
    result.nodes.reserveCapacity(document.nodes.count)
    var next = 0
    var index = 0
    while index < document.nodes.count {
      if next < sorted.count, sorted[next].nodes.lowerBound == index {
        append(sorted[next].texts)
        while index < sorted[next].nodes.upperBound {
          index += 1
          moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
        }
        next += 1
        continue
      }
      moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
      var node = document.nodes[index]
      guard let span = shift.moved(node.span) else { return false }
      node.span = span
      result.nodes.append(node)
      index += 1
      moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
    }
    for index in result.nodes.indices where result.nodes[index].end >= 0 {
      result.nodes[index].end = moved[Int(result.nodes[index].end)]
    }
    // Those of new text were told by their own numbers.
    for index in result.nodes.indices where result.nodes[index].end < 0 {
      result.nodes[index].end = Int32(truncatingIfNeeded: index + 1)
    }
    return next == sorted.count
  }

  private mutating func append(_ texts: [(node: Node, replacement: [UInt8]?)]) {
    for (text, replacement) in texts {
      var node = text
      if let replacement {
        node.payload = Int32(truncatingIfNeeded: result.replacements.count)
        result.replacements.append(replacement)
      }
      node.end = -1
      result.nodes.append(node)
    }
  }
}
