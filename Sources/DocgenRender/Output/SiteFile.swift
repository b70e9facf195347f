/// A file of a site that is written as it is.
package struct SiteFile: Sendable {
  /// The path below the root of the site.
  package var path: String
  /// What it holds.
  package var bytes: [UInt8]

  /// Makes a file of its parts.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file of text.
  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
