import DocgenSupport

/// The characters of a name or value that count: no whitespace, no backslash before a character that Markdown escapes.
struct DamageCharacters {
  private(set) var scalars: [Unicode.Scalar] = []

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !Self.isWhitespace(scalar) {
      // A backslash before a letter, a full stop or another backslash is part of a path.
      if Self.isEscaped(scalar), scalars.last == "\\" { scalars.removeLast() }
      scalars.append(scalar)
    }
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The same characters with upper and lower case alike.
  var folded: DamageCharacters {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(scalars.count)
    for scalar in scalars {
      if ("A"..."Z").contains(scalar) {
        folded.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20))
      } else if scalar.isASCII {
        folded.append(scalar)
      } else {
        folded += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
    return DamageCharacters(scalars: folded)
  }

  /// A GUID or another long number in hexadecimal digits.
  var isHexadecimal: Bool {
    var digits = 0
    for scalar in scalars {
      if scalar.properties.isASCIIHexDigit {
        digits += 1
      } else if !"-{}".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits >= 32
  }

  /// The characters that make up a number.
  enum NumberForm {
    case digits
    /// Signs before digits, and points and commas between them, are part of the number too.
    case signsAndPoints
  }

  /// The characters with each number replaced by the same sign.
  func withoutNumbers(_ form: NumberForm) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard let end = endOfNumber(at: index, form) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      result.append("#")
      index = end
    }
    return result
  }

  private func endOfNumber(at start: Int, _ form: NumberForm) -> Int? {
    var index = start
    if form == .signsAndPoints, scalars[index] == "-" || scalars[index] == "+" { index += 1 }
    guard index < scalars.count, Self.isDigit(scalars[index]) else { return nil }
    if scalars[index] == "0", index + 2 < scalars.count, scalars[index + 1] == "x",
      scalars[index + 2].properties.isASCIIHexDigit
    {
      index += 2
      while index < scalars.count, scalars[index].properties.isASCIIHexDigit { index += 1 }
      return index
    }
    while index < scalars.count {
      let isPoint = form == .signsAndPoints && (scalars[index] == "." || scalars[index] == ",")
      guard Self.isDigit(scalars[index]) || isPoint else { break }
      index += 1
    }
    return index
  }

  /// Whether all that stands here stands in the other too, in the same order: most of it, whole words, or in one piece.
  func isPart(of other: DamageCharacters) -> Bool {
    guard scalars.count < other.scalars.count else { return false }
    var matched = 0
    for scalar in other.scalars where matched < scalars.count && scalar == scalars[matched] { matched += 1 }
    guard matched == scalars.count else { return false }
    // A few letters spread over a long name are there by chance.
    return scalars.count * 2 >= other.scalars.count || words.isSubset(of: other.words) || isPiece(of: other)
  }

  private func isPiece(of other: DamageCharacters) -> Bool {
    // No name or value is that long, and each place of the other is tried.
    guard other.scalars.count <= 4096 else { return false }
    return (0...(other.scalars.count - scalars.count)).contains { other.scalars[$0...].starts(with: scalars) }
  }

  /// Whether words of the other are gone and words that it does not have stand here.
  func replacesWords(of other: DamageCharacters) -> Bool {
    let own = words
    let others = other.words
    return !own.allSatisfy { !$0.isOfLetters || others.contains($0) } && !others.allSatisfy(own.contains)
  }

  /// A run of letters or of digits, as a hash of it.
  private struct Word: Hashable {
    var hash = FNVHash.offsetBasis
    var isOfLetters: Bool

    mutating func append(_ scalar: Unicode.Scalar) { hash = (hash ^ UInt64(scalar.value)) &* FNVHash.prime }
  }

  /// The runs of letters, and those of digits.
  private var words: Set<Word> {
    var words: Set<Word> = []
    var word: Word?
    for scalar in scalars {
      let isLetter = Self.isLetter(scalar)
      let isPart = isLetter || Self.isDigit(scalar)
      if let ended = word, !isPart || ended.isOfLetters != isLetter {
        words.insert(ended)
        word = nil
      }
      guard isPart else { continue }
      var part = word ?? Word(isOfLetters: isLetter)
      part.append(scalar)
      word = part
    }
    if let word { words.insert(word) }
    return words
  }

  /// Whether there is any number.
  var hasDigits: Bool { scalars.contains(where: Self.isDigit) }

  /// The properties of Unicode are looked up in tables, which most names do not need.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "*", "[", "]", "(", ")", "<", ">", "{", "}", "#", "+", "-", "!", "`", "~", "|", "&", "\"", "'": true
    default: false
    }
  }

  /// Spaces of any width, line ends, and what takes no width.
  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200D, 0x2028...0x2029, 0x202F, 0x205F...0x2060,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
