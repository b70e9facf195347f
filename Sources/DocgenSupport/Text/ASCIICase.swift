/// Case of the letters A to Z; all other characters stay as they are.
public enum ASCIICase {
  /// The byte in lower case, when it is a letter.
  @inlinable
  public static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether two texts are equal but for the case of letters.
  @inlinable
  public static func equal(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
    left.elementsEqual(right) { lowercased($0) == lowercased($1) }
  }
}
