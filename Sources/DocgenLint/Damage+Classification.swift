import DocgenSupport

extension Damage {
  /// What happened to a name or value, told from how it should read and how it does; nothing where both are the same.
  ///
  /// The mildest class that explains the whole difference is given, in this order: only blanks and backslashes came
  /// or went; only the case changed besides; only digits; a part is gone; words took the place of words.
  public static func classify(expected: String, actual: String) -> Damage? {
    if expected.utf8.elementsEqual(actual.utf8) { return nil }
    let wanted = DamageCharacters(expected)
    let found = DamageCharacters(actual)
    if wanted.scalars == found.scalars { return .blanks }
    let wantedFolded = wanted.folded
    let foundFolded = found.folded
    if wantedFolded.scalars == foundFolded.scalars { return .case }
    if found.scalars.isEmpty { return .lost }
    if wanted.scalars.isEmpty { return .other }
    if wantedFolded.isHexadecimal, foundFolded.isHexadecimal { return .number }
    if wantedFolded.withoutNumbers(.digits) == foundFolded.withoutNumbers(.digits) { return .number }
    if foundFolded.isPart(of: wantedFolded) { return .lost }
    if wantedFolded.withoutNumbers(.signsAndPoints) == foundFolded.withoutNumbers(.signsAndPoints) { return .number }
    return foundFolded.replacesWords(of: wantedFolded) ? .translated : .other
  }
}
