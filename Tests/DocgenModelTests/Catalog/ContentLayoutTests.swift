import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Which files are pages of which locale.
@Suite struct ContentLayoutTests {
  private static func folder(_ files: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(Array("# A\n".utf8), to: file) }
    return folder
  }

  private static func dump(_ catalog: PageCatalog) -> [String] {
    catalog.entries.map { "\($0.id): " + $0.files.map { $0 ?? "-" }.joined(separator: " ") }
  }

  @Test func foldersMayLieAnywhere() throws {
    let folder = try Self.folder(["docs/a.md", "docs/b/c.mdx", "i18n/de/current/a.md", "i18n/de/current/B/c.markdown"])
    let files = try ContentFiles(
      contentFolder: folder.path, locales: ["en", "de"], layout: .folders(["docs", "i18n/de/current"]))
    let catalog = PageCatalog(files, dialect: .common)
    #expect(
      Self.dump(catalog) == ["a: docs/a.md i18n/de/current/a.md", "b/c: docs/b/c.mdx i18n/de/current/B/c.markdown"])
    #expect(catalog.path(of: "i18n/de/current/a.md", locale: 1) == "a.md")
    #expect(catalog.path(ofTranslation: catalog.entries[1], locale: 1) == "i18n/de/current/b/c.mdx")
  }

  @Test func aFolderWithinAnotherIsNoPartOfIt() throws {
    let folder = try Self.folder(["a.md", "i18n/de/a.md", "node_modules/x/readme.md"])
    let files = try ContentFiles(
      contentFolder: folder.path, locales: ["en", "de"], layout: .folders(["", "i18n/de"]),
      excluding: Dialect.common.files.leftOut)
    #expect(Self.dump(PageCatalog(files, dialect: .common)) == ["a: a.md i18n/de/a.md"])
  }

  @Test func suffixesTellTheLocale() throws {
    let folder = try Self.folder([
      "docs/a.md", "docs/a.de.md", "docs/a.pt-br.md", "docs/b.en.md", "docs/b.de.md", "docs/v1.2.md", "docs/c.es.md",
      "docs/pic.de.png", "docs/pic.png",
    ])
    #expect(try LocaleSuffixes(folder: folder.path).names == ["de", "en", "es", "pt-br"])
    let files = try ContentFiles(
      contentFolder: folder.path, locales: ["en", "de", "pt_BR"], layout: .suffixes(folder: "docs"))
    let catalog = PageCatalog(files, dialect: .common)
    #expect(
      Self.dump(catalog) == [
        "a: docs/a.md docs/a.de.md docs/a.pt-br.md", "b: docs/b.en.md docs/b.de.md -", "v1.2: docs/v1.2.md - -",
      ])
    #expect(
      catalog.resources.map { "\($0.locale) \($0.path) \($0.file)" } == [
        "0 pic.png docs/pic.png", "1 pic.png docs/pic.de.png",
      ])
    #expect(catalog.path(ofTranslation: catalog.entries[1], locale: 2) == "docs/b.pt_BR.md")
  }

  @Test(arguments: [
    ("de", true), ("pt-BR", true), ("zh_Hans", true), ("zh-Hant-TW", true), ("es-419", true), ("ast", true),
    ("sl-rozaj", true), ("images", false), ("docs", false), ("api", false), ("img", false), ("v1", false), ("e", false),
    ("en-", false), ("de-x", false), ("", false),
  ])
  func tagsOfLanguages(_ name: String, _ expected: Bool) {
    #expect(LanguageTag.isTag(name) == expected)
  }

  @Test func foldersWithOtherNamesAreNoLocales() throws {
    let folder = try Self.folder(["en/a.md", "de/a.md", "images/x.png", ".git/x"])
    let folders = try LocaleFolders(contentFolder: folder.path)
    #expect(folders.names == ["de", "en"])
    #expect(folders.others == ["images"])
  }

  @Test func theFirstIndexFileIsThePageOfItsFolder() throws {
    let folder = try Self.folder(["en/_index.md", "en/a/index.md", "en/b/_index.md", "en/b/index.md", "en/c/README.md"])
    func pages(_ dialect: String) throws -> [String] {
      let catalog = try PageCatalog(
        contentFolder: folder.path, locales: ["en"], dialect: DialectSource.builtIn.dialect([dialect]))
      return catalog.entries.indices.filter(catalog.isPageOfFolder).map { catalog.entries[$0].id }
    }
    #expect(try pages("hugo") == ["_index", "a/index", "b/_index"])
    #expect(try pages("github") == ["a/index", "b/index", "c/readme"])
    #expect(try pages("common") == ["a/index", "b/index"])
    let catalog = try PageCatalog(
      contentFolder: folder.path, locales: ["en"], dialect: DialectSource.builtIn.dialect(["hugo"]))
    #expect(Set(SitePaths(catalog).files).count == 5)
    #expect(SitePaths(catalog).files.first == "index.html")
    let links = LinkTargets(catalog)
    #expect(links.page(at: "b/", from: "") == catalog.index(of: "b/_index"))
    #expect(links.page(at: "index.html", from: "b/") == catalog.index(of: "b/index"))
  }

  @Test(arguments: [
    ("node_modules/", "a/node_modules/b.md", true), ("*.draft.md", "x/y.draft.md", true),
    ("archive/", "archive.md", false),
    ("/drafts", "drafts/a.md", true), ("/drafts", "x/drafts/a.md", false), ("a/**/c.md", "a/c.md", true),
    ("a/**/c.md", "a/b/b/c.md", true), ("a/*/c.md", "a/b/b/c.md", false), ("_*", "x/_y/z.md", true),
    ("_*", "x_y.md", false),
    ("drafts/**", "drafts/a/b.md", true), ("?.md", "ab.md", false),
  ])
  func patterns(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(FilePattern(pattern).holds(forFile: path) == expected)
  }
}
