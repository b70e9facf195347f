/// A file of a site that is written as it is.
public struct SiteFile: Sendable {
  /// The path below the root of the site.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Makes a file of its parts.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file of text.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
