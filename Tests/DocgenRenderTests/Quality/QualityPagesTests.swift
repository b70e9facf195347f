import DocgenModel
import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// The pages that show a team the quality of its translations, and their numbers.
@Suite struct QualityPagesTests {
  private typealias Place = DocgenSupport.SourceLocation

  private static let parameter = Place(
    file: "de/Jobs/cim-job-killjob.md", start: SourcePosition(line: 22, column: 2),
    end: SourcePosition(line: 22, column: 14))

  private static func finding(
    _ rule: String, _ severity: Severity, page: String, locale: String, at location: Place,
    _ message: Message = "something is wrong here"
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, group: "parameter", severity: severity, page: page, locale: locale, message: message,
      location: location)
  }

  private static func missing(_ page: String, _ name: String, _ locale: String) -> Diagnostic {
    let start = SourcePosition(line: 1, column: 1)
    return finding(
      "missing-translation", .note, page: page, locale: locale,
      at: Place(file: "en/\(name).md", start: start, end: start), "not translated")
  }

  private static func report(_ findings: [Diagnostic], _ project: ProjectFixture) throws -> QualityReport {
    let german = MessageCatalog(
      language: "de", singular: [1], groupSeparator: ".",
      templates: ["the parameter is called '{1}' here": "der Parameter hei\u{DF}t hier '{1}'"])
    let catalog = try PageCatalog(contentFolder: project.content, locales: project.locales)
    var states = [[TranslationState?]](repeating: [], count: catalog.entries.count)
    if let page = catalog.index(of: "jobs/cim-job-killjob") { states[page] = [nil, .outdated(.facts), nil] }
    if let page = catalog.index(of: "index") { states[page] = [nil, .current, nil] }
    var report = QualityReport(
      findings: findings.sorted(by: Diagnostic.precedes), states: states, messages: [.source, german, .source])
    report.summaries = [
      [:], ["changed-name": .init(text: "Ein Name ist anders.", language: "de")],
      ["changed-name": .init(text: "A name differs.", language: "en")],
    ]
    report.suppressed = 2
    return report
  }

  private static let findings = [
    finding(
      "changed-name", .error, page: "jobs/cim-job-killjob", locale: "de", at: parameter,
      "the parameter is called '\("<Deleteonkill>")' here"),
    missing("jobs/cim-job", "Jobs/cim-job", "de"), missing("jobs/cim-job", "Jobs/cim-job", "fr"),
    finding(
      "broken-link", .warning, page: "jobs/cim-job", locale: "en",
      at: Place(
        file: "en/Jobs/cim-job.md", start: SourcePosition(line: 11, column: 1), end: SourcePosition(line: 11, column: 5)
      )),
  ]

  private static func built(
    _ findings: [Diagnostic] = findings, _ change: (inout SiteSettings) -> Void = { _ in }
  ) throws -> ProjectFixture {
    let project = try ProjectFixture()
    var settings = project.settings()
    settings.quality = try report(findings, project)
    change(&settings)
    let report = try project.build(settings)
    #expect(report.files == (try ProjectFixture.files(below: project.output)).count - 1)
    return project
  }

  @Test func showsTheNumbersOfALocale() throws {
    let project = try Self.built()
    let page = try project.page("de/quality/index.html")
    // Two of eight pages are translated; one of these is outdated, and has a finding.
    #expect(page.contains("<dt>Abdeckung</dt><dd>25,0\u{A0}% <small>2 / 8</small></dd>"))
    #expect(page.contains("<dt>Seiten mit Befunden</dt><dd>50,0\u{A0}% <small>1 / 2</small></dd>"))
    #expect(page.contains("<dt>Veraltete Übersetzungen</dt><dd>1</dd>"))
    #expect(
      page.contains(
        "<code translate=\"no\">changed-name</code> <small>Ein Name ist anders.</small></th><td>1</td><td>0</td><td>0</td><td>1</td><td>1</td>"
      ))
    #expect(page.contains("<a href=\"findings/Jobs/index.html\"><code translate=\"no\">/Jobs</code></a>"))
    #expect(page.contains("role=\"img\" aria-labelledby=\"rules-title rules-text\""))
    #expect(page.contains("<desc id=\"rules-text\">changed-name: 1; missing-translation: 1</desc>"))
    #expect(!page.contains("style="))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../../assets/quality.css\">"))
    let french = try project.page("fr/quality/index.html")
    #expect(french.contains("<small lang=\"en\">A name differs.</small>") == false, "no such finding in French")
    let source = try project.page("en/quality/index.html")
    #expect(!source.contains("<dt>Coverage</dt>"))
    #expect(source.contains("<dt>Pages</dt><dd>8</dd>"))
  }

  @Test func leadsToThePlaceOfAFinding() throws {
    let project = try Self.built { $0.editURL = "https://git.example/edit/{path}" }
    let page = try project.page("de/quality/findings/Jobs/index.html")
    #expect(
      page.contains(
        "<a href=\"../../../Jobs/cim-job-killjob.html#parameter-deleteonkill:~:text=Deleteonkill\">der Parameter heißt hier '&lt;Deleteonkill&gt;'</a>"
      ))
    #expect(page.contains("<a href=\"https://git.example/edit/de/Jobs/cim-job-killjob.md#L22\">Zeile 22</a>"))
    // What is missing leads to the page that stands in for it, in the language of which its title is.
    #expect(page.contains("<h2 lang=\"en\"><a href=\"../../../Jobs/cim-job.html\">CIM_Job class</a>"))
    #expect(page.contains("<a href=\"../../../Jobs/cim-job.html\" lang=\"en\">not translated</a>") == false)
    let french = try project.page("fr/quality/findings/Jobs/index.html")
    #expect(french.contains("<a href=\"../../../Jobs/cim-job.html\" lang=\"en\">not translated</a>"))
  }

  @Test func linksOnlyToWhatIsThere() throws {
    let project = try Self.built()
    let site = try SiteLinkCheck(folder: project.output)
    #expect(site.broken.isEmpty, "\(site.broken.joined(separator: "\n"))")
    #expect(try project.page("de/index.html").contains("<a href=\"quality/index.html\">Qualität</a>"))
    #expect(try project.page("fr/index.html").contains("<a href=\"quality/index.html\">Qualité</a>"))
    #expect(try project.page("de/Jobs/index.html").contains("quality/index.html") == false)
  }

  @Test func staysAwayFromSearchAndSitemaps() throws {
    let project = try Self.built { $0.baseURL = "https://docs.example" }
    for (path, bytes) in try ProjectFixture.files(below: project.output)
    where path.hasSuffix("sitemap.xml") || path.hasPrefix("search/") || path == "llms.txt" {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("quality"), "\(path)")
    }
  }

  @Test func leavesTheSiteAsItIsWithoutAReport() throws {
    let project = try Self.built { $0.quality = nil }
    let files = try ProjectFixture.files(below: project.output)
    #expect(files.keys.allSatisfy { !$0.contains("quality") || $0 == "assets/quality.css" })
    #expect(try project.page("de/index.html").contains("quality/") == false)
  }

  @Test func givesWayToAFolderOfTheContent() throws {
    var files = ProjectFixture.files
    files["en/quality/first.md"] = "# First\n"
    let project = try ProjectFixture(files)
    var settings = project.settings()
    settings.quality = try Self.report(Self.findings, project)
    try project.build(settings)
    #expect(try project.page("de/quality-report/index.html").contains("Befunde nach Ordner"))
    #expect(try project.page("de/quality/index.html").contains("first.html"))
    #expect(try SiteLinkCheck(folder: project.output).broken.isEmpty)
  }

  /// A folder with many findings is shown in parts, of which each locale has as many as it needs.
  @Test func partsLongLists() throws {
    let many = (1...26_000).map { number in
      Self.finding(
        "changed-name", .error, page: "jobs/cim-job-killjob", locale: "de",
        at: Place(
          file: "de/Jobs/cim-job-killjob.md", start: SourcePosition(line: 22, column: 2),
          end: SourcePosition(line: 22, column: 14)), "number \(number)")
    }
    let project = try Self.built(many)
    let first = try project.page("de/quality/findings/Jobs/index.html")
    #expect(first.contains("<p class=\"kind\">Befunde: 26.000 · 1 / 100</p>"))
    #expect(first.contains("href=\"part-2.html\""))
    #expect(first.split(separator: "<li class=\"error\">").count == 251)
    let last = try project.page("de/quality/findings/Jobs/part-100.html")
    #expect(last.contains("docgen lint nennt alle"))
    #expect(!last.contains("part-101.html"))
    #expect(first.contains("docgen lint nennt alle") == false)
    let french = try project.page("fr/quality/findings/Jobs/index.html")
    #expect(french.contains("Aucun constat"))
    let site = try SiteLinkCheck(folder: project.output)
    #expect(site.broken.isEmpty, "\(site.broken.joined(separator: "\n"))")
  }

  @Test func isTheSameWithOneThreadAndWithMany() throws {
    let one = try Self.built()
    let many = try Self.built { $0.jobs = 8 }
    #expect(try ProjectFixture.files(below: one.output) == ProjectFixture.files(below: many.output))
  }

  @Test func writesTheNumbers() throws {
    let project = try Self.built()
    let json = try JSONReader.read(FileSystem.read(project.output + "/quality.json"))
    #expect(json["schema"]?.string == "docgen-quality/1")
    #expect(json["suppressed"]?.integer == 2)
    let locales = try #require(json["locales"]?.items)
    #expect(locales.map { $0["locale"]?.string } == ["en", "de", "fr"])
    #expect(locales[0]["translations"] == nil)
    let german = try #require(locales[1]["translations"])
    #expect(german["sourcePages"]?.integer == 8)
    #expect(german["translated"]?.integer == 2)
    #expect(german["current"]?.integer == 1)
    #expect(german["outdated"]?["facts"]?.integer == 1)
    #expect(german["translators"]?["machine"]?.integer == 1)
    #expect(locales[1]["findings"]?["errors"]?.integer == 1)
    let folder = try #require(locales[1]["folders"]?.items?.first { $0["folder"]?.string == "Jobs" })
    #expect(folder["findingsByRule"]?["missing-translation"]?.integer == 1)
    #expect(folder["pages"]?.integer == 1)
  }
}
