/// Where the links of a dialect lead.
package struct DialectLinks: Sendable, Equatable {
  /// What absolute links into the pages start with (`/en-US/docs/`), with `{locale}` for the segment that names the
  /// language.
  package var roots: [String] = []
  /// Hosts that are the site's own, so that a link with them is one within it.
  package var hosts: [String] = []
  /// Relative links lead on from the page's address, `guide/page/`, and not from its file, `guide/page.md`.
  package var countFromAddress = false
}
