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

extension BidirectionalCollection<UInt8> where Index == Int {
  /// The length of the quotation mark that a text begins with, as any language writes it; 0 if there is none.
  var quotationMarkLength: Int {
    switch first {
    case UInt8(ascii: "\""): 1
    // « and »
    case 0xC2: dropFirst().first == 0xAB || dropFirst().first == 0xBB ? 2 : 0
    // ‘ ’ ‚ ‛ “ ” „ ‟ ‹ › and 「 」 『 』
    case 0xE2:
      dropFirst().first == 0x80
        && dropFirst(2).first.map { (0x98...0x9F).contains($0) || $0 == 0xB9 || $0 == 0xBA } ?? false
        ? 3 : 0
    case 0xE3: dropFirst().first == 0x80 && dropFirst(2).first.map { (0x8C...0x8F).contains($0) } ?? false ? 3 : 0
    default: 0
    }
  }
}
