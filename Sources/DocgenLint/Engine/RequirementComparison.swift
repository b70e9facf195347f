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

  /// Systems are the same when the products and all numbers are; the order and the words between do not count.
  private func havePlatformsInCommon(_ expected: String, _ actual: String) -> Bool {
    let expectedWords = source.words(of: expected)
    let actualWords = translation.words(of: actual)
    func numbers(_ words: [[UInt8]]) -> [[UInt8]] {
      words.filter { $0.contains { (0x30...0x39).contains($0) } }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    let expectedNumbers = numbers(expectedWords)
    guard expectedNumbers == numbers(actualWords) else { return false }
    // A value without products or numbers is a phrase ("None supported").
    let significant = expectedWords.filter { source.productWords.contains($0) }
    if significant.isEmpty, expectedNumbers.isEmpty {
      return expectedWords == actualWords || !source.isPhrase(expected)
    }
    return significant.allSatisfy(actualWords.contains)
  }

  /// The words of a text that look like names: with a dot, a backslash, an underscore, a digit or an inner capital.
  private func names(in text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x20).map { word in
      var word = Array(word)
      while let last = word.last, ";,).:".utf8.contains(last) { word.removeLast() }
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
