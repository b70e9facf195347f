/// What turns bytes of any length into a short name for them.
///
/// The functions here name content, as git does and translation tools do; they keep no secrets.
public protocol HashFunction {
  /// Makes a function that was given nothing yet.
  init()
  /// Takes further bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer)
  /// The name of all bytes that were given; the function is of no further use.
  mutating func finish() -> [UInt8]
}

extension HashFunction {
  /// Takes further bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The name of some bytes, one part behind the other, in hexadecimal digits.
  public static func hexadecimal(of parts: [UInt8]...) -> String {
    var function = Self()
    for part in parts { function.update(part) }
    return Hexadecimal.string(function.finish())
  }
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

/// Cuts what a hash function is given into blocks of 64 bytes, and pads the last one as SHA-1 and SHA-256 do.
struct HashBlocks {
  static let size = 64
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Calls back with blocks that are complete, and their number.
  @inline(__always)
  mutating func update(_ bytes: UnsafeRawBufferPointer, _ compress: (UnsafeRawPointer, Int) -> Void) {
    length += UInt64(bytes.count)
    guard let base = bytes.baseAddress else { return }
    var offset = 0
    if !pending.isEmpty {
      offset = min(Self.size - pending.count, bytes.count)
      pending += bytes[..<offset]
      guard pending.count == Self.size else { return }
      pending.withUnsafeBytes { block in
        if let start = block.baseAddress { compress(start, 1) }
      }
      pending.removeAll(keepingCapacity: true)
    }
    let count = (bytes.count - offset) / Self.size
    if count > 0 { compress(base + offset, count) }
    offset += count * Self.size
    pending += bytes[offset...]
  }

  /// Calls back with the last block, or the last two.
  mutating func finish(_ compress: (UnsafeRawPointer, Int) -> Void) {
    let bitCount = length &* 8
    var padding: [UInt8] = [0x80]
    while (pending.count + padding.count) % Self.size != Self.size - 8 { padding.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { padding.append(UInt8(truncatingIfNeeded: bitCount >> shift)) }
    padding.withUnsafeBytes { update($0, compress) }
  }
}

extension UnsafeRawPointer {
  /// The number at an offset, its highest byte first.
  @inline(__always)
  func bigEndian(at offset: Int) -> UInt32 { UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
}

extension UInt32 {
  @inline(__always)
  func rotated(left count: UInt32) -> UInt32 { self &<< count | self &>> (32 &- count) }

  @inline(__always)
  func rotated(right count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }

  var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
