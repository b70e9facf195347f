import DocgenSupport

/// A word of a label, or what stands between two.
struct LabelToken {
  enum Kind {
    case word
    /// Spaces, hyphens, backslashes and underscores, as they stand in torn names.
    case space
    /// A point, an apostrophe or quotes, which may stand within and are left out at the ends.
    case mark
    /// Punctuation that parts of no name stand beside.
    case barrier
  }

  var kind: Kind
  var range: Range<Int>
  var hasUnderscore = false

  var isBracket = false

  /// Whether a torn name may go on after it.
  var isJoint: Bool { kind == .space || kind == .mark }

  static func all(in text: [UInt8], of name: [UInt8]) -> [LabelToken] {
    var tokens: [LabelToken] = []
    var index = 0
    while index < text.count {
      let length = min(length(text[index]), text.count - index)
      var kind = kind(text[index..<index + length], name)
      if kind == .barrier, isBeforeUnderscore(index + length, in: text) { kind = .mark }
      if let last = tokens.last, last.kind == kind, kind != .barrier {
        tokens[tokens.count - 1].range = last.range.lowerBound..<index + length
      } else {
        tokens.append(LabelToken(kind: kind, range: index..<index + length))
      }
      if kind == .space, text[index] == UInt8(ascii: "_") { tokens[tokens.count - 1].hasUnderscore = true }
      if kind == .barrier, "()".utf8.contains(text[index]) { tokens[tokens.count - 1].isBracket = true }
      index += length
    }
    return tokens
  }

  /// Whether a torn underscore follows, so that punctuation before it came with the tear: `WM, \_ COMMAND`.
  private static func isBeforeUnderscore(_ index: Int, in text: [UInt8]) -> Bool {
    guard index > 0, text[index - 1] == UInt8(ascii: ",") || text[index - 1] == UInt8(ascii: ":") else { return false }
    return text[index...].first { $0 != 0x20 && $0 != UInt8(ascii: "\\") } == UInt8(ascii: "_")
      && text[index...].contains { Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }
  }

  /// Whether an apostrophe, straight or not, ends at an index.
  static func isApostrophe(endingAt index: Int, in text: [UInt8]) -> Bool {
    text[index] == UInt8(ascii: "'") || index > 1 && text[index - 2...index].elementsEqual([0xE2, 0x80, 0x99])
  }

  private static func length(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  private static func kind(_ character: ArraySlice<UInt8>, _ name: [UInt8]) -> Kind {
    let (first, second) = (character[character.startIndex], character.dropFirst().first ?? 0)
    switch first {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\\"), 0x00...0x20: return .space
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "\""): return .mark
    case 0xC2: return second == 0xA0 ? .space : second == 0xAA || second == 0xB5 || second == 0xBA ? .word : .barrier
    case 0xC3: return second == 0x97 || second == 0xB7 ? .barrier : .word
    case 0xE2:
      // The typographic apostrophe, and spaces without width.
      guard second == 0x80, let third = character.dropFirst(2).first else { return .barrier }
      return third == 0x99 ? .mark : (0x8B...0x8F).contains(third) || third == 0xAF ? .space : .barrier
    case 0xE3 where second == 0x80: return .barrier
    default:
      if Identifier.isNameByte(first) || first >= 0x80 { return .word }
      return name.contains(first) ? .mark : .barrier
    }
  }
}
