import CDocgen
import Glibc
import Synchronization

/// A file that is written beside another, to take its place in one step when all of it is on disk.
///
/// It is locked as long as it is written, so that a later run can tell it from what a killed one left. It is removed
/// where it takes no place: when its owner lets it go, and when a signal ends the program.
public final class ScratchFile: Sendable {
  /// The open file.
  public let descriptor: Int32
  /// The file whose place it is to take; no link.
  public let target: String

  private let path: String
  private let token: Interruption.Token
  private let isPlaced = Atomic<Bool>(false)

  /// Makes the file.
  ///
  /// - Parameters:
  ///   - target: The file whose place it is to take, which need not be there; no link.
  ///   - original: What is known of the file that is there. Its mode is kept and, where the system allows it, its owner.
  /// - Throws: The first call to the system that failed.
  public init(for target: String, replacing original: stat?) throws(FileError) {
    self.target = target
    let folder = FileSystem.folder(of: target)
    var random = SystemRandomNumberGenerator()
    while true {
      let path = folder + "/" + Leftovers.name(random.next())
      guard let (descriptor, token) = try Self.make(path, for: target, mode: original == nil ? 0o666 : 0o600) else {
        continue
      }
      if Leftovers.claim(descriptor) {
        (self.path, self.descriptor, self.token) = (path, descriptor, token)
        break
      }
      Interruption.release(token)
      close(descriptor)
    }
    if let original { keep(original) }
  }

  /// Makes an empty file; `nil` if the name is taken.
  private static func make(
    _ path: String, for target: String, mode: mode_t
  ) throws(FileError) -> (descriptor: Int32, token: Interruption.Token)? {
    do throws(FileError) {
      let made = try Interruption.register { () throws(FileError) -> Int32 in
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError(operation: "write beside", path: target) }
        return descriptor
      } action: {
        unlink(path)
      }
      return (made.value, made.token)
    } catch {
      if error.code == EEXIST { return nil }
      throw error
    }
  }

  /// Makes the file with all that it is to hold, and lets the system begin to write it to disk.
  convenience init(for destination: FileDestination, content: [UInt8]) throws(FileError) {
    try self.init(for: destination.path, replacing: destination.status)
    try write(content)
    docgen_start_writing(descriptor)
  }

  deinit {
    if !isPlaced.load(ordering: .relaxed) {
      unlink(path)
      Interruption.release(token)
    }
    close(descriptor)
  }

  /// Writes bytes at the end.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    let failure = FileSystem.write(bytes, to: descriptor)
    if failure != 0 { throw FileError(operation: "write", path: target, code: failure) }
  }

  /// Waits until the content is on disk.
  public func sync() throws(FileError) {
    if let code = FileSystem.sync(descriptor) { throw FileError(operation: "write", path: target, code: code) }
  }

  /// Takes its place; that lasts when the folder is synced.
  public func place() throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(operation: "write", path: target) }
    isPlaced.store(true, ordering: .relaxed)
    Interruption.release(token)
  }

  private func keep(_ original: stat) {
    // Only the superuser may give files away; the group may still be right.
    if fchown(descriptor, original.st_uid, original.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, original.st_gid)
    }
    _ = fchmod(descriptor, original.st_mode & 0o7777)
  }
}
