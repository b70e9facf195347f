import DocgenSupport

/// The files of a site's pages that other machines wrote, in the folder where they stand.
struct StandingPages: Sendable {
  /// The folder that becomes the site.
  let folder: String
  /// The paths below the folder.
  private let files: Set<String>
  /// Tells the records that name them from all others.
  let digest: ContentDigest

  init(folder: String, files: [String], digest: ContentDigest) {
    self.folder = folder
    self.digest = digest
    self.files = Set(files)
  }

  /// The paths of the files below a folder of them.
  func files(in inner: String) -> [String] {
    files.filter { $0.hasPrefix(inner + "/") }.map { String($0.dropFirst(inner.count + 1)) }
  }

  /// Whether a file stands at a path, or where a folder of the path is to be.
  func isInTheWay(of path: String) -> Bool {
    if files.contains(path) { return true }
    return path.indices.contains { path[$0] == "/" && files.contains(String(path[..<$0])) }
  }
}
