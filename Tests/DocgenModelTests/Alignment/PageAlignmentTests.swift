import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Which facts and sections of a translation stand for which of its source.
@Suite struct PageAlignmentTests {
  private static func page(_ body: String) -> String {
    "---\ntitle: Pick function\nms.topic: reference\n---\n\n# Pick function\n\n\(body)"
  }

  private func align(_ source: String, _ translation: String) throws -> PageAlignment {
    let original = FactsFixture.read(Self.page(source), locale: "en")
    return PageAlignment(
      source: original, translation: FactsFixture.read(Self.page(translation), locale: "de", beside: original),
      words: TranslationWords(
        source: try VocabularySource.builtIn.vocabulary("en"),
        translation: try VocabularySource.builtIn.vocabulary("de")))
  }

  private static let source = """
    ## Syntax

    ```cpp
    int Pick(int s, int where);
    ```

    ## Parameters

    *s* \\[in\\]

    The set.

    *where* \\[in\\]

    - **PICK\\_FIRST** (1): the first.
    - **PICK\\_LAST** (2): the last.

    ## Return value

    | Return code | Description |
    |---|---|
    | **S\\_OK** | Done. |
    | **E\\_FAIL** | Not done. |

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header | Pick.h |
    | DLL | Pick.dll |

    """

  @Test func alignsAndComparesEveryKind() throws {
    let translation = Self.source.replacing("## Parameters", with: "## Parameter")
      .replacing("## Return value", with: "## Rückgabewert").replacing("## Requirements", with: "## Anforderungen")
      .replacing("*where*", with: "*wo*").replacing("**E\\_FAIL**", with: "**E \\_ FAIL**")
      .replacing("Pick.dll", with: "Wahl.dll").replacing("PICK\\_LAST", with: "PICK \\_ LETZTER")
    let pair = try align(Self.source, translation)
    let differences = FactKind.all.flatMap { pair.differences(of: $0) }.map { difference in
      let edits = difference.restoration?.edits.map { String(decoding: $0.text, as: UTF8.self) } ?? []
      return "\(difference.kind.name) \(difference.role.rawValue): \(difference.actual?.value ?? "nothing") -> "
        + "\(difference.expected.value) \(difference.pair.certainty) \(edits)"
    }
    #expect(
      differences == [
        "parameters name: wo -> where likely [\"where\"]",
        "return-codes name: E _ FAIL -> E_FAIL certain [\"E\\\\_FAIL\"]",
        "requirements value: Wahl.dll -> Pick.dll certain [\"Pick.dll\"]",
        "values name: PICK _ LETZTER -> PICK_LAST certain [\"PICK\\\\_LAST\"]",
      ])
  }

  @Test func namesOfKindsAreUniqueAndEachReadsWhatItAligns() throws {
    #expect(Set(FactKind.all.map(\.name)).count == FactKind.all.count)
    let pair = try align(Self.source, Self.source)
    for kind in FactKind.all {
      let facts = kind.facts(of: pair.source, pair.words.source)
      #expect(pair[kind].pairs.count == facts.count, "\(kind.name)")
      #expect(pair[kind].pairs.allSatisfy { $0.source == $0.translation && $0.certainty == .certain })
      #expect(pair.differences(of: kind).isEmpty)
      #expect(pair.anchors(of: kind).count == (kind.hasAnchors ? facts.count : 0))
    }
  }

  // MARK: Anchors

  @Test func factsHaveTheSameAnchorsInEveryLanguage() throws {
    let source = "## Parameters\n\n*s*\n\nA.\n\n*where*\n\nB.\n\n*s*\n\nC.\n"
    let translation = "## Parameter\n\n*where*\n\nB.\n\n*S*\n\nC.\n\n*mehr*\n\nD.\n"
    let pair = try align(source, translation)
    #expect(pair.anchors(of: .parameters) == ["parameter-where", "parameter-s-1", "parameter-mehr"])
    #expect(
      PageAlignment.anchors(of: .parameters, in: pair.source, pair.words.source)
        == ["parameter-s", "parameter-where", "parameter-s-1"])
  }

  private func anchors(_ source: String, _ translation: String) -> (source: [String], translation: [String]) {
    let original = FactsFixture.read(Self.page(source), locale: "en")
    let page = FactsFixture.read(Self.page(translation), locale: "de", beside: original)
    let group = APIPage(id: "a", name: "a", translations: [original, page])
    return (group.anchors(of: original), group.anchors(of: page))
  }

  @Test func sectionsHaveTheSameAnchorsThoughOneIsMissing() {
    let source = "## Syntax\n\n## Parameters\n\n## Return value\n\n## Remarks\n"
    let result = anchors(source, "## Syntax\n\n## Rückgabewert\n\n## Hinweise\n")
    #expect(result.source == ["syntax", "parameters", "return-value", "remarks"])
    #expect(result.translation == ["syntax", "return-value", "remarks"])
  }

  @Test func anAnchorThatThePageGivesItselfStands() {
    let result = anchors("## Syntax\n\n## Remarks\n", "## Syntax\n\n## <a name=\"own\"></a>Hinweise\n")
    #expect(result.translation == ["syntax", "own"])
  }

  @Test func factsThatMayStandForSeveralHaveTheirOwnAnchors() throws {
    let pair = try align(
      "## Parameters\n\n*a*\n\nA.\n\n*b*\n\nB.\n\n*c*\n\nC.\n", "## Parameter\n\n*x*\n\nX.\n\n*c*\n\nC.\n")
    #expect(pair.anchors(of: .parameters) == ["parameter-x", "parameter-c"])
  }

  @Test func whatNothingTellsHasItsOwnAnchor() {
    let result = anchors("## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n", "## Eins\n\nA.\n\n## Drei\n\nC.\n")
    #expect(result.translation == ["eins", "drei"])
    let held = anchors(
      "## One\n\n`a_one`\n\n## Two\n\n`b_two`\n\n## Three\n\n`c_three`\n",
      "## Eins\n\n`a_one`\n\n## Drei\n\n`c_three`\n")
    #expect(held.translation == ["one", "three"])
  }

  @Test func repeatedAnchorsAreNumberedAlike() {
    let source = "## Example\n\n`a_one`\n\n## Example\n\n`b_two`\n\n## Example\n\n`c_three`\n"
    #expect(anchors(source, source).source == ["example", "example-1", "example-2"])
    let result = anchors(source, "## Beispiel\n\n`b_two`\n\n## Beispiel\n\n`c_three`\n")
    #expect(result.translation == ["example-1", "example-2"])
    // A number that the page itself gives is not given twice.
    #expect(anchors("## Example\n\n## Example-1\n\n## Example\n", "").source == ["example", "example-1", "example-2"])
  }

  // MARK: Sections

  @Test func numberedAnchorsOfEqualTitlesAreIDs() throws {
    let source = "## Open\n\n### Options\n\nA.\n\n## Close\n\n### Options\n\nB.\n\n## Stop\n\nC.\n"
    let translation = """
      ## Öffnen {#open}

      ### Optionen {#options}

      A.

      ## Schließen {#close}

      ### Optionen {#options-1}

      B.
      """
    let pair = try align(source, translation)
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[0, 0], [1, 1], [2, 2], [3, 3]])
  }

  @Test func sectionsAreKnownByTheirCode() throws {
    func section(_ title: String, _ code: String) -> String { "## \(title)\n\n```sh\n\(code)\n```\n\n" }
    let (open, close) = ("box open --all\nbox list --open", "box close --all\nbox list --closed")
    let pair = try align(
      section("Start", "box start") + section("Open", open) + section("Close", close),
      section("Öffnen", open) + section("Schließen", close))
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[1, 0], [2, 1]])
  }

  @Test func sectionsThatChangedPlacesAreKnownByWhatTheyHold() throws {
    let pair = try align(
      "## Alpha\n\nA `alpha_x`.\n\n## Beta\n\nB `beta_x`.\n", "## B\n\nB `beta_x`.\n\n## A\n\nA `alpha_x`.\n")
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[0, 1], [1, 0]])
    #expect(pair.sections.moved.count == 1)
  }

  /// What stands in several sections tells none of them apart.
  @Test func whatSectionsShareTellsNothing() throws {
    let pair = try align(
      "## Alpha\n\nA `both` `one`.\n\n## Beta\n\nB `both` `two`.\n", "## A\n\nA.\n\n## B\n\nB `both`.\n")
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[0, 0], [1, 1]])
    #expect(pair.sections.pairs.map(\.certainty) == [.likely, .likely])
  }

  /// A damaged name says nothing: both sections keep their places.
  @Test func aDamagedNameMovesNoSection() throws {
    let pair = try align(
      "## Alpha\n\nA `alpha_x`.\n\n## Beta\n\nB `beta_x`.\n", "## A\n\nA `alfa_x`.\n\n## B\n\nB `beta_x`.\n")
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[0, 0], [1, 1]])
    #expect(pair.sections.moved.isEmpty)
  }

  @Test func rolesAreTakenOverByPlaceButNotAgainstAnAnchor() throws {
    let source = "## Syntax\n\n## Remarks\n"
    func role(_ heading: String) throws -> String? {
      try align(source, "## Syntax\n\n\(heading)\n").translation.facts.sections[1].role?.name
    }
    #expect(try role("## Zu beachten wäre") == "remarks")
    #expect(try role("## <a name=\"remarks\"></a>Zu beachten wäre") == "remarks")
    #expect(try role("## <a name=\"a-page-elsewhere\"></a>Zu beachten wäre") == nil)
  }

  /// Where an id says which section is meant, neither place nor level says another.
  @Test func anIDOfAnotherSectionIsStrongerThanThePlace() throws {
    let pair = try align("## One\n\n## Two\n", "## Eins {#else}\n\n### Zwei {#one}\n")
    #expect(pair.sections.pairs.map { [$0.source, $0.translation] } == [[0, 1]])
  }

  // MARK: Links

  private func links(_ source: String, _ translation: String) throws -> [String] {
    try align(source, translation).links.differences.map {
      "\($0.source?.destination ?? "nothing") = \($0.translation?.destination ?? "nothing") \($0.certainty)"
    }
  }

  @Test func linksThatLeadElsewhereAreCertainOnlyWhereNothingElseIsLeft() throws {
    let source = "## Remarks\n\n[a](a.md) [b](b.md) [c](c.md)\n"
    #expect(try links(source, "## Hinweise\n\n[c](c.md) [a](a.md) [b](b.md)\n") == [])
    #expect(try links(source, "## Hinweise\n\n[a](a.md) [x](x.md) [c](c.md)\n") == ["b.md = x.md likely"])
    #expect(
      try links(source, "## Hinweise\n\n[x](x.md) [y](y.md) [c](c.md)\n") == [
        "a.md = x.md byPlace", "b.md = y.md byPlace",
      ])
    #expect(
      try links(source, "## Hinweise\n\n[a](a.md) [x](x.md) [y](y.md) [c](c.md)\n")
        == ["b.md = x.md byPlace", "nothing = y.md certain"])
    #expect(
      try links(source, "[x](x.md)\n\n## Hinweise\n\n[a](a.md) [c](c.md)\n")
        == ["b.md = nothing certain", "nothing = x.md certain"])
  }

  @Test func aLinkOfSeveralDestinationsStandsForOneAlone() throws {
    let pair = try align("[a](a.md) [b](b.md)\n", "[a](a.md)\n")
    func link(_ destination: String, _ alternatives: [String] = []) -> PageLink {
      var link = PageLink(node: 0, section: -1, isImage: false, destination: destination, span: SourceSpan(0..<0))
      link.alternatives = alternatives
      return link
    }
    let links = LinkAlignment([link("a.md"), link("b.md")], [link("a.md", ["b.md"])], of: pair)
    #expect(links.equal.map(\.source?.destination) == ["a.md"])
    #expect(links.differences.isEmpty)
  }

  /// Scheme, language and slashes at the end do not count in an address.
  @Test(arguments: [
    ("http://x.org/a", "https://x.org/a", true),
    ("https://x.org/a/", "https://x.org/a", true),
    ("https://x.org/zh-hans-cn/a", "https://x.org/de-de/a", true),
    ("https://en.x.org/a", "https://de.x.org/a", true),
    ("https://x.org/a", "https://x.org/b", false),
    ("https://dev.x.org/a", "https://www.x.org/a", false),
    // Parts of a path that are called much like a locale.
    ("https://x.org/v1-docs/a", "https://x.org/v2-docs/a", false),
    ("https://x.org/en-usage/a", "https://x.org/de-usage/a", false),
    ("https://x.org/en-/a", "https://x.org/de-/a", false),
    ("https://x.org/zh-hans-abc/a", "https://x.org/zh-hant-abc/a", false),
  ])
  func addressesAreEqualInEveryLanguage(_ source: String, _ translation: String, _ areEqual: Bool) throws {
    #expect(try links("[a](\(source))\n", "[a](\(translation))\n").isEmpty == areEqual)
  }

  @Test func codeBlocksKnowTheirCounterparts() throws {
    let source = "## Syntax\n\n```cpp\nint a();\n```\n\n```vb\nFunction a()\n```\n"
    let pair = try align(source, "## Syntax\n\n```vb\nFunction a()\n```\n")
    let block = try #require(pair.translation.facts.codeBlocks.first)
    #expect(pair.signatures.counterpart(of: block)?.language == "vb")
    #expect(!pair.signatures.areCertain)
  }

  // MARK: Labels and names

  @Test func labelsBelowHeadingsAreNoMembers() throws {
    let body =
      "## Methods\n\n### boil(celsius, wait)\n\nHeats.\n\n**Raises:** `ValueError` when hot.\n\n### close()\n\nCloses.\n"
    let pair = try align(body, body)
    #expect(pair.source.facts.members.map(\.name.value) == ["boil", "close()"])
  }

  @Test func labelsBelowWordsAreNoMembersUnlessTheyAreNames() throws {
    let body = "## Methods\n\n### How to heat\n\n**Raises:** an error.\n\n**setHeat:** sets it.\n"
    #expect(try align(body, body).source.facts.members.map(\.name.value) == ["setHeat"])
    let list = "## Methods\n\n**Heat:** heats.\n\n**Stop:** stops.\n"
    #expect(try align(list, list).source.facts.members.map(\.name.value) == ["Heat", "Stop"])
  }

  @Test func requirementsWithUnknownLabelsAreToldByThem() throws {
    func table(_ rows: String) -> String {
      "## Requirements\n\n| Requirement | Value |\n|---|---|\n\(rows)"
    }
    let pair = try align(
      table("| Foo | A1 |\n| Bar | B1 |\n| Header | H.h |\n"), table("| Bar | B1 |\n| Foo | A1 |\n| Header | H.h |\n"))
    #expect(pair[.requirements].pairs.map { [$0.source, $0.translation] } == [[0, 1], [1, 0], [2, 2]])
    #expect(pair.differences(of: .requirements).isEmpty)
  }

  /// Labels that the vocabulary knows are told by what they mean, and others by their words.
  @Test(arguments: [
    (["Data type", "Access type"], ["Zugriffstyp", "Datentyp"]), (["Quux", "Zork"], ["Zork", "Quux"]),
  ])
  func labelledValuesAreToldByTheirLabels(_ source: [String], _ translation: [String]) throws {
    func page(_ labels: [String], _ end: String) -> String {
      "|  |  |\n|---|---|\n" + labels.map { "| \($0) | x |\n" }.joined() + "\n## \(end)\n\nNone.\n"
    }
    let pair = try align(page(source, "Requirements"), page(translation, "Anforderungen"))
    #expect(pair.source.facts.labelledValues.map(\.label.value) == source)
    #expect(pair[.labelledValues].pairs.map { [$0.source, $0.translation] } == [[0, 1], [1, 0]])
  }

  @Test func alertsInParagraphsAreNoParameters() throws {
    let pair = try align("## Parameters\n\n**hwnd**: The window.\n\n**Note**: It must be open.\n", "")
    #expect(pair.source.facts.parameters.map(\.name.value) == ["hwnd"])
  }

  @Test func aDirectionAloneIsAParameterThatLostItsName() throws {
    let source = "## Parameters\n\n<dl> <dt>\n\n*s* \\[in\\]\n</dt> <dd>\n\nThe set.\n\n</dd> </dl>\n"
    let pair = try align(source, source.replacing("*s* \\[in\\]", with: "\\[in\\]"))
    let parameter = try #require(pair.translation.facts.parameters.first)
    #expect(parameter.name.value == "")
    #expect(parameter.direction == .in)
    let difference = try #require(pair.differences(of: .parameters).first)
    let edits = try #require(difference.restoration).edits
    let text = String(decoding: TextEdit.applying(edits, to: pair.translation.source.bytes), as: UTF8.self)
    #expect(text.contains("\ns \\[in\\]\n"))
  }
}
