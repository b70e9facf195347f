import DocgenSupport

/// A number of a text, from its first digit to its last, with the signs that belong to it.
struct NumberMention {
  /// What a number is, by the signs between its groups of digits.
  enum Kind {
    /// Digits in one group, or in several with points, commas, apostrophes or spaces between.
    case plain
    /// Two ends with dots between.
    case range
    /// The parts of a date, or a fraction.
    case slashed
    /// Hours and minutes, or a ratio.
    case clock
    /// Digits after `0x`.
    case hexadecimal
  }

  var kind: Kind
  var span: SourceSpan
  /// The words that hold the digits.
  var words: Range<Int>
  /// The number of groups of digits.
  var groupCount = 1
  /// Spaces stand beside the dots of a range.
  var isLoose = false
  /// A `v` stands right before it.
  var hasVersionMark = false
  /// Letters follow without a space, of a unit or of a name.
  var hasAttachedUnit = false
  /// The digits alone are no number, for letters of a name follow (`802.1Q`): only what stands before them makes one.
  var isPart = false
}

/// A sign between two groups of digits of one number.
enum NumberGap {
  case point
  case comma
  case apostrophe
  /// A space of any kind; `isPlain` if lines may break there.
  case space(isPlain: Bool)
  case dots(isLoose: Bool)
  case colon
  case slash

  /// What the bytes between two words say; `nil` if they separate numbers.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 12, !bytes.isEmpty else { return nil }
    let text = bytes.first == UInt8(ascii: "\\") ? bytes.dropFirst() : bytes
    switch (text.count, text.first) {
    case (1, UInt8(ascii: ".")): self = .point
    case (1, UInt8(ascii: ",")): self = .comma
    case (1, UInt8(ascii: "'")): self = .apostrophe
    case (1, UInt8(ascii: ":")): self = .colon
    case (1, UInt8(ascii: "/")): self = .slash
    case (1, 0x20): self = .space(isPlain: true)
    default:
      if let gap = Self.long(text) { self = gap } else { return nil }
    }
  }

  private static func long(_ text: ArraySlice<UInt8>) -> NumberGap? {
    if text.elementsEqual([0xE2, 0x80, 0x99]) { return .apostrophe }
    let isSpace =
      [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89]].contains { text.elementsEqual($0) }
      || text.elementsEqual("&nbsp;".utf8)
    if isSpace { return .space(isPlain: false) }
    let dots = text.filter { $0 != 0x20 && $0 != UInt8(ascii: "\\") }
    guard dots == [0xE2, 0x80, 0xA6] || (2...3).contains(dots.count) && dots.allSatisfy({ $0 == UInt8(ascii: ".") })
    else { return nil }
    return .dots(isLoose: text.contains(0x20))
  }
}
