import DocgenSupport

/// The markup of a document and the runs of text between, in order.
struct MarkupSteps {
  /// A node of markup, or text nodes that stand side by side.
  struct Step {
    var nodes: Range<Int>
    /// Where the first of them starts.
    var start: Int32
    var isText: Bool
    /// How text is written there, as far as the blocks around tell.
    var form: TextForm
  }

  private(set) var steps: [Step] = []

  /// Goes through a document; what does not stand in the file and spaces between markup are left out.
  init(_ document: Document) {
    let nodes = document.nodes
    var open: [(end: Int, form: TextForm)] = []
    var index = min(1, nodes.count)
    steps.reserveCapacity(nodes.count)
    while index < nodes.count {
      let node = nodes[index]
      while let last = open.last, last.end <= index { open.removeLast() }
      let form = open.last?.form ?? .html
      if node.kind != .text {
        open.append((Int(node.end), TextForm(within: node.kind) ?? form))
        if !node.flags.contains(.implied) || node.kind != .element {
          steps.append(Step(nodes: index..<index + 1, start: node.span.start, isText: false, form: form))
        }
        index += 1
        continue
      }
      let limit = open.last?.end ?? nodes.count
      var run = index..<index
      while index < limit, nodes[index].kind == .text {
        if !nodes[index].flags.contains(.whitespace) {
          run = run.isEmpty ? index..<index + 1 : run.lowerBound..<index + 1
        }
        index += 1
      }
      if !run.isEmpty {
        steps.append(Step(nodes: run, start: nodes[run.lowerBound].span.start, isText: true, form: form))
      }
    }
  }

  /// The steps that start within a place; those of a document whose nodes are not in the order of the file are not all.
  func steps(in span: SourceSpan) -> ArraySlice<Step> {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    let first = low
    while low < steps.count, steps[low].start < span.end { low += 1 }
    return steps[first..<low]
  }
}
