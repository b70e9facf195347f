import DocgenSupport
import Glibc

/// A site that stands, as the folder that it is in, and not what another build may put in the place of that.
///
/// It is locked as long as a build uses it, for another build could change its files in place.
package final class StandingSite: Sendable {
  /// The open folder.
  let descriptor: Int32
  /// No other build uses the site, so that its files may be changed in place.
  let isAlone: Bool

  /// Takes the site in a folder; `nil` if there is none, or another build changes it.
  package init?(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    isAlone = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    // Where the file system has no locks, no file is changed in place.
    if !isAlone, flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether it is still what stands at a path.
  package func stands(at folder: String) -> Bool {
    var (own, other) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(folder, &other) == 0 && own.st_ino == other.st_ino
      && own.st_dev == other.st_dev
  }

  /// What the file system tells the folder from others by.
  var number: UInt64 {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  /// Waits until all that was written to its file system is on disk.
  func sync() throws(FileError) { try FileSystem.syncFileSystem(descriptor, openedAs: SiteManifest.file) }

  /// The list of what docgen wrote into it; `nil` if there is none that is whole.
  var manifest: SiteManifest? {
    content(of: SiteManifest.file).flatMap { SiteManifest($0) }
  }

  /// What a file of the site holds; `nil` if it cannot be read.
  func content(of file: String) -> [UInt8]? {
    let descriptor = openat(descriptor, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    return descriptor < 0 ? nil : try? FileSystem.readAll(descriptor, openedAs: file)
  }

  /// Whether a file of the site holds some bytes.
  func holds(_ bytes: [UInt8], at file: String) -> Bool {
    let file = openat(descriptor, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == bytes.count else {
      return false
    }
    return bytes.withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
        var index = 0
        while index < bytes.count {
          let count = read(file, buffer.baseAddress, min(buffer.count, bytes.count - index))
          guard count > 0, buffer[..<count].elementsEqual(bytes[index..<index + count]) else { return false }
          index += count
        }
        return true
      }
    }
  }

  /// Gives a file of the site a further name, which nothing else has; false where that cannot be.
  func link(_ file: String, as path: String) -> Bool {
    if linkat(descriptor, file, AT_FDCWD, path, 0) == 0 { return true }
    return errno == EEXIST && unlink(path) == 0 && linkat(descriptor, file, AT_FDCWD, path, 0) == 0
  }
}
