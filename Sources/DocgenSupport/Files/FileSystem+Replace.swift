import Glibc

extension FileSystem {
  /// Puts new content in the place of a file's in one step, so that nobody ever reads half of it, and waits until it is
  /// on disk.
  ///
  /// Links are followed. The file keeps its mode and, where the system allows it, its owner; a failure leaves it as it
  /// was. Where there are many, ``FileReplacements`` does the same in less time.
  ///
  /// - Parameters:
  ///   - path: A file that is there.
  ///   - bytes: Its new content.
  /// - Throws: The first call to the system that failed.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let files = FileReplacements()
    try files.add(path, with: bytes)
    if let failure = files.finish().first { throw failure }
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
