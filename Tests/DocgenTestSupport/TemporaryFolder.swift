import DocgenSupport
import Glibc

/// A folder of its own for one test, removed with all it holds when the test ends.
public final class TemporaryFolder {
  /// The path of the folder.
  public let path: String

  /// Makes the folder with files, given by their paths inside it.
  public init(_ files: [String: String] = [:]) throws {
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

  /// Writes a file, and the folders that it needs.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    try FileSystem.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
    try FileSystem.write(bytes, to: file)
  }
}
