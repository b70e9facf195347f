import Glibc

/// Where writing to a path leads: links are followed, also those that lead to nothing yet.
public struct FileDestination {
  /// The path at the end of all links.
  public let path: String
  /// The file that is there.
  public let status: stat?
  /// The open file of this process that the path stands for, as `/dev/stdout` does.
  public let descriptor: Int32?

  /// As many links lead to a file at most, as for the system.
  private static let mostLinks = 40

  /// A new file, or one whose content can be replaced by renaming another.
  public var isOrdinary: Bool { descriptor == nil && status.map { $0.st_mode & S_IFMT == S_IFREG } ?? true }

  /// Follows a path; its folder must exist.
  ///
  /// - Throws: That the folder is not there, or that a file is there that may not be written.
  public static func find(_ path: String) throws(FileError) -> FileDestination {
    var current = path
    for _ in 0..<mostLinks {
      let (given, name) = FileSystem.parts(of: current)
      guard let folder = FileSystem.realPath(given) else { throw FileError(operation: "write", path: path) }
      if let descriptor = descriptor(folder, name) {
        return FileDestination(path: current, status: nil, descriptor: descriptor)
      }
      current = (folder == "/" ? "" : folder) + "/" + name
      guard let target = FileSystem.target(ofLink: current) else {
        return try FileDestination(resolved: current, as: path)
      }
      current = target.hasPrefix("/") ? target : folder + "/" + target
    }
    throw FileError(operation: "write", path: path, code: ELOOP)
  }

  /// Follows the path of a file that is there.
  static func existing(_ path: String) throws(FileError) -> FileDestination {
    guard let resolved = FileSystem.realPath(path) else { throw FileError(operation: "find", path: path) }
    return try FileDestination(resolved: resolved, as: path)
  }

  private init(path: String, status: stat?, descriptor: Int32?) {
    self.path = path
    self.status = status
    self.descriptor = descriptor
  }

  private init(resolved: String, as path: String) throws(FileError) {
    var status = stat()
    let isThere = stat(resolved, &status) == 0
    guard isThere || errno == ENOENT else { throw FileError(operation: "write", path: path) }
    // Renaming would get around the protection of the file itself.
    if isThere, access(resolved, W_OK) != 0 { throw FileError(operation: "write", path: path) }
    self.init(path: resolved, status: isThere ? status : nil, descriptor: nil)
  }

  /// The open file that an entry of `/proc/<process>/fd` stands for: opened anew, it would be written from its start.
  private static func descriptor(_ folder: String, _ name: String) -> Int32? {
    let own = FileSystem.realPath("/proc/self/fd")
    return folder == own ? Int32(name) : nil
  }
}
