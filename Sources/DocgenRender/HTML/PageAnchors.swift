import DocgenMarkup
import DocgenModel

/// The anchors of a page: those of its headings, and those that links within it may lead to.
package struct PageAnchors: Sendable {
  /// By the heading's node.
  private var headings: [Int: String] = [:]
  /// Those of terms of lists, by the item's node.
  private var terms: [Int: String] = [:]
  /// All anchors of the page by their lower-case form; filled when a link asks.
  private var known: [String: String]?
  /// What links may call anchors besides: ids of the page, and what its titles give by rule.
  private var aliases: [(name: String, anchor: String)] = []
  /// Anchors that only headings, and the page around the content, may have.
  private(set) var reserved: Set<String> = []

  /// No anchors.
  package init() {}

  /// Takes the anchors of headings, by node.
  ///
  /// - Parameters:
  ///   - headings: the nodes and their anchors, which differ from each other.
  ///   - reserved: anchors that the page has around its content.
  ///   - terms: the nodes and anchors of lists' terms, of which the first of a name counts.
  ///   - aliases: what links may call anchors besides.
  package init(
    headings: [(node: Int, anchor: String)], reserved: Set<String> = [], terms: [(node: Int, anchor: String)] = [],
    aliases: [(name: String, anchor: String)] = []
  ) {
    self.reserved = reserved
    self.aliases = aliases
    for heading in headings where Self.isValid(heading.anchor) && self.reserved.insert(heading.anchor).inserted {
      self.headings[heading.node] = heading.anchor
    }
    var taken: Set<String> = []
    for term in terms where Self.isValid(term.anchor) && !self.reserved.contains(term.anchor) {
      if taken.insert(term.anchor).inserted { self.terms[term.node] = term.anchor }
    }
  }

  /// The anchor of a heading.
  func heading(_ node: Int) -> String? { headings[node] }

  /// The anchor of a term, by its item's node.
  func term(_ node: Int) -> String? { terms[node] }

  /// The anchor on this page that a link means; case does not count.
  mutating func anchor(for fragment: String, in document: Document) -> String? {
    let name = fragment
    let fragment = PageAnchor.ofContent(name)
    if reserved.contains(fragment) { return fragment }
    if known == nil {
      var known: [String: String] = [:]
      for id in Self.ids(in: document) where known[id.lowercased()] == nil { known[id.lowercased()] = id }
      for anchor in terms.values where known[anchor.lowercased()] == nil { known[anchor.lowercased()] = anchor }
      for anchor in reserved.sorted() { known[anchor.lowercased()] = anchor }
      for (name, anchor) in aliases where known[name.lowercased()] == nil { known[name.lowercased()] = anchor }
      self.known = known
    }
    // What the page has not itself may be the interface's.
    return known?[fragment.lowercased()] ?? (reserved.contains(name) ? name : nil)
  }

  /// The anchors that elements and terms of the page have or may take.
  func names(in document: Document) -> Set<String> { Set(terms.values).union(Self.ids(in: document)) }

  /// The ids that the page gives elements itself, in its order.
  private static func ids(in document: Document) -> [String] {
    var ids: [String] = []
    for node in document.nodes where node.kind == .element && node.payload >= 0 && !node.tag.isDropped {
      for attribute in document.attributes(of: node) {
        let isAnchor = attribute.name == "id" || (attribute.name == "name" && node.tag == .a)
        if isAnchor, isValid(attribute.value) { ids.append(PageAnchor.ofContent(attribute.value)) }
      }
    }
    return ids
  }

  /// Whether a text can be an anchor.
  static func isValid(_ anchor: String) -> Bool {
    !anchor.isEmpty && anchor.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
