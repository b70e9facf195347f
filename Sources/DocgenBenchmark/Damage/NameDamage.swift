import DocgenModel

/// What translation does to names and values; each gives `nil` if a text has no place for it.
enum NameDamage {
  /// Words of the language in the place of the name.
  static func translated(_ filler: FillerProse) -> (String, inout Dice) -> String? {
    { name, dice in
      guard name.contains(where: \.isLetter) else { return nil }
      let word = filler.capitalizedWord(&dice)
      let text = dice.happens(30) ? "\(word) \(filler.word(&dice))" : word
      return text.lowercased() == name.lowercased() ? nil : text
    }
  }

  /// One word of several is translated (`ERROR_INSUFFICIENT_BUFFER`, `Root\virtualization\v2`, `Streams.h`).
  static func partTranslated(_ filler: FillerProse) -> (String, inout Dice) -> String? {
    { name, dice in
      let parts = Self.parts(of: name).filter { part in name[part].count > 1 && name[part].allSatisfy(\.isLetter) }
      guard let part = dice.pick(parts) else { return nil }
      let word = filler.capitalizedWord(&dice)
      if word.lowercased() == name[part].lowercased() { return nil }
      return name.replacingCharacters(part, with: name[part].allSatisfy(\.isUppercase) ? word.uppercased() : word)
    }
  }

  /// A space beside a mark or before an inner capital (`S _ OK`, `Winuser. h`, `Kill Job`).
  static func whitespace(_ name: String, _ dice: inout Dice) -> String? {
    var places: [(String.Index, isAround: Bool)] = []
    var previous: Character = " "
    for index in name.indices.dropFirst() {
      previous = name[name.index(before: index)]
      if ".\\:".contains(previous), name[index] != previous, index < name.endIndex { places.append((index, false)) }
      if name[index] == "_", previous != "_" { places.append((index, true)) }
    }
    guard let place = dice.pick(places) else { return nil }
    var text = name
    if place.isAround {
      text.insert(" ", at: text.index(after: place.0))
    }
    text.insert(" ", at: place.0)
    return text.trimmed == name ? nil : text.trimmed
  }

  /// The case of letters.
  static func letterCase(_ name: String, _ dice: inout Dice) -> String? {
    let lower = name.lowercased()
    if lower != name { return lower }
    let upper = name.prefix(1).uppercased() + name.dropFirst()
    return upper == name ? nil : upper
  }

  /// A letter is lost, or two have changed places.
  static func letters(_ name: String, _ dice: inout Dice) -> String? {
    var characters = Array(name)
    let letters = characters.indices.filter { characters[$0].isLetter }
    guard letters.count > 2, let index = dice.pick(Array(letters.dropFirst())) else { return nil }
    let previous = characters.index(before: index)
    if dice.happens(50), characters[previous].isLetter, characters[previous] != characters[index] {
      characters.swapAt(previous, index)
    } else {
      characters.remove(at: index)
    }
    return String(characters)
  }

  /// Another digit.
  static func digit(_ text: String, _ dice: inout Dice) -> String? {
    let digits = text.indices.filter { index in
      // Of "0x10" the first digit makes it a number.
      let next = text.index(after: index)
      return text[index].isASCII && text[index].isNumber && !(next < text.endIndex && "xX".contains(text[next]))
    }
    guard let index = dice.pick(digits), let digit = text[index].wholeNumberValue else { return nil }
    return text.replacingCharacters(
      index..<text.index(after: index), with: "\((digit + 1 + dice.number(below: 8)) % 10)")
  }

  /// A part of a name, with the mark before it, is gone (`CIM_Job.KillJob` → `KillJob`).
  static func partLost(_ name: String, _ dice: inout Dice) -> String? {
    let parts = parts(of: name)
    guard parts.count > 1, let index = dice.pick(Array(parts.indices)) else { return nil }
    let range =
      index == 0
      ? parts[0].lowerBound..<parts[1].lowerBound : parts[index - 1].upperBound..<parts[index].upperBound
    return name.replacingCharacters(range, with: "")
  }

  /// The runs of letters and digits.
  private static func parts(of name: String) -> [Range<String.Index>] {
    var parts: [Range<String.Index>] = []
    var start: String.Index?
    for index in name.indices {
      if name[index].isLetter || name[index].isNumber {
        start = start ?? index
      } else if let first = start {
        parts.append(first..<index)
        start = nil
      }
    }
    if let start { parts.append(start..<name.endIndex) }
    return parts
  }
}

extension String {
  func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
