import DocgenModel
import Testing

/// Ids of the interface are the interface's, whatever a page calls its own.
@Suite struct InterfaceAnchorsTests {
  @Test(arguments: [
    ("main", "page-main"), ("MAIN", "page-MAIN"), ("docgen:results", "page-docgen:results"),
    ("Docgen:x", "page-Docgen:x"), ("docgen", "docgen"), ("docgenOpenSearch", "docgenOpenSearch"), ("mainly", "mainly"),
    ("search", "search"), ("", ""),
  ])
  func areKeptFromContent(id: String, onSite: String) {
    #expect(PageAnchor.ofContent(id) == onSite)
  }

  /// Headings, the contents, and links from this page and others lead to the same place.
  @Test func areKeptFromHeadings() throws {
    let page = """
      # Page

      ## Main

      ## <a name="docgen:results"></a>Results

      ## <a name="50%"></a>Half

      [one](#main), [two](#docgen:results), [three](#50%25)

      """
    let project = try ProjectFixture(
      ["en/page.md": page, "en/other.md": "# Other\n\n[one](page.md#main), [two](page.md#docgen:results)\n"],
      locales: ["en"])
    try project.build()
    let html = try project.page("en/page.html")
    #expect(html.contains("<h2 id=\"page-main\">Main<a class=\"anchor\" href=\"#page-main\""))
    #expect(html.contains("<h2 id=\"page-docgen:results\">"))
    #expect(html.contains("<li><a href=\"#page-main\">Main</a></li>"))
    #expect(html.contains("<a href=\"#page-docgen:results\">two</a>"))
    #expect(html.contains("<h2 id=\"50%\">") && html.contains("<li><a href=\"#50%25\">Half</a></li>"))
    #expect(html.split(separator: " id=\"main\"").count == 2)
    let check = try SiteLinkCheck(folder: project.output)
    #expect(check.broken == [])
  }
}
