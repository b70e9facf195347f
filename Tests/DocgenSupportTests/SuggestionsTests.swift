import DocgenSupport
import Testing

@Suite struct SuggestionsTests {
  static let names = [
    "lint", "build", "format", "fail-on", "mismatched-parameter-name", "mismatched-parameter-direction",
    "missing-parameter",
  ]

  @Test(arguments: [
    ("lnit", "lint"),
    ("LINT", "lint"),
    ("fromat", "format"),
    ("failon", "fail-on"),
    ("mismatched-paramter-name", "mismatched-parameter-name"),
    ("mismatched-param", "mismatched-parameter-name"),
    ("bui", "build"),
  ])
  func findsWhatWasMeant(written: String, meant: String) {
    #expect(Suggestions.nearest(to: written, among: Self.names) == meant)
  }

  @Test(arguments: ["", "x", "li", "export", "größe", String(repeating: "mismatched-", count: 40)])
  func staysSilentWhereNothingIsNear(written: String) {
    #expect(Suggestions.nearest(to: written, among: Self.names) == nil)
  }

  @Test func doesNotDependOnTheOrderOfTheNames() {
    #expect(Suggestions.nearest(to: "cart", among: ["card", "cark", "care"]) == "card")
    #expect(Suggestions.nearest(to: "cart", among: ["care", "cark", "card"]) == "card")
  }

  @Test func prefersTheNameOfTheSameLetters() {
    #expect(Suggestions.nearest(to: "lnit", among: ["init", "lint", "knit"]) == "lint")
  }

  @Test func prefersTheMistypedNameToTheHalfWrittenOne() {
    #expect(Suggestions.nearest(to: "locale", among: ["locale-data-folder", "locales"]) == "locales")
  }

  @Test(arguments: [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abcd", "abdc", 1), ("kitten", "sitting", 3)])
  func countsChanges(left: String, right: String, distance: Int) {
    #expect(Suggestions.distance(Array(left.utf8), Array(right.utf8)) == distance)
  }
}
