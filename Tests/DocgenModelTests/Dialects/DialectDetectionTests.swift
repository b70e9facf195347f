import DocgenModel
import Testing

/// Which dialect pages show.
@Suite struct DialectDetectionTests {
  private static func detect(_ pages: [String], files: [String] = ["a.md", "b.md"]) -> DialectDetection.Result? {
    DialectDetection(.builtIn).detect(files: files, pages: pages.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("---\nms.date: 01/01/2020\n---\n# A\n", "learn", "ms.date"),
    ("---\nms.date: 01/01/2020\nschema: 2.0.0\n---\n# A\n", "powershell", "schema"),
    ("---\npage-type: guide\n---\n# A\n", "mdn", "page-type"),
    ("---\ntitle: A\nl10n:\n  sourceCommit: abc\n---\n# A\n", "mdn", "l10n.sourceCommit"),
    ("+++\ntitle = \"A\"\nlinkTitle = \"B\"\n+++\n", "hugo", "linkTitle"),
    ("# A\n\n{{< note >}}\nx\n{{< /note >}}\n", "hugo", "{{<"),
    ("# A\n\n:::tip\nx\n:::\n", "docusaurus", ":::tip"),
    ("# A\n\n!!! note\n    x\n", "mkdocs", "!!! "),
    ("# A\n\n::: tip\nx\n:::\n", "vitepress", "::: tip"),
    ("# A\n\n<!--@include: ./b.md-->\n", "vitepress", "<!--@include:"),
    ("---\noutline: deep\n---\n# A\n", "vitepress", "outline"),
  ])
  func isToldByMarks(_ page: String, _ name: String, _ mark: String) {
    let result = Self.detect([page])
    #expect(result?.name == name)
    #expect(result?.mark == mark)
  }

  @Test func isToldByFiles() {
    #expect(Self.detect(["# A\n"], files: ["_index.md", "a.md"])?.name == "hugo")
    #expect(Self.detect(["# A\n"], files: ["README.md", "a.md"])?.name == "github")
    #expect(Self.detect(["# A\n"], files: ["index.md", "a.md"]) == nil)
  }

  @Test func nothingIsToldByNothing() {
    #expect(Self.detect(["---\ntitle: A\n---\n# A\n\n{{ name }} costs $5.\n"]) == nil)
    #expect(Self.detect([]) == nil)
    #expect(Self.detect(["# A\n\n```\n{{< note >}}\n:::tip\n```\n"]) == nil)
  }

  @Test func onePageOfManyTellsNothing() {
    let plain = [String](repeating: "# A\n", count: 40)
    #expect(Self.detect(plain + ["# B\n\n{{< x >}}\n"]) == nil)
  }

  @Test func whatMostPagesShowIsTold() {
    let pages = [String](repeating: "---\nms.topic: article\n---\n", count: 6)
    #expect(Self.detect(pages + ["# B\n\n!!! note\n    x\n", "# C\n\n!!! note\n    x\n"])?.name == "learn")
  }
}
