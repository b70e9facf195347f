import DocgenSupport

/// A key without regard to case, `_` and `-`: what tells it apart.
struct FoldedKey {
  let hash: UInt64
  let first: UInt8
  let lengthBit: UInt64

  /// Takes the bytes of a key; `nil` if no letter is left of it.
  @inline(__always)
  init?(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var first: UInt8 = 0
    var length: UInt64 = 0
    for byte in bytes where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      let byte = ASCIICase.lowercased(byte)
      if length == 0 { first = byte }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      length += 1
    }
    guard length > 0 else { return nil }
    self.hash = hash
    self.first = first
    lengthBit = 1 << min(length, 63)
  }

  /// The key in lower case, without `_` and `-`.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(
      decoding: bytes.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map(ASCIICase.lowercased),
      as: UTF8.self)
  }
}
