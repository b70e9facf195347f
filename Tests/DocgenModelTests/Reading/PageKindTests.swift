import DocgenModel
import DocgenTestSupport
import Testing

@Suite struct PageKindTests {
  private func kind(_ title: String, _ frontMatter: String = "ms.topic: reference", locale: String = "en") -> String? {
    let text = "---\ntitle: Page\n\(frontMatter)\n---\n\n# \(title)\n\n## Requirements\n\nNone.\n"
    return FactsFixture.read(text, locale: locale).facts.kind?.name
  }

  @Test(arguments: [
    ("Open method of the Garden_Door class", "en", "method"),
    ("Open-Methode der Garden_Door-Klasse", "de", "method"),
    ("Méthode Open de la classe Garden_Door", "fr", "method"),
    ("GardenDoor.Open, méthode", "fr", "method"),
    ("GardenDoor.Color (Eigenschaft)", "de", "property"),
    ("DoorCallback callback function", "en", "callback"),
    ("_Classe DoorEvent Garden", "fr", "class"),
    ("Sitzungsobjekt", "de", "object"),
    ("DOOR _ CONTROL _ TYPE-Attribut", "de", "attribute"),
    ("/door switch", "en", "switch"),
    ("Types of doors", "en", nil),
  ])
  func findsTheKindInTitles(_ title: String, _ locale: String, _ expected: String?) {
    #expect(kind(title, locale: locale) == expected, "\(title)")
  }

  @Test(arguments: [
    ("ms.topic: reference\napi_type: [HeaderDef]\napi_name: [GDN_OPEN, GDN_CLOSE]", "constants"),
    ("ms.topic: reference\nUID: NE:garden.Soil", "enumeration"),
    ("ms.topic: reference\nUID: NF:garden.IDoor.Open", "method"),
    ("ms.topic: reference\nUID: NF:garden.OpenDoor", "function"),
    ("ms.topic: landing-page", "landing"),
    ("ms.topic: reference\napi_type: [NA]\napi_name: [door.exe]", "command"),
  ])
  func findsTheKindInFrontMatter(_ frontMatter: String, _ expected: String) {
    #expect(kind("Something", frontMatter) == expected)
  }

  @Test func takesProseForAGuide() {
    let text = "---\ntitle: Using the Door Object\nms.topic: article\n---\n\n# Using the Door Object\n\nOpen it.\n"
    #expect(FactsFixture.read(text).facts.kind == .guide)
  }

  @Test func takesAPageOfLinksForAList() {
    let text = "# Door Functions\n\n- [Open](open.md)\n- [Close](close.md)\n"
    let facts = FactsFixture.read(text).facts
    #expect(facts.kind == .list)
    #expect(facts.listedKind == .function)
  }

  @Test func agreesWithTheSource() throws {
    let folder = try TemporaryFolder([
      "en/door.md": "---\nms.topic: reference\n---\n# Door object\n\n## Requirements\n\nNone.\n",
      "de/door.md": "# Die Tür\n",
    ])
    let catalog = try PageCatalog(contentFolder: folder.path, locales: ["en", "de"])
    let page = PageLoader(catalog: catalog, vocabularies: FactsFixture.vocabularies).load(catalog.entries[0])
    #expect(page.kind == .object)
    #expect(page.translations[1]?.facts.kind == .guide)
  }
}
