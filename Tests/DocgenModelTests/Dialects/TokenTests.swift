import DocgenMarkup
import DocgenModel
import DocgenSupport
import Testing

/// Macros, shortcodes, directives and tags, as the built-in dialects read them.
@Suite struct TokenTests {
  private static func document(_ text: String, _ dialect: String = "common") -> Document {
    let dialect = DialectSource.builtIn.dialect(dialect)
    return MarkdownParser.parse(
      SourceFile(path: "page.md", bytes: Array(text.utf8)), options: dialect.options(in: "en"))
  }

  /// Each token as its role, name and arguments.
  private static func tokens(_ text: String, _ dialect: String = "common") -> [String] {
    document(text, dialect).tokens.map { token in
      let mark = token.role == .end ? "/" : token.role == .start ? "+" : ""
      return mark + token.name
        + token.arguments.map { " " + ($0.name.map { $0 + "=" } ?? "") + $0.value }.joined(separator: ",")
    }
  }

  @Test(arguments: [
    ("{{domxref(\"Node.appendChild()\", 'append')}}", "mdn", ["domxref Node.appendChild(), append"]),
    ("{{ EmbedLiveSample(\"a b\", 600, 20) }}", "mdn", ["EmbedLiveSample a b, 600, 20"]),
    ("{{Compat}}", "mdn", ["Compat"]),
    (
      "A {{< glossary_tooltip text=\"pod\" term_id=\"pod\" >}} runs.", "hugo",
      ["+glossary_tooltip text=pod, term_id=pod"]
    ),
    ("{{< note >}}\nText.\n{{< /note >}}", "hugo", ["+note", "/note"]),
    ("{{<note>}}Text.{{</note>}}", "hugo", ["+note", "/note"]),
    (":::tip Watch out\n\nText.\n\n:::", "common", ["+tip Watch out", "/"]),
    ("::: zone pivot=\"linux\"\n\nText.\n\n::: zone-end", "learn", ["+zone pivot=linux", "/zone"]),
    (":::image source=\"a.png\" alt-text=\"A box.\":::", "learn", ["image source=a.png, alt-text=A box."]),
    ("[!INCLUDE [note](../a/b.md)]", "learn", ["INCLUDE text=note, target=../a/b.md"]),
    ("[!code-csharp[Main](a.cs#L3-L9 \"Order\")]", "learn", ["code-csharp text=Main, target=a.cs#L3-L9, title=Order"]),
    ("# [Linux](#tab/linux)\n\nRun.\n\n---\n", "learn", ["+tab-heading title=Linux, linux", "/tab-heading"]),
    ("{% ifversion cloud %}\nText.\n{% endif %}", "common", ["+ifversion cloud", "/if"]),
    (
      "<Tabs groupId=\"os\">\n<TabItem value=\"a\" label=\"A\">\n\nText.\n\n</TabItem>\n</Tabs>", "docusaurus",
      ["+Tabs groupid=os", "+TabItem value=a, label=A", "/TabItem", "/Tabs"]
    ),
    ("import Tabs from \"x\";\n\nText.", "docusaurus", ["import Tabs from \"x\";"]),
    ("!!! note \"Title\"\n    Text.", "mkdocs", ["+note Title"]),
    ("=== \"A\"\n\n    Text.\n\n=== \"B\"\n\n    More.", "mkdocs", ["+tab A", "+tab B"]),
    ("/// tip | A **good** one\n\nText.\n\n///", "mkdocs", ["+tip A **good** one", "/"]),
    ("/// tab | Linux\n    new: true\n\nText.\n\n///", "mkdocs", ["+tab Linux, new=true", "/"]),
    (
      "::: box.store.Box\n    options:\n      members: [open]\n\nText.", "mkdocs",
      ["box.store.Box options=, members=[open]"]
    ),
    ("--8<-- \"parts/start.md\"", "mkdocs", ["snippet parts/start.md"]),
    ("{* ../src/box.py hl[3] *}", "mkdocs", ["../src/box.py hl[3]"]),
    ("::: tip Use `open`\n\nText.\n\n:::", "vitepress", ["+tip Use `open`", "/"]),
    ("::: code-group\n\n```js [a.js]\na\n```\n\n:::", "vitepress", ["+code-group", "/"]),
    ("::: v-pre\n\n`{{ a }}` is {{ b }}.\n\n:::", "vitepress", ["+v-pre", "interpolation  b ", "/"]),
    ("# A <Badge type=\"tip\" text=\"^1.9.0\" />", "vitepress", ["Badge type=tip, text=^1.9.0"]),
    ("[[toc]]", "vitepress", ["toc"]),
    ("<<< @/parts/a.js#use{1,2 js} [One file]", "vitepress", ["snippet @/parts/a.js#use{1,2 js}, label=One file"]),
    ("<<< ../a.js{2}", "vitepress", ["snippet ../a.js{2}"]),
    ("<!--@include: ./parts/a.md{3,}-->", "vitepress", ["include ./parts/a.md{3,}"]),
    ("<!-- @include: @/parts/a.md -->", "vitepress", ["spaced-include @/parts/a.md"]),
    ("Soft[^1].\n\n[^1]: Note.", "common", ["footnote 1", "+footnote 1"]),
    ("See <xref:Box.Open%2A>.", "learn", ["cross-reference Box.Open%2A"]),
    ("It takes $O(n \\log n)$ time.", "common", ["formula O(n \\log n)"]),
  ])
  func areRead(_ text: String, _ dialect: String, _ expected: [String]) {
    #expect(Self.tokens(text, dialect) == expected)
  }

  @Test(arguments: [
    ("{{ name }} costs $5 and $10 [^x].", "common"),
    ("A form \\[ *$key* \\] in [a table](b.md)is read, \\[ $ *key* \\] is empty.", "common"),
    ("Use `{{< note >}}` and `[!INCLUDE [a](b)]`.", "hugo"),
    ("```\n{{< note >}}\n:::tip\n```", "hugo"),
    ("<!-- {{< note >}} -->", "hugo"),
    ("A `{{` and a `}}`.", "mdn"),
    ("    {{Compat}}", "mdn"),
    ("!!! note\n    Text.", "common"),
    ("/// note\n\nText.", "common"),
    ("<Tabs>x</Tabs>", "common"),
    ("import this and that", "docusaurus"),
    ("\\{{Compat}}", "mdn"),
    ("{{Compat", "mdn"),
    ("[!File] is [!unknown].", "learn"),
    ("[[a]] is <<< b, and `[[toc]]` is code.", "vitepress"),
    ("<!-- <<< @/a.js -->\n\n<!--@@include: ./a.md-->", "vitepress"),
    ("```\n<<< @/a.js\n[[toc]]\n```", "vitepress"),
  ])
  func textStaysText(_ text: String, _ dialect: String) {
    #expect(Self.tokens(text, dialect) == [])
  }

  @Test func showTheirTextsAndLinks() throws {
    let document = Self.document("See {{domxref(\"Node.appendChild()\")}} and {{cssxref(\"&lt;color&gt;\")}}.", "mdn")
    #expect(document.text(of: 0).string == "See Node.appendChild() and <color>.")
    let links = document.nodes.compactMap { document.link(of: $0) }
    #expect(links.first?.destination == "/en-US/docs/Web/API/Node/appendChild")
    #expect(links.last?.alternatives.contains("/en-US/docs/Web/CSS/Reference/Values/color") == true)
    let glossary = Self.document("A {{< glossary_tooltip term_id=\"pod\" text=\"pods\" >}}.", "hugo")
    #expect(glossary.text(of: 0).string == "A pods.")
  }

  @Test func titlesHaveTheirMarks() throws {
    let document = Self.document("::: tip Use `open`, *never* **close** or * this\n\nText.\n\n:::\n", "vitepress")
    let title = try #require(document.nodes.indices.first { document.nodes[$0].kind == .code })
    #expect(document.text(of: title).string == "open")
    let kinds = document.nodes.map(\.kind)
    #expect(kinds.count { $0 == .emphasis } == 1)
    // The title itself, and the word in it.
    #expect(kinds.count { $0 == .strong } == 2)
  }

  @Test func placesAreThoseOfTheFile() {
    let text = "Ä {{< x a=\"b\" >}} *c*\n\n:::tip\n\nText\n\n:::\n\n# [A](#tab/b)\n"
    let document = Self.document(text, "hugo")
    let bytes = Array(text.utf8)
    for token in document.tokens {
      #expect("{:#".utf8.contains(bytes[Int(token.span.start)]))
      for argument in token.arguments { #expect(bytes[argument.span.range].elementsEqual(argument.value.utf8)) }
    }
    #expect(document.nodes.contains { $0.kind == .emphasis && document.source.text($0.span) == "*c*" })
  }

  @Test func whatABlockHoldsIsKept() {
    let texts = [
      "{{< note >}}\n* one\n* two\n{{< /note >}}\nAfter.",
      "{{< unknown a=\"b\" >}}\n## Title\n\none two\n\nAfter.\n{{< /unknown >}}",
      ":::row:::\n   :::column span=\"2\":::\n      one\n   :::column-end:::\n   :::column:::\n      two\n   :::column-end:::\n:::row-end:::\n\nAfter.",
      "{{< note >}}one two{{< /note >}}\n\nAfter.", "1. one\n\n   {{< note >}}two{{< /note >}}\n\nAfter.",
      "> {{< note >}}\n> one\n> two\n> {{< /note >}}\n\nAfter.",
    ]
    for text in texts {
      let document = Self.document(text, "hugo")
      let shown = document.text(of: 0).string
      for word in ["one", "two", "After."] { #expect(shown.contains(word), "\(text)") }
      for mark in ["{", ":::", ">}}"] { #expect(!shown.contains(mark), "\(shown)") }
      #expect(!document.nodes.contains { $0.kind == .codeBlock }, "\(text)")
    }
  }

  /// Documents of cut and broken tokens are whole: spans within the file, subtrees within each other.
  @Test func anyTextIsRead() {
    let whole = """
      {{< tabs >}}{{% tab "a" %}}x{{% /tab %}}{{< /tabs >}}
      :::row:::
         :::column:::
            x[^1] $a\\b$ <math>
         :::column-end:::
      {{f("a", 'b')}} [!INCLUDE [a](b)] {% if %} {% endif %} <Tabs a={b}>
      # [t](#tab/a)

      ---
      | {{< note >}} | `{{` |
      |--|--|
      [^1]: note
          more
      !!! note "x"
          y
      <<< @/a.js{1} [b]
      <!--@include: a.md-->
      """
    let bytes = Array(whole.utf8)
    for name in ["common", "hugo", "mdn", "docusaurus", "mkdocs", "learn", "vitepress"] {
      let options = DialectSource.builtIn.dialect(name).options(in: "de")
      for length in bytes.indices {
        for part in [Array(bytes[..<length]), Array(bytes[length...])] {
          let document = MarkdownParser.parse(SourceFile(path: "", bytes: part), options: options)
          for (index, node) in document.nodes.enumerated() {
            #expect(node.span.start >= 0 && node.span.end <= part.count && Int(node.end) > index)
            #expect(Int(node.end) <= document.nodes.count)
          }
        }
      }
    }
  }
}
