/// Where the links of a dialect lead.
package struct DialectLinks: Sendable {
  /// What absolute links into the pages start with (`/en-US/docs/`), with `{locale}` for the segment that names the
  /// language.
  package var roots: [String] = [] {
    didSet {
      // Of equal ones, the one that the dialect names first goes first.
      parsedRoots = roots.map(LinkRoot.init).enumerated()
        .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }.map(\.element)
    }
  }
  /// The same, read, the longest first.
  private(set) var parsedRoots: [LinkRoot] = []
  /// Which folders absolute links lead to, by what these start with. A `*` stands for a folder at the top: that of the page,
  /// or else the last that has such a page.
  var folders: [(root: LinkRoot, folder: String)] = []
  /// Schemes of links that only the publisher's own program follows (`xref`): readers see their text.
  package var schemes: [String] = []
  /// What paths begin with that the publisher's own program reads in its way, into folders beside the pages (`@site/`).
  package var aliases: [String] = []
  /// Hosts that are the site's own, so that a link with them is one within it.
  package var hosts: [String] = []
  /// What stands in the names of files for characters of addresses, in the order in which it is put there.
  package var names: [(text: String, name: String)] = []
  /// Relative links lead on from the page's address, `guide/page/`, and not from its file, `guide/page.md`.
  package var countFromAddress = false
}
