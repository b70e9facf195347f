import DocgenSupport

/// How an anchor is made of a title.
package struct AnchorStyle: Sendable, Equatable {
  /// Which letters stay.
  package enum Letters: String, CaseIterable, Sendable {
    /// Those of all scripts.
    case all
    /// Those of ASCII alone; accents are left out, and the letters below them stay.
    case ascii
    /// Those of all scripts, without accents, and all signs beyond ASCII.
    case unaccented
  }

  /// What stands for whitespace.
  package var space: Unicode.Scalar = "-"
  /// The characters that stay beside letters and digits.
  package var kept: [Unicode.Scalar] = ["-", "_"]
  /// The characters that are read as whitespace.
  package var spaces: [Unicode.Scalar] = []
  /// Which letters stay.
  package var letters = Letters.all
  /// Several spaces or hyphens make one, and none stands at an end.
  package var joinsSpaces = false
  /// What stands before the first letter is left out.
  package var startsWithLetter = false
  /// What is put before a digit at the start.
  package var beforeDigit = ""
  /// What stands between an anchor and the number that tells it from an equal one before it.
  package var numberSeparator = "-"
  /// The number of the second of several equal anchors.
  package var firstNumber = 1
  /// Some sites make other anchors of titles, in which a hyphen stands for all that is between two words: these are known, too.
  package var knowsWordAnchors = false
  /// Terms of lists have anchors, too.
  package var namesTerms = false
  /// The anchor of a title of which nothing stays; an empty one is numbered from the first on (`_1`).
  package var empty = "section"

  /// Makes a style: that of GitHub and most programs, until something else is said.
  package init() {}

  /// Titles of which nothing stays have numbers alone.
  var numbersEmpty: Bool { empty.isEmpty }

  /// Whether it is that of most programs.
  var isCommon: Bool {
    let hasCommonSigns = space == "-" && kept == ["-", "_"] && spaces.isEmpty && beforeDigit.isEmpty
    return hasCommonSigns && letters == .all && !joinsSpaces && !startsWithLetter
  }

  /// The anchor of a title, by its letters as they are composed (`é` is one).
  package func anchor(of title: String) -> String {
    var writer = AnchorWriter(self)
    for scalar in title.lowercased().unicodeScalars { writer.add(scalar) }
    return writer.finish() ?? empty
  }

  /// The anchor of a title in which a hyphen stands for all that is between two words.
  package func wordAnchor(of title: String) -> String {
    var result = String.UnicodeScalarView()
    var isApart = false
    for scalar in title.lowercased().unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ComposedLetters.isMark(scalar)
      else {
        isApart = !result.isEmpty
        continue
      }
      if isApart { result.append("-") }
      isApart = false
      result.append(scalar)
    }
    return String(result)
  }

  /// The anchor of the title after `count` others with the same.
  package func numbered(_ anchor: String, after count: Int) -> String {
    count == 0 ? anchor : "\(anchor)\(numberSeparator)\(firstNumber + count - 1)"
  }
}

/// Writes the scalars of a title into its anchor.
private struct AnchorWriter {
  private let style: AnchorStyle
  private var result = String.UnicodeScalarView()
  private var hasSpace = false

  init(_ style: AnchorStyle) { self.style = style }

  mutating func add(_ scalar: Unicode.Scalar) {
    if style.spaces.contains(scalar) { return addSpace() }
    switch scalar {
    case "a"..."z": append(scalar)
    case "0"..."9": if !style.startsWithLetter || !result.isEmpty { append(scalar) }
    case " ": addSpace()
    default:
      if scalar == "-", style.space == "-", style.joinsSpaces, style.kept.contains("-") { return addSpace() }
      if style.kept.contains(scalar) {
        if !style.startsWithLetter || !result.isEmpty { append(scalar) }
      } else if scalar.value >= 0x80 {
        addForeign(scalar)
      }
    }
  }

  private mutating func addSpace() {
    guard style.joinsSpaces else {
      if !style.startsWithLetter || !result.isEmpty { result.append(style.space) }
      return
    }
    hasSpace = true
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if hasSpace, !result.isEmpty { result.append(style.space) }
    hasSpace = false
    result.append(scalar)
  }

  /// A letter of another script, or an accent that joins the letter before it.
  private mutating func addForeign(_ scalar: Unicode.Scalar) {
    switch style.letters {
    case .all: break
    case .ascii:
      if let base = ComposedLetters.base(of: scalar), base.isASCII { append(base) }
      return
    case .unaccented:
      if !(0x300...0x36F).contains(scalar.value) { append(ComposedLetters.base(of: scalar) ?? scalar) }
      return
    }
    if ComposedLetters.isMark(scalar) {
      guard let last = result.last else { return }
      if let composed = ComposedLetters.composed(last, scalar) {
        result.removeLast()
        result.append(composed)
      } else if last != style.space {
        result.append(scalar)
      }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      append(scalar)
    }
  }

  func finish() -> String? {
    guard let first = result.first else { return nil }
    return (0x30...0x39).contains(first.value) ? style.beforeDigit + String(result) : String(result)
  }
}
