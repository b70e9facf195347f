import DocgenSupport
import Synchronization

/// Compares the values of one requirement in two languages.
package struct RequirementComparison: Sendable {
  let source: RequirementLexicon
  let translation: RequirementLexicon
  /// Few values are said on many pages.
  private let known = KnownComparisons()

  init(source: RequirementLexicon, translation: RequirementLexicon) {
    self.source = source
    self.translation = translation
  }

  /// Rows that name systems and versions in the words of a language; all others hold names.
  package static func isPlatform(_ key: String) -> Bool {
    key.hasPrefix("minimum-supported") || key.hasPrefix("end-of") || key == "redistributable" || key == "product"
      || key == "version" || key == "platform"
  }

  /// Whether two values state the same.
  package func areEqual(_ expected: String, _ actual: String, key: String) -> Bool {
    if expected == actual { return true }
    return known.result(.init(expected: expected, actual: actual, isPlatform: Self.isPlatform(key))) {
      compare(expected, actual, isPlatform: Self.isPlatform(key))
    }
  }

  private func compare(_ expected: String, _ actual: String, isPlatform: Bool) -> Bool {
    if isPlatform { return havePlatformsInCommon(expected, actual) }
    let expectedText = source.canonical(expected)
    let actualText = translation.canonical(actual)
    if expectedText == actualText { return true }
    let expectedBytes = Array(expectedText.utf8)
    let names = ValueNames.ranges(in: expectedBytes).map { Array(expectedBytes[$0]) }
    // A value of names alone is equal only to itself; of prose with names, the names count.
    if names.count == expectedText.utf8.split(separator: 0x20).count { return false }
    let bytes = Array(actualText.utf8)
    return names.allSatisfy { contains(bytes, $0) }
  }

  /// Systems are the same when the products and all numbers are; the order and the words between do not count.
  private func havePlatformsInCommon(_ expected: String, _ actual: String) -> Bool {
    let expectedWords = source.words(of: expected)
    let actualWords = translation.words(of: actual)
    func numbers(_ words: [RequirementLexicon.Word]) -> [UInt64] { words.filter(\.hasDigit).map(\.hash).sorted() }
    let expectedNumbers = numbers(expectedWords)
    guard expectedNumbers == numbers(actualWords) else { return false }
    // A value without products or numbers is a phrase ("None supported").
    let significant = expectedWords.filter { source.productWords.contains($0) }
    if significant.isEmpty, expectedNumbers.isEmpty {
      return expectedWords == actualWords || !source.isPhrase(expected)
    }
    return significant.allSatisfy(actualWords.contains)
  }

  private func contains(_ text: [UInt8], _ name: [UInt8]) -> Bool {
    guard !name.isEmpty, text.count >= name.count else { return name.isEmpty }
    return (0...text.count - name.count).contains { text[$0..<$0 + name.count].elementsEqual(name) }
  }
}

/// The results of comparisons that were made, by what was compared; from any thread.
private final class KnownComparisons: Sendable {
  struct Values: Hashable {
    var expected: String
    var actual: String
    var isPlatform: Bool
  }

  /// What a project says on many pages comes up early; what comes later is compared each time.
  private static let limit = 4096
  /// Values of requirements are short; long ones would be kept for nothing.
  private static let longest = 256
  private let results = Mutex<[Values: Bool]>([:])

  func result(_ values: Values, _ compare: () -> Bool) -> Bool {
    if values.expected.utf8.count + values.actual.utf8.count > Self.longest { return compare() }
    if let result = results.withLock({ $0[values] }) { return result }
    let result = compare()
    results.withLock { if $0.count < Self.limit { $0[values] = result } }
    return result
  }
}
