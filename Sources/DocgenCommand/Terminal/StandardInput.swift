import DocgenSupport
import Glibc

/// Text that another program sends.
enum StandardInput {
  /// All bytes of standard input, of which there may be so many.
  ///
  /// - Throws: That it cannot be read, or is too large.
  static func read(upTo limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &part, part.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(operation: "read", path: "standard input") }
      if count == 0 { return bytes }
      bytes += part[..<count]
      if bytes.count > limit { throw FileError.tooLarge("standard input", limit: limit) }
    }
  }
}
