import Glibc

/// Asks the system about files one after the other: for those of one folder, the way to it is walked only once.
public struct StatusReader: ~Copyable {
  /// The folder of the file before, with a slash at its end.
  private var folder: [UInt8] = []
  /// The folder, opened when a second file of it was asked for; -1 before that, and where it may not be read.
  private var descriptor: Int32 = -1

  /// Begins.
  public init() {}

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Asks what stands at a path.
  ///
  /// - Parameters:
  ///   - path: The path, with a 0 at its end.
  ///   - followsLinks: A link counts as what it leads to.
  /// - Returns: What the system tells of it; `nil` if there is nothing.
  public mutating func status(of path: [UInt8], followingLinks followsLinks: Bool) -> stat? {
    let start = (path.lastIndex(of: 0x2F) ?? -1) + 1
    if folder.count == start, path.withUnsafeBytes({ Self.begins($0, folder) }) {
      if descriptor < 0, start > 0 { descriptor = Self.open(folder) }
    } else {
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
      folder = Array(path[..<start])
    }
    let isRelative = descriptor >= 0
    return path.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
      var status = stat()
      let code = fstatat(
        isRelative ? descriptor : AT_FDCWD, isRelative ? base + start : base, &status,
        followsLinks ? 0 : AT_SYMLINK_NOFOLLOW)
      return code == 0 ? status : nil
    }
  }

  private static func begins(_ path: UnsafeRawBufferPointer, _ folder: [UInt8]) -> Bool {
    folder.withUnsafeBytes { folder in
      guard let path = path.baseAddress, let start = folder.baseAddress else { return folder.isEmpty }
      return memcmp(path, start, folder.count) == 0
    }
  }

  private static func open(_ folder: [UInt8]) -> Int32 {
    (folder + [0]).withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        Glibc.open($0.assumingMemoryBound(to: CChar.self), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      } ?? -1
    }
  }
}
