import DocgenModel
import DocgenSupport
import Testing

@testable import DocgenRender

/// The part of an address that leads a browser to the place of a finding.
@Suite struct FindingMarksTests {
  private static let page = """
    ---
    title: The title of Deleteonkill
    ---
    # The title

    Prose before.

    ## Parameters

    <dl> <dt>

    *Beim Beenden l\u{F6}schen* \\[in\\]
    </dt> <dd>

    Text with [a link](else-where.md) and with `a-b, c&d` in it; **Job** one and **Job** two.

    A sentence that is so long that nobody would want to have all of it within an address, and so only its ends are.
    </dd> </dl>

    ## Syntax

    ```c++
    int f(
      int number
    );
    ```
    """

  private static func marks() throws -> FindingMarks {
    let catalog = PageCatalog(contentFolder: "/content", locales: ["en"], files: [["page.md"]])
    let loader = PageLoader(catalog: catalog, vocabularies: [try VocabularySource.builtIn.vocabulary("en")])
    let page = loader.read(SourceFile(path: "en/page.md", bytes: Array(Self.page.utf8)), locale: 0)
    let group = APIPage(id: "page", name: "page", translations: [page])
    return FindingMarks(
      page, sections: group.anchors(of: page), facts: page.facts.parameters.map { ($0.node, "parameter-name") })
  }

  /// The fragment for a text of the page, the first or a later one.
  private static func fragment(_ text: String, _ number: Int = 1, file: String = "en/page.md") throws -> String {
    var marks = try marks()
    let bytes = Array(page.utf8)
    var start = 0
    for count in 1...number {
      start = try #require(ByteSearch.firstIndex(of: Array(text.utf8), in: bytes, from: count == 1 ? 0 : start + 1))
    }
    let span = SourceSpan(start..<start + text.utf8.count)
    let places = LineTable(bytes).positions(of: span)
    return marks.fragment(of: SourceLocation(file: file, start: places.lowerBound, end: places.upperBound))
  }

  @Test func namesSectionAndText() throws {
    #expect(try Self.fragment("Beim Beenden l\u{F6}schen") == "#parameter-name:~:text=Beim%20Beenden%20l%C3%B6schen")
    #expect(try Self.fragment("*Beim Beenden l\u{F6}schen*") == "#parameter-name:~:text=Beim%20Beenden%20l%C3%B6schen")
    #expect(try Self.fragment("Prose") == "#:~:text=Prose")
  }

  @Test func encodesTheMarksOfADirective() throws {
    #expect(try Self.fragment("a-b, c&d") == "#parameters:~:text=a%2Db%2C%20c%26d")
  }

  /// The title stands in the navigation, too.
  @Test func tellsTextsApartFromTheTitle() throws {
    #expect(try Self.fragment("title", 3) == "#:~:text=The-,title")
  }

  @Test func takesInWholeWords() throws {
    #expect(try Self.fragment("eenden") == "#parameter-name:~:text=Beenden")
  }

  @Test func tellsTextsApartByTheirNeighbours() throws {
    #expect(
      try Self.fragment("Job", 2) == "#parameters:~:text=Job%20one%20and-,Job,-two.")
  }

  @Test func marksTheTextOfALink() throws {
    #expect(try Self.fragment("else-where.md") == "#parameters:~:text=a%20link")
  }

  @Test func namesALongTextByItsEnds() throws {
    #expect(
      try Self.fragment(
        "A sentence that is so long that nobody would want to have all of it within an address, and so only its ends are."
      ) == "#parameters:~:text=A%20sentence%20that,its%20ends%20are.")
  }

  @Test func marksOneLineOfCode() throws {
    #expect(try Self.fragment("int number\n);") == "#syntax:~:text=int%20number")
  }

  @Test func leadsToThePageForWhatIsNotInItsText() throws {
    #expect(try Self.fragment("Deleteonkill") == "")
    #expect(try Self.fragment("Prose", file: "de/page.md") == "")
  }
}
