import DocgenModel
import DocgenRender
import DocgenSupport
import Testing

/// What a site shows of pages whose front matter says who may find them.
@Suite struct PublicationTests {
  /// A site of a home page and 'Jobs/it', which has some lines in its front matter, with what the build said.
  private static func built(
    _ lines: String, german: String? = nil, toc: Bool = false, more: [String: String] = [:]
  ) throws -> (project: ProjectFixture, report: SiteReport) {
    var files = [
      "en/index.md": "---\ntitle: Home\n---\n# Home\n\n[it](Jobs/it.md)\n",
      "en/Jobs/it.md":
        "---\ntitle: It\napi_name: [TheIt]\ntopic_type: [APIRef]\n\(lines)\n---\n# It\n\nUnmistakable.\n",
      "de/index.md": "# Start\n",
      "en/Jobs/other.md": "---\ntitle: Other\n---\n# Other\n",
    ]
    if let german { files["de/Jobs/it.md"] = "---\ntitle: Es\n\(german)\n---\n# Es\n\nUnverwechselbar.\n" }
    if toc { files["en/Jobs/toc.yml"] = "- name: Listed it\n  href: it.md\n- name: Other\n  href: other.md\n" }
    files.merge(more) { $1 }
    let project = try ProjectFixture(files, locales: ["en", "de"])
    var settings = project.settings()
    settings.baseURL = "https://docs.example.com"
    return (project, try project.build(settings))
  }

  /// Where the page is found besides its own address.
  private static func places(_ project: ProjectFixture, locale: String = "en") throws -> Set<String> {
    let files = try ProjectFixture.files(below: project.output)
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
    var places: Set<String> = []
    if text("\(locale)/sitemap.xml").contains("/it.html") { places.insert("sitemap") }
    if text("\(locale)/Jobs/index.html").contains("it.html") { places.insert("list") }
    if text("\(locale)/Jobs/navigation.js").contains("it.html") { places.insert("navigation") }
    if text("\(locale)/api-names/index.html").contains("it.html") { places.insert("names") }
    let search = files.filter { $0.key.hasPrefix("search/") }
      .map { String(decoding: $0.value, as: UTF8.self).lowercased() }
    if search.contains(where: { $0.contains("theit") }) { places.insert("search of names") }
    let words = files.filter { $0.key.hasPrefix("search/text/\(locale)/") }
      .map { String(decoding: $0.value, as: UTF8.self) }
    if words.contains(where: { $0.contains(locale == "en" ? "It" : "Es") && $0.contains("Jobs/it") }) {
      places.insert("search of words")
    }
    if files["\(locale)/Jobs/it.html"] != nil { places.insert("page") }
    if files["\(locale)/Jobs/it.md"] != nil { places.insert("twin") }
    if text("\(locale)/Jobs/it.html").contains("noindex") { places.insert("noindex") }
    return places
  }

  private static let everywhere: Set<String> = [
    "sitemap", "list", "navigation", "names", "search of names", "search of words", "page", "twin",
  ]

  @Test(arguments: [false, true])
  func showsAPageEverywhere(toc: Bool) throws {
    let (project, report) = try Self.built("draft: false", toc: toc)
    #expect(try Self.places(project) == Self.everywhere)
    #expect(report.unpublishedLinks == 0)
  }

  @Test(arguments: [false, true])
  func leavesOutADraft(toc: Bool) throws {
    let (project, report) = try Self.built("draft: true", german: "draft: false", toc: toc)
    #expect(try Self.places(project) == [])
    #expect(try Self.places(project, locale: "de") == [])
    #expect((report.unpublishedLinks, report.missingLinks) == (1, 0))
    for (path, bytes) in try ProjectFixture.files(below: project.output) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Unmistakable"), "\(path)")
    }
  }

  @Test func showsTheSourceInPlaceOfADraftTranslation() throws {
    let (project, report) = try Self.built("", german: "draft: true")
    #expect(try project.page("de/Jobs/it.html").contains("Unmistakable"))
    for (path, bytes) in try ProjectFixture.files(below: project.output) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Unverwechselbar"), "\(path)")
    }
    #expect(report.fallbackPages == 2)
  }

  @Test(arguments: [false, true])
  func namesAnUnlistedPageNowhere(toc: Bool) throws {
    let (project, report) = try Self.built("unlisted: true", toc: toc)
    #expect(try Self.places(project) == ["page", "twin", "noindex"])
    #expect(try project.page("en/index.html").contains("href=\"Jobs/it.html\""))
    #expect(report.unpublishedLinks == 0)
    #expect(!(try project.page("en/Jobs/other.html").contains("it.html")))
  }

  @Test func hidesATranslationThatSaysSo() throws {
    let (project, _) = try Self.built("", german: "unlisted: true")
    #expect(
      try Self.places(project, locale: "de").intersection(["sitemap", "list", "navigation", "search of words"]) == [])
    #expect(try Self.places(project) == Self.everywhere)
    #expect(!(try project.page("en/Jobs/it.html").contains("hreflang=\"de\" href=\"https")))
  }

  private static let robots: [(String, String, [String])] = [
    ("ROBOTS: NOINDEX", "noindex", ["sitemap"]), ("robots: [noindex, nofollow]", "noindex, nofollow", ["sitemap"]),
    ("robots: nofollow", "nofollow", []),
  ]

  @Test(arguments: robots)
  func tellsSearchEngines(_ line: String, _ words: String, _ missing: [String]) throws {
    let (project, _) = try Self.built(line)
    let expected = Self.everywhere.subtracting(missing).union(words.contains("noindex") ? ["noindex"] : [])
    #expect(try Self.places(project) == expected)
    #expect(try project.page("en/Jobs/it.html").contains("<meta name=\"robots\" content=\"\(words)\">"))
  }

  @Test(arguments: [
    ("sitemap: false", ["sitemap"]), ("search: {exclude: true}", ["search of names", "search of words"]),
    ("toc_hide: true", ["list", "navigation", "names"]),
  ])
  func leavesOutOfOnePlace(_ line: String, _ missing: [String]) throws {
    let (project, _) = try Self.built(line)
    #expect(try Self.places(project) == Self.everywhere.subtracting(missing))
  }

  @Test(arguments: [
    ("other.md#part", "other.html#part"), ("/Jobs/other", "other.html"), ("/en/Jobs/other.html", "other.html"),
    ("../index.md", "../index.html"), ("https://example.org/x?y", "https://example.org/x?y"),
    ("/windows/desktop/x", "https://learn.example/en/windows/desktop/x"),
  ])
  func leadsOn(_ target: String, _ address: String) throws {
    let (project, report) = try Self.built("redirect_url: \(target)", german: "ms.x: y")
    #expect(report.problems.map(\.description) == [])
    let page = try project.page("en/Jobs/it.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(address)\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(try Self.places(project) == ["page", "noindex"])
    #expect(try project.page("de/Jobs/it.html").contains("http-equiv=\"refresh\""))
    #expect(try project.page("_redirects").contains("/en/Jobs/it.html "))
  }

  @Test(arguments: [
    ("nowhere.md", "there is no page 'nowhere.md' to lead to; correct the path"),
    (
      "'javascript:alert(1)'",
      "a redirect leads to a page or to an address with 'https:', and 'javascript:' is neither; correct it"
    ),
    ("it.md", "the redirect leads in a circle, back to 'Jobs/it'; let one of its addresses lead to a page"),
    ("https:///x", "'https:///x' is no whole address; write it as 'https://host/path'"),
  ])
  func saysWhatCannotBeFollowed(_ target: String, _ problem: String) throws {
    let (project, report) = try Self.built("redirect_url: \(target)")
    let column = target.hasPrefix("'") ? 16 : 15
    #expect(report.problems.map(\.description) == ["en/Jobs/it.md:5:\(column): \(problem)"])
    #expect(try project.page("en/Jobs/it.html").contains("Unmistakable"))
    #expect(!(try project.page("en/Jobs/it.html").contains("http-equiv")))
  }

  @Test func leadsFromAddressesThatPagesHad() throws {
    let (project, report) = try Self.built(
      "aliases: [/was/here, /en/and/there.html, ./beside, /folder/, index]", german: "redirect_from: /nur/hier",
      more: ["en/Jobs/third.md": "---\naliases: [/was/here, 'x/../../y', /a.html?b=c]\n---\n# Third\n"])
    for (path, address) in [
      ("en/was/here.html", "../Jobs/it.html"), ("en/and/there.html", "../Jobs/it.html"),
      ("en/Jobs/beside.html", "it.html"), ("en/folder/index.html", "../Jobs/it.html"),
      ("de/was/here.html", "../Jobs/it.html"),
      ("de/nur/hier.html", "../Jobs/it.html"), ("en/y.html", "Jobs/third.html"),
    ] {
      #expect(try project.page(path).contains("content=\"0; url=\(address)\""), "\(path)")
    }
    #expect(try project.page("_redirects").contains("/de/nur/hier.html /de/Jobs/it.html 301"))
    #expect(try project.page("_redirects").contains("/en/folder/ /en/Jobs/it.html 301"))
    #expect(try ProjectFixture.files(below: project.output)["en/nur/hier.html"] == nil)
    #expect(
      report.problems.map(\.description) == [
        "en/Jobs/it.md:5:62: there is a page 'index'; remove it, or its redirect",
        "en/Jobs/third.md:2:11: '/was/here' leads elsewhere already, by en/Jobs/it.md:5; remove one of the two",
        "en/Jobs/third.md:2:35: '/a.html?b=c' holds a query or an anchor, which no file answers; write the path alone",
      ])
  }

  @Test func followsRedirectsToTheirEnd() throws {
    let (project, report) = try Self.built("redirect_url: other.md", more: ["en/Jobs/odd.html.md": "# Odd\n"])
    _ = project
    #expect(report.problems.isEmpty)
    var settings = project.settings()
    settings.redirects = SourceFile(
      path: "site/redirects.yml",
      bytes: Array(
        """
        a: b
        b: Jobs/it
        c: d
        d: c
        404: index
        api-names/index.html: index
        Jobs/other.html/x: index
        e: f?x=1
        """.utf8))
    let problems = try project.build(settings).problems.map(\.description)
    #expect(try project.page("en/a.html").contains("url=Jobs/other.html"))
    #expect(
      problems == [
        "site/redirects.yml:1:4: 'a' leads to 'b', which leads on itself; write where that leads",
        "site/redirects.yml:2:4: 'b' leads to 'Jobs/it', which leads on itself; write where that leads",
        "site/redirects.yml:3:4: the redirect leads in a circle, back to 'c'; let one of its addresses lead to a page",
        "site/redirects.yml:4:4: the redirect leads in a circle, back to 'd'; let one of its addresses lead to a page",
        "site/redirects.yml:8:4: there is no page 'f?x=1' to lead to; correct the path",
        "site/redirects.yml:5:6: a file of the site is in the way of the page '404.html'; remove the redirect",
        "site/redirects.yml:6:23: a file of the site is in the way of the page 'api-names/index.html'; remove the redirect",
        "site/redirects.yml:7:20: a file of the site is in the way of the page 'Jobs/other.html/x.html'; remove the redirect",
      ])
  }

  @Test func followsFewRedirectsAtOnce() throws {
    let (project, _) = try Self.built("")
    var settings = project.settings()
    let chain = (0..<2_000).map { "r\($0): r\($0 + 1)\n" }.joined() + "r2000: Jobs/it\n"
    settings.redirects = SourceFile(path: "site/redirects.yml", bytes: Array(chain.utf8))
    let problems = try project.build(settings).problems.map(\.description)
    #expect(
      problems.first
        == "site/redirects.yml:1:5: the redirect leads over more than 16 others; write where the last of them leads")
    #expect(try project.page("en/r2000.html").contains("url=Jobs/it.html"))
    #expect(try project.page("en/r1984.html").contains("url=Jobs/it.html"))
    #expect(try ProjectFixture.files(below: project.output)["en/r1983.html"] == nil)
  }
}
