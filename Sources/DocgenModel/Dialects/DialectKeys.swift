import DocgenMarkup
import DocgenSupport

/// Which keys of the front matter say what, each by its names, the first to be asked first.
///
/// A point in a name leads into the mapping after a key, unless a key has the point itself.
package struct DialectKeys: Sendable {
  /// What a key says.
  package enum Role: String, CaseIterable, Sendable {
    /// The commit of the source that was translated.
    case revision
    /// The hash of the text that was translated.
    case hash
    /// The place among the pages of its folder, a number.
    case order
    /// What the navigation calls the page.
    case navigationTitle = "navigation-title"
    /// Names that the page is found by.
    case names
  }

  private var names: [Role: [String]] = [:]

  /// The keys of a role, the first to be asked first.
  package func names(of role: Role) -> [String] { names[role] ?? [] }

  /// Adds keys after those that are there.
  mutating func add(_ keys: [String], to role: Role) {
    for key in keys where !(names[role] ?? []).contains(key) { names[role, default: []].append(key) }
  }

  /// The text that a front matter gives for a role.
  package func text(_ role: Role, in frontMatter: FrontMatter) -> Located<String>? {
    for name in names(of: role) {
      if let text = frontMatter.text(at: name) { return text }
    }
    return nil
  }
}
