import DocgenMarkup
import DocgenSupport

/// Which links and images of a translation stand for which of its source, section by section.
package struct LinkAlignment: Sendable {
  /// Two links that stand for each other, or one that has no counterpart.
  package struct Pair: Sendable {
    /// The link of the source.
    package var source: PageLink?
    /// The link of the translation.
    package var translation: PageLink?
    /// How certain it is that they are the same: links that lead elsewhere are only where nothing else is left.
    package var certainty: Certainty
    /// The translation's leads to an anchor of its own page that the source does not have, and nothing tells that it is
    /// the anchor of another place.
    package var leadsToOwnAnchor = false
  }

  /// The links that lead elsewhere, or that only one of both has.
  package private(set) var differences: [Pair] = []
  /// Those that lead to the same place, in the order of the source.
  package var equal: [Pair] {
    same.map { zip($0.source, $0.translation).map { Pair(source: $0, translation: $1, certainty: .certain) } }
      ?? matched
  }
  private var matched: [Pair] = []
  /// All links, where both pages have the same in the same order.
  private var same: (source: [PageLink], translation: [PageLink])?

  /// Aligns the links of two pages; the order within a section does not count.
  ///
  /// - Parameters:
  ///   - source: The links of the source, in order.
  ///   - translation: The links of the translation, in order.
  ///   - pair: Both pages.
  /// - Complexity: O(*n*) where both have the same links in the same order, as nearly all translations do.
  package init(_ source: [PageLink], _ translation: [PageLink], of pair: PageAlignment) {
    if source.count == translation.count,
      zip(source, translation).allSatisfy({ $0.destination == $1.destination && $0.isImage == $1.isImage })
    {
      same = (source, translation)
      return
    }
    var matching = LinkMatching(
      source.filter { !$0.isPlaceholder(in: pair.source) },
      translation.filter { !$0.isPlaceholder(in: pair.translation) }, LinkKeys(pair))
    matching.run()
    (matched, differences) = (matching.equal, matching.differences)
  }
}
