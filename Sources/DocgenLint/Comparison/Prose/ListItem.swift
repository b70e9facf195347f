import DocgenMarkup
import DocgenModel
import DocgenSupport

/// An item of a list of a page, as far as languages have it alike.
struct ListItem {
  /// What the box before an item's text says.
  enum Task: UInt8 {
    case none
    case open
    case done
  }

  /// The index of the section; -1 before the first.
  let section: Int
  /// The item's node.
  let node: Int
  /// How many lists are around the list.
  let depth: Int
  let isOrdered: Bool
  /// The number of an ordered item.
  let number: Int
  let task: Task
}

extension PageInventory {
  /// The first run in a block, such as the item of a list.
  ///
  /// - Complexity: O(log *n*) in the runs of the page.
  func firstRun(ofBlock node: Int) -> Int? {
    let end = Int(page.document.nodes[node].end)
    let index = runs.partitioningIndex { $0.node >= node }
    return index < runs.count && runs[index].node < end ? index : nil
  }

  /// The block of a run, with the marks at its ends.
  func block(ofRun run: Int) -> SourceSpan { page.document.nodes[runs[run].node].span.union(runs[run].span) }

  /// The items of the lists of Markdown, and of HTML, but for lists whose items are facts that rules of
  /// their own compare.
  ///
  /// - Complexity: O(*n*) in the nodes of the page.
  func listItems() -> [ListItem] {
    let document = page.document
    let nodes = document.nodes
    guard nodes.contains(where: { OpenList(0, $0) != nil }) else { return [] }
    let facts = page.facts
    let factNodes = Set(
      facts.parameters.map(\.node) + facts.returnCodes.map(\.node) + facts.members.map(\.node)
        + facts.requirements.map(\.node))
    var result: [ListItem] = []
    var open: [OpenList] = []
    var section = -1
    var factEnd = 0
    for (index, node) in nodes.enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      // A term of HTML is no list, whatever its damaged emphasis makes of it.
      if factNodes.contains(index) || node.kind == .element && node.tag == .dt { factEnd = max(factEnd, Int(node.end)) }
      if section + 1 < facts.sections.count, facts.sections[section + 1].heading <= index { section += 1 }
      if let list = OpenList(index, node) {
        let isFact = document.children(of: index).contains { factNodes.contains($0) } || open.last?.isFact ?? false
        open.append(list)
        open[open.count - 1].isFact = isFact
      } else if node.kind == .item || node.kind == .element && node.tag == .li, let list = open.last, !list.isFact,
        index >= factEnd
      {
        open[open.count - 1].next += 1
        result.append(
          ListItem(
            section: section, node: index, depth: open.count - 1, isOrdered: list.isOrdered, number: list.next,
            task: !node.flags.contains(.task) ? .none : node.flags.contains(.checked) ? .done : .open))
      }
    }
    return result
  }
}

/// A list around the node at hand.
private struct OpenList {
  let end: Int
  let isOrdered: Bool
  /// Its items are facts.
  var isFact = false
  /// The number of the next item.
  var next: Int

  init?(_ index: Int, _ node: Node) {
    switch (node.kind, node.tag) {
    case (.bulletList, _), (.element, .ul): (isOrdered, next) = (false, 0)
    case (.orderedList, _): (isOrdered, next) = (true, Int(node.payload))
    case (.element, .ol): (isOrdered, next) = (true, 1)
    default: return nil
    }
    end = Int(node.end)
  }
}
