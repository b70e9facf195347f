import DocgenMarkup
import DocgenSupport

extension LocalizedPage {
  /// The anchors that terms of lists have by their text, by the node of the term's item; none where the dialect gives them
  /// none.
  package var termAnchors: [(node: Int, anchor: String)] {
    anchorStyle.namesTerms ? NumberedAnchors(self).terms : []
  }
}

/// The anchors that a page gives its sections and the terms of its lists; repeated ones are numbered, sections first.
struct NumberedAnchors {
  let sections: [String]
  /// By the node of the term's item; none where the dialect gives terms no anchors.
  private(set) var terms: [(node: Int, anchor: String)] = []

  /// - Complexity: O(*n*) in the nodes of the page where terms have anchors, or else in its sections.
  init(_ page: LocalizedPage) {
    var used = Self.numbers(of: page)
    sections = page.facts.sections.map { used.take(PageAnchor.ofContent($0.anchor)) }
    guard page.anchorStyle.namesTerms else { return }
    let nodes = page.document.nodes
    for index in nodes.indices where nodes[index].kind == .item {
      guard page.document.descriptions(ofItem: index) != nil, index + 1 < nodes.count else { continue }
      let text = Self.text(ofTerm: index + 1, in: page.document)
      if !text.isEmpty { terms.append((index, used.take(PageAnchor.ofContent(page.anchorStyle.anchor(of: text))))) }
    }
  }

  /// What a term is known by: the code or link that it begins with, or else all of its text.
  private static func text(ofTerm index: Int, in document: Document) -> String {
    let first = index + 1
    if first < Int(document.nodes[index].end) {
      switch document.nodes[first].kind {
      case .code, .link, .emphasis, .strong, .token: return document.text(of: first).string
      default: break
      }
    }
    return document.text(of: index).string
  }

  /// The numbers from which the anchors of a page take theirs: a title of which nothing stays has the first.
  static func numbers(of page: LocalizedPage) -> AnchorNumbers {
    var used = AnchorNumbers(style: page.anchorStyle)
    if page.anchorStyle.numbersEmpty, let title = page.facts.heading {
      let anchor = page.anchorStyle.anchor(of: title.value)
      if anchor.isEmpty { _ = used.take(anchor) }
    }
    return used
  }
}
