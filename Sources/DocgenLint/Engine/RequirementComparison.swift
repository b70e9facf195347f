import DocgenModel
import DocgenSupport

/// Compares the values of one requirement in two languages.
struct RequirementComparison {
  let source: RequirementLexicon
  let translation: RequirementLexicon

  /// Rows that name systems and versions in the words of a language; all others hold names.
  private static func isPlatform(_ key: String) -> Bool {
    key.hasPrefix("minimum-supported") || key.hasPrefix("end-of") || key == "redistributable" || key == "product"
      || key == "version" || key == "platform"
  }

  /// Whether two values state the same.
  func areEqual(_ expected: String, _ actual: String, key: String) -> Bool {
    if expected == actual { return true }
    if Self.isPlatform(key) { return havePlatformsInCommon(expected, actual) }
    let expectedText = source.canonical(expected)
    let actualText = translation.canonical(actual)
    if expectedText == actualText { return true }
    let names = self.names(in: expectedText)
    // A value of names alone is equal only to itself; of prose with names, the names count.
    if names.count == expectedText.utf8.split(separator: 0x20).count { return false }
    let bytes = Array(actualText.utf8)
    return names.allSatisfy { contains(bytes, $0) }
  }

  /// Systems are the same when the words of the source and all numbers are; the order and the words between do not count.
  private func havePlatformsInCommon(_ expected: String, _ actual: String) -> Bool {
    let expectedWords = source.words(of: expected)
    let actualWords = translation.words(of: actual)
    var rest = actualWords
    for word in expectedWords {
      guard let index = rest.firstIndex(of: word) else {
        if Self.isConnective(word) { continue }
        return false
      }
      rest.remove(at: index)
    }
    return !rest.contains { $0.contains { (0x30...0x39).contains($0) } }
  }

  /// Words that link others; languages have their own ways of doing so.
  private static func isConnective(_ word: [UInt8]) -> Bool {
    connectives.contains(word)
  }

  private static let connectives: Set<[UInt8]> = Set(
    ["only", "desktop", "apps", "app", "uwp", "store", "and", "or", "with", "for", "on", "the", "of", "a", "in", "later",
      "version", "versions", "also", "requires", "windows", "server",
    ].map { Array($0.utf8) })

  /// The words of a text that look like names: with a dot, a backslash, an underscore, a digit or an inner capital.
  private func names(in text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x20).map { word in
      var word = Array(word)
      while let last = word.last, [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(last) { word.removeLast() }
      while let first = word.first, first == UInt8(ascii: "(") { word.removeFirst() }
      return word
    }.filter { word in
      var previousIsLower = false
      for byte in word {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: ":"), 0x30...0x39: return true
        case 0x41...0x5A:
          if previousIsLower { return true }
          previousIsLower = false
        default: previousIsLower = (0x61...0x7A).contains(byte)
        }
      }
      return false
    }
  }

  private func contains(_ text: [UInt8], _ name: [UInt8]) -> Bool {
    guard !name.isEmpty, text.count >= name.count else { return name.isEmpty }
    return (0...text.count - name.count).contains { text[$0..<$0 + name.count].elementsEqual(name) }
  }
}
