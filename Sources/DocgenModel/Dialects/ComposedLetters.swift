/// Letters with their accents: which single one a letter and an accent make, and the other way round.
///
/// Strings compare by canonical equivalence, so that the tables follow from the letters that there are.
enum ComposedLetters {
  /// The blocks that hold letters which a letter and a mark make.
  private static let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x622...0x6D3, 0x929...0x934, 0x9CB...0x9CC, 0xB48...0xB4C,
    0x1E00...0x1FFC, 0x304C...0x3094, 0x30AC...0x30FE,
  ]

  /// By a letter and its mark, in either form.
  private static let composed: [String: Unicode.Scalar] = {
    var result: [String: Unicode.Scalar] = [:]
    for block in blocks {
      for value in block {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        result[String(scalar)] = scalar
      }
    }
    return result
  }()

  /// The marks of Latin, Greek and Cyrillic letters.
  private static let marks: [Unicode.Scalar] = (0x300...0x345).compactMap { Unicode.Scalar($0 as UInt32) }

  /// The letters below accents, by the letter with its accents.
  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for base in "abcdefghijklmnopqrstuvwxyzαεηιορυωагежзикоучыэіѵәө".unicodeScalars {
      var pending = [base]
      while let letter = pending.popLast() {
        for mark in marks {
          guard let scalar = composed(letter, mark), result[scalar] == nil else { continue }
          result[scalar] = base
          pending.append(scalar)
        }
      }
    }
    return result
  }()

  /// Whether a scalar is a mark on the letter before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The single letter that a letter and a mark make; `nil` if there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var text = String(letter)
    text.unicodeScalars.append(mark)
    return composed[text]
  }

  /// The letter below the accents of a letter in lower case; `nil` if it has none.
  static func base(of letter: Unicode.Scalar) -> Unicode.Scalar? { bases[letter] }
}
