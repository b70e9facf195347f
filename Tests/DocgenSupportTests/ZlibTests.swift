import DocgenSupport
import Testing

@Suite struct ZlibTests {
  /// Bytes that no match helps with, the same in every run.
  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt32 = 1
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }

  @Test(arguments: [
    [], [0], Array("a".utf8), Array("abcabcabcabcabcabcabcabcabcabc".utf8), [UInt8](repeating: 0xFF, count: 100_000),
    Array((0..<5000).map { "CIM_Job.Name\($0) std:label 2 en/HyperV_v2/cim-job.html -\n" }.joined().utf8),
    noise(70_000), noise(1000) + noise(40_000) + noise(1000),
  ])
  func canBeInflated(bytes: [UInt8]) {
    let compressed = Zlib.compressed(bytes)
    #expect((Int(compressed[0]) << 8 | Int(compressed[1])) % 31 == 0)
    var inflater = Inflater(Array(compressed.dropFirst(2).dropLast(4)))
    let inflated = inflater.inflate()
    #expect(inflated == bytes)
    let checksum = compressed.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    #expect(checksum == Zlib.adler32(bytes))
    #expect(Zlib.decompressed(compressed[...]) == bytes)
  }

  /// What is no stream of its own ends in `nil`, whatever is wrong with it.
  @Test func refusesDamagedStreams() {
    let bytes = Array((0..<300).map { "CIM_Job.Name\($0) std:label\n" }.joined().utf8) + Self.noise(200)
    let compressed = Zlib.compressed(bytes)
    for place in compressed.indices {
      var damaged = compressed
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(Zlib.decompressed(damaged[...]) != bytes || place == compressed.count - 5, "\(place)")
      #expect(Zlib.decompressed(compressed[..<place]) == nil)
    }
  }

  @Test func shrinksLists() {
    let list = (0..<5000).map { "CIM_Job.Name\($0) std:label 2 en/HyperV_v2/cim-job.html -\n" }.joined()
    #expect(Zlib.compressed(Array(list.utf8)).count * 4 < list.utf8.count)
  }

  @Test func sums() {
    #expect(Zlib.adler32([]) == 1)
    #expect(Zlib.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    #expect(Zlib.adler32([UInt8](repeating: 0xFF, count: 1_000_000)) == 0x3843_E1BE)
  }
}

/// Reads one deflate block with fixed codes, bit by bit, as RFC 1951 tells.
private struct Inflater {
  private let bytes: [UInt8]
  private var bit = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func inflate() -> [UInt8]? {
    guard number(1) == 1, number(2) == 1 else { return nil }
    var output: [UInt8] = []
    while bit < bytes.count * 8 {
      let symbol = self.symbol()
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return bit > (bytes.count - 1) * 8 ? output : nil
      } else {
        guard let length = length(symbol), let distance = distance(code(5)), distance <= output.count else {
          return nil
        }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
    return nil
  }

  private mutating func number(_ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | next() << $1 }
  }

  private mutating func code(_ count: Int) -> Int {
    (0..<count).reduce(0) { result, _ in result << 1 | next() }
  }

  private mutating func next() -> Int {
    guard bit < bytes.count * 8 else { return 0 }
    defer { bit += 1 }
    return Int(bytes[bit / 8] >> UInt8(bit % 8)) & 1
  }

  private mutating func symbol() -> Int {
    var code = code(7)
    if code < 0x18 { return 256 + code }
    code = code << 1 | next()
    switch code {
    case 0x30..<0xC0: return code - 0x30
    case 0xC0..<0xC8: return 280 + code - 0xC0
    default: return 144 + (code << 1 | next()) - 0x190
    }
  }

  private mutating func length(_ symbol: Int) -> Int? {
    switch symbol {
    case 257..<265: symbol - 254
    case 265..<285: 3 + (4 + (symbol - 265) % 4) << ((symbol - 261) / 4) + number((symbol - 261) / 4)
    case 285: 258
    default: nil
    }
  }

  private mutating func distance(_ symbol: Int) -> Int? {
    switch symbol {
    case 0..<4: symbol + 1
    case 4..<30: 1 + (2 + symbol % 2) << (symbol / 2 - 1) + number(symbol / 2 - 1)
    default: nil
    }
  }
}
