import Glibc

/// Entries of folders as the system has them: names are bytes, and links are entries of their own that lead nowhere.
///
/// For what belongs to others: it may be called anything, and what a link leads to is none of docgen's business.
public enum FolderContent {
  /// One entry.
  public struct Entry: Sendable {
    /// The bytes of the name.
    public var name: [UInt8]
    /// It is a folder, and no link to one.
    public var isFolder: Bool
    /// It is an ordinary file, and no link to one.
    public var isFile: Bool
  }

  /// The entries of a folder, sorted by the bytes of their names.
  public static func entries(of path: [UInt8]) throws(FileError) -> [Entry] {
    guard let directory = withPath(path, { opendir($0) }) else { throw error("list", path) }
    defer { closedir(directory) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      var mode = mode_t(entry.pointee.d_type) << 12
      if entry.pointee.d_type == UInt8(DT_UNKNOWN) { mode = self.mode(of: path + [0x2F] + name) ?? 0 }
      entries.append(Entry(name: name, isFolder: mode & S_IFMT == S_IFDIR, isFile: mode & S_IFMT == S_IFREG))
    }
    if errno != 0 { throw error("list", path) }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The type and the permissions of what stands at a path, links not followed; `nil` if nothing does.
  public static func mode(of path: [UInt8]) -> mode_t? {
    var status = stat()
    return withPath(path) { lstat($0, &status) } == 0 ? status.st_mode : nil
  }

  /// Moves a file or folder within one file system.
  public static func rename(_ path: [UInt8], to target: [UInt8]) throws(FileError) {
    let status = withPath(path) { path in withPath(target) { Glibc.rename(path, $0) } }
    if status != 0 { throw error("move", path) }
  }

  /// Makes a folder in one that is there; one that is there already is no error.
  public static func createFolder(_ path: [UInt8]) throws(FileError) {
    if withPath(path, { mkdir($0, 0o755) }) != 0, errno != EEXIST { throw error("create the folder", path) }
  }

  /// Removes a file or an empty folder; nothing there is no error.
  public static func remove(_ path: [UInt8], isFolder: Bool) throws(FileError) {
    let status = withPath(path) { isFolder ? rmdir($0) : unlink($0) }
    if status != 0, errno != ENOENT { throw error("remove", path) }
  }

  /// An error of a call that just failed.
  private static func error(_ operation: String, _ path: [UInt8]) -> FileError {
    FileError(operation: operation, path: String(decoding: path, as: UTF8.self), code: errno)
  }

  private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { buffer in
      for (index, byte) in path.enumerated() { buffer[index] = CChar(bitPattern: byte) }
      buffer[path.count] = 0
      guard let base = buffer.baseAddress else { preconditionFailure("the buffer has room for the end at least") }
      return body(base)
    }
  }
}
