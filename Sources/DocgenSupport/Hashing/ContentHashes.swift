import Glibc

/// The hashes by which git and translation tools know a file's content, each computed when it is first asked for.
///
/// It is for one thread at a time.
public final class ContentHashes {
  /// How lines end in the content that is hashed.
  private enum LineEnds {
    case asTheyAre
    case lf
    case crlf
  }

  private struct Variant: Hashable {
    var function: HashFunction
    var lineEnds: LineEnds
    var isBlob: Bool
    var hasMark: Bool
  }

  /// The content.
  public let bytes: [UInt8]
  private lazy var hasCarriageReturns = bytes.withUnsafeBytes { $0.contains(0x0D) }
  private var hashes: [Variant: String] = [:]

  /// Takes the content of a file, as it is on disk.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The id of the content as a blob of a git repository.
  public func blob(_ function: HashFunction) -> String {
    hash(Variant(function: function, lineEnds: .asTheyAre, isBlob: true, hasMark: true))
  }

  /// The id of the blob that git makes of the content where it checks files out with CRLF; `nil` without CRLF.
  public func blobWithLF(_ function: HashFunction) -> String? {
    hasCarriageReturns ? hash(Variant(function: function, lineEnds: .lf, isBlob: true, hasMark: true)) : nil
  }

  /// Whether this is the hash that a translation tool has for the content: with CRLF line ends, or else as it is or with LF.
  ///
  /// - Parameter hash: Hexadecimal digits, in either case.
  /// - Returns: `nil` if the hash has no known length.
  public func contains(_ hash: String) -> Bool? {
    guard let function = HashFunction(digits: hash.utf8.count), Hexadecimal.isHexadecimal(hash) else { return nil }
    let hash = hash.lowercased()
    for lineEnds in [LineEnds.crlf, .asTheyAre, .lf] {
      if self.hash(Variant(function: function, lineEnds: lineEnds, isBlob: false, hasMark: true)) == hash {
        return true
      }
    }
    guard bytes.starts(with: Self.mark) else { return false }
    return self.hash(Variant(function: function, lineEnds: .crlf, isBlob: false, hasMark: false)) == hash
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func hash(_ variant: Variant) -> String {
    var variant = variant
    if variant.lineEnds == .lf, !hasCarriageReturns { variant.lineEnds = .asTheyAre }
    if let hash = hashes[variant] { return hash }
    var content = variant.hasMark ? bytes : Array(bytes.dropFirst(Self.mark.count))
    switch variant.lineEnds {
    case .asTheyAre: break
    case .lf: content = Self.withLF(content)
    case .crlf: content = Self.withCRLF(content)
    }
    let header = variant.isBlob ? "blob \(content.count)\0" : ""
    let hash = variant.function.hexadecimal(of: Array(header.utf8), content)
    hashes[variant] = hash
    return hash
  }

  /// The content with the CR of each CRLF left out.
  public static func withLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    forEachLine(of: bytes) { line in
      let isCRLF = line.count > 1 && line[line.count - 1] == 0x0A && line[line.count - 2] == 0x0D
      result.append(contentsOf: UnsafeBufferPointer(rebasing: line[..<(line.count - (isCRLF ? 2 : 0))]))
      if isCRLF { result.append(0x0A) }
    }
    return result
  }

  private static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    forEachLine(of: bytes) { line in
      let isLF = line[line.count - 1] == 0x0A && (line.count < 2 || line[line.count - 2] != 0x0D)
      result.append(contentsOf: UnsafeBufferPointer(rebasing: line[..<(line.count - (isLF ? 1 : 0))]))
      if isLF {
        result.append(0x0D)
        result.append(0x0A)
      }
    }
    return result
  }

  /// Calls a function with each line, the LF that ends it included.
  private static func forEachLine(of bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while start < buffer.count {
        let found = memchr(base + start, 0x0A, buffer.count - start)
        let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) + 1 } ?? buffer.count
        body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        start = end
      }
    }
  }
}
