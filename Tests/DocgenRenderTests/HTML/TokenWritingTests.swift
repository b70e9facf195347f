import DocgenMarkup
import DocgenModel
import DocgenRender
import DocgenSupport
import Testing

/// What a site shows of macros, shortcodes, directives and tags.
@Suite struct TokenWritingTests {
  private static func html(_ text: String, _ dialect: String) -> String {
    let options = DialectSource.builtIn.dialect(dialect).options(in: "en")
    let style = HTMLStyle(
      alertTitles: [.note: "Hinweis", .warning: "Warnung"], anchorLabel: "Link", tableLabel: "Table")
    var writer = HTMLWriter(
      MarkdownParser.parse(SourceFile(path: "page.md", bytes: Array(text.utf8)), options: options), style: style,
      links: FixtureLinks())
    writer.writeDocument()
    return writer.buffer.string
  }

  @Test func blocksBecomeBoxesAndTabs() {
    #expect(
      Self.html("{{< note >}}\nText.\n{{< /note >}}", "hugo")
        == "<aside class=\"alert alert-note\"><p class=\"alert-title\">Hinweis</p>\n<p>Text.</p>\n</aside>\n")
    #expect(
      Self.html("# [A](#tab/a)\n\nOne.\n\n# [B](#tab/b)\n\nTwo.\n\n---\n\nEnd.", "learn")
        == """
        <div class="tabs">
        <details class="tab" name="docgen:tabs-1" open><summary class="tab-title">A</summary>
        <p>One.</p>
        </details>
        <details class="tab" name="docgen:tabs-1"><summary class="tab-title">B</summary>
        <p>Two.</p>
        </details>
        </div>
        <p>End.</p>

        """)
    #expect(
      Self.html("!!! warning \"Hot\"\n    Text.\n\nEnd.", "mkdocs")
        == """
        <aside class="alert alert-warning"><p class="alert-title">Warnung</p>
        <p><strong>Hot</strong></p>
        <p>Text.</p>
        </aside>
        <p>End.</p>

        """)
    let blocks =
      "/// tip | Use `open` *once*\n    type: tip\n\nText.\n\n///\n\n::: box.Box\n    options: x\n\nEnd."
    #expect(
      Self.html(blocks, "mkdocs")
        == """
        <aside class="alert alert-tip"><p class="alert-title">tip</p>
        <p><strong>Use <code>open</code> <em>once</em></strong></p>
        <p>Text.</p>
        </aside>
        <p>End.</p>

        """)
    let columns = ":::row:::\n   :::column:::\n      Left.\n   :::column-end:::\n:::row-end:::"
    #expect(Self.html(columns, "learn") == "<p>Left.</p>\n")
  }

  @Test func footnotesAreListed() {
    #expect(
      Self.html("Soft[^1].\n\n[^1]: It *can* be raised.\n", "common")
        == """
        <p>Soft<sup class="footnote"><a href="#fn-1" id="fnref-1">1</a></sup>.</p>
        <ol class="footnotes">
        <li id="fn-1">
        <p>It <em>can</em> be raised.</p>
        <a href="#fnref-1">↩</a></li>
        </ol>

        """)
  }

  @Test func formulasAreShown() {
    #expect(Self.html("$O(n \\log n)$", "common") == "<p><code class=\"math\">O(n \\log n)</code></p>\n")
    #expect(
      Self.html("A <math display=\"inline\" onclick=\"x\"><mi>x</mi><script>y</script></math>.", "mdn")
        == "<p>A <math display=\"inline\"><mi>x</mi></math>.</p>\n")
  }

  @Test func imagesFilesAndNamesAreShown() {
    #expect(
      Self.html(":::image type=\"content\" source=\"images/a.png\" alt-text=\"A box.\":::", "learn")
        == "<p><img src=\"images/a.png\" alt=\"A box.\"></p>\n")
    #expect(Self.html("{{< codenew file=\"a/b.yaml\" >}}", "hugo") == "<p><code>a/b.yaml</code></p>\n")
    #expect(Self.html("See <xref:Box.Open%2A?view=x>.", "learn") == "<p>See Box.Open.</p>\n")
  }

  /// A box with a heading in it ends where its bare end stands.
  @Test func bareEndsEndWhatTheirStartsBegin() {
    let html = Self.html(":::note\n\n## A\n\nText.\n\n:::\n\nAfter.", "docusaurus")
    #expect(html.contains("<p>Text.</p>\n</aside>\n<p>After.</p>"))
  }

  @Test func partsOfVitePressAreShown() {
    #expect(
      Self.html("::: details Use `open`\n\nText.\n\n:::", "vitepress")
        == """
        <details class="tab" open><summary class="tab-title">Use <code>open</code></summary>
        <p>Text.</p>
        </details>

        """)
    #expect(Self.html("<<< @/parts/a.js{2} [One]", "vitepress") == "<p><code>@/parts/a.js{2}</code></p>\n")
    #expect(Self.html("## A <Badge text=\"new\" />", "vitepress").contains(">A new</h2>"))
    #expect(Self.html("It is {{ 1 + 1 }}.", "vitepress") == "<p>It is <code>{{ 1 + 1 }}</code>.</p>\n")
  }

  @Test(arguments: [
    ("{{APIRef(\"Box\")}}\n\nText.", "mdn"), ("{{< param \"x\" >}} Text.", "hugo"),
    ("{{< comment >}}\nno\n{{< /comment >}}\n\nText.", "hugo"),
    ("import A from \"b\";\n\n<Tabs>\n<Unknown a={b} />\n\nText.\n\n</Tabs>", "docusaurus"),
    (
      "[[toc]]\n\n<!-- @include: gone.md -->\n\n"
        + "<script setup>\nimport B from 'b'\n</script>\n\nText.",
      "vitepress"
    ),
  ])
  func theRestIsLeftOut(_ text: String, _ dialect: String) {
    let html = Self.html(text, dialect)
    #expect(html.contains("Text."))
    for mark in ["{", "&lt;", "import", "no\n"] { #expect(!html.contains(mark), "\(html)") }
  }
}
