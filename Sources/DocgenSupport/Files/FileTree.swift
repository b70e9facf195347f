/// The files below some folders: what is read of a project, and what is left out of it.
///
/// Each folder is listed once, under its own name before that of a link, and none that lies around the roots. So links
/// that lead upwards or to each other make no copies, and the walk ends.
public struct FileTree: Sendable {
  /// A folder to walk through.
  public struct Root: Sendable {
    /// The name for messages, which stands before the paths of what is in it.
    public var name: String
    /// Where it is. Where this is a link, it is followed: it is what the user set up.
    public var path: String

    /// Makes a root of its parts.
    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// What was found below one of the roots.
  public struct Branch: Sendable {
    /// The paths of files below the root, each folder in the place of its name.
    public internal(set) var files: [String] = []
    /// What was left out, in no order that matters.
    public internal(set) var skipped: [SkippedEntry] = []
    /// Folders that could not be listed, and links that could not be followed.
    public internal(set) var failures: [FileError] = []
  }

  /// By the index of the root.
  public let branches: [Branch]

  /// The most bytes that a path may have below its root: what is written for a page has a longer one, for which the
  /// system has a limit.
  public static let longestPath = 3_500

  /// The most folders that may lie in each other below a root: each page leads to all that are around it.
  public static let deepestFolder = 128

  /// Lists all files, but for those whose names, or the names of whose folders, start with a dot.
  ///
  /// - Parameters:
  ///   - roots: The folders to list.
  ///   - boundary: Where files may lie.
  ///   - container: The folder that the roots, or links to them, stand in; no link is followed to it.
  ///   - isLeftOut: Tells of the index of a root and a path below it whether it is left out, and whether it is a folder.
  public init(
    _ roots: [Root], within boundary: FileBoundary, around container: String? = nil,
    leavingOut isLeftOut: (_ root: Int, _ path: String, _ isFolder: Bool) -> Bool = { _, _, _ in false }
  ) {
    var walk = FolderWalk(roots, boundary, around: container)
    walk.run(isLeftOut)
    branches = walk.branches
  }
}
