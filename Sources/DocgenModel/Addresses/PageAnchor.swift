import DocgenSupport

/// The ids of the elements of a page: those of the interface around the content, and those of the content, which never
/// become one of the interface's.
package enum PageAnchor {
  /// The element with all that a page is about; themes have links to it.
  package static let main = "main"
  /// What all other ids of the interface start with; no anchor that is made from a title has a colon.
  package static let interfacePrefix = "docgen:"
  /// What ids of the content start with that would otherwise be the interface's.
  private static let contentPrefix = "page-"

  /// The id on the site of what a page calls so.
  package static func ofContent(_ id: String) -> String { isOfInterface(id) ? contentPrefix + id : id }

  /// The fragment, `#` and an encoded anchor, of a link to what a page calls so.
  static func fragmentOfContent(_ fragment: String) -> String {
    guard fragment.utf8.count > 1 else { return fragment }
    return isOfInterface(URLText.decoded(fragment.dropFirst())) ? "#" + contentPrefix + fragment.dropFirst() : fragment
  }

  /// Case does not count, as it does not in links.
  private static func isOfInterface(_ id: String) -> Bool {
    ASCIICase.equal(id.utf8, main.utf8) || LinkTargets.hasPrefix(id, interfacePrefix)
  }
}
