import DocgenSupport

extension Damage {
  /// What happened to a name or value, told from how it should read and how it does; `nil` if both are the same.
  ///
  /// The mildest class that explains the whole difference is given, in this order: only whitespace and backslashes came
  /// or went; only the case changed besides; only digits; a part is gone; words took the place of words.
  package static func classify(expected: String, actual: String) -> Damage? {
    if expected == actual, expected.utf8.elementsEqual(actual.utf8) { return nil }
    if let damage = ofWhitespaceOrCase(expected: expected, actual: actual) { return damage }
    let wanted = DamageCharacters(expected)
    let found = DamageCharacters(actual)
    if wanted.scalars == found.scalars { return .whitespace }
    let wantedFolded = wanted.folded
    let foundFolded = found.folded
    if wantedFolded.scalars == foundFolded.scalars { return .case }
    if found.scalars.isEmpty { return .lost }
    if wanted.scalars.isEmpty { return .other }
    if wantedFolded.isHexadecimal, foundFolded.isHexadecimal { return .number }
    let holdNumbers = wantedFolded.hasDigits || foundFolded.hasDigits
    if holdNumbers, wantedFolded.withoutNumbers(.digits) == foundFolded.withoutNumbers(.digits) { return .number }
    if foundFolded.isPart(of: wantedFolded) { return .lost }
    if holdNumbers, wantedFolded.withoutNumbers(.signsAndPoints) == foundFolded.withoutNumbers(.signsAndPoints) {
      return .number
    }
    return foundFolded.replacesWords(of: wantedFolded) ? .translated : .other
  }

  /// The class of most changes, those of spaces or of the case of ASCII alone; `nil` for all others.
  package static func ofWhitespaceOrCase(expected: String, actual: String) -> Damage? {
    var (expected, actual) = (expected, actual)
    return expected.withUTF8 { wanted in
      actual.withUTF8 { found in
        var damage = Damage.whitespace
        var index = 0
        for byte in found where byte != 0x20 {
          while index < wanted.count, wanted[index] == 0x20 { index += 1 }
          guard index < wanted.count else { return nil }
          if wanted[index] != byte {
            guard ASCIICase.lowercased(wanted[index]) == ASCIICase.lowercased(byte) else { return nil }
            damage = .case
          }
          index += 1
        }
        return wanted[index...].allSatisfy { $0 == 0x20 } ? damage : nil
      }
    }
  }
}
