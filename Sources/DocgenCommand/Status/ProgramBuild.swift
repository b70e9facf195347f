import DocgenSupport
import Glibc

/// The program that runs, as it was built: two builds of one version need not make the same.
enum ProgramBuild {
  private static let pieceSize = 1 << 16

  /// The path by which a program finds itself.
  static let path = "/proc/self/exe"

  /// Tells the build from all others by the content of the program, wherever it lies; `nil` if it cannot be read.
  static let digest: ContentDigest? = {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var isWhole = true
    // It is never in memory as a whole: a shard of little memory starts with this.
    let hash = HashFunction.sha256.digest(ofPieces: {
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        let received = read(descriptor, buffer.baseAddress, pieceSize)
        isWhole = isWhole && received >= 0
        count = max(0, received)
      }
      return piece.isEmpty ? nil : piece[...]
    })
    return isWhole ? ContentDigest(prefixOf: hash) : nil
  }()
}
