/// The files in which a site differs from the one whose place it took.
package struct SiteChanges: Equatable, Sendable {
  /// What became of a file.
  package enum Kind: String, Sendable {
    /// It is new.
    case added = "A"
    /// It holds something else.
    case modified = "M"
    /// It is no longer there.
    case deleted = "D"
  }

  /// A file, by its path below the site.
  package struct File: Equatable, Sendable {
    package var kind: Kind
    package var path: String
  }

  /// The files in the order of their paths, folder by folder.
  package var files: [File] = []

  /// No changes.
  package init() {}
}
