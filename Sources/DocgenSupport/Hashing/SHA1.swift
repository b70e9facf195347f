/// SHA-1 (FIPS 180-4), the name that git gives to content.
public struct SHA1: HashFunction {
  private var blocks = HashBlocks()
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )

  /// Makes a function that was given nothing yet.
  public init() {}

  /// Takes further bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var state = state
    blocks.update(bytes) { Self.compress($0, &state) }
    self.state = state
  }

  /// The 20 bytes of the name.
  public mutating func finish() -> [UInt8] {
    var state = state
    blocks.finish { Self.compress($0, &state) }
    return [state.0, state.1, state.2, state.3, state.4].flatMap(\.bigEndianBytes)
  }

  private static func compress(
    _ block: UnsafeRawPointer, _ state: inout (UInt32, UInt32, UInt32, UInt32, UInt32)
  ) {
    var (a, b, c, d, e) = state
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 { words[index] = block.bigEndian(at: index * 4) }
      for index in 16..<80 {
        words[index] = (words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]).rotated(left: 1)
      }
      @inline(__always)
      func step(_ mixed: UInt32, _ constant: UInt32, _ index: Int) {
        let next = a.rotated(left: 5) &+ mixed &+ e &+ constant &+ words[index]
        (e, d, c, b, a) = (d, c, b.rotated(left: 30), a, next)
      }
      for index in 0..<20 { step(b & c | ~b & d, 0x5A82_7999, index) }
      for index in 20..<40 { step(b ^ c ^ d, 0x6ED9_EBA1, index) }
      for index in 40..<60 { step(b & c | b & d | c & d, 0x8F1B_BCDC, index) }
      for index in 60..<80 { step(b ^ c ^ d, 0xCA62_C1D6, index) }
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }
}
