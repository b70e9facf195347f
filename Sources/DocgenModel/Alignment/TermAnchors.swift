import DocgenMarkup

extension LocalizedPage {
  /// The anchors that terms of lists have by their text, by the node of the term's item; none where the dialect gives them
  /// none. The first of several that are equal is the one that is meant.
  package var termAnchors: [(node: Int, anchor: String)] {
    guard anchorStyle.namesTerms else { return [] }
    var anchors: [(node: Int, anchor: String)] = []
    for index in document.nodes.indices where document.nodes[index].kind == .item {
      guard document.descriptions(ofItem: index) != nil, index + 1 < document.nodes.count else { continue }
      let text = document.text(of: index + 1).string
      if !text.isEmpty { anchors.append((index, PageAnchor.ofContent(anchorStyle.anchor(of: text)))) }
    }
    return anchors
  }
}
