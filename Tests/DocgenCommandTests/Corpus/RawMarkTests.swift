import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// No page of a site shows marks of macros, shortcodes, directives or tags outside of code.
@Suite struct RawMarkTests {
  /// The trees of other styles, as the release binary builds them.
  @Test(
    .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"),
    .enabled(if: SharedData.binary != nil, "DOCGEN_BINARY names no release binary; 'make test' builds one"),
    arguments: ["cpp", "kubernetes", "mdn", "powershell", "win32-ru"])
  func noPageOfOtherStylesShowsMarks(_ style: String) throws {
    let content = try #require(Corpus.folder(ofStyle: style))
    let folder = try TemporaryFolder(["site/config.yml": ""])
    let site = folder.path + "/public"
    let arguments = ["build", "--content", content, "--source-locale", "en", "--output", site, "--quiet"]
    let run = try ProgramRun(try #require(SharedData.binary), arguments, in: folder.path)
    try #require(run.status == 0, "\(run.messages)")
    var count = 0
    for (name, marks) in try Self.marks(below: site, &count) { Issue.record("\(style) \(name): \(marks)") }
    #expect(count > 400)
  }

  /// Each kind of mark, in a dialect that has it, with text around that stays.
  private static let pages: [(dialect: String, text: String)] = [
    ("mdn", "Before {{cssxref(\"color\")}} {{Deprecated_Inline}} after.\n\n{{Unheard(\"x\", 2)}}\n"),
    (
      "hugo",
      "Before {{< param \"v\" >}} after.\n\n{{< note >}}\nText.\n{{< /note >}}\n\n{{% heading \"whatsnext\" %}}\n"
    ),
    ("common", "Before {% octicon \"x\" %} after.\n\n{% if a %}\n\nText.\n\n{% endif %}\n"),
    ("learn", ":::moniker range=\"a\"\n\nBefore\n\n:::moniker-end\n\n[!INCLUDE [x](gone.md)] after <xref:A.B> text.\n"),
    ("learn", "Before\n\n> [!NOTE]\n> Text.\n\n[!code-cpp[x](a/b.cpp)]\n\n[!VIDEO https://example.org/v] after\n"),
    ("learn", "| Before |\n|---|\n| <blockquote>[!Note]<br />Text after.</blockquote> |\n"),
    ("learn", "Before\n\n# [A](#tab/a)\n\nOne.\n\n# [B](#tab/b)\n\nTwo.\n\n---\n\nafter\n"),
    ("mkdocs", "Before\n\n!!! note\n    Text.\n\n??? tip \"T\"\n    Text.\n\n=== \"Tab\"\n\n    Text.\n\nafter\n"),
    (
      "docusaurus",
      "import Tabs from \"x\";\n\nBefore\n\n<Tabs>\n<TabItem value=\"a\">\n\nText.\n\n</TabItem>\n</Tabs>\n\nafter\n"
    ),
    ("vitepress", "Before {{ a }}\n\n::: details T\nText.\n:::\n\n<<< @/a.js [b]\n\n[[toc]]\n\nafter\n"),
    ("github", "Before $\\alpha^2$ after[^1].\n\n$$\\beta$$\n\n[^1]: Note.\n"),
    ("powershell", "Before\n\n{{ Fill Force Description }}\n\n{{Force の説明を入力}} after\n"),
  ]

  @Test(arguments: pages)
  func noKindOfMarkIsShown(_ page: (dialect: String, text: String)) throws {
    let folder = try TemporaryFolder(["content/en/p.md": "---\ntitle: P\n---\n# P\n\n\(page.text)"])
    let site = folder.path + "/public"
    let run = Invocation(
      "build --content \(folder.path)/content --source-locale en --dialect \(page.dialect) --output \(site) --quiet")
    try #require(run.status == .success, "\(run.messages)")
    var count = 0
    #expect(try Self.marks(below: site, &count).isEmpty)
    #expect(count > 0)
    let text = String(
      decoding: Array(RawMarks.texts(try FileSystem.read(site + "/en/p.html")).joined(separator: [0x20])), as: UTF8.self
    )
    #expect(text.contains("Before"))
    if page.text.contains("after") { #expect(text.contains("after")) }
    if page.text.contains("Text") { #expect(text.contains("Text")) }
  }

  /// In a dialect without them, the same characters are text.
  @Test func otherTextStays() throws {
    let folder = try TemporaryFolder(["content/en/p.md": "# P\n\nUse {{ name }}, $5 and $10, [^x] and a :: b.\n"])
    let site = folder.path + "/public"
    _ = Invocation(
      "build --content \(folder.path)/content --source-locale en --dialect common --output \(site) --quiet")
    let text = String(
      decoding: Array(RawMarks.texts(try FileSystem.read(site + "/en/p.html")).joined(separator: [0x20])), as: UTF8.self
    )
    #expect(text.contains("Use {{ name }}, $5 and $10, [^x] and a :: b."))
  }

  /// The pages below a folder that show marks, with these.
  private static func marks(below folder: String, _ count: inout Int) throws -> [(String, [String])] {
    var result: [(String, [String])] = []
    for entry in try FileSystem.list(folder) {
      let path = folder + "/" + entry.name
      if entry.kind == .folder { result += try marks(below: path, &count) }
      guard entry.kind == .file, entry.name.hasSuffix(".html") else { continue }
      count += 1
      let marks = RawMarks.texts(try FileSystem.read(path)).flatMap { RawMarks.marks($0) }
      if !marks.isEmpty { result.append((path, Set(marks).sorted())) }
    }
    return result
  }
}
