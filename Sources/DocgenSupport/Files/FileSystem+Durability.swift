import CDocgen
import Glibc

extension FileSystem {
  /// Waits until the entries of a folder are on disk: files that were made, renamed or removed in it.
  ///
  /// - Throws: That the disk failed. A folder that cannot be synced, such as one that may not be read, is no error.
  public static func syncFolder(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if let code = sync(descriptor) { throw FileError(operation: "sync the folder", path: path, code: code) }
  }

  /// Waits until all that was written to the file system of a folder is on disk.
  public static func syncFileSystem(of path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path) }
    defer { close(descriptor) }
    try syncFileSystem(descriptor, openedAs: path)
  }

  /// Waits until all that was written to the file system of an open folder is on disk.
  public static func syncFileSystem(_ descriptor: Int32, openedAs path: String) throws(FileError) {
    guard docgen_sync_file_system(descriptor) == 0 else { throw FileError(operation: "sync", path: path) }
  }

  /// Another file system, or a part of one, is mounted at a path, so that it cannot be renamed.
  public static func isMountPoint(_ path: String) -> Bool { docgen_is_mount_point(path) != 0 }

  /// Waits until an open file or folder is on disk; the error's number where the disk failed.
  static func sync(_ descriptor: Int32) -> Int32? {
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // What cannot be synced is as lasting as its file system makes it.
      case EINVAL, ENOTSUP, ENOSYS, EROFS: return nil
      default: return errno
      }
    }
    return nil
  }

  /// The folder of a path, `.` where it names none.
  public static func folder(of path: String) -> String { parts(of: path).folder }

  /// The folder of a path, and the name in it.
  public static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }
}
