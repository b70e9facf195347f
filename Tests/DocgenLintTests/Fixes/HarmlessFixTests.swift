import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

/// Fixes that would do harm are not made.
@Suite struct HarmlessFixTests {
  private func fixed(_ source: String, _ translation: String) throws -> String? {
    let run = try FixRun(["en/a.md": source, "de/a.md": translation], allowsUnsafe: true)
    return run.files["de/a.md"]
  }

  private func finds(_ source: String, _ translation: String) throws -> [String] {
    try LintFixture(files: ["en/a.md": source, "de/a.md": translation]).lint().diagnostics
      .filter { $0.locale == "de" }.map(\.rule)
  }

  /// The name of another mark is none of this one's.
  @Test func writesANameOnlyInItsOwnMark() throws {
    let source = "# Keys\n\nCall `/accounts/{accountId}/keys/{keyName}` with `<your-key>`.\n"
    let translation = "# Schlüssel\n\nMit `<ihr-schlüssel>` ist `/accounts/{kontoId}/keys/{keyName}` zu rufen.\n"
    #expect(try fixed(source, translation) == translation)
    let inOrder = "# Schlüssel\n\nRufen Sie `/accounts/{kontoId}/keys/{keyName}` mit `<ihr-schlüssel>`.\n"
    #expect(try fixed(source, inOrder) == inOrder)
    let findings = try LintFixture(files: ["en/a.md": source, "de/a.md": inOrder]).lint().diagnostics
    #expect(findings.filter { $0.expected == "accountId" }.map(\.actual) == ["kontoId"])
  }

  @Test func namesOfKeysAreWords() throws {
    #expect(try finds("# A\n\nPress <kbd>Ctrl</kbd>.\n", "# A\n\nMit <kbd>Strg</kbd> geht es.\n") == [])
  }

  @Test func writesALostNameBeforeTheDirectionThatIsThere() throws {
    let source =
      "# Pick function\n\n## Parameters\n\n<dl> <dt>\n\n*s* \\[in\\]\n</dt> <dd>\n\nThe set.\n\n</dd> </dl>\n"
    let translation = source.replacing("*s* \\[in\\]", with: " \\[ in\\]")
    #expect(try fixed(source, translation) == translation.replacing(" \\[ in\\]", with: " s \\[ in\\]"))
  }

  /// Nothing tells which of the two is which.
  @Test func leavesSeveralLostNamesOfALineAlone() throws {
    let source = "# A\n\nThe **LVS\\_LIST** and **LVS\\_REPORT** views differ.\n"
    let translation = "# A\n\nDie Ansichten **\\_ Liste LVS** und **\\_ Bericht LVS** sind anders.\n"
    #expect(try finds(source, translation).contains("damaged-identifier"))
    #expect(try fixed(source, translation) == translation)
  }

  /// What stays of a torn name would be left in the sentence.
  @Test func leavesNoPieceOfAName() throws {
    let source = "# A\n\nThe method of the CIM\\_POTSModem class waits.\n"
    let translation = "# A\n\nDie Methode der \\_ Klasse CIM POTSModem wartet.\n"
    #expect(try finds(source, translation) == ["damaged-identifier"])
    #expect(try fixed(source, translation) == translation)
    let whole = "# A\n\nDie Methode der Klasse CIM POTSModem wartet.\n"
    #expect(try fixed(source, whole) == whole.replacing("CIM POTSModem", with: "CIM\\_POTSModem"))
  }

  /// A mark that holds more than the name is not overwritten.
  @Test func keepsWordsThatStandInTheMarkOfAName() throws {
    let source = "# A\n\nSee [NM\\_CLICK (status bar)](b.md).\n"
    let translation = "# A\n\nSiehe [NM- \\_ klicken (Leiste)](b.md).\n"
    #expect(try fixed(source + "\n", translation) == translation)
  }

  private static func requirement(_ label: String, _ value: String) -> String {
    "# A\n\n## Requirements\n\n| Requirement | Value |\n|---|---|\n| \(label) | \(value) |\n"
  }

  @Test func keepsEndingsAndWordsOfTheLanguageBesideTornNames() throws {
    let series = try fixed(
      Self.requirement("Library", "Player 9 Series with X1.dll"),
      Self.requirement("Library", "Player 9er Serie mit X1. dll"))
    #expect(series?.contains("9er Serie mit X1.dll") == true)
    let words = Self.requirement("DLL", "Debugversionen von X1. dll")
    #expect(try fixed(Self.requirement("DLL", "X1.dll"), words) == words)
    #expect(
      try fixed(Self.requirement("DLL", "X1.dll"), Self.requirement("DLL", "X1. dll"))
        == Self.requirement("DLL", "X1.dll"))
  }

  @Test func linksOfASectionThatCannotBeToldApartStay() throws {
    let source = "# A\n\n[a](a.md) [a](a.md#x) [b](b.md)\n"
    let one = "# A\n\n[a](a.md) [a](a.md#x) [b](gone.md)\n"
    let files = ["en/a.md": source, "en/b.md": "# B\n", "en/c.md": "# C\n", "en/d.md": "# D\n"]
    func run(_ translation: String) throws -> String? {
      try FixRun(files.merging(["de/a.md": translation]) { $1 }, allowsUnsafe: true).files["de/a.md"]
    }
    #expect(try run(one) == source)
    // A link that leads to a page may be meant.
    let other = "# A\n\n[a](a.md) [a](a.md#x) [b](c.md)\n"
    #expect(try run(other) == other)
    let two = "# A\n\n[a](d.md) [a](a.md#x) [b](c.md) [b](c.md#y)\n"
    #expect(try run(two) == two)
  }

  /// Fewer numbers than in the source may be said in words.
  @Test func numbersAreComparedOnlyWhereAsManyStand() throws {
    #expect(try finds("# A\n\nUse between 13 and 15 of them.\n", "# A\n\nNehmen Sie ab 17 davon.\n") == [])
    #expect(try finds("# A\n\nUse 13 of them.\n", "# A\n\nNehmen Sie 17 davon.\n") == ["mismatched-number"])
  }

  /// The other half of the name stands outside of its mark, and would be there twice.
  @Test func doublesNoHalfOfAName() throws {
    let source = "# A\n\nThe **CIM\\_LogicalDevice** class.\n"
    let translation = "# A\n\nDie \\_ CIM **Logisches Gerät** hier.\n"
    #expect(try finds(source, translation) == ["damaged-identifier"])
    #expect(try fixed(source, translation) == translation)
    let after = "# A\n\nDie **Logisches Gerät** CIM hier.\n"
    #expect(try fixed(source, after) == after)
  }

  /// What goes on beyond its mark is no whole name.
  @Test func writesNoNameThatGoesOnBeyondItsMark() throws {
    let source = "# A\n\nUse **CIM\\_Log**icalDevice here.\n"
    let translation = "# A\n\nHier ist **\\_ CIM-Protokoll** Gerät zu nehmen.\n"
    #expect(try finds(source, translation).contains("damaged-identifier"))
    #expect(try fixed(source, translation) == translation)
  }

  /// A value that slid into the name is one.
  @Test func keepsAValueThatSlidIntoAName() throws {
    let source = "# A\n\nReturns **WBEM\\_E\\_FAILED** here.\n"
    let translation = "# A\n\nGibt hier **WBEM \\_ E-FEHLER 0x80041001** zurück.\n"
    #expect(
      try fixed(source, translation) == "# A\n\nGibt hier **WBEM\\_E\\_FAILED 0x80041001** zurück.\n")
  }

  @Test func keepsNumbersWithAWordThatMultipliesThem() throws {
    let source = "# A\n\nUp to 50000000 of them are read.\n"
    #expect(try finds(source, "# A\n\nBis zu 50 Millionen davon werden gelesen.\n") == [])
    let other = "# A\n\nBis zu 60 Millionen davon werden gelesen.\n"
    #expect(try finds(source, other) == ["mismatched-number"])
    #expect(try fixed(source, other) == other)
    #expect(
      try fixed("# A\n\nUp to 50 million.\n", "# A\n\nBis zu 60 Millionen.\n") == "# A\n\nBis zu 50 Millionen.\n")
  }

  /// A noun that is spelled as the name is one all the same.
  @Test func leavesTheCaseOfWordsThatMayBeNames() throws {
    let source =
      "# Get function\n\n## Syntax\n\n```C\nint Get(int position);\n```\n\n## Remarks\n\nThe *position* counts.\n"
    let translation = source.replacing("The *position* counts.", with: "Die Position zählt.")
    #expect(try finds(source, translation) == ["damaged-identifier"])
    #expect(try fixed(source, translation) == translation)
    let marked = source.replacing("The *position* counts.", with: "Die *Position* zählt.")
    #expect(try fixed(source, marked) == source.replacing("The *position* counts.", with: "Die *position* zählt."))
  }

  /// A title among headings of members, in the words of each language.
  @Test func takesNoTitleOfAListForAMember() throws {
    let source = "# Streams\n\n## Members\n\n### str\n\nGets it.\n\n### Functions\n\n```cpp\nvoid freeze();\n```\n"
    let translation = source.replacing("## Members", with: "## Member").replacing("Gets it", with: "Holt es")
    #expect(try finds(source, translation.replacing("### Functions", with: "### Funktionen")) == [])
    #expect(
      try finds(source, translation.replacing("### Functions", with: "### Laufen")) == ["mismatched-member-name"])
  }
}
