import DocgenModel
import DocgenRender
import DocgenSupport
import Testing

/// What servers, search engines and other programs find beside the pages.
@Suite struct PublishingTests {
  private static func built(_ change: (inout SiteSettings) -> Void) throws -> ProjectFixture {
    let project = try ProjectFixture()
    var settings = project.settings()
    change(&settings)
    try project.build(settings)
    return project
  }

  @Test func listsThePagesOfEachLocale() throws {
    let project = try Self.built { $0.baseURL = "https://docs.example.com/api" }
    #expect(
      try project.page("sitemap.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://docs.example.com/api/en/sitemap.xml</loc></sitemap>
        <sitemap><loc>https://docs.example.com/api/de/sitemap.xml</loc></sitemap>
        <sitemap><loc>https://docs.example.com/api/fr/sitemap.xml</loc></sitemap>
        </sitemapindex>

        """)
    // Pages shown in another language than German are left out.
    #expect(
      try project.page("de/sitemap.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://docs.example.com/api/de/guide/index.html</loc></url>
        <url><loc>https://docs.example.com/api/de/index.html</loc></url>
        <url><loc>https://docs.example.com/api/de/Jobs/cim-job-killjob.html</loc></url>
        </urlset>

        """)
    #expect(
      try project.page("en/sitemap.xml").contains(
        "<loc>https://docs.example.com/api/en/Jobs/cim-job-killjob.html</loc><lastmod>2018-05-31</lastmod>"))
    #expect(
      try project.page("robots.txt") == """
        User-agent: *
        Allow: /
        Sitemap: https://docs.example.com/api/sitemap.xml

        """)
  }

  @Test func namesNoAddressesWithoutABaseURL() throws {
    let project = try Self.built { _ in }
    let files = try ProjectFixture.files(below: project.output)
    #expect(files["sitemap.xml"] == nil)
    #expect(try project.page("robots.txt") == "User-agent: *\nAllow: /\n")
    let page = try project.page("de/Jobs/cim-job-killjob.html")
    #expect(!page.contains("ld+json"))
    #expect(!page.contains("og:url"))
    #expect(page.contains("<meta property=\"og:title\" content=\"KillJob-Methode der CIM_Job-Klasse\">"))
  }

  @Test func saysWhatAPageIsATranslationOf() throws {
    let project = try Self.built { $0.baseURL = "https://docs.example.com" }
    let page = try project.page("de/Jobs/cim-job-killjob.html")
    #expect(
      page.contains(
        """
        <script type="application/ld+json">[{"@context":"https://schema.org","@type":"TechArticle",\
        "headline":"KillJob-Methode der CIM_Job-Klasse",\
        "inLanguage":"de",\
        "translationOfWork":{"@id":"https://docs.example.com/en/Jobs/cim-job-killjob.html"}},\
        {"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[\
        {"@type":"ListItem","position":1,"name":"Startseite","item":"https://docs.example.com/de/index.html"},
        """))
    #expect(page.contains("<meta property=\"og:locale\" content=\"de_DE\">"))
    // A page in another language than the locale's says nothing of itself.
    #expect(!(try project.page("fr/Jobs/cim-job-killjob.html").contains("ld+json")))
  }

  @Test func writesTheMarkdownBesideEachTranslation() throws {
    let project = try Self.built { $0.pathStyle = .folder }
    #expect(try project.page("en/Jobs/cim-job-killjob.md") == ProjectFixture.killJob)
    // With the facts that the page shows.
    #expect(
      try project.page("de/Jobs/cim-job-killjob.md")
        == ProjectFixture.killJobInGerman.replacing("*Deleteonkill*", with: "*DeleteOnKill*"))
    #expect(
      try project.page("de/Jobs/cim-job-killjob/index.html").contains(
        "<a rel=\"alternate\" type=\"text/markdown\" href=\"../cim-job-killjob.md\">"))
    #expect(
      try project.page("fr/Jobs/cim-job-killjob/index.html").contains(
        "<a rel=\"alternate\" type=\"text/markdown\" href=\"../../../en/Jobs/cim-job-killjob.md\">"))
    #expect(try ProjectFixture.files(below: project.output)["fr/Jobs/cim-job-killjob.md"] == nil)
  }

  @Test func tellsProgramsWhereTheTextsAre() throws {
    let project = try Self.built { $0.baseURL = "/api" }
    let english = """
      # Reference (en)

      ## All pages

      - [Welcome](/api/en/index.md)

      ## guide

      - [First guide](/api/en/guide/first.md)
      - [Second guide](/api/en/guide/second.md)

      ## Jobs

      - [Jobs](/api/en/Jobs/index.md)
      - [CIM_Job class](/api/en/Jobs/cim-job.md)
      - [KillJob method of the CIM_Job class](/api/en/Jobs/cim-job-killjob.md): Ends "a" job.
      - [Odd name](/api/en/Jobs/odd%20name+100%25.md)
      - [Not in the contents](/api/en/Jobs/unlisted.md)

      ## Language

      - [English](/api/en/llms.txt)
      - [Deutsch](/api/de/llms.txt)
      - [Fran\u{E7}ais](/api/fr/llms.txt)

      """
    #expect(try project.page("llms.txt") == english)
    #expect(try project.page("en/llms.txt") == english)
    // Pages shown in another language are left out.
    #expect(
      try project.page("de/llms.txt") == """
        # Reference (de)

        ## Alle Seiten

        - [Willkommen](/api/de/index.md)

        ## Jobs

        - [KillJob-Methode der CIM_Job-Klasse](/api/de/Jobs/cim-job-killjob.md)

        ## Sprache

        - [English](/api/en/llms.txt)
        - [Deutsch](/api/de/llms.txt)
        - [Fran\u{E7}ais](/api/fr/llms.txt)

        """)
  }

  @Test func leavesTheMarkdownOutWhereItIsNotWanted() throws {
    let project = try Self.built { settings in
      settings.baseURL = "/api"
      settings.writesTwins = false
    }
    let files = try ProjectFixture.files(below: project.output)
    #expect(!files.keys.contains { $0.hasSuffix(".md") })
    for (path, bytes) in files where path.hasSuffix(".html") || path.contains("headers") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("markdown"), "\(path)")
    }
    #expect(try project.page("de/llms.txt").contains("(/api/de/Jobs/cim-job-killjob.html)"))
  }

  @Test func saysThatTheMarkdownIsMarkdownInUTF8() throws {
    let project = try Self.built { $0.baseURL = "/api" }
    #expect(
      try project.page("_headers").contains("\n/api/*.md\n  Content-Type: text/markdown; charset=utf-8\n"))
    #expect(
      try project.page("headers/nginx.conf").contains(
        "location ~ \"^/api/.*[.]md$\" { types { } default_type \"text/markdown; charset=utf-8\"; }"))
    #expect(
      try project.page("headers/apache.conf").contains(
        """
        <If "%{REQUEST_URI} =~ m#^/api/.*[.]md$#">
          Header set Content-Type "text/markdown; charset=utf-8"
        </If>
        """))
    for (file, source) in [
      ("firebase", "\"/api/**/*.md\""), ("vercel", "\"/api/(.*).md\""), ("staticwebapp.config", "\".md\""),
    ] {
      let text = try project.page("headers/\(file).json")
      #expect(text.contains(source) && text.contains("text/markdown; charset=utf-8"))
    }
  }

  @Test func leadsFromAddressesOfBefore() throws {
    let redirects = """
      old/kill-job.html: Jobs/cim-job-killjob.md#return-4
      away: https://example.org/
      """
    let project = try Self.built { settings in
      settings.baseURL = "https://docs.example.com/api"
      settings.redirects = SourceFile(path: "site/redirects.yml", bytes: Array(redirects.utf8))
    }
    let page = try project.page("de/old/kill-job.html")
    #expect(
      page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../Jobs/cim-job-killjob.html#return-4\">"))
    #expect(page.contains("<h1>Seite verschoben</h1>"))
    #expect(
      try project.page("_redirects").split(separator: "\n") == [
        "/api/en/old/kill-job.html /api/en/Jobs/cim-job-killjob.html#return-4 301",
        "/api/en/away.html https://example.org/ 301",
        "/api/de/old/kill-job.html /api/de/Jobs/cim-job-killjob.html#return-4 301",
        "/api/de/away.html https://example.org/ 301",
        "/api/fr/old/kill-job.html /api/fr/Jobs/cim-job-killjob.html#return-4 301",
        "/api/fr/away.html https://example.org/ 301",
      ])
    #expect(
      try project.page("headers/nginx.conf").contains(
        "location = \"/api/fr/away.html\" { return 301 \"https://example.org/$is_args$args\"; }"))
  }

  @Test func tellsWhichRedirectsCannotBeFollowed() throws {
    let redirects = "Jobs/cim-job: index\nold: nowhere\nempty:\n"
    let project = try ProjectFixture()
    var settings = project.settings()
    settings.redirects = SourceFile(path: "site/redirects.yml", bytes: Array(redirects.utf8))
    #expect(
      try project.build(settings).problems.map(\.description) == [
        "site/redirects.yml:1:1: there is a page 'Jobs/cim-job'; remove it, or its redirect",
        "site/redirects.yml:2:6: there is no page 'nowhere' to lead to; correct the path",
        "site/redirects.yml:3:1: 'empty' leads nowhere; write the page it became after it",
      ])
  }

  @Test func showsWhatTheProjectPutsIntoTheSlots() throws {
    let project = try Self.built { settings in
      settings.banners = ["**New** [here](https://example.org/)", "", ""]
      settings.footers = ["", "Impressum <script>alert(1)</script>", ""]
      settings.logo = "logo.svg"
      settings.editURL = "https://git.example/edit/main/content/{path}"
    }
    let english = try project.page("en/Jobs/cim-job.html")
    #expect(
      english.contains(
        "<div class=\"banner\" role=\"region\" aria-label=\"Notice\"><p><strong>New</strong> <a href=\"https://example.org/\" rel=\"external\">here</a></p>"
      ))
    #expect(english.contains("<img src=\"../../assets/logo.svg\""))
    #expect(english.contains("<a href=\"https://git.example/edit/main/content/en/Jobs/cim-job.md\">Edit this page</a>"))
    let german = try project.page("de/Jobs/cim-job.html")
    #expect(!german.contains("class=\"banner\""))
    #expect(german.contains("<footer class=\"foot\"><p>Impressum "))
    #expect(!german.contains("<script>"))
  }

  @Test func allowsNothingThatTheSiteDoesNotBringAlong() throws {
    let headers = try Self.built { $0.baseURL = "/api" }.page("_headers")
    #expect(
      headers == """
        /api/*
          Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
        connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
        frame-ancestors 'none'
          X-Content-Type-Options: nosniff
          Referrer-Policy: strict-origin-when-cross-origin
        /api/assets/*
          Cache-Control: public, max-age=3600, stale-while-revalidate=86400
        /api/*.md
          Content-Type: text/markdown; charset=utf-8

        """)
  }
}
