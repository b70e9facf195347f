/// A colon after a label, of either width.
extension ArraySlice<UInt8> {
  /// The full-width colon that Chinese and Japanese texts have.
  private static var wideColon: [UInt8] { [0xEF, 0xBC, 0x9A] }

  /// The length of the colon that the text starts with; 0 if there is none.
  var colonLength: Int {
    if first == UInt8(ascii: ":") { return 1 }
    return first == 0xEF && starts(with: Self.wideColon) ? 3 : 0
  }

  /// Whether the text ends with a full-width colon.
  var hasWideColonAtEnd: Bool { last == 0x9A && count > 2 && suffix(3).elementsEqual(Self.wideColon) }

  /// Whether the text ends with a colon.
  var hasColonAtEnd: Bool { last == UInt8(ascii: ":") || hasWideColonAtEnd }
}
