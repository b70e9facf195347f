import DocgenModel
import DocgenRender
import DocgenSupport
import Testing

@testable import DocgenRender

/// Files whose names could be taken for something else: every link leads to the page, and shows nothing hidden.
@Suite struct HostileNamesTests {
  static let names = [
    "javascript:alert(1)", "data:text,x", ":", "a:b", "a?b#c", "%2e%2e", "%", "a&b", "\"quoted\"", "'x'",
    "<img src=x onerror=y>",
    "a\nb", "a\u{1B}[31mb", "\u{202E}gnp.exe", "a\\b", "dots..", "-rf", " a ", "(x)", "[x](y)", "{{title}}", "\u{9B}",
    String(repeating: "n", count: 250), String(repeating: "ä", count: 125),
  ]

  static func project() throws -> ProjectFixture {
    var files = ["en/index.md": "# Home\n", "en/toc.yml": "- name: Folders\n  href: \"x:/index.md\"\n"]
    for name in names {
      files["en/\(name).md"] = "Text.\n"
      files["de/\(name).md"] = "Text.\n"
      files["en/x:/\(name).md"] = "---\ntitle: A title\n---\n[up](<../\(URLText.encodedPath(name)).md>)\n"
    }
    return try ProjectFixture(files, locales: ["en", "de"])
  }

  @Test(arguments: [SitePaths.Style.file, .folder])
  func leadToTheirPages(_ style: SitePaths.Style) throws {
    let project = try Self.project()
    var settings = project.settings()
    settings.pathStyle = style
    settings.baseURL = "https://docs.example.com"
    let report = try project.build(settings)
    #expect(report.pages == Self.names.count * 3 + 1)
    // A backslash in a link parts folders; the page is shown in both locales.
    #expect(report.missingLinks == 2)
    let check = try SiteLinkCheck(folder: project.output)
    #expect(check.checked > 1000)
    #expect(check.broken == [])
    for (path, bytes) in try ProjectFixture.files(below: project.output) where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      let links = SiteLinkCheck.values(of: "href", in: html) + SiteLinkCheck.values(of: "src", in: html)
      for link in links {
        #expect(["https", nil].contains(LinkTargets.scheme(of: link)), "\(link) on \(path)")
      }
      #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
      #expect(!html.unicodeScalars.contains("\u{202E}"), "what turns the direction of writing, on \(path)")
    }
  }

  @Test func areShownInFull() throws {
    let project = try Self.project()
    try project.build()
    #expect(try project.page("en/a\nb.html").contains("<h1>a␊b</h1>"))
    #expect(try project.page("en/\u{202E}gnp.exe.html").contains("<title>&lt;U+202E&gt;gnp.exe · "))
    #expect(
      try project.page("de/javascript:alert(1).html").contains("<a href=\"./javascript:alert(1).html\" hreflang=\"de\"")
    )
  }

  /// The name of a page that fits the file system with `.md` fits it with `.html`, too, and no two become one.
  @Test func areShortenedWhereTheyMustBe() throws {
    let long = String(repeating: "n", count: 251)
    let catalog = PageCatalog(
      contentFolder: "", locales: ["en"], files: [["a/\(long)1.md", "a/\(long)2.md", "a/\(long.dropLast()).md"]])
    let files = SitePaths(catalog).files
    #expect(Set(files).count == 3)
    #expect(files.allSatisfy { $0.utf8.count <= 2 + 255 && $0.hasPrefix("a/nnn") && $0.hasSuffix(".html") })
  }

  /// Titles stand on one line of the index for language models, and end no link there.
  @Test func areNoMarkupElsewhere() throws {
    let project = try ProjectFixture(
      ["en/index.md": "# Home\n", "en/(x).md": "---\ntitle: \"a](y)\\n# b <i>\"\n---\nText.\n"], locales: ["en"])
    try project.build()
    #expect(try project.page("llms.txt").contains("- [a\\](y) # b \\<i>](/en/%28x%29.md)\n"))
  }
}
