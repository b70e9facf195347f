import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What the site shows as text for want of a place to lead to, lint finds, and nothing else.
@Suite struct LinkAgreementTests {
  /// Links that lead somewhere, and others, each of which leads nowhere for a reason of its own.
  private static let links: (whole: [String], broken: [String]) = (
    [
      "other.md", "OTHER.MD#part", "./other", "../top.html", "../guide/", "guide/../other.md?view=x", "?view=x",
      "#part",
      "c%2b%2b.md", "images/a.png", "images/notes.zip", "..\\top.md", "/mapped/address", "/pages/guide/other.md#part",
      "//example.org/x",
      "https://example.org", "mailto:a@example.org",
    ],
    [
      "gone.md", "other/more.md", "images/gone.png", "images/gone.zip", "../elsewhere/page.md", "/pages/guide/gone.md",
      "/unknown/page", "ftp://example.org", "", "#gone",
    ]
  )

  private static let configuration = """
    title: Things
    source-locale: en
    links:
      - prefix: /mapped/
        to: https://example.org/
      - prefix: /pages/
        to: /

    """

  private static func folder(_ links: [String]) throws -> TemporaryFolder {
    let items = links.map { "- [text](<\($0)>)\n" }.joined()
    return try TemporaryFolder([
      "content/en/guide/page.md": "# Page\n\n## Part\n\n\(items)", "content/en/guide/other.md": "# Other\n\n## Part\n",
      "content/en/guide/index.md": "# Guide\n", "content/en/guide/c++.md": "# C\n", "content/en/top.md": "# Top\n",
      "content/en/guide/images/a.png": "picture", "content/en/guide/images/notes.zip": "notes",
      "site/config.yml": configuration,
    ])
  }

  private static func findings(_ folder: TemporaryFolder) throws -> [JSONValue] {
    let run = Invocation("lint --config \(folder.path)/site/config.yml --format json")
    return try #require(try JSONReader.read(Array(run.output.utf8))["diagnostics"]?.items)
  }

  @Test func findsNothingWhereAllLinksLeadSomewhere() throws {
    let folder = try Self.folder(Self.links.whole)
    #expect(try Self.findings(folder).isEmpty)
    let build = Invocation("build --config \(folder.path)/site/config.yml --output \(folder.path)/site/public")
    #expect(build.status == .success && !build.messages.contains("became text"), "\(build.messages)")
  }

  /// A link to a page that is there, but not on the site, becomes text as well; what is not on the site links as it likes.
  @Test func findsLinksToWhatIsNotPublished() throws {
    let folder = try Self.folder(["other.md", "draft.md", "/pages/guide/draft.md#part", "german.md"])
    let draft = "---\ndraft: true\n---\n# Draft\n\n[page](page.md) [more](more.md)\n"
    for name in ["draft", "more"] { try folder.write(Array(draft.utf8), to: "content/en/guide/\(name).md") }
    // Readers of a draft translation get the source.
    try folder.write(Array("# German\n".utf8), to: "content/en/guide/german.md")
    try folder.write(Array(draft.utf8), to: "content/de/guide/german.md")
    let findings = try Self.findings(folder).filter { $0["rule"]?.string == "broken-link" }
    #expect(findings.map { $0["line"]?.integer } == [6, 7])
    #expect(findings.map { $0["actual"]?.string } == ["draft.md", "/pages/guide/draft.md#part"])
    #expect(findings.allSatisfy { $0["message"]?.string?.contains("'guide/draft' is not published") ?? false })
  }

  @Test(arguments: links.broken)
  func findsWhatBecomesText(link: String) throws {
    let folder = try Self.folder([link])
    let build = Invocation("build --config \(folder.path)/site/config.yml --output \(folder.path)/site/public")
    #expect((build.messages + build.output).contains("1 link led nowhere and became text"), "\(build.messages)")
    let findings = try Self.findings(folder)
    #expect(findings.count == 1, "\(findings)")
    let rule = link.hasPrefix("#") ? "broken-anchor" : "broken-link"
    #expect(findings.first?["rule"]?.string == rule)
    #expect(findings.first?["line"]?.integer == 5)
  }
}
