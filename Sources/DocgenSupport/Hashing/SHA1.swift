import CDocgen

/// SHA-1 (FIPS 180-4), the name that git gives to content.
public struct SHA1: HashFunction {
  private var blocks = HashBlocks()
  private var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
  private let hasInstructions: Bool

  /// Makes a function that was given nothing yet.
  public init() { self.init(hasInstructions: docgen_hashes_blocks()) }

  /// - Parameter hasInstructions: Whether the processor has instructions for it.
  init(hasInstructions: Bool) { self.hasInstructions = hasInstructions }

  /// Takes further bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let compress = compression
    state.withUnsafeMutableBufferPointer { state in blocks.update(bytes) { compress($0, $1, state) } }
  }

  /// The 20 bytes of the name.
  public mutating func finish() -> [UInt8] {
    let compress = compression
    state.withUnsafeMutableBufferPointer { state in blocks.finish { compress($0, $1, state) } }
    return state.flatMap(\.bigEndianBytes)
  }

  private var compression: (UnsafeRawPointer, Int, UnsafeMutableBufferPointer<UInt32>) -> Void {
    if hasInstructions { return { docgen_sha1_blocks($2.baseAddress, $0, $1) } }
    return { blocks, count, state in
      for index in 0..<count { Self.compress(blocks + index * HashBlocks.size, state) }
    }
  }

  private static func compress(_ block: UnsafeRawPointer, _ state: UnsafeMutableBufferPointer<UInt32>) {
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 { words[index] = block.bigEndian(at: index * 4) }
      for index in 16..<80 {
        words[index] = (words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]).rotated(left: 1)
      }
      for index in 0..<80 {
        let mixed: UInt32
        switch index {
        case ..<20: mixed = (b & c | ~b & d) &+ 0x5A82_7999
        case ..<40: mixed = (b ^ c ^ d) &+ 0x6ED9_EBA1
        case ..<60: mixed = (b & c | b & d | c & d) &+ 0x8F1B_BCDC
        default: mixed = (b ^ c ^ d) &+ 0xCA62_C1D6
        }
        let next = a.rotated(left: 5) &+ mixed &+ e &+ words[index]
        (e, d, c, b, a) = (d, c, b.rotated(left: 30), a, next)
      }
    }
    for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
  }
}
