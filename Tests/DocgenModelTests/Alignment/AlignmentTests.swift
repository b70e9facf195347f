import Testing

@testable import DocgenModel

@Suite struct AlignmentTests {
  /// Aligns the words of two texts; words are like each other when they differ in case only.
  private func align(_ source: String, _ translation: String) -> String {
    let source = source.split(separator: " ").map(String.init)
    let translation = translation.split(separator: " ").map(String.init)
    let alignment = Alignment(source, translation) { left, right in
      if left == right { return .equal }
      if left.hasPrefix("!") || right.hasPrefix("!") { return .unrelated }
      return left.lowercased() == right.lowercased() ? .similar : .different
    }
    var parts = alignment.pairs.map { "\(source[$0.source])=\(translation[$0.translation])" }
    parts += alignment.moved.map { "moved \(source[$0.source])" }
    parts += alignment.missing.map { gap in
      "missing \(source[gap.source])" + (gap.after.map { " after \(translation[$0])" } ?? " first")
    }
    parts += alignment.extra.map { "extra \(translation[$0])" }
    return parts.joined(separator: ", ")
  }

  @Test(arguments: [
    ("", "", ""),
    ("a b c", "a b c", "a=a, b=b, c=c"),
    ("a b c", "a B c", "a=a, b=B, c=c"),
    ("a b c", "x y z", "a=x, b=y, c=z"),
    ("a b c", "a c", "a=a, c=c, missing b after a"),
    ("a b c", "b c", "b=b, c=c, missing a first"),
    ("a b c", "a b", "a=a, b=b, missing c after b"),
    ("a b", "", "missing a first, missing b first"),
    ("", "a", "extra a"),
    ("a c", "a b c", "a=a, c=c, extra b"),
    ("a b", "a b c", "a=a, b=b, extra c"),
    ("a b c", "c a b", "a=a, b=b, c=c, moved c"),
    ("a b c", "b c A", "a=A, b=b, c=c, moved a"),
    ("a b c d", "a x d", "a=a, c=x, d=d, missing b after a"),
    ("!a !b", "!a !c", "!a=!a, missing !b after !c, extra !c"),
    ("!a b", "!c b", "b=b, missing !a after !c, extra !c"),
  ])
  func aligns(_ source: String, _ translation: String, _ expected: String) {
    let result = align(source, translation)
    #expect(result == expected)
  }

  @Test func findsWhichOfEqualEntriesIsMissing() {
    #expect(align("a b a c a", "a b a c") == "a=a, b=b, a=a, c=c, missing a after c")
    #expect(align("a a a", "a a").hasPrefix("a=a, a=a, missing a"))
  }

  @Test func swappedNeighboursAreOneMove() {
    let result = align("a b c d", "a c b d")
    #expect(result.hasPrefix("a=a, b=b, c=c, d=d, moved "))
    #expect(!result.contains("missing"))
  }

  @Test func alignsLongListsByPlace() {
    let source = Array(0..<2000)
    let translation = Array(1..<1000)
    var comparisons = 0
    let alignment = Alignment(source, translation) { left, right in
      comparisons += 1
      return left == right ? .equal : .different
    }
    #expect(comparisons < 10_000)
    #expect(alignment.pairs.count == 999)
    #expect(alignment.pairs.allSatisfy { $0.source == $0.translation && $0.certainty == .byPlace })
    #expect(alignment.missing.count == 1001)
    #expect(alignment.missing.first?.after == 998)
    #expect(alignment.extra.isEmpty)
  }

  @Test func needsOneLookAtEqualLists() {
    let list = Array(0..<5000)
    var comparisons = 0
    let alignment = Alignment(list, list) { left, right in
      comparisons += 1
      return left == right ? .equal : .different
    }
    #expect(comparisons == 5000)
    #expect(alignment.pairs.count == 5000)
  }

  /// Upper and lower case are alike; other words may stand for each other only by their place.
  @Test(arguments: [
    ("a b c", "A x c", "aA bx cc"),
    ("a b c", "x y z", "ax by cz"),
    ("a b c", "x c", "cc"),
    ("a b c", "a x y c", "aa cc"),
    ("a b c d", "a x d y", "aa dd"),
    ("a b c d", "x B y d", "ax bB cy dd"),
    ("a b c d", "c a x d", "aa dd"),
  ])
  func tellsWhatIsCertain(_ source: String, _ translation: String, _ expected: String) {
    let source = source.split(separator: " ").map(String.init)
    let translation = translation.split(separator: " ").map(String.init)
    let alignment = Alignment(source, translation) { left, right in
      left == right ? .equal : left.lowercased() == right.lowercased() ? .similar : .different
    }
    let certain = alignment.pairs.filter(\.isCertain)
    #expect(certain.map { source[$0.source] + translation[$0.translation] }.joined(separator: " ") == expected)
  }

  @Test(arguments: [("a b c", "a b c"), ("a b c", "b x c A"), ("", "x"), ("a", "")])
  func findsThePairsOfBothSides(_ source: String, _ translation: String) {
    let source = source.split(separator: " ").map(String.init)
    let translation = translation.split(separator: " ").map(String.init)
    let alignment = Alignment(source, translation) { left, right in
      left == right ? .equal : left.lowercased() == right.lowercased() ? .similar : .unrelated
    }
    for pair in alignment.pairs {
      #expect(alignment.pair(ofSource: pair.source) == pair)
      #expect(alignment.pair(ofTranslation: pair.translation) == pair)
    }
    #expect(alignment.missing.allSatisfy { alignment.pair(ofSource: $0.source) == nil })
    #expect(alignment.extra.allSatisfy { alignment.pair(ofTranslation: $0) == nil })
    #expect(alignment.pairs.count + alignment.missing.count == source.count)
    #expect(alignment.moved.allSatisfy { alignment.pairs.contains($0) })
  }
}
