import Glibc

/// A site that stands, as the folder that it is in, and not what another build may put in the place of that.
package final class StandingSite: Sendable {
  private let descriptor: Int32

  /// Takes the site in a folder; `nil` if there is none.
  package init?(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Whether it is still what stands at a path.
  package func stands(at folder: String) -> Bool {
    var (own, other) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(folder, &other) == 0 && own.st_ino == other.st_ino
      && own.st_dev == other.st_dev
  }

  /// Gives a file of the site a further name, which nothing else has; false where that cannot be.
  func link(_ file: String, as path: String) -> Bool {
    if linkat(descriptor, file, AT_FDCWD, path, 0) == 0 { return true }
    return errno == EEXIST && unlink(path) == 0 && linkat(descriptor, file, AT_FDCWD, path, 0) == 0
  }
}
