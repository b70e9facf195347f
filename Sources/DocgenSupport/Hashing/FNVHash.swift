/// FNV-1a, a quick hash that is the same in every run of the program.
public enum FNVHash {
  /// The hash of nothing, which others begin with.
  @inlinable
  public static var offsetBasis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// What a hash is multiplied by after each byte.
  @inlinable
  public static var prime: UInt64 { 0x100_0000_01B3 }

  /// The hash of some bytes.
  @inlinable
  public static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = offsetBasis
    for byte in text { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }
}
