import Testing

@testable import DocgenModel

@Suite struct RequirementLexiconTests {
  /// Without any phrases or products.
  private static let lexicon = RequirementLexicon(Vocabulary(locale: "xx"), source: Vocabulary(locale: "xx"))

  @Test(arguments: [
    ("Foo ... bar", "foo bar"), ("...", ""), ("Foo.", "foo"), ("Foo 1.2.3.", "foo 1.2.3"), ("(Foo, bar)", "foo bar"),
    ("Foo\u{FFFD}bar", "foo bar"), ("Foo\u{FFFD}", "foo"), ("\u{FFFD}\u{FFFD}foo", "foo"),
  ])
  func readsWordsWithoutPunctuation(_ text: String, _ words: String) {
    #expect(Self.lexicon.words(of: text) == Self.lexicon.words(of: words))
    #expect(Self.lexicon.words(of: text).count == words.split(separator: " ").count)
  }
}
