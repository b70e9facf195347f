import DocgenMarkup
import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// What pages become on a site: Markdown in `Fixtures/writer/*.md`, and beside it the HTML as reviewed.
@Suite struct HTMLWriterTests {
  static let names = [
    "alerts", "anchors", "blocks", "code", "descriptions", "headings", "images", "inline", "links", "lists", "nesting",
    "obsolete", "preformatted", "tables", "unclosed",
  ]

  @Test(arguments: names)
  func writesForASite(_ name: String) throws {
    let path = Snapshot.fixtures(for: #filePath) + "/writer/\(name).md"
    let markdown = String(decoding: try FileSystem.read(path), as: UTF8.self)
    Snapshot.expect(siteHTML(of: markdown), "writer/\(name).html")
  }

  @Test func writesDeepNestingWithoutLimitOfTheStack() {
    let depth = 20000
    for unit in ["> ", "<div>", "<dl><dd>", "<table><tr><td>", "<b>", "- "] {
      let html = siteHTML(of: String(repeating: unit, count: depth) + "x\n")
      #expect(html.utf8.count > 0)
    }
  }

  @Test func countsLinksAndImagesThatLeadNowhere() {
    let source = SourceFile(
      path: "page.md", bytes: Array("[a](missing.md) [b](x.md) [c](#nowhere) ![d](e.png) ![f](images/g.png)".utf8))
    var writer = HTMLWriter(MarkdownParser.parse(source), style: HTMLStyle(), links: FixtureLinks())
    writer.writeDocument()
    #expect(writer.missingLinks == 2)
    #expect(writer.missingImages == 1)
    #expect(writer.buffer.string == "<p>a <a href=\"x.html\">b</a> c d <img src=\"images/g.png\" alt=\"f\"></p>\n")
  }
}
