import Glibc

extension FileSystem {
  /// Puts new content in the place of a file's in one step, so that nobody ever reads half of it.
  ///
  /// Links are followed. The file keeps its mode and, where the system allows it, its owner; a failure leaves it as it
  /// was.
  ///
  /// - Parameters:
  ///   - path: A file that is there.
  ///   - bytes: Its new content.
  /// - Throws: The first call to the system that failed.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard let resolved = realpath(path, nil) else { throw FileError(operation: "find", path: path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileError(operation: "read", path: path) }
    // Renaming would get around the protection of the file itself.
    guard access(target, W_OK) == 0 else { throw FileError(operation: "write", path: path) }
    var template = Array((folder(of: target) + "/.docgen-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
    guard descriptor >= 0 else { throw FileError(operation: "write beside", path: path) }
    let temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } } ?? ""
    var failure = write(bytes, to: descriptor)
    // Only the superuser may give files away; the group may still be right.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, status.st_gid) }
    if fchmod(descriptor, status.st_mode & 0o7777) != 0, failure == 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, Glibc.rename(temporary, target) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw FileError(operation: "write", path: path, code: failure)
    }
  }

  private static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    return String(path[..<slash])
  }

  /// Writes all bytes; the error's number, or 0.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var written = 0
      while written < buffer.count {
        let sent = Glibc.write(descriptor, base + written, buffer.count - written)
        if sent < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += sent
      }
      return 0
    }
  }
}
