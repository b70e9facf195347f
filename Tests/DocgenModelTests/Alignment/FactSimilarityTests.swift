import DocgenSupport
import Testing

@testable import DocgenModel

@Suite struct FactSimilarityTests {
  @Test(arguments: [
    ("a", "a", true), ("*a", "a", true), ("a**", "a", true), ("a.", "a", true), ("a ,:", "a", true), (" a", "a", true),
    ("", "", true), ("a", "b", false), ("A", "a", false), ("a b", "ab", false), ("**", "*", false), ("*", "", false),
  ])
  func marksAtTheEndsOfNamesDoNotCount(_ expected: String, _ actual: String, _ areAlike: Bool) {
    #expect(FactSimilarity.differByMarksOnly(expected, actual) == areAlike)
  }

  // MARK: Return codes

  private func code(_ name: String?, _ value: String?, isSymbolic: Bool) -> ReturnCode {
    let span = SourceSpan(0..<0)
    return ReturnCode(
      name: name.map { Located($0, at: span) }, isSymbolic: isSymbolic, value: value.map { Located($0, at: span) },
      alternateValue: nil, node: 0, container: 0, span: span, description: 0..<0)
  }

  private func similarity(
    _ source: (name: String?, value: String?), _ translation: (name: String?, value: String?),
    areSymbolic: Bool = true
  ) -> Similarity {
    FactSimilarity.returnCodes(
      code(source.name, source.value, isSymbolic: areSymbolic),
      code(translation.name, translation.value, isSymbolic: areSymbolic))
  }

  @Test func codesOfOneValueAreTheSame() {
    #expect(similarity(("E_ONE", "1"), ("E_ONE", "1")) == .equal)
    #expect(similarity((nil, "1"), (nil, "1")) == .equal)
    #expect(similarity((nil, "1"), (nil, "2")) == .different)
    #expect(similarity(("One", "1"), ("Eins", "1"), areSymbolic: false) == .equal)
    #expect(similarity(("One", "1"), ("One", "2"), areSymbolic: false) == .different)
  }

  @Test func codesOfOneValueWithOtherNamesAreAlike() {
    #expect(similarity(("E_ONE", "1"), ("E_TWO", "1")) == .similar)
    #expect(similarity(("E_ONE", "1"), ("E ONE", "2")) == .similar)
    #expect(similarity(("E_ONE", "1"), ("E_TWO", "2")) == .different)
  }

  @Test func whatLiesBetweenValuesMayStandForSeveral() {
    #expect(similarity(("Others", ".."), (nil, ".."), areSymbolic: false) == .similar)
    #expect(similarity((nil, ".."), (nil, ".."), areSymbolic: false) == .equal)
    #expect(similarity(("Others", ".."), ("Andere", ".."), areSymbolic: false) == .equal)
  }

  @Test func codesWithoutValuesAreToldByTheirNames() {
    #expect(similarity(("E_ONE", nil), ("E_ONE", nil)) == .equal)
    #expect(similarity(("E_ONE", nil), ("E ONE", nil)) == .similar)
    #expect(similarity(("E_ONE", nil), ("E_TWO", nil)) == .different)
    #expect(similarity(("E_ONE", nil), ("E_ONE", "1")) == .different)
    #expect(similarity(("Success", nil), ("Erfolg", nil), areSymbolic: false) == .similar)
    // A value without digits is a word of the language.
    #expect(similarity(("E_ONE", "none"), ("E_ONE", nil)) == .equal)
  }
}
