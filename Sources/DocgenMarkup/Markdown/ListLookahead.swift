/// Looks ahead for the end tags that tell how a description list nests.
struct ListLookahead {
  private let events: [MarkdownEvent]
  /// For each event, the index of the first `</dl>` after it that closes no list opened in between; -1 for none.
  private var closings: [Int32]?
  /// For each event, the index of the next section heading of level 1 or 2.
  private var majorHeadings: [Int32] = []
  /// The indices of the `</dl>` after which a description goes on: the next block's tag is `</dd>`, or a `<dt>` that
  /// begins another list of values; no heading stands in between.
  private var closingsWithinDescriptions: Set<Int32> = []

  init(_ events: [MarkdownEvent]) {
    self.events = events
  }

  /// Whether a `<dt>` within an open `<dd>` begins a list of its own: the description goes on after the `</dl>` to come.
  mutating func opensNestedList(at index: Int) -> Bool {
    prepare()
    guard let closing = closings?[index], closing >= 0 else { return false }
    return closingsWithinDescriptions.contains(closing)
  }

  /// Whether the list that is open at a sub-heading is closed within the same section.
  mutating func closesList(beforeMajorHeadingAfter index: Int) -> Bool {
    prepare()
    guard let closing = closings?[index], closing >= 0 else { return false }
    return majorHeadings[index] < 0 || closing < majorHeadings[index]
  }

  /// One pass from the end; done only for pages that ask.
  private mutating func prepare() {
    guard closings == nil else { return }
    var closings = [Int32](repeating: -1, count: events.count)
    majorHeadings = closings
    var unmatched: [Int32] = []
    var heading: Int32 = -1
    var precedesDescription = false
    for index in events.indices.reversed() {
      closings[index] = unmatched.last ?? -1
      majorHeadings[index] = heading
      let event = events[index]
      switch event.operation {
      case .startTag where !event.node.tag.isInline:
        if event.node.tag == .dl { _ = unmatched.popLast() }
        precedesDescription = event.node.tag == .dt
      case .endTag where !event.node.tag.isInline:
        if event.node.tag == .dl {
          unmatched.append(Int32(index))
          if precedesDescription { closingsWithinDescriptions.insert(Int32(index)) }
        }
        precedesDescription = event.node.tag == .dd
      case .open where event.isTopLevel && event.node.kind == .heading:
        if event.node.level <= 2 { heading = Int32(index) }
        precedesDescription = false
      default: break
      }
    }
    self.closings = closings
  }
}
