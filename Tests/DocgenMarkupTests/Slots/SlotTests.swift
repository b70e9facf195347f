import DocgenMarkup
import DocgenSupport
import Testing

@Suite struct SlotTests {
  /// A slot of a page that holds the text between `«` and `»`, which the page does not keep.
  private func slot(_ page: String) throws -> (Slot, SourceFile) {
    let parts = page.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let inner = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let bytes = Array((parts[0] + inner[0] + inner[1]).utf8)
    let file = SourceFile(path: "page.md", bytes: bytes)
    let span = SourceSpan(parts[0].utf8.count..<parts[0].utf8.count + inner[0].utf8.count)
    return (try #require(Slot(MarkdownParser.parse(file, from: 0), at: span)), file)
  }

  /// The page after a slot's whole text was replaced.
  private func replacing(_ page: String, _ text: String) throws -> String? {
    let (slot, file) = try slot(page)
    guard let (span, bytes) = slot.replacing(0..<slot.text.count, with: Array(text.utf8)) else { return nil }
    var result = file.bytes
    result.replaceSubrange(span.range, with: bytes)
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: [
    ("a *«b»* c", "A_B", "a *A\\_B* c"),
    ("a `«b»` c", "A_B", "a `A_B` c"),
    ("<p>\n«b»\n</p>", "A_B & <C>", "<p>\nA_B &amp; &lt;C&gt;\n</p>"),
    ("| h |\n|---|\n| «b» |", "A|B", "| h |\n|---|\n| A\\|B |"),
    ("| h |\n|---|\n| `«b»` |", "A|B", "| h |\n|---|\n| `A\\|B` |"),
    ("| h |\n|---|\n| <dl> <dt>«b \\_ c»</dt> </dl> |", "b_c", "| h |\n|---|\n| <dl> <dt>b\\_c</dt> </dl> |"),
    ("```c\n«b»\n```", "A_B", "```c\nA_B\n```"),
    ("[«b»](c)", "[x]", "[\\[x\\]](c)"),
    ("«a&nbsp;\u{A0} b» c", "ab", "ab c"),
  ])
  func writesInTheFormOfThePlace(_ page: String, _ text: String, _ expected: String) throws {
    #expect(try replacing(page, text) == expected)
  }

  @Test func refusesWhatMarkupParts() throws {
    #expect(try replacing("«a *b* c»", "d") == nil)
    #expect(try replacing("«a\nb»", "d") == nil)
    #expect(try replacing("x `«b»` y", "`") == nil)
    let (slot, _) = try slot("«S \\_ *OK* \\[x\\]»")
    #expect(String(decoding: slot.text, as: UTF8.self) == "S _ OK [x]")
    #expect(!slot.isOneRun)
    #expect(slot.runRanges == [0..<3, 4..<6, 7..<10])
    #expect(slot.span(of: 3..<4) == nil)
    #expect(slot.replacing(1..<2, with: []).map { $0.0.range } == 1..<2)
  }

  @Test(arguments: [
    "A_B", "a*b*c", "[x](y)", "<dl>", "&amp;", "a|b", "\\\\server\\share", "``", "~~x~~", "'\"", "1.2", "C#",
  ])
  func writesWhatIsReadAgain(_ text: String) throws {
    for page in ["x *«b»* y", "x «b» y", "| h |\n|---|\n| «b» |", "<div>\n«b»\n</div>", "x `«b»` y"] {
      guard let written = try replacing(page, text) else {
        #expect(page.contains("`"))
        continue
      }
      let document = MarkdownParser.parse(SourceFile(path: "page.md", bytes: Array(written.utf8)), from: 0)
      let before = page.filter { !"«»".contains($0) }
      let old = MarkdownParser.parse(SourceFile(path: "page.md", bytes: Array(before.utf8)), from: 0)
      let expected = old.text(of: 0).string.replacing("b", with: text)
      #expect(document.text(of: 0).string == expected, "\(written)")
    }
  }

  @Test(arguments: [
    ("a: b c", "x: y", "a: 'x: y'"),
    ("a: b", "#x", "a: '#x'"),
    ("a: b", "it's", "a: it's"),
    ("a: 'b'", "it's", "a: 'it''s'"),
    ("a: \"b\"", "C:\\\"x\"", "a: \"C:\\\\\\\"x\\\"\""),
    ("a: [b, c]", "x, y", "a: ['x, y']"),
    ("a: b", "null", "a: 'null'"),
  ])
  func writesFrontMatter(_ line: String, _ text: String, _ expected: String) throws {
    let file = SourceFile(path: "page.md", bytes: Array("---\n\(line)\n---\n".utf8))
    let frontMatter = FrontMatter.read(file.bytes)
    let value = try #require(frontMatter.strings("a").first)
    let slot = try #require(Slot(value, in: file, isInBrackets: line.contains("[")))
    let (span, bytes) = try #require(slot.replacing(0..<slot.text.count, with: Array(text.utf8)))
    var result = file.bytes
    result.replaceSubrange(span.range, with: bytes)
    if !line.contains(",") { #expect(String(decoding: result, as: UTF8.self) == "---\n\(expected)\n---\n") }
    #expect(FrontMatter.read(result).strings("a").first?.value == text)
  }
}
