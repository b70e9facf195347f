import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Dialects as they are built in, and as projects extend them.
@Suite struct DialectTests {
  private static let names = [
    "common", "docusaurus", "github", "hugo", "learn", "mdn", "mkdocs", "powershell", "starlight",
    "vitepress",
  ]

  @Test func areBuiltIn() {
    #expect(DialectSource.builtIn.names == Self.names)
  }

  @Test(arguments: names)
  func areReadWithoutProblems(_ name: String) throws {
    let dialect = try DialectSource.builtIn.dialect([name])
    #expect(dialect.problems.isEmpty)
    #expect(!dialect.title.isEmpty)
    #expect(dialect.names.last == "common" && dialect.names.first == name)
    #expect(dialect.files.indexNames.contains("index"))
    #expect(!dialect.publishing.definitions.isEmpty)
  }

  @Test func extendOthers() throws {
    let dialect = try DialectSource.builtIn.dialect(["powershell"])
    #expect(dialect.names == ["powershell", "learn", "common"])
    #expect(dialect.isOf("learn") && !dialect.isOf("mdn"))
    #expect(dialect.links.hosts == ["learn.microsoft.com", "docs.microsoft.com"])
    #expect(dialect.keys.names(of: .revision) == ["ms.sourcegitcommit"])
    #expect(dialect.kinds.map(\.key) == ["Module Guid", "external help file", "schema", "ms.topic"])
  }

  @Test func listsGoBeforeThoseOfWhatIsExtendedAndValuesReplaceThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("title: Ours\nextends: mkdocs\nkeys:\n  order: [rank]\n".utf8), to: "site/dialects/hugo.yml")
    let mine = "title: Mine\nextends: hugo\nkeys:\n  order: [place, rank]\nheadings:\n  anchors:\n    space: \"_\"\n"
    try folder.write(Array(mine.utf8), to: "mine.yml")
    let source = DialectSource(
      folder: folder.path + "/site/dialects", root: folder.path, within: FileBoundary([folder.path]))
    let dialect = try source.dialect(["./mine.yml"])
    #expect(dialect.problems.isEmpty)
    #expect(dialect.title == "Mine")
    #expect(dialect.names == ["./mine.yml", "hugo", "mkdocs", "common"])
    #expect(dialect.keys.names(of: .order) == ["place", "rank"])
    #expect(dialect.anchors.space == "_" && dialect.anchors.joinsSpaces)
    let both = try source.dialect(["mdn", "./mine.yml"])
    #expect(both.names == ["./mine.yml", "hugo", "mkdocs", "mdn", "common"])
  }

  @Test func problemsTellThePlace() throws {
    let folder = try TemporaryFolder()
    let bad =
      """
      title: Bad
      kees: {}
      headings:
        ids: ["{}"]
      files:
        index: {a: b}
      publishing:
        unpublishd: {draft: [true]}
      """
    try folder.write(Array(bad.utf8), to: "bad.yml")
    let source = DialectSource(folder: "", root: folder.path, within: FileBoundary([folder.path]))
    let problems = try source.dialect(["./bad.yml"]).problems.map { $0.description.dropFirst(folder.path.count + 1) }
    #expect(
      problems == [
        "bad.yml:2:1: the key 'kees' is not known in the dialect; did you mean 'keys'?",
        "bad.yml:4:10: write how an id stands in a heading as its marks with '…' between, such as '{…}'",
        "bad.yml:6:10: 'index' must be a list of texts",
        "bad.yml:8:3: 'unpublishd' is no meaning of a key; did you mean 'unpublished'?",
      ])
  }

  @Test func unknownNamesAreToldWithTheNearest() {
    let failure = #expect(throws: DialectSource.Failure.self) { try DialectSource.builtIn.dialect(["mkdoc"]) }
    guard case .unknown("mkdoc", nearest: "mkdocs") = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  // MARK: What they tell

  private static func frontMatter(_ lines: String) -> FrontMatter {
    FrontMatter.read(Array("---\n\(lines)\n---\n".utf8))
  }

  @Test(arguments: [
    ("common", "ms.sourcegitcommit: a1", "a1"), ("mdn", "l10n:\n  sourceCommit: b2", "b2"),
    ("mdn", "l10n.sourceCommit: c3", "c3"), ("hugo", "default_lang_commit: d4", "d4"),
    ("mdn", "ms.sourcegitcommit: e5", "e5"),
  ])
  func revisions(_ name: String, _ lines: String, _ expected: String) throws {
    let dialect = try DialectSource.builtIn.dialect([name])
    #expect(dialect.keys.text(.revision, in: Self.frontMatter(lines))?.value == expected)
  }

  @Test(arguments: [
    ("mdn", "page-type: css-property", "property"), ("mdn", "page-type: CSS-Pseudo-Class", "pseudo-class"),
    ("mdn", "page-type: unheard-of", nil), ("powershell", "Module Guid: 1-2", "list"),
    ("powershell", "schema: 2.0.0\nexternal help file: a.xml", "command"), ("powershell", "schema: 2.0.0", "guide"),
    ("learn", "ms.topic: reference", "reference"), ("learn", "ms.topic: Landing-Page", "landing"),
    ("learn", "ms.topic: article", nil),
  ])
  func kinds(_ name: String, _ lines: String, _ expected: String?) throws {
    #expect(try DialectSource.builtIn.dialect([name]).kind(in: Self.frontMatter(lines)) == expected)
  }

  @Test(arguments: [
    ("common", "Return value", "return-value"), ("common", "A – b (c)", "a--b-c"), ("common", "Cafe\u{301}", "café"),
    ("common", "か\u{3099}く", "がく"), ("common", "!?", "section"), ("mdn", "Formal syntax", "formal_syntax"),
    ("mdn", "The !important exception", "the_!important_exception"), ("mkdocs", "Wo – ist «Æther»?", "wo-ist-ther"),
    ("mkdocs", "Ça va, François", "ca-va-francois"), ("github", "`foo_bar()` & baz", "foo_bar--baz"),
    ("vitepress", "Foo.bar: baz_qux?", "foo-bar-baz-qux"), ("vitepress", "1. Déjà vu – \"it\"", "_1-deja-vu-–-it"),
    ("vitepress", "静态资源、（目录）", "静态资源、-目录"), ("vitepress", "Какой-то", "какои-то"),
  ])
  func anchors(_ name: String, _ title: String, _ expected: String) throws {
    #expect(try DialectSource.builtIn.dialect([name]).anchors.anchor(of: title) == expected)
  }

  @Test func numbersOfEqualAnchors() throws {
    let (common, mdn) = (AnchorStyle(), try DialectSource.builtIn.dialect(["mdn"]).anchors)
    #expect((0..<3).map { common.numbered("a", after: $0) } == ["a", "a-1", "a-2"])
    #expect((0..<3).map { mdn.numbered("a", after: $0) } == ["a", "a_2", "a_3"])
  }

  @Test func fragments() throws {
    let files = try DialectSource.builtIn.dialect(["hugo"]).files
    for path in ["_part.md", "a/_b.mdx", "_includes/z.md", "_partials/_index.md"] {
      #expect(files.isFragment(path), "\(path)")
    }
    for path in ["a.md", "_index.md", "a/_index.md", "_colon_hover/page.md"] {
      #expect(!files.isFragment(path), "\(path)")
    }
  }
}
