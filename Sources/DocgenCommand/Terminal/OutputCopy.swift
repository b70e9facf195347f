import DocgenSupport
import Glibc

/// Keeps a copy of a command's result in a file while it is written.
final class OutputCopy {
  /// The size of the pieces whose digests are told.
  static let pieceSize = 1 << 20

  private let scratch: ScratchFile
  private var piece: [UInt8] = []
  private(set) var digests: [ContentDigest] = []
  /// How much was written so far.
  private(set) var count = 0
  /// The copy is not whole.
  private(set) var hasFailed = false

  /// Begins a copy that takes the place of a file when it is whole.
  init(_ path: String) throws(FileError) {
    scratch = try ScratchFile(for: path, replacing: nil)
  }

  func write(_ bytes: [UInt8]) {
    count += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.pieceSize - piece.count)
      piece += part
      rest = rest.dropFirst(part.count)
      if piece.count == Self.pieceSize { writePiece() }
    }
  }

  /// Puts the copy in its place; false where it is not whole.
  func finish() -> Bool {
    if !piece.isEmpty { writePiece() }
    return !hasFailed && (try? scratch.place()) != nil
  }

  private func writePiece() {
    if !hasFailed, (try? scratch.write(piece)) == nil { hasFailed = true }
    digests.append(ContentDigest(of: piece))
    piece.removeAll(keepingCapacity: true)
  }

  /// Hands over the pieces of a copy that was kept.
  ///
  /// - Returns: False where the file is not the one that the digests tell of; nothing has to be taken back then, as long
  ///   as all pieces were looked at once before.
  static func forEachPiece(of path: String, _ digests: [ContentDigest], _ body: ([UInt8]) -> Void) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    for digest in digests {
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        while count < pieceSize {
          let received = read(descriptor, buffer.baseAddress.map { $0 + count }, pieceSize - count)
          if received > 0 { count += received } else if received == 0 || errno != EINTR { return }
        }
      }
      if ContentDigest(of: piece) != digest { return false }
      body(piece)
    }
    return true
  }
}
