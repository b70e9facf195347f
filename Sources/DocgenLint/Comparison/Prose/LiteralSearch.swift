import DocgenModel
import DocgenSupport

/// Looks for literals in a text, as readers see it.
enum LiteralSearch {
  /// Where a literal stands in a text, with other whitespace and case if need be; `nil` if it does not.
  ///
  /// A literal that begins or ends with a letter or digit is no part of a longer word, and an operator none of a longer one.
  static func range(
    of literal: [UInt8], in text: [UInt8], from start: Int = 0, matchesCase: Bool = false, allowsSpaces: Bool = true
  ) -> Range<Int>? {
    guard let first = literal.first else { return nil }
    let lower = ASCIICase.lowercased(first)
    let upper = (0x61...0x7A).contains(lower) ? lower & 0xDF : lower
    for start in start..<max(start, text.count) where text[start] == lower || text[start] == upper {
      if start > 0, areJoined(text[start - 1], first) { continue }
      guard let end = end(of: literal, from: start, in: text, matchesCase, allowsSpaces) else { continue }
      if end < text.count, areJoined(literal[literal.count - 1], text[end]), !isHyphen(end, in: text) { continue }
      return start..<end
    }
    return nil
  }

  /// How often a literal stands in a text, as it is written.
  static func count(of literal: [UInt8], in text: [UInt8]) -> Int {
    var (count, start) = (0, 0)
    while let found = range(of: literal, in: text, from: start, matchesCase: true, allowsSpaces: false) {
      (count, start) = (count + 1, found.upperBound)
    }
    return count
  }

  /// Whether a hyphen joins a word to what stands before it: `vector<T>-Klasse`.
  private static func isHyphen(_ index: Int, in text: [UInt8]) -> Bool {
    text[index] == UInt8(ascii: "-") && index + 1 < text.count
      && (text[index + 1] >= 0x80 || (0x41...0x5A).contains(text[index + 1] & 0xDF))
  }

  /// Whether two bytes belong to one word or operator.
  private static func areJoined(_ left: UInt8, _ right: UInt8) -> Bool {
    Identifier.isNameByte(left) && Identifier.isNameByte(right) || isOperator(left) && isOperator(right)
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func end(
    of literal: [UInt8], from start: Int, in text: [UInt8], _ matchesCase: Bool, _ allowsSpaces: Bool
  ) -> Int? {
    var (index, matched) = (start, 0)
    while matched < literal.count {
      if literal[matched] == 0x20 {
        matched += 1
      } else if allowsSpaces, index < text.count, text[index] == 0x20, matched > 0 {
        index += 1
      } else if index < text.count,
        text[index] == literal[matched]
          || !matchesCase && ASCIICase.lowercased(text[index]) == ASCIICase.lowercased(literal[matched])
      {
        index += 1
        matched += 1
      } else {
        return nil
      }
    }
    return index
  }
}
