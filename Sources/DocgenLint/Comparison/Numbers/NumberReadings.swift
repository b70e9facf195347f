import DocgenSupport

/// What a number may mean, as languages write decimals and groups of three digits.
struct NumberReadings {
  /// The sign before a fraction; `nil` if any may be.
  private let decimal: UInt8?
  private let otherDecimal: UInt8?

  /// Takes the sign that a language has before fractions, and that of another whose numbers may stand as they are.
  init(decimal: UInt8?, or other: UInt8? = nil) {
    self.decimal = decimal
    otherDecimal = other
  }

  /// The readings of a number, the text itself first: two numbers that have one in common are equal.
  func readings(_ mention: NumberMention, in bytes: [UInt8]) -> [[UInt8]] {
    let text = Self.text(bytes[mention.span.range])
    guard mention.kind == .plain, mention.groupCount > 1 else {
      if mention.kind == .range { return [Self.normalizedRange(text)] }
      return [mention.kind == .hexadecimal ? Self.significantDigits(text) : text]
    }
    let groups = text.split(whereSeparator: { !(0x30...0x39).contains($0) })
    let signs = text.filter { !(0x30...0x39).contains($0) }
    guard signs.count == groups.count - 1, let sign = signs.last else { return [text] }
    var result = [text]
    if Self.isGrouped(groups[...], signs[...]), mayGroup(sign) { result.append(Array(groups.joined())) }
    let integer = groups.dropLast()
    let isFraction = sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",")
    if isFraction, mayBeDecimal(sign),
      integer.count == 1 || signs.first != sign && Self.isGrouped(integer, signs.dropLast())
    {
      result.append(Array(integer.joined()) + [UInt8(ascii: ".")] + groups[groups.count - 1])
    }
    return result
  }

  private func mayBeDecimal(_ sign: UInt8) -> Bool { decimal == nil || sign == decimal || sign == otherDecimal }

  private func mayGroup(_ sign: UInt8) -> Bool { decimal == nil || sign != decimal || otherDecimal ?? sign != sign }

  /// Groups of three digits after one of one to three, with one sign between all.
  private static func isGrouped(_ groups: ArraySlice<ArraySlice<UInt8>>, _ signs: ArraySlice<UInt8>) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 } && signs.allSatisfy { $0 == signs.first }
  }

  /// The bytes of a number without escapes, with one byte for each sign.
  private static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return Array(bytes) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case 0xC2, 0xE2, UInt8(ascii: "&"):
        let gap = bytes[index...].prefix { !(0x30...0x39).contains($0) }
        switch NumberGap(gap) {
        case .apostrophe: text.append(UInt8(ascii: "'"))
        case .dots: text += [UInt8(ascii: "."), UInt8(ascii: ".")]
        default: text.append(0x20)
        }
        index = gap.endIndex
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// A range with two dots between its ends, and points in these.
  private static func normalizedRange(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text where byte != 0x20 {
      let isThirdDot = byte == UInt8(ascii: ".") && result.suffix(2) == [byte, byte]
      if !isThirdDot { result.append(byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte) }
    }
    return result
  }

  /// A hexadecimal number in lower case without zeros before it.
  private static func significantDigits(_ text: [UInt8]) -> [UInt8] {
    [UInt8(ascii: "x")] + text.dropFirst(2).drop { $0 == 0x30 }.map(ASCIICase.lowercased)
  }
}
