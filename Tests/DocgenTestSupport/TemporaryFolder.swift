import DocgenSupport
import Glibc

/// A folder of its own for one test, removed with all it holds when the test ends.
package final class TemporaryFolder {
  /// The path of the folder.
  package let path: String

  /// Makes the folder with files, given by their paths inside it.
  package init(_ files: [String: String] = [:]) throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/docgen-test-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw FileError(operation: "create a folder in", path: base) }
    path = made
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit {
    try? FileSystem.remove(path)
  }

  /// Writes a file whose name need not be UTF-8 into a folder that is there.
  package func write(_ bytes: [UInt8], toName name: [UInt8], in folder: String) throws {
    let file = Array((path + "/" + folder + "/").utf8) + name
    let descriptor = (file.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644) } ?? -1
    }
    guard descriptor >= 0 else { throw FileError(operation: "create", path: String(decoding: file, as: UTF8.self)) }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// Makes a symbolic link, and the folders that it needs.
  package func link(_ name: String, to target: String) throws {
    let path = path + "/" + name
    try FileSystem.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    guard symlink(target, path) == 0 else { throw FileError(operation: "make the link", path: path) }
  }

  /// Makes a named pipe, which nobody writes to.
  package func pipe(_ name: String) throws {
    let path = path + "/" + name
    try FileSystem.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    guard mkfifo(path, 0o600) == 0 else { throw FileError(operation: "make the pipe", path: name) }
  }

  /// Writes a file, and the folders that it needs.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    try FileSystem.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
    try FileSystem.write(bytes, to: file)
  }
}
