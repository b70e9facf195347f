import DocgenSupport
import DocgenTestSupport
import Testing

/// The files of the search of a small site.
@Suite struct SearchIndexTests {
  @Test func writesWhatTheSearchLoads() throws {
    let project = try ProjectFixture()
    try project.build()
    let files = try ProjectFixture.files(below: project.output + "/search").sorted { $0.key < $1.key }
    var text = ""
    for (path, bytes) in files where path.hasPrefix("names/") || path.hasPrefix("text/de/") {
      text += "== \(path)\n" + String(decoding: bytes, as: UTF8.self)
    }
    Snapshot.expect(text, "site/search.txt")
  }

  @Test func leavesOutPagesInAnotherLanguage() throws {
    let project = try ProjectFixture()
    try project.build()
    let german = try project.page("search/text/de/pages-0.js")
    #expect(german.contains("KillJob-Methode"))
    // Names lead to the page in every language, under the title that it is shown with; its words are those of its own.
    #expect(german.contains("Second guide"))
    #expect(try project.page("search/names/0.js").contains("CIM_Job"))
    #expect(try project.page("search/text/de/words-0.js").contains("methode"))
    #expect(try !project.page("search/text/de/words-0.js").contains("second"))
  }

  @Test func escapesWhatEndsATemplate() throws {
    let title = "Quote ` and \\ and ${x}"
    let project = try ProjectFixture(["en/a.md": "---\ntitle: '\(title)'\n---\n# x\n"], locales: ["en"])
    try project.build()
    #expect(try project.page("search/text/en/pages-0.js").contains("Quote \\` and \\\\ and \\${x}"))
  }
}
