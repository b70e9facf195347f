import DocgenModel
import Testing

@Suite struct PlainRestorationTests {
  private func restoration(_ wanted: String, _ found: String) -> PlainRestoration? {
    PlainRestoration(Array(wanted.utf8)[...], over: Array(found.utf8)[...])
  }

  @Test(arguments: [
    ("OpenFile", "Open File", true), ("OpenFile", "Datei öffnen", false), ("OpenFile", "Open\\_File", false),
    ("OpenFile", "Open_File", false), ("Open_File", "Open _ File", true), ("Open\\_File", "Open \\_ File", true),
    ("\\_Open", "\\_ Open", true), ("web.config", "web. config", true), ("a-b", "a -b", true),
    ("ab", "a, b", false),
  ])
  func writesWhatTheSourceHas(_ wanted: String, _ found: String, _ isOfWhitespaceAlone: Bool) throws {
    let plain = try #require(restoration(wanted, found))
    #expect(String(decoding: plain.text, as: UTF8.self) == wanted)
    #expect(plain.isOfWhitespaceAlone == isOfWhitespaceAlone)
  }

  /// What is markup there, or may become such, is for those that know the documents.
  @Test(arguments: [
    ("OpenFile", "OpenFile"),
    // Underscores are written in another way, or nothing tells how.
    ("Open_File", "Open\\_File"), ("Open\\_File", "Open_File"), ("Open_File", "Datei"), ("a\\_b_c", "x\\_y"),
    // Those at the ends may be emphasis.
    ("_Open", "x_y"), ("Open_", "x_y"),
    // Spaces at the ends.
    (" Open", "Datei"), ("Open ", "Datei"), ("Open", " Datei"), ("Open", "Datei "),
    // Marks that may begin a list, or end a sentence.
    ("-a", "b"), ("a -b", "b"), ("a- b", "b"), ("a-", "b"), ("a.", "b"), ("a,b", "c"),
    // Other marks and letters.
    ("Größe", "Name"), ("a*b", "c"), ("a", "b*c"), ("a", "[b]"),
    // A backslash before anything else.
    ("a\\b", "c"), ("a\\.b", "c"), ("a\\", "c"), ("a", "b\\,c"), ("", "a"), ("a", ""),
  ])
  func leavesTheRestToOthers(_ wanted: String, _ found: String) {
    #expect(restoration(wanted, found) == nil)
  }
}
