import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// Pages show the facts of the source, wherever they stand and whatever is made of them.
@Suite struct RestorationTests {
  private static func page(_ body: String, title: String = "StopJob function", more: String = "") -> String {
    "---\ntitle: \(title)\napi_name:\n- StopJob\n\(more)---\n# \(title)\n\n\(body)"
  }

  private static func project(
    _ source: String, _ translation: String, _ change: (inout SiteSettings) -> Void = { _ in }
  ) throws -> ProjectFixture {
    let project = try ProjectFixture(["en/a.md": source, "de/a.md": translation], locales: ["en", "de"])
    var settings = project.settings()
    change(&settings)
    try project.build(settings)
    return project
  }

  /// A fact in one layout: what stands below the heading in the source, and a name or value in it with its damage.
  private struct Layout {
    var heading: (source: String, translation: String)
    var text: String
    var fact: String
    var damaged: String
  }

  private static let layouts: [String: Layout] = [
    "a list of terms": Layout(
      heading: ("Parameters", "Parameter"), text: "<dl> <dt>\n\n*FACT* \\[in\\]\n</dt> <dd>\n\nText.\n\n</dd> </dl>\n",
      fact: "KillDelay", damaged: "Kill-Verzögerung"),
    "bullets": Layout(
      heading: ("Parameters", "Parameter"), text: "- `FACT` - Text.\n- `Other` - Text.\n", fact: "KillDelay",
      damaged: "Killdelay"),
    "headings": Layout(
      heading: ("Parameters", "Parameter"), text: "### FACT\n\nText.\n\n### Other\n\nText.\n", fact: "KillDelay",
      damaged: "Killdelay"),
    "a table of Markdown": Layout(
      heading: ("Return value", "Rückgabewert"),
      text: "| Code | Text |\n|---|---|\n| **E\\_FACT** | Text. |\n| **E\\_OTHER** | Text. |\n",
      fact: "NOTFOUND", damaged: "NICHTGEFUNDEN"),
    "a table of HTML": Layout(
      heading: ("Return value", "Rückgabewert"),
      text:
        "<table>\n<tr><th>Code</th><th>Text</th></tr>\n<tr><td>E_FACT</td><td>Text.</td></tr>\n<tr><td>E_OTHER</td><td>Text.</td></tr>\n</table>\n",
      fact: "NOTFOUND", damaged: "NICHTGEFUNDEN"),
    "a row of requirements": Layout(
      heading: ("Requirements", "Anforderungen"), text: "| | |\n|---|---|\n| **Header** | FACT |\n", fact: "StopJob.h",
      damaged: "StopJob. h"),
  ]

  @Test(arguments: layouts.keys.sorted())
  func marksTheFactOfTheSource(layout: String) throws {
    let layout = try #require(Self.layouts[layout])
    let source = Self.page("## \(layout.heading.source)\n\n" + layout.text.replacing("FACT", with: layout.fact))
    let translation = Self.page(
      "## \(layout.heading.translation)\n\n"
        + layout.text.replacing("FACT", with: layout.damaged).replacing("Text.", with: "Ein Satz."))
    let project = try Self.project(source, translation)
    let html = try project.page("de/a.html")
    let shown = Marks.texts(of: "fact-corrected", in: html)
    #expect(shown.contains { $0.hasSuffix(layout.fact) }, "\(html)")
    #expect(Marks.texts(of: "fact-original", in: html).contains { $0.contains(layout.damaged) })
    #expect(shown.count == 1)
    // What other programs read says the same.
    #expect(try project.page("de/a.md") == translation.replacing(layout.damaged, with: layout.fact))
    #expect(try project.page("en/a.md") == source)
    // Nothing is touched where the translation's facts are wanted.
    let own = try Self.project(source, translation) { $0.correctsFacts = false }
    #expect(try own.page("de/a.md") == translation)
    #expect(!(try own.page("de/a.html").contains("fact-")))
  }

  @Test func leavesNamesThatStandElsewhere() throws {
    func body(_ first: String, _ second: String) -> String {
      "## Parameters\n\n<dl> <dt>\n\n*\(first)*\n</dt> <dd>\n\nText.\n\n</dd> <dt>\n\n*\(second)*\n</dt> <dd>\n\nText.\n\n</dd> </dl>\n"
    }
    let translation = Self.page(body("Wait", "Delay").replacing("Parameters", with: "Parameter"))
    let project = try Self.project(Self.page(body("Delay", "Wait")), translation)
    #expect(!(try project.page("de/a.html").contains("fact-corrected")))
    #expect(try project.page("de/a.md") == translation)
  }

  @Test func putsNamesIntoTitles() throws {
    let named = try ProjectFixture(
      [
        "en/a.md":
          "---\ntitle: Stop_Job function\ndescription: Text.\napi_name:\n- Stop_Job\n---\n# Stop\\_Job function\n\nText.\n",
        "de/a.md":
          "---\ntitle: Stop _ Job-Funktion\napi_name:\n- Stop_Job\n---\n# Stop \\_ Job-Funktion\n\nEin Satz.\n",
      ], locales: ["en", "de"])
    var settings = named.settings()
    settings.baseURL = "https://docs.example"
    try named.build(settings)
    let page = try named.page("de/a.html")
    for text in [
      "<title>Stop_Job-Funktion", "<meta property=\"og:title\" content=\"Stop_Job-Funktion\">",
      "\"headline\":\"Stop_Job-Funktion\"", "<span class=\"fact-corrected\">Stop_Job</span>-Funktion</h1>",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(Marks.texts(of: "fact-original", in: page) == ["Stop _ Job"])
    for file in ["de/index.html", "de/llms.txt"] {
      #expect(try named.page(file).replacing("<wbr>", with: "").contains("Stop_Job-Funktion"))
    }
    let search = try ProjectFixture.files(below: named.output + "/search")
    #expect(!search.values.contains { String(decoding: $0, as: UTF8.self).contains("Stop _ Job") })
  }

  @Test func showsTheSignatureOfTheSource() throws {
    func body(_ name: String) -> String { "## Syntax\n\n```C++\nHRESULT \(name)(\n  DWORD dwDelay\n);\n```\n" }
    let project = try Self.project(Self.page(body("StopJob")), Self.page(body("Stopjob")))
    let html = try project.page("de/a.html")
    #expect(html.contains("<div class=\"code signature fact-corrected\""))
    #expect(Marks.texts(of: "fact-corrected", in: html).first?.contains("StopJob(") ?? false)
    #expect(Marks.texts(of: "fact-original", in: html).first?.contains("Stopjob(") ?? false)
    #expect(try project.page("de/a.md").contains("HRESULT StopJob("))
  }

  @Test func claimsWhatWasDoneOnThePage() throws {
    func body(_ names: [String], _ codes: [String]) -> String {
      "## Parameters\n\n" + names.map { "- `\($0)` - Text.\n" }.joined()
        + "\n## Return value\n\n| Code | Text |\n|---|---|\n"
        + codes.map { "| \($0) | Text. |\n" }.joined()
    }
    let source = Self.page(body(["KillDelay", "Mode"], ["E\\_ONE", "E\\_TWO", "E\\_THREE"]))
    let translation = Self.page(body(["Killdelay"], ["E\\_ONE", "E \\_ TWO", "E\\_THREE"]))
    let status = try Self.status(try Self.project(source, translation).page("de/a.html"))
    #expect(
      status == [
        "Mit dem Ausgangstext abgeglichen: 1 von 2 Parametern, 3 von 3 Rückgabecodes",
        "Aus dem Ausgangstext übernommen, wo die Übersetzung sie verändert hat: 1 Parameter, 1 Rückgabecode",
      ])
    // A page without facts claims nothing.
    let prose = try Self.project(Self.page("Text.\n"), Self.page("Ein Satz.\n")).page("de/a.html")
    #expect(try Self.status(prose).isEmpty)
  }

  @Test func tellsWhatDiffersAndIsLeft() throws {
    func body(_ codes: [String]) -> String {
      "## Return value\n\n<dl> "
        + codes.map { "<dt>\n\n\($0)\n</dt> <dd>\n\nText.\n\n</dd> " }.joined() + "</dl>\n"
    }
    let status = try Self.status(
      try Self.project(
        Self.page(body(["**E\\_ONE** (4)", "**E\\_TWO** (5)"])), Self.page(body(["**E\\_ONE**", "**E\\_TWO** (5)"]))
      ).page("de/a.html"))
    #expect(
      status == [
        "Mit dem Ausgangstext abgeglichen: 2 von 2 Rückgabecodes",
        "Anders als im Ausgangstext, und so belassen: 1 Rückgabecode",
      ])
  }

  /// The lines of the status that count facts.
  private static func status(_ html: String) throws -> [String] {
    let start = try #require(html.firstRange(of: "<details class=\"status"))
    let end = try #require(html[start.upperBound...].firstRange(of: "</details>"))
    return html[start.upperBound..<end.lowerBound].split(separator: "\n").compactMap { line in
      guard line.hasPrefix("<li>"), line.hasSuffix("</li>"), !line.contains("<a "), line.contains(": ") else {
        return nil
      }
      return String(line.dropFirst(4).dropLast(5))
    }
  }

  @Test func namesThePagesThatLinksLeadTo() throws {
    let project = try ProjectFixture(
      [
        "en/a.md":
          "# A\n\nSee [**Job\\_Stop**](stop.md), [Job_Start](start.md) and [Job_Wait](wait.md).\n\n[Job_Wait](wait.md)\n",
        "de/a.md":
          "# A\n\nSiehe [**Auftrag beenden**](stop.md), [die Funktion Job_Start](start.md) und [Auftrag warten](wait.md).\n\n[Auftrag warten](wait.md)\n",
        "en/stop.md": "# Stop\n", "en/start.md": "# Start\n", "en/wait.md": "# Wait\n",
      ], locales: ["en", "de"])
    try project.build()
    let html = try project.page("de/a.html")
    #expect(html.contains("<a href=\"stop.html\"><strong><span class=\"fact-corrected\">Job_Stop</span></strong></a>"))
    #expect(Marks.texts(of: "fact-original", in: html) == ["Auftrag beenden"])
    #expect(html.contains(">die Funktion Job_Start</a>"))
    // Which of two links to one page is meant is not certain.
    #expect(html.contains(">Auftrag warten</a>"))
    #expect(try project.page("de/a.md").contains("[**Job\\_Stop**](stop.md)"))
  }

  /// What the author of a translation says is right on purpose stays, and nothing else.
  @Test(arguments: [
    ("<!-- docgen-disable-next-line mismatched-requirement -- as printed -->", true),
    ("<!-- docgen-disable requirement -->", true),
    ("<!-- docgen-disable-file mismatched-requirement -->", true),
    ("<!-- docgen-disable-file mismatched-parameter-name -->", false),
    ("Text.", false),
  ])
  func keepsWhatIsSuppressed(comment: String, isKept: Bool) throws {
    let source = Self.page("## Requirements\n\nText.\n\n| | |\n|---|---|\n| **Header** | StopJob.h |\n")
    let text = "| **Header** | StopJob. h |"
    // A comment before a table would hold for its first row.
    let row = comment.contains("line") ? "\(text) \(comment.replacing("next-", with: ""))" : text
    let intro = comment.contains("line") ? "Text." : comment
    let translation = Self.page("## Anforderungen\n\n\(intro)\n\n| | |\n|---|---|\n\(row)\n")
    let project = try Self.project(source, translation)
    #expect(Marks.texts(of: "fact-corrected", in: try project.page("de/a.html")) == (isKept ? [] : ["StopJob.h"]))
    #expect(
      try project.page("de/a.md") == (isKept ? translation : translation.replacing("StopJob. h", with: "StopJob.h")))
  }

  @Test func keepsATitleThatIsSuppressed() throws {
    let comment = "# docgen-disable-file misnamed-title -- as printed\n"
    for more in ["", comment] {
      let project = try Self.project(
        Self.page("Text.\n"), Self.page("Text.\n", title: "Stop Job-Funktion", more: more))
      #expect(try project.page("de/a.html").contains("Stop Job-Funktion") == !more.isEmpty)
      #expect(
        try project.page("de/index.html").replacing("<wbr>", with: "").contains("Stop Job-Funktion") == !more.isEmpty)
    }
  }

  @Test func restoresTheNamesOfEntriesAndPagesInTheNavigation() throws {
    let project = try ProjectFixture(
      [
        "en/job/toc.yml": "- name: Job_Stop\n  href: stop.md\n- name: Job_Start function\n  href: start.md\n",
        "de/job/toc.yml": "- name: Auftrag beenden\n  href: stop.md\n- name: Job _ Start-Funktion\n  href: start.md\n",
        "en/job/stop.md": "---\ntitle: Job_Stop\napi_name:\n- Job_Stop\n---\n# Job\\_Stop\n",
        "de/job/stop.md": "---\ntitle: Job_Stop\n---\n# Job\\_Stop\n",
        "en/job/start.md": "---\ntitle: Job_Start function\napi_name:\n- Job_Start\n---\n# Job\\_Start function\n",
        "de/job/start.md": "---\ntitle: Job_Start-Funktion\n---\n# Job\\_Start-Funktion\n",
        "en/job/wait.md": "---\ntitle: Job_Wait function\napi_name:\n- Job_Wait\n---\n# Job\\_Wait function\n",
        "de/job/wait.md": "---\ntitle: Job _ Wait-Funktion\n---\n# Job\\_Wait-Funktion\n",
      ], locales: ["en", "de"])
    try project.build()
    let listing = try project.page("de/job/index.html").replacing("<wbr>", with: "")
    for name in ["Job_Stop", "Job_Start-Funktion", "Job_Wait-Funktion"] {
      #expect(listing.contains(">\(name)<"), "\(name)")
    }
    #expect(!listing.contains("Job _"))
    var settings = project.settings()
    settings.correctsFacts = false
    try project.build(settings)
    let own = try project.page("de/job/index.html")
    for name in ["Auftrag beenden", "Job _ Start-Funktion", "Job _ Wait-Funktion"] {
      #expect(own.contains(name), "\(name)")
    }
  }

  /// Spaces of other kinds, which the shell takes for letters, become plain ones in code that has these in the source, in
  /// every layout; nothing is marked. In text they stay, and so they do where the source has them, but in blocks: what a
  /// reader copies from there has to run.
  @Test(arguments: [
    ("```sh\nCODE\n```", "```sh\nCODE\n```"), ("    CODE", "    CODE"), ("Run `CODE` now.", "`CODE` ausführen."),
    ("<pre>\nCODE\n</pre>", "<pre>\nCODE\n</pre>"), ("<code>CODE</code>", "<code>CODE</code>"),
    ("## Syntax\n\n```c\nCODE\n```", "## Syntax\n\n```c\nCODE\n```"), ("- `CODE`\n- `x`", "- `x`\n- `CODE`"),
    ("## Remarks\n\n```sh\nCODE # now\n```", "## Hinweise\n\n```sh\nCODE # jetzt\n```"),
  ])
  func makesSpacesOfCodePlain(source: String, translation: String) throws {
    let code = "git commit -m now"
    for space in ["\u{A0}", "\u{202F}", "\u{3000}", "\u{2009}"] {
      let damaged = code.replacing(" ", with: space)
      let text = "Ein\(space)Satz."
      func project(_ source: String) throws -> (article: String, twin: String) {
        let project = try Self.project(
          Self.page(source.replacing("CODE", with: code)),
          Self.page(translation.replacing("CODE", with: damaged) + "\n\n\(text)\n"))
        return (try project.page("de/a.html"), try project.page("de/a.md"))
      }
      let page = try project(source)
      let plain = page.article.replacing(#/<[^>]*>/#, with: "")
      #expect(plain.contains(code) && plain.contains(text), "\(plain)")
      #expect(!page.article.contains("fact-"))
      #expect(page.twin.contains(code) && page.twin.contains(text))
      let own = try project(source.replacing("CODE", with: damaged))
      let isBlock = source.contains("```") || source.hasPrefix("    ")
      let isPlain = isBlock && ["\u{A0}", "\u{202F}"].contains(space)
      #expect(own.article.replacing(#/<[^>]*>/#, with: "").contains(isPlain ? code : damaged))
    }
  }
}
