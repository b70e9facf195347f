import Glibc

/// A file in which something is kept from one run to the next, and which is used only when it is whole.
///
/// It holds a line with the version of its form, the SHA-256 of the rest, and the rest. It is written anew as a whole and
/// takes the place of the old one in one step; a lock beside it keeps two runs from doing so at once.
public final class StateFile {
  private static let heading = Array("docgen-state 1\n".utf8)
  private static let digestSize = 32
  /// Pieces are gathered up to this size before they are written.
  private static let bufferSize = 1 << 16

  private let path: String
  private let lock: Int32

  /// Takes a file that no other run works with.
  ///
  /// - Returns: `nil` if another run does, or if the folder cannot be written to.
  public init?(_ path: String) {
    lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard lock >= 0 else { return nil }
    self.path = path
    // Where the file system has no locks, the checksum and the renaming still hold.
    if flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(lock)
      return nil
    }
  }

  deinit { close(lock) }

  /// What was kept; `nil` if there is nothing, or it is damaged or of another version.
  public func read() -> ArraySlice<UInt8>? {
    guard let bytes = try? FileSystem.read(path) else { return nil }
    let start = Self.heading.count + Self.digestSize
    guard bytes.count >= start, bytes.starts(with: Self.heading) else { return nil }
    let rest = bytes[start...]
    guard rest.withUnsafeBytes({ HashFunction.sha256.digest(of: $0) }).elementsEqual(bytes[Self.heading.count..<start])
    else {
      return nil
    }
    return rest
  }

  /// Keeps something in the place of what was kept before.
  public func write(_ content: [UInt8]) throws(FileError) { try write(pieces: [content[...]]) }

  /// Keeps some pieces, one after the other, in the place of what was kept before.
  ///
  /// They are never copied into one: a large project has hundreds of megabytes of them.
  public func write(pieces: [ArraySlice<UInt8>]) throws(FileError) {
    // What runs left that were killed here is as large as what is written now.
    Leftovers.remove(from: FileSystem.folder(of: path))
    let scratch = try ScratchFile(for: path, replacing: nil)
    var buffer = Self.heading + HashFunction.sha256.digest(ofPieces: pieces)
    for piece in pieces {
      buffer += piece
      guard buffer.count >= Self.bufferSize else { continue }
      try scratch.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    try scratch.write(buffer)
    try scratch.place()
  }

  /// Keeps nothing.
  public func remove() { unlink(path) }
}
