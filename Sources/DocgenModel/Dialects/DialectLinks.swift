/// Where the links of a dialect lead.
package struct DialectLinks: Sendable {
  /// What absolute links into the pages start with (`/en-US/docs/`), with `{locale}` for the segment that names the
  /// language.
  package var roots: [String] = []
  /// Hosts that are the site's own, so that a link with them is one within it.
  package var hosts: [String] = []
  /// What stands in the names of files for characters of addresses, in the order in which it is put there.
  package var names: [(text: String, name: String)] = []
  /// Relative links lead on from the page's address, `guide/page/`, and not from its file, `guide/page.md`.
  package var countFromAddress = false
}
