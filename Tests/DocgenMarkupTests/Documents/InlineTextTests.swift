import DocgenMarkup
import DocgenSupport
import Testing

@Suite struct InlineTextTests {
  private let source: SourceFile
  private let text: InlineText

  /// Escapes, character references, a no-break space, a zero-width space, runs of whitespace and a line end.
  init() {
    source = SourceFile(
      path: "a.md", bytes: Array("**CIM**\\_Job&nbsp;&amp;&ccedil;a  \u{A0}is\u{200B} a\nlong *one*".utf8))
    let document = MarkdownParser.parse(source)
    text = document.text(of: 0)
  }

  /// What stands in the file for a part of the text.
  private func written(_ part: String, in text: InlineText) throws -> String {
    let bytes = Array(part.utf8)
    let start = try #require(
      text.bytes.indices.first { text.bytes[$0...].starts(with: bytes) }, "'\(part)' is no part of '\(text.string)'")
    return source.text(text.span(start..<start + bytes.count))
  }

  @Test(arguments: [
    ("CIM", "CIM"),
    ("_", "\\_"),
    ("M_J", "M**\\_J"),
    ("Job", "Job"),
    ("&", "&amp;"),
    ("ç", "&ccedil;"),
    ("b &", "b&nbsp;&amp;"),
    ("a is a", "a  \u{A0}is\u{200B} a"),
    ("a long", "a\nlong"),
    ("s", "s"),
    ("one", "one"),
  ])
  func knowsThePlaceOfEachPart(part: String, written: String) throws {
    #expect(text.string == "CIM_Job &ça is a long one")
    #expect(try self.written(part, in: text) == written)
  }

  @Test func keepsPlacesWhenItIsCut() throws {
    var cut = text
    cut.removeFirst("CIM_".utf8.count)
    cut.truncate(to: "Job &ça is".utf8.count)
    #expect(cut.string == "Job &ça is")
    #expect(source.text(cut.span) == "Job&nbsp;&amp;&ccedil;a  \u{A0}is")
    #expect(try written("ob", in: cut) == "ob")
    #expect(try written("ça", in: cut) == "&ccedil;a")
    // The end of a text is the place of what is missing.
    #expect(cut.span(cut.count..<cut.count) == SourceSpan(at: cut.span.end))
    cut.removeFirst(cut.count)
    #expect(cut.isEmpty)
    #expect(cut.span == SourceSpan(at: 0))
  }
}
