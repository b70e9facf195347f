/// Compresses bytes to the zlib format (RFC 1950), the same bytes for the same input on every machine.
///
/// One block with the fixed codes of RFC 1951 and the matches of a greedy search: lists of names and addresses shrink to
/// about a quarter.
public enum Zlib {
  /// The bytes as a zlib stream.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var deflater = Deflater(capacity: bytes.count / 3 + 64)
    bytes.withUnsafeBufferPointer { deflater.deflate($0) }
    let checksum = adler32(bytes)
    // Deflate with a window of 32 KB, no dictionary; the second byte makes both a multiple of 31.
    return [0x78, 0x9C] + deflater.output + (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (24 - 8 * $0)) }
  }

  /// The checksum at the end of a zlib stream.
  public static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    var start = 0
    while start < bytes.count {
      // The sums of so many bytes fit into 32 bits.
      let end = min(start + 5552, bytes.count)
      for byte in bytes[start..<end] {
        low &+= UInt32(byte)
        high &+= low
      }
      low %= 65521
      high %= 65521
      start = end
    }
    return high << 16 | low
  }
}

/// Writes one deflate block with fixed codes.
private struct Deflater {
  private static let window = 32768
  private static let shortestMatch = 3
  private static let longestMatch = 258
  /// How many earlier places are compared at each byte.
  private static let effort = 8
  private static let hashBits = 15

  private(set) var output: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount = 0

  init(capacity: Int) {
    output.reserveCapacity(capacity)
  }

  mutating func deflate(_ bytes: UnsafeBufferPointer<UInt8>) {
    // The last block, with fixed codes.
    put(1, count: 1)
    put(1, count: 2)
    var heads = [Int32](repeating: -1, count: 1 << Self.hashBits)
    var previous = [Int32](repeating: -1, count: Self.window)
    var index = 0
    while index < bytes.count {
      var match = (length: 0, distance: 0)
      if index + Self.shortestMatch <= bytes.count {
        match = longestMatch(bytes, at: index, candidate: heads[Self.hash(bytes, index)], previous)
      }
      let length = match.length >= Self.shortestMatch ? match.length : 1
      if length > 1 {
        putMatch(length: match.length, distance: match.distance)
      } else {
        putSymbol(Int(bytes[index]))
      }
      for place in index..<index + length where place + Self.shortestMatch <= bytes.count {
        let hash = Self.hash(bytes, place)
        previous[place % Self.window] = heads[hash]
        heads[hash] = Int32(place)
      }
      index += length
    }
    putSymbol(256)
    while bitCount > 0 { flushByte() }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let value = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    return Int((value &* 0x9E37_79B1) >> UInt32(32 - hashBits))
  }

  private func longestMatch(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, candidate: Int32, _ previous: [Int32]
  ) -> (length: Int, distance: Int) {
    var best = (length: 0, distance: 0)
    var candidate = Int(candidate)
    let limit = min(Self.longestMatch, bytes.count - index)
    for _ in 0..<Self.effort {
      guard candidate >= 0, index - candidate < Self.window else { break }
      var length = 0
      while length < limit, bytes[candidate + length] == bytes[index + length] { length += 1 }
      if length > best.length { best = (length, index - candidate) }
      if length == limit { break }
      let next = Int(previous[candidate % Self.window])
      guard next < candidate else { break }
      candidate = next
    }
    return best
  }

  // MARK: Codes

  private mutating func putMatch(length: Int, distance: Int) {
    let lengthCode = DeflateCodes.lengths.lastIndex { $0.base <= length } ?? 0
    putSymbol(257 + lengthCode)
    put(UInt32(length - DeflateCodes.lengths[lengthCode].base), count: DeflateCodes.lengths[lengthCode].extra)
    let distanceCode = DeflateCodes.distances.lastIndex { $0.base <= distance } ?? 0
    putReversed(UInt32(distanceCode), count: 5)
    put(UInt32(distance - DeflateCodes.distances[distanceCode].base), count: DeflateCodes.distances[distanceCode].extra)
  }

  /// A literal byte, the end (256) or a length code, in the fixed code of RFC 1951, section 3.2.6.
  private mutating func putSymbol(_ symbol: Int) {
    switch symbol {
    case 0..<144: putReversed(UInt32(0x30 + symbol), count: 8)
    case 144..<256: putReversed(UInt32(0x190 + symbol - 144), count: 9)
    case 256..<280: putReversed(UInt32(symbol - 256), count: 7)
    default: putReversed(UInt32(0xC0 + symbol - 280), count: 8)
    }
  }

  /// Codes stand with their highest bit first, numbers with their lowest.
  private mutating func putReversed(_ code: UInt32, count: Int) {
    var reversed: UInt32 = 0
    for bit in 0..<count where code >> UInt32(bit) & 1 == 1 { reversed |= 1 << UInt32(count - 1 - bit) }
    put(reversed, count: count)
  }

  private mutating func put(_ value: UInt32, count: Int) {
    bits |= UInt64(value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 { flushByte() }
  }

  private mutating func flushByte() {
    output.append(UInt8(truncatingIfNeeded: bits))
    bits >>= 8
    bitCount = max(0, bitCount - 8)
  }
}

/// The fixed codes of RFC 1951 for lengths and distances.
enum DeflateCodes {
  /// The first length of each length code from 257 on, and the bits that follow the code.
  static let lengths: [(base: Int, extra: Int)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1), (17, 1), (19, 2),
    (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4), (83, 4), (99, 4), (115, 4), (131, 5),
    (163, 5), (195, 5), (227, 5), (258, 0),
  ]

  /// The same for distances.
  static let distances: [(base: Int, extra: Int)] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4), (49, 4), (65, 5),
    (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8), (1025, 9), (1537, 9), (2049, 10), (3073, 10),
    (4097, 11), (6145, 11), (8193, 12), (12289, 12), (16385, 13), (24577, 13),
  ]
}
