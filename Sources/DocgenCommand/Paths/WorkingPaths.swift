import DocgenSupport

/// Turns paths below the content folder into those that a shell in the working directory opens.
struct WorkingPaths: Equatable, Sendable {
  /// What stands before a path: nothing, `content/`, `../`, or an absolute path with a slash at its end.
  private let prefix: String
  /// The start of the paths that lie in the working directory, where that is a folder of the content.
  private let inner: String

  /// - Parameters:
  ///   - contentFolder: An absolute path, or one from the working directory.
  ///   - workingFolder: An absolute path.
  init(contentFolder: String, workingFolder: String = FileSystem.workingFolder) {
    let content = RepositoryPaths.absolute(contentFolder, from: workingFolder)
    let here = RepositoryPaths.absolute(workingFolder, from: "/")
    let common = zip(content, here).prefix { $0 == $1 }.count
    inner = common == content.count ? here.dropFirst(common).map { $0 + "/" }.joined() : ""
    // From within the content, or beside it, the way up is short; from elsewhere the whole path is clearer.
    if common == here.count || (common > 0 && common + 1 >= content.count) {
      let up = here.dropFirst(common).map { _ in "../" }.joined()
      prefix = up + content.dropFirst(common).map { $0 + "/" }.joined()
    } else {
      prefix = "/" + content.map { $0 + "/" }.joined()
    }
  }

  /// The path of a file below the content folder, from the working directory.
  func path(_ file: String) -> String {
    !inner.isEmpty && file.hasPrefix(inner) ? String(file.dropFirst(inner.count)) : prefix + file
  }
}
