extension Zlib {
  /// The bytes that ``compressed(_:)`` made a stream of; `nil` for streams that it does not make, and for damaged ones.
  ///
  /// - Complexity: O(*n*) in the number of bytes that come out.
  public static func decompressed(_ stream: ArraySlice<UInt8>) -> [UInt8]? {
    guard stream.count >= 6, stream.starts(with: [0x78, 0x9C]) else { return nil }
    let bytes = stream.dropFirst(2).dropLast(4).withUnsafeBufferPointer { buffer in
      var inflater = Inflater(buffer)
      return inflater.inflate() ? inflater.output : nil
    }
    let checksum = stream.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard let bytes, adler32(bytes) == checksum else { return nil }
    return bytes
  }
}

/// Reads one deflate block with fixed codes.
private struct Inflater {
  private(set) var output: [UInt8] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var bits: UInt64 = 0
  private var bitCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count * 4)
  }

  /// False for bytes that are no such block.
  mutating func inflate() -> Bool {
    guard number(1) == 1, number(2) == 1 else { return false }
    while let symbol = symbol() {
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return true
      default: if !copy(symbol) { return false }
      }
    }
    return false
  }

  private mutating func copy(_ symbol: Int) -> Bool {
    guard symbol - 257 < DeflateCodes.lengths.count else { return false }
    let (base, extra) = DeflateCodes.lengths[symbol - 257]
    guard let rest = number(extra), let code = code(5), code < DeflateCodes.distances.count else { return false }
    let (start, more) = DeflateCodes.distances[code]
    guard let further = number(more), start + further <= output.count else { return false }
    let from = output.count - start - further
    // What is copied may hold what the copy adds.
    for place in from..<from + base + rest { output.append(output[place]) }
    return true
  }

  /// A literal byte, the end (256) or a length code, as RFC 1951, section 3.2.6, codes it.
  private mutating func symbol() -> Int? {
    guard let short = code(7) else { return nil }
    if short < 0x18 { return 256 + short }
    guard let bit = code(1) else { return nil }
    let byte = short << 1 | bit
    if byte < 0xC0 { return byte - 0x30 }
    if byte < 0xC8 { return 280 + byte - 0xC0 }
    guard let last = code(1) else { return nil }
    return 144 + (byte << 1 | last) - 0x190
  }

  /// Codes stand with their highest bit first.
  private mutating func code(_ count: Int) -> Int? {
    guard let bits = number(count) else { return nil }
    var code = 0
    for bit in 0..<count { code = code << 1 | bits >> bit & 1 }
    return code
  }

  /// Numbers stand with their lowest bit first.
  private mutating func number(_ count: Int) -> Int? {
    while bitCount < count {
      guard index < bytes.count else { return nil }
      bits |= UInt64(bytes[index]) << UInt64(bitCount)
      bitCount += 8
      index += 1
    }
    let number = bits & (1 << UInt64(count) - 1)
    bits >>= UInt64(count)
    bitCount -= count
    return Int(number)
  }
}
