import Glibc

/// What runs that were killed have left beside the files that they were to replace.
public enum Leftovers {
  private static let prefix = ".docgen-"
  private static let suffix = ".tmp"
  private static let digits = 16

  /// The name of a scratch file; nothing else is called so.
  static func name(_ number: UInt64) -> String {
    let bytes = (0..<digits / 2).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    return prefix + Hexadecimal.string(bytes) + suffix
  }

  static func isScratch(_ name: String) -> Bool {
    guard name.utf8.count == prefix.utf8.count + digits + suffix.utf8.count, name.hasPrefix(prefix),
      name.hasSuffix(suffix)
    else { return false }
    return Hexadecimal.isHexadecimal(name.dropFirst(prefix.count).dropLast(suffix.count))
  }

  /// Removes scratch files that no run is writing from a folder.
  ///
  /// What cannot be removed stays: it is in nobody's way.
  public static func remove(from folder: String) {
    guard let directory = opendir(folder) else { return }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { $0[0] == 0x2E ? String(cString: $0) : "" }
      }
      if isScratch(name) { names.append(name) }
    }
    closedir(directory)
    for name in names { removeIfFree(folder + "/" + name) }
  }

  private static func removeIfFree(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    // Whoever holds the lock decides: its writer to place it, or this run to remove it.
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }

  /// Locks a file or folder that was just made; false where another run took it for a leftover before that.
  ///
  /// On file systems without locks it is taken to be free of others.
  public static func claim(_ descriptor: Int32) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }
}
