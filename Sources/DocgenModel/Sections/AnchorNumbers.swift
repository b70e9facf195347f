/// Numbers anchors that are repeated, so that none is given twice: `example`, `example-1`.
struct AnchorNumbers {
  private var counts: [String: Int] = [:]
  private let style: AnchorStyle

  /// Starts with anchors that are taken.
  init(_ taken: some Sequence<String> = [], style: AnchorStyle = AnchorStyle()) {
    self.style = style
    for anchor in taken { counts[anchor] = 1 }
  }

  /// The anchor itself where it is free, else with the next number that makes it so.
  mutating func take(_ anchor: String) -> String {
    // Of titles of which nothing stays, the first has a number, too.
    guard var count = counts[anchor] ?? (anchor.isEmpty ? 1 : nil) else {
      counts[anchor] = 1
      return anchor
    }
    var numbered = style.numbered(anchor, after: count)
    while counts[numbered] != nil {
      count += 1
      numbered = style.numbered(anchor, after: count)
    }
    counts[anchor] = count + 1
    counts[numbered] = 1
    return numbered
  }
}
