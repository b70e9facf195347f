import DocgenSupport
import Glibc

/// The temporary folder of a run of `docgen serve`, which holds the sites that it serves, one after the other.
///
/// It goes when the run ends, also by a signal. It is locked until then, so that the next run can tell it from what a
/// killed one left, and remove that.
final class PreviewFolder: Sendable {
  private static let prefix = "docgen-serve-"

  /// The real path of the folder.
  let path: String
  private let descriptor: Int32
  private let token: Interruption.Token

  /// Makes the folder below that of temporary files.
  init(_ environment: Environment) throws(FileError) {
    let base = environment["TMPDIR"] ?? "/tmp"
    Self.removeLeftovers(in: base)
    guard let folder = FileSystem.realPath(base) else { throw FileError(operation: "open", path: base) }
    var random = SystemRandomNumberGenerator()
    let path = "\(folder)/\(Self.prefix)\(String(random.next(), radix: 36))"
    token = try Interruption.register { () throws(FileError) in
      // Nobody else may look into it, nor put anything there.
      guard mkdir(path, 0o700) == 0 else { throw FileError(operation: "create the folder", path: path) }
    } action: {
      Self.remove(path)
    }.token
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    _ = Leftovers.claim(descriptor)
    self.path = path
  }

  deinit {
    Interruption.release(token)
    Self.remove(path)
    close(descriptor)
  }

  /// Makes an empty folder for a site.
  func makeFolder(_ number: Int) throws(FileError) -> String {
    let folder = "\(path)/\(number)"
    try FileSystem.createFolder(folder)
    return folder
  }

  /// Removes the folder while a build may still write into it: under its new name the build does not find it.
  private static func remove(_ path: String) {
    let gone = path + ".gone"
    if (try? FileSystem.rename(path, to: gone)) != nil { try? FileSystem.remove(gone) }
    // What a build made anew before it noticed.
    try? FileSystem.remove(path)
  }

  /// Removes what runs of the same user have left that were killed.
  private static func removeLeftovers(in base: String) {
    guard let entries = try? FileSystem.list(base) else { return }
    for entry in entries where entry.name.hasPrefix(prefix) && entry.kind == .folder && !entry.isLink {
      let path = base + "/" + entry.name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else {
        continue
      }
      try? FileSystem.remove(path)
    }
  }
}
