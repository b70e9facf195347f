import CCrypto

/// A hash function (FIPS 180-4).
///
/// They tell contents apart, as git and translation tools do; they keep no secrets.
public enum HashFunction: Sendable {
  /// Hashes of 20 bytes.
  case sha1
  /// Hashes of 32 bytes.
  case sha256

  /// The function whose hashes have so many hexadecimal digits.
  public init?(digits: Int) {
    switch digits {
    case 40: self = .sha1
    case 64: self = .sha256
    default: return nil
    }
  }

  /// The hash of some bytes, one part after the other.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public func digest(of parts: [UInt8]...) -> [UInt8] {
    (parts.count == 1 ? parts[0] : parts.flatMap { $0 }).withUnsafeBytes { digest(of: $0) }
  }

  /// The hash of some bytes, one part after the other, in hexadecimal digits.
  public func hexadecimal(of parts: [UInt8]...) -> String {
    Hexadecimal.string((parts.count == 1 ? parts[0] : parts.flatMap { $0 }).withUnsafeBytes { digest(of: $0) })
  }

  /// The hash of some bytes in memory.
  public func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var name = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    let algorithm = self == .sha1 ? Self.algorithms.sha1 : Self.algorithms.sha256
    precondition(
      EVP_Digest(bytes.baseAddress, bytes.count, &name, &count, algorithm, nil) == 1, "libcrypto has both functions")
    name.removeLast(name.count - Int(count))
    return name
  }

  /// The hash of some pieces of memory, one after the other.
  public func digest(ofPieces pieces: [ArraySlice<UInt8>]) -> [UInt8] {
    var rest = pieces[...]
    return digest(ofPieces: { rest.popFirst() })
  }

  /// The hash of the pieces that a function gives, one after the other, until it gives none.
  public func digest(ofPieces next: () -> ArraySlice<UInt8>?) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    let algorithm = self == .sha1 ? Self.algorithms.sha1 : Self.algorithms.sha256
    var isDone = EVP_DigestInit_ex(context, algorithm, nil) == 1
    while let piece = next() {
      isDone = piece.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) } == 1 && isDone
    }
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    isDone = EVP_DigestFinal_ex(context, &digest, &count) == 1 && isDone
    precondition(isDone, "libcrypto has both functions")
    digest.removeLast(digest.count - Int(count))
    return digest
  }

  /// Looked up once; they are never changed, and any thread may use them.
  nonisolated(unsafe) private static let algorithms = (
    sha1: EVP_MD_fetch(nil, "SHA1", nil), sha256: EVP_MD_fetch(nil, "SHA256", nil)
  )
}

/// Bytes as hexadecimal digits.
public enum Hexadecimal {
  /// Two digits in lower case for each byte.
  public static func string(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a text is nothing but hexadecimal digits, in either case.
  public static func isHexadecimal(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }
}
