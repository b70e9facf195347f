import DocgenModel
import DocgenSupport

/// How two texts differ that no language writes in a way of its own.
enum LiteralDamage {
  /// Whether both are the same but for whitespace, characters that nobody sees, and marks that programs "correct": dashes,
  /// quotation marks, ellipses, and punctuation of full width.
  static func isTypographic(_ source: [UInt8], _ translation: [UInt8]) -> Bool {
    plain(source) == plain(translation)
  }

  /// A text without what typography changes; the same for all that differ by nothing else.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: continue
      // Two hyphens often become one dash.
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: if result.last != 0x2D { result.append(0x2D) }
      case 0x22, 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0xFF02: result.append(0x22)
      case 0x27, 0x60, 0xB4, 0x2018...0x201B, 0x2039, 0x203A, 0xFF07: result.append(0x27)
      case 0x2026: result += [0x2E, 0x2E, 0x2E]
      case 0xFF01...0xFF5E: result.append(UInt8(scalar.value - 0xFF01 + 0x21))
      case 0x3001: result.append(UInt8(ascii: ","))
      case 0x3002: result.append(UInt8(ascii: "."))
      case ..<0x80: result.append(UInt8(scalar.value))
      default: result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return result
  }

  /// Whether two texts have the same numbers: others may be of another version, which what stands beside is about.
  static func haveSameDigits(_ source: some Sequence<UInt8>, _ translation: some Sequence<UInt8>) -> Bool {
    source.lazy.filter { (0x30...0x39).contains($0) }
      .elementsEqual(translation.lazy.filter { (0x30...0x39).contains($0) })
  }

  /// Whether both are words, both names with inner capitals or signs between, or both signs alone: one may stand for the
  /// other though they have nothing in common.
  static func areOfOneShape(_ source: [UInt8], _ translation: [UInt8]) -> Bool { shape(source) == shape(translation) }

  private static func shape(_ text: [UInt8]) -> UInt8 {
    var shape: UInt8 = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: shape |= 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): shape |= index > 0 && text[index - 1] > 0x60 ? 3 : 1
      case 0x20, UInt8(ascii: "-"): continue
      default: shape |= 4
      }
    }
    return shape
  }

  /// How much two texts have in common, from 0 to 1: pairs of neighbouring bytes, without regard to case.
  ///
  /// - Complexity: O(*n* log *n*)
  static func similarity(_ source: [UInt8], _ translation: [UInt8]) -> Double {
    if source == translation { return 1 }
    let (own, other) = (pairs(source), pairs(translation))
    guard !own.isEmpty, !other.isEmpty else { return 0 }
    var (index, match, common) = (0, 0, 0)
    while index < own.count, match < other.count {
      if own[index] == other[match] {
        (index, match, common) = (index + 1, match + 1, common + 1)
      } else if own[index] < other[match] {
        index += 1
      } else {
        match += 1
      }
    }
    return Double(2 * common) / Double(own.count + other.count)
  }

  private static func pairs(_ text: [UInt8]) -> [UInt16] {
    let bytes = text.prefix(512).map(ASCIICase.lowercased)
    return zip(bytes, bytes.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
  }
}
