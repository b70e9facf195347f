import DocgenLint
import DocgenModel
import DocgenSupport
import Testing

/// Arguments of macros that a dialect gives a meaning.
@Suite struct DialectArgumentTests {
  private static let source = """
    ---
    title: Live
    page-type: guide
    ---

    ### Setting a `width`

    ```css live-sample___boxes
    b { width: 1px; }
    ```

    {{EmbedLiveSample("Setting a `width`", 100)}}

    ### Nested boxes

    {{EmbedLiveSample("nested_boxes", 100)}} and {{EmbedLiveSample("boxes", 100)}}

    ### Inherited boxes

    {{EmbedLiveSample("Boxes that inherit", 100)}}

    The value is a {{cssxref("&lt;length&gt;")}}.
    """

  private func messages(_ translation: String) throws -> [String] {
    let files = ["en/live.md": Self.source, "de/live.md": translation]
    return try LintFixture(files: files).lint(dialect: DialectSource.builtIn.dialect(["mdn"])).diagnostics
      .filter { $0.rule == "mismatched-directive" }.map { "\($0.message)" }
  }

  /// A translation with some arguments in place of its own.
  private func translation(_ width: String, _ sample: String) -> String {
    """
    ---
    title: Live
    page-type: guide
    ---

    ### Setzen eines `width`

    ```css live-sample___boxes
    b { width: 1px; }
    ```

    {{EmbedLiveSample("\(width)", 100)}}

    ### Kisten in Kisten

    {{EmbedLiveSample("kisten_in_kisten", 100)}} und {{EmbedLiveSample("\(sample)", 100)}}

    ### Vererbte Kisten

    {{EmbedLiveSample("Kisten, die erben", 100)}}

    Der Wert ist {{cssxref("length")}}.
    """
  }

  @Test func takesTheHeadingsOfTheTranslation() throws {
    #expect(try messages(translation("Setzen eines `width`", "boxes")) == [])
  }

  @Test func tellsOfArgumentsThatNameNothing() throws {
    #expect(
      try messages(translation("Setzen einer `width`", "boxes")) == [
        "'Setzen einer `width`' names no heading of this page; write 'Setzen eines width' as the heading has it"
      ])
    // The name of a sample is no text.
    #expect(try messages(translation("Setzen eines `width`", "kisten")).count == 1)
  }
}
