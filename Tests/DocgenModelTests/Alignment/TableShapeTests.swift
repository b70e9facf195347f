import DocgenMarkup
import DocgenModel
import DocgenSupport
import Testing

@Suite struct TableShapeTests {
  private func shape(_ text: String) throws -> TableShape {
    let document = MarkdownParser.parse(SourceFile(path: "page.md", bytes: Array(text.utf8)))
    let table = try #require(
      document.nodes.indices.first {
        document.nodes[$0].kind == .table || document.nodes[$0].kind == .element && document.nodes[$0].tag == .table
      })
    return TableShape(table, in: document)
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| c | d |\n", [2, 2]),
    // The head may be empty, and other rows count where they say something.
    ("|  |  |\n|---|---|\n| c | d |\n", [2, 2]),
    ("| a | b |\n|---|---|\n|  |  |\n| c | d |\n", [2, 2]),
    ("| a |\n|---|\n| \u{A0} |\n", [1]),
    ("| a |\n|---|\n| ![](a.png) |\n", [1, 1]),
    // Cells may take several columns, but no number of them that is absurd.
    ("<table><tr><td colspan=\"2\">a</td><th>b</th></tr><tr><td>c</td></tr></table>\n", [3, 1]),
    ("<table><tr><td colspan=\"0\">a</td></tr><tr><td colspan=\"x\">b</td></tr></table>\n", [1, 1]),
    ("<table><tr><td colspan=\"100000\">a</td></tr></table>\n", [100]),
  ])
  func countsRowsAndColumns(_ text: String, _ cells: [Int]) throws {
    let shape = try shape(text)
    #expect(shape.rows.map(\.cells) == cells)
    #expect(shape.columns == cells.max())
  }

  @Test func tablesAreAlikeIfRowsAndColumnsAreAsMany() throws {
    let table = try shape("| a | b |\n|---|---|\n| c | d |\n")
    let (same, shorter, narrower) = (
      try shape("| x | y |\n|---|---|\n| z |  |\n"), try shape("| a | b |\n|---|---|\n"),
      try shape("| a |\n|---|\n| c |\n")
    )
    #expect(table.isLike(same))
    #expect(!table.isLike(shorter) && !table.isLike(narrower))
  }
}
