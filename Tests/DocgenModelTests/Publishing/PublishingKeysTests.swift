import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// What keys of the front matter say about publishing.
@Suite struct PublishingKeysTests {
  private static func publication(_ lines: String) -> PagePublication? {
    PagePublication(FrontMatter.read(Array("---\ntitle: A\n\(lines)\n---\n# A\n".utf8)))
  }

  @Test func areReadWhole() {
    // Each meaning has keys, and each key has values.
    for meaning in PublishingKeys.Meaning.allCases {
      #expect(PublishingKeys.builtIn.definitions.contains { $0.meaning == meaning }, "\(meaning)")
    }
    #expect(PublishingKeys.builtIn.definitions.allSatisfy { !$0.values.isEmpty })
  }

  private static let lists: PagePublication.Exclusions = [.navigation, .search, .sitemap, .index]
  private static let index: PagePublication.Exclusions = [.index, .sitemap]
  private static let indexAndLinks: PagePublication.Exclusions = [.index, .sitemap, .following]

  private static let lines: [(lines: [String], places: PagePublication.Exclusions)] = [
    (
      [
        "draft: true", "draft: yes", "Draft: \"True\"", "\"draft\": on", "draft : true", "published: false",
        "headless: 1", "build:\n  render: never", "_build: {list: always, render: false}",
      ], .site
    ),
    (["unlisted: true", "hidden: TRUE"], lists),
    (["robots: noindex", "robots:\n- noindex\n- noarchive", "noindex: true", "no_index: true"], index),
    (["ROBOTS: NOINDEX, NOFOLLOW", "robots: none"], indexAndLinks),
    (["robots: max-snippet:20,nofollow"], .following),
    (["sitemap: false", "sitemap:\n  exclude: true"], .sitemap),
    (["search:\n  exclude: true", "exclude_search: true", "excludeSearch: true"], .search),
    (["toc_hide: true", "sidebar:\n  hidden: true"], .navigation),
  ]

  @Test(arguments: lines.flatMap { lines, places in lines.map { ($0, places) } })
  func exclude(_ lines: String, from places: PagePublication.Exclusions) {
    #expect(Self.publication(lines)?.exclusions == places)
  }

  @Test(arguments: [
    "", "draft: false", "draft:", "draft: null", "draft: ~", "draft: \"\"", "draft: later", "published: true",
    "published: 2020-01-01", "robots: INDEX,FOLLOW", "robots: all", "robots: noindexing", "unlisted: no",
    "sitemap: true",
    "sitemap:\n  priority: 0.5", "search: words", "drafts: true", "build: never", "redirect_url:", "aliases: []",
    "description: |\n  draft: true",
  ])
  func sayNothing(_ lines: String) {
    #expect(Self.publication(lines) == nil)
  }

  @Test func tellWhereAPageWasAndIs() {
    let publication = Self.publication("redirect_url: ../new.md\naliases: [/a, b/c]\nredirect_from: /d")
    #expect(publication?.target?.value == "../new.md")
    #expect(publication?.aliases.map(\.value) == ["/a", "b/c", "/d"])
    #expect(publication?.isShown == false)
  }

  @Test func areNamedWhereTheyAreNotHonoured() {
    func names(_ lines: String) -> [String] {
      UnknownPublishingKey.keys(in: FrontMatter.read(Array("---\n\(lines)\n---\n".utf8))).map {
        "\($0.key.value): \($0.reason)"
      }
    }
    #expect(
      names("publishDate: 2030-01-01\nexpiryDate: x\nvisibility: internal\nprivate: true\ndraft: soon\ntitle: x") == [
        "publishDate: scheduled", "expiryDate: scheduled", "visibility: restricted", "private: restricted",
        "draft: value(\"soon\")",
      ])
    #expect(names("visibility: public\naccess: open\nprivate: false\npassword:\nexpires: false\ndraft: no") == [])
  }
}

/// What holds for the pages of a project.
@Suite struct PublicationsTests {
  private static func publications(_ files: [String: String]) throws -> (Publications, TemporaryFolder) {
    let folder = try TemporaryFolder(files)
    let catalog = try PageCatalog(contentFolder: folder.path, locales: ["en", "de"])
    return (Publications(catalog, jobs: 2), folder)
  }

  @Test func followTheSourceUnlessATranslationSaysMore() throws {
    let (publications, folder) = try Self.publications([
      "en/draft.md": "---\ndraft: true\n---\n", "de/draft.md": "---\ndraft: false\n---\n",
      "en/half.md": "---\ntitle: A\n---\n", "de/half.md": "---\ndraft: true\n---\n",
      "en/noindex.md": "---\nrobots: noindex\n---\n", "de/noindex.md": "---\nsitemap: false\n---\n",
      "en/plain.md": "# A\n", "de/only.md": "---\nunlisted: true\n---\n", "de/plain.md": "---\nnoindex: true\n---\n",
    ])
    _ = folder
    let catalog = publications.catalog
    #expect(catalog.entries.map(\.id) == ["half", "noindex", "only", "plain"])
    #expect(catalog.unpublished == ["draft"])
    #expect(catalog.entries[0].files == ["en/half.md", nil])
    func exclusions(_ page: Int, _ locale: Int) -> PagePublication.Exclusions? {
      publications.state(page, locale)?.exclusions
    }
    #expect(exclusions(0, 1) == nil)
    #expect(exclusions(1, 0) == [.index, .sitemap])
    #expect(exclusions(1, 1) == [.index, .sitemap])
    // Shown in English, too, since there is no other.
    #expect(exclusions(2, 0) == [.navigation, .search, .sitemap, .index])
    #expect(exclusions(3, 0) == nil)
    #expect(exclusions(3, 1) == [.index, .sitemap])
  }

  @Test(arguments: [
    "\u{FEFF}---\ndraft: true\n---\n", "---\r\ndraft: true\r\n---\r\n",
    "---\ntitle: \"\(String(repeating: "x", count: 9000))\"\ndraft: true\n---\n",
    "---\n'draft': true\n...\n",
  ])
  func findKeysInAnyFrontMatter(_ text: String) throws {
    let (publications, folder) = try Self.publications(["en/a.md": text, "de/b.md": "# B\n"])
    _ = folder
    #expect(publications.catalog.unpublished == ["a"])
  }

  @Test(arguments: ["# A\ndraft: true\n", "---\ntitle: A\n---\ndraft: true\n", "--- draft: true\n", ""])
  func lookNowhereElse(_ text: String) throws {
    let (publications, folder) = try Self.publications(["en/a.md": text, "de/b.md": "# B\n"])
    _ = folder
    #expect(publications.isEmpty)
  }
}
