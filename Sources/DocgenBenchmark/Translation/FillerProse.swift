import DocgenModel

/// Words of a language that say nothing about a page, in the place of its prose.
///
/// They are those of the interface's strings, so that every locale that is shipped has some, and nothing here knows which
/// locales there are.
struct FillerProse: Sendable {
  /// Words as they stand within a sentence.
  let words: [String]
  /// Words that start with a capital of ASCII, as at the start of a sentence.
  let capitalized: [String]

  init(_ vocabulary: Vocabulary) {
    var words: [String] = []
    var seen: Set<String> = []
    for key in vocabulary.interfaceKeys {
      for part in (vocabulary.interfaceText(key) ?? "").split(separator: " ") {
        let word = String(part.drop { !Self.isLetter($0) }.reversed().drop { !Self.isLetter($0) }.reversed())
        guard word.utf8.count > 2, word.allSatisfy(Self.isLetter), word.dropFirst().allSatisfy(\.isLowercase),
          !Self.hasMeaning(word, vocabulary), seen.insert(word.lowercased()).inserted
        else { continue }
        words.append(word.lowercased())
      }
    }
    // A language without strings of its own would have no prose.
    if words.isEmpty { words = ["lorem", "ipsum", "dolor"] }
    self.words = words
    capitalized = words.filter { $0.utf8.first.map { $0 < 0x80 } ?? false }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// Whether a word alone says something to the reader of facts.
  private static func hasMeaning(_ word: String, _ vocabulary: Vocabulary) -> Bool {
    Vocabulary.Part.allCases.contains { vocabulary.key(of: word, in: $0) != nil }
  }

  private static func isLetter(_ character: Character) -> Bool { character.isLetter }

  func word(_ dice: inout Dice) -> String { words[dice.number(below: words.count)] }

  func capitalizedWord(_ dice: inout Dice) -> String {
    capitalized.isEmpty ? word(&dice) : capitalized[dice.number(below: capitalized.count)]
  }

  /// Words with spaces between, the first with a capital.
  func title(_ count: Int, _ dice: inout Dice) -> String {
    ([capitalizedWord(&dice)] + (1..<max(1, count)).map { _ in word(&dice) }).joined(separator: " ")
  }
}
