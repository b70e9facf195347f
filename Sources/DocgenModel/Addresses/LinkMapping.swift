/// Where links go whose destination starts with a prefix (`/windows/win32/`).
package struct LinkMapping: Sendable {
  /// The start of the destinations; case does not count.
  package var prefix: String
  /// What stands in its place, by the index of the locale: an address (`https://…`), or the path of pages of the
  /// site, from the locale's folder on.
  package var targets: [String]

  /// Makes a mapping of its parts.
  package init(prefix: String, targets: [String]) {
    self.prefix = prefix
    self.targets = targets
  }
}
