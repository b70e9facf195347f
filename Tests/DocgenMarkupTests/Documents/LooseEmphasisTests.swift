import DocgenMarkup
import DocgenSupport
import Testing

/// What stands between stars is in bold or italics whatever is beside them, and the text is that of the file.
@Suite struct LooseEmphasisTests {
  private static func strong(_ text: String, isLoose: Bool = true) -> [String] {
    texts(of: .strong, text, isLoose: isLoose)
  }

  private static func texts(of kind: Node.Kind, _ text: String, isLoose: Bool = true) -> [String] {
    let document = MarkdownParser.parse(
      SourceFile(path: "a.md", bytes: Array(text.utf8)), options: .init(hasLooseEmphasis: isLoose))
    return document.nodes.indices.filter { document.nodes[$0].kind == kind }.map { document.text(of: $0).string }
  }

  @Test(arguments: [
    ("**활용(utilize)**할", ["활용(utilize)"]), ("被稱為**「並行」**，它", ["「並行」"]), ("发送**（未加密）HTTP 响应**。", ["（未加密）HTTP 响应"]),
    ("**[FastAPI](b.md)**에", ["FastAPI"]), ("は**`bearer`**の", ["bearer"]), ("、**字**的**「b」**は", ["字", "「b」"]),
    ("| 一**「a」**は |\n|-|\n| 二**「b」**は |\n", ["「a」", "「b」"]), ("- 一**「a」**は\n- 二 ** x\n- 三**「b」**は", ["「a」", "「b」"]),
    ("a **b\\\n\n一**「a」**は", ["「a」"]), ("```py\nf(**a)\n```\n一**「b」**は", ["「b」"]),
  ])
  func boldBesidePunctuation(text: String, expected: [String]) { #expect(Self.strong(text) == expected) }

  @Test(arguments: [("在*操作（path）*中", ["操作（path）"]), ("2 * 3 和*「a」*的", ["「a」"])])
  func italicsBesidePunctuation(text: String, expected: [String]) {
    #expect(Self.texts(of: .emphasis, text) == expected)
  }

  @Test(arguments: ["2 ** 3", "2 * 3 * 4", "`一**「a」**は`", "一\\**「a」は", "一** 「a」 **は", "一***「a」***は"])
  func otherStarsStay(text: String) { #expect(Self.strong(text) == Self.strong(text, isLoose: false)) }

  @Test func onlyWhereAsked() { #expect(Self.strong("**활용(utilize)**할", isLoose: false).isEmpty) }

  /// Of links and tags, the library's bytes are shown.
  @Test func addressesAreThoseOfTheFile() {
    let text = "[a](一**「b」**は.md) <a title=\"一**「b」**は\">c</a>"
    let document = MarkdownParser.parse(
      SourceFile(path: "a.md", bytes: Array(text.utf8)), options: .init(hasLooseEmphasis: true))
    let plain = MarkdownParser.parse(SourceFile(path: "a.md", bytes: Array(text.utf8)))
    #expect(document.dump() == plain.dump())
  }

  @Test func textIsThatOfTheFile() {
    let text = "被稱為**「並行」**它"
    let document = MarkdownParser.parse(
      SourceFile(path: "a.md", bytes: Array(text.utf8)), options: .init(hasLooseEmphasis: true))
    #expect(document.text(of: 0).string == "被稱為「並行」它")
  }
}
