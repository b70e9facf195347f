/// The names by which git and translation tools know a file's content, each worked out when it is first asked for.
///
/// It is for one thread at a time.
public final class ContentNames {
  /// How long a name is, which tells how it is made.
  public enum Function: Sendable {
    /// 40 hexadecimal digits.
    case sha1
    /// 64 hexadecimal digits.
    case sha256

    /// The function whose names have so many digits.
    public init?(digits: Int) {
      switch digits {
      case 40: self = .sha1
      case 64: self = .sha256
      default: return nil
      }
    }
  }

  /// How lines end in the content that is named.
  private enum LineEnds {
    case asTheyAre
    case lf
    case crlf
  }

  private struct Variant: Hashable {
    var function: Function
    var lineEnds: LineEnds
    var isBlob: Bool
    var hasMark: Bool
  }

  /// The content.
  public let bytes: [UInt8]
  private lazy var hasCarriageReturns = bytes.withUnsafeBytes { $0.contains(0x0D) }
  private var names: [Variant: String] = [:]

  /// Names the content of a file, as it is on disk.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The id of the content as a blob of a git repository.
  public func blob(_ function: Function) -> String {
    name(Variant(function: function, lineEnds: .asTheyAre, isBlob: true, hasMark: true))
  }

  /// The id of the blob that git makes of the content where it checks files out with CRLF; nothing without CRLF.
  public func blobWithLF(_ function: Function) -> String? {
    hasCarriageReturns ? name(Variant(function: function, lineEnds: .lf, isBlob: true, hasMark: true)) : nil
  }

  /// Whether a translation tool has named this content so: with CRLF line ends, or else as it is or with LF.
  ///
  /// - Parameter name: Hexadecimal digits, in either case.
  /// - Returns: Nothing where the name is none of a length that is known.
  public func isNamed(_ name: String) -> Bool? {
    guard let function = Function(digits: name.utf8.count), Hexadecimal.isHexadecimal(name) else { return nil }
    let name = name.lowercased()
    for lineEnds in [LineEnds.crlf, .asTheyAre, .lf] {
      if self.name(Variant(function: function, lineEnds: lineEnds, isBlob: false, hasMark: true)) == name {
        return true
      }
    }
    guard bytes.starts(with: Self.mark) else { return false }
    return self.name(Variant(function: function, lineEnds: .crlf, isBlob: false, hasMark: false)) == name
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func name(_ variant: Variant) -> String {
    if let name = names[variant] { return name }
    var content = variant.hasMark ? bytes : Array(bytes.dropFirst(Self.mark.count))
    switch variant.lineEnds {
    case .asTheyAre: break
    case .lf: content = Self.withLF(content)
    case .crlf: content = Self.withCRLF(content)
    }
    if variant.isBlob { content = Array("blob \(content.count)\0".utf8) + content }
    let name =
      variant.function == .sha1 ? SHA1.hexadecimal(of: content) : SHA256.hexadecimal(of: content)
    names[variant] = name
    return name
  }

  /// The content with the CR of each CRLF left out.
  public static func withLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    return result
  }

  private static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous != 0x0D { result.append(0x0D) }
      result.append(byte)
      previous = byte
    }
    return result
  }
}
