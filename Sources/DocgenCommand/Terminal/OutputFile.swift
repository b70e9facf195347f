import DocgenSupport
import Glibc

/// A file that takes the place of another when all of it is on disk, and not before.
///
/// Links are followed, and the mode of the file that was there is kept. What is no ordinary file (a pipe, `/dev/null`,
/// `/dev/stdout`) is written to as it is.
final class OutputFile {
  private let output: Output
  private let path: String
  /// The file that is to take its place; `nil` for what is written to as it is.
  private let scratch: ScratchFile?
  private let descriptor: Int32
  private var isOpen = true

  /// Writes a file by a function; where that fails, what was there before stays.
  static func write(
    _ path: String, copy: OutputCopy? = nil, _ body: (Output) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let file = try OutputFile(path)
    file.output.copy = copy
    try body(file.output)
    do throws(FileError) { try file.finish() } catch { throw CommandFailure(error) }
  }

  /// Appends to a file by a function, or makes the file.
  static func append(_ path: String, _ body: (Output) -> Void) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CommandFailure(FileError(operation: "open", path: path)) }
    let output = Output(descriptor: descriptor, name: path)
    body(output)
    output.flush()
    let isClosed = close(descriptor) == 0
    if let failure = output.failure { throw CommandFailure(failure) }
    guard isClosed else { throw CommandFailure(FileError(operation: "write to", path: path)) }
  }

  /// Opens the file; its folder must exist.
  private init(_ path: String) throws(CommandFailure) {
    self.path = path
    do throws(FileError) {
      let destination = try FileDestination.find(path)
      if destination.isOrdinary {
        Leftovers.remove(from: FileSystem.folder(of: destination.path))
        let scratch = try ScratchFile(for: destination.path, replacing: destination.status)
        self.scratch = scratch
        descriptor = scratch.descriptor
      } else {
        scratch = nil
        descriptor = try Self.descriptor(of: destination, path)
      }
    } catch {
      throw error.code == EISDIR
        ? .failure("cannot write '\(path)', as it is a folder; name a file in it") : CommandFailure(error)
    }
    output = Output(descriptor: descriptor, name: path)
  }

  /// Opens what is written to as it is.
  private static func descriptor(of destination: FileDestination, _ path: String) throws(FileError) -> Int32 {
    let descriptor =
      if let own = destination.descriptor { fcntl(own, F_DUPFD_CLOEXEC, 0) } else {
        open(path, O_WRONLY | O_CLOEXEC)
      }
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path) }
    return descriptor
  }

  deinit {
    if isOpen, scratch == nil { close(descriptor) }
  }

  /// Puts the file in its place.
  private func finish() throws(FileError) {
    output.flush()
    if let failure = output.failure { throw failure }
    guard let scratch else {
      isOpen = false
      if close(descriptor) != 0 { throw FileError(operation: "write to", path: path) }
      return
    }
    try scratch.sync()
    try scratch.place()
    try FileSystem.syncFolder(FileSystem.folder(of: scratch.target))
  }
}
