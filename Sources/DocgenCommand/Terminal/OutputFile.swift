import DocgenSupport
import Glibc

/// A file that takes the place of another when all of it is written, and not before.
final class OutputFile {
  private let output: Output
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var isFinished = false

  /// Writes a file by a function; where that fails, what was there before stays.
  static func write(
    _ path: String, _ body: (Output) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let file: OutputFile
    do throws(FileError) { file = try OutputFile(path) } catch { throw CommandFailure(error) }
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
  private init(_ path: String) throws(FileError) {
    self.path = path
    // What is no ordinary file is written to as it is: a pipe, /dev/null.
    temporaryPath = FileSystem.kind(of: path) == .other ? path : path + ".new"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(operation: "create", path: temporaryPath) }
    output = Output(descriptor: descriptor, name: path)
  }

  deinit {
    guard !isFinished else { return }
    close(descriptor)
    if temporaryPath != path { try? FileSystem.remove(temporaryPath) }
  }

  /// Puts the file in its place.
  private func finish() throws(FileError) {
    output.flush()
    if let failure = output.failure { throw failure }
    isFinished = true
    guard close(descriptor) == 0 else { throw FileError(operation: "write to", path: path) }
    if temporaryPath != path { try FileSystem.rename(temporaryPath, to: path) }
  }
}
