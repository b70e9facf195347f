/// A hash of some content that tells it from all other: the first half of its SHA-256.
public struct ContentDigest: Hashable, Sendable {
  /// The number of its bytes.
  public static let size = 16

  private let high: UInt64
  private let low: UInt64

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) {
    self = HashFunction.sha256.digest(of: bytes).withUnsafeBytes { ContentDigest($0.baseAddress) }
  }

  /// The digest of some pieces, one after the other.
  public init(ofPieces pieces: [ArraySlice<UInt8>]) {
    self = HashFunction.sha256.digest(ofPieces: pieces).withUnsafeBytes { ContentDigest($0.baseAddress) }
  }

  /// The digest of a text.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// The digest of what has a SHA-256 that is known already.
  public init(prefixOf hash: [UInt8]) {
    precondition(hash.count >= Self.size, "a SHA-256 has 32 bytes")
    self = hash.withUnsafeBytes { ContentDigest($0.baseAddress) }
  }

  /// Stands for an answer that has no content, such as that there is no file.
  public init(code: Int32) {
    high = .max
    low = UInt64(UInt32(bitPattern: code))
  }

  /// Reads one where it was written; there must be as many bytes as it has.
  init(_ bytes: UnsafeRawPointer?) {
    func value(_ index: Int) -> UInt64 {
      bytes.map { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) } ?? 0
    }
    (high, low) = (value(0), value(1))
  }

  /// Its bytes.
  public var bytes: [UInt8] {
    [high, low].flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) } }
  }
}
