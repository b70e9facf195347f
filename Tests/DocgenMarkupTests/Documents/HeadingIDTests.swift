import DocgenMarkup
import DocgenSupport
import Testing

/// Attributes at the ends of headings.
@Suite struct HeadingIDTests {
  private static let syntaxes = ["{…}", "{:…}", "{/*…*/}"].compactMap(HeadingIDSyntax.init)

  private static func parse(_ text: String) -> Document {
    MarkdownParser.parse(SourceFile(path: "", bytes: Array(text.utf8)), options: .init(headingIDs: syntaxes))
  }

  private static func heading(_ text: String) -> (text: String, id: String?)? {
    let document = parse(text)
    guard let node = document.nodes.firstIndex(where: { $0.kind == .heading }) else { return nil }
    return (document.text(of: node).string, document.headingID(of: node)?.value)
  }

  @Test(arguments: [
    ("## A b {#a-b}", "A b", "a-b"), ("## A {#a} ##", "A", "a"), ("## A {: #a .c }", "A", "a"),
    ("## A {/* #a */}", "A", "a"), ("## A {#a key=\"x y\"}", "A", "a"), ("A {#a}\n===", "A", "a"),
    ("A {#a}\r\n---\r\n", "A", "a"), ("> ## A {#a}", "A", "a"), ("# **A** `b` {#a_b_c}", "A b", "a_b_c"),
    ("# A {#ä-ö}", "A", "ä-ö"), ("# A {#v1.2:x}\n\ntext", "A", "v1.2:x"), ("# A{#a}", "A", "a"),
  ])
  func areReadAndLeftOut(_ markdown: String, _ text: String, _ id: String) {
    let heading = Self.heading(markdown)
    #expect(heading?.text == text)
    #expect(heading?.id == id)
  }

  @Test(arguments: [
    "# A {b}", "# A {}", "# A {#}", "# GET /users/{id}", "# {{% heading \"x\" %}}", "# A {#a} b", "# {#a}",
    "# A {#a b}", "# A {= b}", "#A {#a}",
  ])
  func otherBracesAreText(_ markdown: String) {
    let document = Self.parse(markdown)
    #expect(document.headingIDs.isEmpty)
    #expect(document.source.bytes.elementsEqual(markdown.utf8))
  }

  @Test func otherAttributesAreLeftOut() {
    #expect(Self.heading("## A {.wide}")?.text == "A")
    #expect(Self.heading("## A {.wide}")?.id == nil)
  }

  @Test func codeKeepsThem() {
    let document = Self.parse("```\n## A {#a}\n```\n\n## B {#b}\n")
    let code = document.nodes.firstIndex { $0.kind == .codeBlock }
    #expect(code.map { document.text(of: $0).string.hasPrefix("## A {#a}") } == true)
    #expect(document.headingIDs.map(\.id?.value) == ["b"])
    #expect(Self.parse("## B {#b}\n\n```\n## A {#a}\n```\n").headingIDs.map(\.id?.value) == ["b"])
  }

  @Test func noneAreReadWhereNoneAreAskedFor() {
    let document = MarkdownParser.parse(SourceFile(path: "", bytes: Array("## A {#a}\n".utf8)))
    #expect(document.headingIDs.isEmpty)
  }
}
