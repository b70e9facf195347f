import DocgenSupport

/// Lists of terms as some families write them: below each item a list whose items begin with a colon.
///
///     - `name`
///       - : What it means.
extension Document {
  /// The list with the descriptions of an item that is a term: its last block; `nil` for other items.
  public func descriptions(ofItem item: Int) -> Int? {
    guard nodes[item].kind == .item else { return nil }
    var last: Int?
    for child in children(of: item) where nodes[child].kind != .comment { last = child }
    guard let last, nodes[last].kind == .bulletList,
      let first = children(of: last).first(where: { nodes[$0].kind == .item }),
      startOfDescription(first) != nil
    else { return nil }
    return last
  }

  /// Where the text of an item starts that begins with a colon and a space; `nil` for other items.
  public func startOfDescription(_ item: Int) -> Int32? {
    guard nodes[item].kind == .item, item + 2 < Int(nodes[item].end), nodes[item + 1].kind == .paragraph,
      nodes[item + 2].kind == .text, nodes[item + 2].payload < 0
    else { return nil }
    let start = nodes[item + 2].span.start
    let text = source.bytes[nodes[item + 2].span.range]
    guard text.first == UInt8(ascii: ":"), text.dropFirst().first ?? 0x20 == 0x20 else { return nil }
    return start + Int32(min(2, text.count))
  }

  /// The items of a list's terms; empty for a list that has none.
  public func terms(ofList list: Int) -> [Int] {
    guard nodes[list].kind == .bulletList else { return [] }
    return children(of: list).filter { descriptions(ofItem: $0) != nil }
  }
}
