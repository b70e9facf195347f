import DocgenModel
import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

/// A small project, built from end to end.
@Suite struct SiteBuilderTests {
  @Test func writesEveryPageOfEveryLocale() throws {
    let project = try ProjectFixture()
    let report = try project.build()
    #expect(report.pages == 11)
    #expect(report.fallbackPages == 13)
    let files = Set(try ProjectFixture.files(below: project.output).keys)
    let pages = [
      "index", "Jobs/index", "Jobs/cim-job", "Jobs/cim-job-killjob", "Jobs/odd name+100%", "Jobs/unlisted",
      "guide/first",
      "guide/second", "guide/index", "api-names/index", "404",
    ]
    for locale in project.locales {
      for page in pages { #expect(files.contains("\(locale)/\(page).html"), "\(locale)/\(page)") }
    }
    #expect(files.contains("index.html"))
    #expect(files.contains("assets/docgen.css"))
    #expect(files.contains("en/Jobs/images/a.png"))
    #expect(report.files == files.count - 1, "all but the marker")
  }

  @Test func linksOnlyToWhatIsThere() throws {
    let project = try ProjectFixture()
    let report = try project.build()
    let site = try SiteLinkCheck(folder: project.output)
    #expect(site.checked > 300)
    #expect(site.broken.isEmpty, "\(site.broken.joined(separator: "\n"))")
    // In three locales: one page, and one anchor of the page with the odd name.
    #expect(report.missingLinks == 6)
    #expect(report.missingImages == 3)
  }

  @Test func writesAFolderForEachPage() throws {
    let project = try ProjectFixture()
    var settings = project.settings()
    settings.pathStyle = .folder
    let report = try project.build(settings)
    let site = try SiteLinkCheck(folder: project.output)
    #expect(site.checked > 300)
    #expect(site.broken.isEmpty, "\(site.broken.joined(separator: "\n"))")
    #expect(report.missingLinks == 6)
    let files = Set(try ProjectFixture.files(below: project.output).keys)
    for page in ["index", "Jobs/index", "Jobs/cim-job/index", "Jobs/odd name+100%/index", "guide/index", "404"] {
      #expect(files.contains("de/\(page).html"), "\(page)")
    }
    #expect(!files.contains("de/Jobs/cim-job.html"))
  }

  @Test func isTheSameWithOneThreadAndWithMany() throws {
    let project = try ProjectFixture()
    try project.build()
    let first = try ProjectFixture.files(below: project.output)
    try project.build()
    #expect(try ProjectFixture.files(below: project.output) == first)
    var settings = project.settings()
    settings.jobs = 8
    try project.build(settings)
    #expect(try ProjectFixture.files(below: project.output) == first)
  }

  @Test func laysOutFactsInTheOrderOfThePage() throws {
    let project = try ProjectFixture()
    try project.build()
    for locale in ["en", "de"] {
      let html = try project.page("\(locale)/Jobs/cim-job-killjob.html")
      let start = try #require(html.range(of: "<article"))
      let end = try #require(html.range(of: "</article>"))
      Snapshot.expect(String(html[start.lowerBound..<end.upperBound]) + "\n", "site/killjob-\(locale).html")
    }
  }

  @Test func showsTheSourceWhereThereIsNoTranslation() throws {
    let project = try ProjectFixture()
    var settings = project.settings()
    settings.baseURL = "https://docs.example/api"
    try project.build(settings)
    let html = try project.page("de/Jobs/cim-job.html")
    #expect(html.contains("<html lang=\"de\">"))
    #expect(html.contains("<article class=\"content\" lang=\"en\">"))
    // What is canonical elsewhere is not kept out of indexes, too.
    #expect(!html.contains("noindex"))
    #expect(html.contains("<link rel=\"canonical\" href=\"https://docs.example/api/en/Jobs/cim-job.html\">"))
    #expect(!html.contains("<link rel=\"alternate\""))
    #expect(html.contains("<div class=\"notice\""))
    #expect(html.contains("noch nicht übersetzt"))
    #expect(try project.page("en/guide/second.html").contains("written in") == false)
    settings.baseURL = nil
    try project.build(settings)
    #expect(try project.page("de/Jobs/cim-job.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    settings.baseURL = "https://docs.example/api"
    try project.build(settings)
    // A page that only a translation has is shown in that language.
    let source = try project.page("en/Jobs/cim-job.html")
    #expect(source.contains("<link rel=\"canonical\" href=\"https://docs.example/api/en/Jobs/cim-job.html\">"))
    let both = try project.page("de/Jobs/cim-job-killjob.html")
    #expect(both.contains("hreflang=\"en\" href=\"https://docs.example/api/en/Jobs/cim-job-killjob.html\""))
    #expect(both.contains("hreflang=\"x-default\" href=\"https://docs.example/api/en/Jobs/cim-job-killjob.html\""))
    #expect(try project.page("de/404.html").contains("href=\"/api/de/index.html\""))
  }

  @Test func keepsAnchorsTheSameInEveryLocale() throws {
    let project = try ProjectFixture()
    try project.build()
    let ids = try ["en", "de", "fr"].map { locale in
      SiteLinkCheck.values(of: "id", in: try project.page("\(locale)/Jobs/cim-job-killjob.html"))
        .filter { $0 != "killjob-method-of-the-cim_job-class" && $0 != "rückgabewert" && $0 != "siehe-auch" }
    }
    // Links of other pages may use the translated titles.
    let german = try project.page("de/Jobs/cim-job-killjob.html")
    #expect(german.contains("<h2 id=\"return-value\"><span id=\"rückgabewert\"></span>"))
    #expect(ids[0] == ids[1])
    #expect(ids[0] == ids[2])
    #expect(ids[0].contains("parameter-deleteonkill"))
    #expect(ids[0].contains("return-4"))
    #expect(ids[0].contains("return-value"))
  }

  @Test func putsPagesInTheOrderOfTheContents() throws {
    let project = try ProjectFixture()
    try project.build()
    let html = try project.page("en/Jobs/cim-job-killjob.html")
    #expect(html.contains("<a class=\"pager-previous\" rel=\"prev\" href=\"cim-job.html\">"))
    #expect(html.contains("<a class=\"pager-next\" rel=\"next\" href=\"odd%20name+100%25.html\">"))
    let listing = try project.page("en/Jobs/index.html")
    #expect(listing.contains("https://learn.example/en/windows/desktop/jobs"))
    #expect(listing.contains("<a href=\"unlisted.html\">Not in the contents</a>"))
    #expect(try project.page("en/guide/index.html").contains("<a href=\"first.html\">First guide</a>"))
    #expect(try project.page("fr/guide/index.html").contains("<a href=\"second.html\">Deuxième guide</a>"))
  }

  @Test func readsAnEmptyProject() throws {
    let project = try ProjectFixture(["en/readme.txt": "nothing"], locales: ["en"])
    let report = try project.build()
    #expect(report.pages == 0)
    #expect(try project.page("en/index.html").contains("</html>"))
  }
}
