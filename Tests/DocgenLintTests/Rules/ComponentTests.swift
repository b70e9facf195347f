import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenLint

/// Components and imports of MDX, of which nobody knows what their values are for.
@Suite struct ComponentTests {
  private static func lint(_ files: [String: String]) throws -> Linter.Result {
    let folder = try TemporaryFolder(files)
    let vocabularies = try ["en", "de"].map(LintFixture.vocabulary)
    let dialect = try DialectSource.builtIn.dialect(["docusaurus"])
    let catalog = try PageCatalog(contentFolder: folder.path, locales: ["en", "de"], dialect: dialect)
    let loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
    return Linter(loader: loader, settings: LintSettings()).run(jobs: 2)
  }

  /// The findings about a page and its translation, those of other rules left out.
  private static func findings(_ source: String, _ translation: String) throws -> [String] {
    try lint(["en/a.mdx": source, "de/a.mdx": translation]).diagnostics.filter { $0.foldedInto == nil }
      .map {
        "\($0.severity.rawValue) \($0.rule): \($0.message)\($0.fix.map { $0.applicability == .safe ? " (safe)" : " (unsafe)" } ?? "")"
      }
  }

  @Test(arguments: [
    // Text may be translated; the folder of a language is the page's own.
    (#"<Versions numbers="8, 11, or 21" />"#, #"<Versions numbers="8, 11 oder 21" />"#),
    (#"<Place name="Logs" path="en/guide/a" />"#, #"<Place name="Protokolle" path="de/guide/a" />"#),
    (#"<Place label="Logs" />"#, #"<Place label="ログ" />"#),
    // Titles of code name what the code does.
    ("```js title=\"a/my-page.js\" del={1}\nx()\n```", "```js title=\"a/meine-seite.js\" del={1}\nx()\n```"),
    // Imports say the same in other marks, in another order and from another folder.
    (
      "import A from '../x/en-us/a';\nimport B from \"b\";\n\n<A/>\n\n<B/>",
      "import B from 'b'\nimport A from '../../../x/de-de/a'\n\n<A/>\n\n<B/>"
    ),
    // Lines may be indented at will.
    (
      "<Box>\n        Text.\n\n        ```sh\n        a\n          ```\n</Box>",
      "<Box>\n\nText.\n\n```sh\na\n```\n</Box>"
    ),
  ])
  func mayDiffer(_ pages: (source: String, translation: String)) throws {
    let found = try Self.findings("# A\n\n" + pages.source + "\n", "# A\n\n" + pages.translation + "\n")
    #expect(found.filter { !$0.contains("untranslated") && !$0.contains("unknown-directive") } == [])
  }

  @Test(arguments: [
    (
      #"<Place path="guide/a" />"#, #"<Place path="guide/b" />"#,
      "error mismatched-directive: 'guide/b' is 'guide/a' in the source, and is no text; write it so (safe)"
    ),
    (
      "```js title=\"a\"\nx()\n```", "```rb title=\"b\"\nx()\n```",
      "warning mismatched-code: the language of the code block is 'rb title=\"b\"' here; "
        + "write 'js title=\"a\"' as in the source (unsafe)"
    ),
    (
      #"<Place state="stable" />"#, #"<Place state="stabil" />"#,
      "error mismatched-directive: 'stabil' is 'stable' in the source, and is no text; write it so (unsafe)"
    ),
    (
      "import A from 'a';\n\n<A/>", "import A from 'b';\n\n<A/>",
      "error mismatched-directive: ''b';' is ''a';' in the source, and is no text; write it so (safe)"
    ),
    (
      "import A from 'a';\n\n<A x=\"1\" />", "Text.",
      "error mismatched-directive: '<A x=\"1\" />' is missing; write it as in the source"
    ),
    (
      "<Tabs groupId=\"x\" queryString>\n    <TabItem value=\"a\" default>\n        Use `sudo`.\n    </TabItem>\n</Tabs>",
      "<Tabs groupId=\"x\" queryString>\n    <TabItem value=\"a\" default>\n        `su` verwenden.\n    </TabItem>\n</Tabs>",
      "warning damaged-identifier: the name reads 'su' here; write 'sudo' as in the source (safe)"
    ),
  ])
  func isFound(_ pages: (source: String, translation: String, finding: String)) throws {
    let found = try Self.findings("# A\n\n" + pages.source + "\n", "# A\n\n" + pages.translation + "\n")
    #expect(found.filter { $0.contains(":") && !$0.hasPrefix("note") && !$0.contains("-text:") } == [pages.finding])
  }

  /// What nearly all translations add or leave out is a habit; a page that differs from the others is a mistake.
  @Test(arguments: [(9, 0, false), (10, 0, true), (12, 1, true), (12, 2, false)])
  func habitsAreToldOnce(_ added: Int, _ kept: Int, _ isHabit: Bool) throws {
    var files: [String: String] = [:]
    for number in 0..<added + kept {
      let banner = "import Banner from 'banner';\n\n# A\n\n<Banner />\n\nText.\n"
      files["en/p\(number).mdx"] = number < added ? "# A\n\nText.\n" : banner
      files["de/p\(number).mdx"] = banner
    }
    let found = try Self.lint(files).diagnostics.filter { $0.rule == "mismatched-directive" }
    let told = found.filter { $0.foldedInto == nil }
    #expect(found.count == added)
    #expect(told.count == (isHabit ? 1 : added))
    #expect(told.allSatisfy { $0.severity == (isHabit ? .note : .error) })
    if isHabit {
      #expect(
        "\(told[0].message)"
          == "\(added) pages in this language have '<Banner />', which their sources do not; "
          + "if that is a mistake, remove it there")
    }
  }

  /// A name of which nothing is known is told once in a project.
  @Test func unknownNamesAreToldOnce() throws {
    let found = try Self.lint(["en/a.mdx": "<Box/>\n", "en/b.mdx": "<Box/>\n\n<Other/>\n", "de/a.mdx": "<Box/>\n"])
      .diagnostics
      .filter { $0.rule == "unknown-directive" }
    #expect(
      found.map { "\($0.location.file) \($0.actual ?? "") \($0.foldedInto == nil)" }
        == ["en/a.mdx Box true", "en/b.mdx Box false", "en/b.mdx Other true"])
  }
}
