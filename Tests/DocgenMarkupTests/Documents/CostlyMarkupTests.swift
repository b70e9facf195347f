import DocgenMarkup
import DocgenSupport
import Testing

/// What is dear to read is text beyond its limit, and all else on the page is what it was.
@Suite struct CostlyMarkupTests {
  private static func document(_ text: String) -> Document {
    MarkdownParser.parse(SourceFile(path: "a.md", bytes: Array(text.utf8)))
  }

  private static func kinds(_ document: Document) -> [ExceededLimit.Kind] { document.exceededLimits.map(\.kind) }

  private static func count(_ kind: Node.Kind, in document: Document) -> Int {
    document.nodes.count { $0.kind == kind }
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test(arguments: ["> ", "- ", "1. ", "* ", ">"])
  func marksOfContainersNestUpToALimit(mark: String) throws {
    let deep = Self.document(Self.repeated(mark, Limits.nesting + 1) + " *a*\n\n*b*\n")
    #expect(Self.kinds(deep) == [.nesting])
    #expect(Self.count(.emphasis, in: deep) == 2)
    let flat = Self.document(Self.repeated(mark, 100) + " *a*\n\n*b*\n")
    #expect(Self.kinds(flat).isEmpty)
  }

  /// Code may show what would be too deep, and does not hide what is so after it.
  @Test func codeHasNoLimits() {
    let marks = Self.repeated(">", Limits.nesting + 1) + " a\n"
    let code = "```text\n" + marks + "```\n\n"
    #expect(Self.kinds(Self.document(code)).isEmpty)
    let document = Self.document(code + marks)
    #expect(Self.kinds(document) == [.nesting])
    #expect(document.exceededLimits.map(\.span.start) == [Int32(code.utf8.count + Limits.nesting)])
  }

  @Test func elementsNestUpToALimit() {
    #expect(Self.kinds(Self.document(Self.repeated("<div>", Limits.elementNesting + 1) + "a\n")) == [.elementNesting])
    #expect(Self.kinds(Self.document(Self.repeated("<div>", 300) + "a\n")).isEmpty)
  }

  @Test(arguments: ["## a\n\n", "a\n-\n\n", "> # a\n\n"])
  func headingsAreReadUpToALimit(heading: String) throws {
    let good = Self.document(Self.repeated(heading, Limits.headings))
    #expect(Self.kinds(good).isEmpty)
    let large = Self.document(Self.repeated(heading, Limits.headings + 2) + "*b*\n")
    #expect(Self.kinds(large) == [.headings])
    let container = heading.hasPrefix("> ") ? 2 : 0
    #expect(large.exceededLimits[0].span.start == Int32(heading.utf8.count * Limits.headings + container))
    #expect(Self.count(.heading, in: large) == Limits.headings)
    #expect(Self.count(.emphasis, in: large) == 1)
    #expect(Self.count(.paragraph, in: large) == 3)
  }

  @Test func rowsAreFilledUpToALimit() {
    let head = Self.repeated("|a", 500) + "|\n" + Self.repeated("|-", 500) + "|\n"
    let good = Self.document(head + Self.repeated("|b\n", 200) + "\n|c|\n|-|\n|d|\n")
    #expect(Self.kinds(good).isEmpty)
    #expect(Self.count(.table, in: good) == 2)
    let large = Self.document(head + Self.repeated("|b\n", 202) + "\n|c|\n|-|\n|*d*|\n")
    #expect(Self.kinds(large) == [.filledCells])
    // The next table is one, and its text is read.
    #expect(Self.count(.table, in: large) == 1)
    #expect(Self.count(.emphasis, in: large) == 1)
    // The table that is none is shown as it was written.
    #expect(large.text(in: 1..<Int(large.nodes[1].end)).string.hasPrefix("|a|a|a|"))
  }

  /// The limit is that of the page, whichever of its tables leaves the cells out.
  @Test func cellsAreFilledUpInAllTablesTogether() {
    let row = Self.repeated("|a", 500) + "|\n"
    // Whole rows, so that only a count of those that are not tells how much is left out.
    let table = row + Self.repeated("|-", 500) + "|\n" + Self.repeated(row, 150) + Self.repeated("|a|\n", 120)
    #expect(Self.kinds(Self.document(table)).isEmpty)
    #expect(Self.kinds(Self.document(table + "\n" + table)) == [.filledCells])
  }

  @Test func cellsThatAreThereAreNotFilledUp() {
    let row = Self.repeated("|a", 500) + "|\n"
    let table = row + Self.repeated("|-", 500) + "|\n" + Self.repeated(row, 300)
    #expect(Self.kinds(Self.document(table)).isEmpty)
  }

  @Test func tablesHaveCellsUpToALimit() {
    let row = Self.repeated("|a", 500) + "|\n"
    let table = row + Self.repeated("|-", 500) + "|\n" + Self.repeated(row, 250) + "\n"
    let document = Self.document(table + table + "|c|\n|-|\n|*d*|\n")
    #expect(Self.kinds(document) == [.tableCells])
    #expect(Self.count(.table, in: document) == 2)
    #expect(Self.count(.emphasis, in: document) == 1)
  }

  @Test func aLineOfATableHasCellsUpToALimit() {
    let long = "|a|b|\n|-|-|\n" + Self.repeated("|c", Limits.tableColumns + 5) + "|\n\n*d*\n"
    let document = Self.document(long)
    #expect(Self.kinds(document) == [.tableColumns])
    #expect(Self.count(.table, in: document) == 1)
    #expect(Self.count(.emphasis, in: document) == 1)
    // Pipes of other text are no cells.
    #expect(Self.kinds(Self.document(Self.repeated("a|", 5_000))).isEmpty)
  }

  @Test(arguments: ["x", "X  y", "ß", "Straße"])
  func referencesRepeatUpToALimit(label: String) {
    let definition = "[\(label)]: /" + Self.repeated("u", 999) + "\n\n"
    let use = "[\(label.uppercased())]\n"
    // The label of the definition counts as a use, too.
    let good = Self.document(definition + Self.repeated(use, 99))
    #expect(Self.kinds(good).isEmpty)
    #expect(Self.count(.link, in: good) == 99)
    let large = Self.document(definition + Self.repeated(use, 150) + "\n[a](b)\n")
    #expect(Self.kinds(large) == [.references])
    #expect(Self.count(.link, in: large) == 100)
  }

  @Test func aTitleCountsAsItIsWritten() {
    let title = "[x]: /u \"" + Self.repeated("t\n[y]: z\n", 500) + "\"\n\n"
    #expect(Self.kinds(Self.document(title + Self.repeated("[x]\n", 1_000))) == [.references])
    #expect(Self.kinds(Self.document("[x]: /u\n\n" + Self.repeated("[x] [a](b)\n", 9_000))).isEmpty)
  }

  @Test func openMarkupIsReadUpToALimit() {
    #expect(Self.kinds(Self.document(Self.repeated("![[]()", 20_000) + "\n\n*a*\n")) == [.openMarkup])
    #expect(Self.kinds(Self.document(Self.repeated("a <?", 20_000) + "\n\n*a*\n")) == [.openMarkup])
    // In many paragraphs there may be as many.
    #expect(Self.kinds(Self.document(Self.repeated("![a](b) <?\n\n", 10_000))).isEmpty)
  }
}
