import DocgenModel
import DocgenTestSupport
import Testing

@testable import DocgenRender

/// Where links of a page lead: the page is `Guide/Sub/page` of the second of two locales.
@Suite struct PageLinksTests {
  static let table: [(link: String, address: LinkResolution)] = [
    ("other.md", .page("other.html")),
    ("OTHER.MD#Part", .page("other.html#Part")),
    ("./other.md", .page("other.html")),
    ("other.md?view=x#part", .page("other.html#part")),
    ("other", .page("other.html")),
    ("other.html", .page("other.html")),
    ("page.md#self", .page("page.html#self")),
    ("../top.md", .page("../top.html")),
    ("../../Guide/Sub/other.md", .page("other.html")),
    ("..\\top.md", .page("../top.html")),
    ("../../../../../index.md", .page("../../index.html")),
    ("../../api/KillJob.md#return-4", .page("../../API/KillJob.html#return-4")),
    ("../../api/", .page("../../API/index.html")),
    ("../../api", .page("../../API/index.html")),
    ("with%20blank.md", .page("with%20blank.html")),
    ("with blank.md", .page("with%20blank.html")),
    ("c%2b%2b%23.md", .page("c++%23.html")),
    ("m\u{FC}ll.md", .page("m%C3%BCll.html")),
    ("M%C3%9CLL.md", .page("m%C3%BCll.html")),
    ("other.md#a b", .page("other.html#a%20b")),
    ("other.md#a#b", .page("other.html#a%23b")),
    ("other.md#", .page("other.html")),
    ("other.md#main", .page("other.html#page-main")),
    ("other.md#docgen:x", .page("other.html#page-docgen:x")),
    ("#d%6Fcgen:x", .page("page.html#page-d%6Fcgen:x")),
    ("?view=x#part", .page("page.html#part")),
    ("missing.md", .missing),
    ("../missing", .missing),
    ("", .missing),
    ("/windows/win32/API/KillJob", .page("../../API/KillJob.html")),
    ("/Windows/Win32/api/killjob.md#x", .page("../../API/KillJob.html#x")),
    ("/windows/win32/api/missing#x", .outside("https://learn.example/de/windows/win32/api/missing#x")),
    ("/windows/desktop/a b?c=d", .outside("https://learn.example/de/windows/desktop/a%20b?c=d")),
    ("/other/site", .missing),
    ("https://example.com/?a=1&b=%20#x", .outside("https://example.com/?a=1&b=%20#x")),
    ("HTTP://Example.com/100%", .outside("HTTP://Example.com/100%25")),
    ("//example.com/x", .outside("https://example.com/x")),
    ("mailto:someone@example.com", .outside("mailto:someone@example.com")),
    ("javascript:alert(1)", .missing),
    ("JAVA\tscript:alert(1)", .missing),
    (" javascript:alert(1)", .missing),
    ("data:text/html,x", .missing),
    ("ms-help:x", .missing),
    ("file:///etc/passwd", .missing),
    (":x", .missing),
    ("images/a.png", .page("images/a.png")),
    ("images/Only-EN.png", .page("../../../en/Guide/Sub/images/only-en.png")),
    ("images/missing.png", .missing),
  ]

  static func links(_ project: ProjectFixture) throws -> PageLinks {
    let catalog = try PageCatalog(contentFolder: project.content, locales: project.locales)
    let targets = LinkTargets(catalog, mappings: project.settings().linkMappings)
    return PageLinks(
      targets: targets, paths: SitePaths(catalog), locale: 1,
      page: try #require(catalog.index(of: "guide/sub/page")))
  }

  @Test func leadsWhereThePageMeans() throws {
    let pages = [
      "index", "Guide/top", "Guide/Sub/page", "Guide/Sub/other", "Guide/Sub/with blank", "Guide/Sub/c++#",
      "Guide/Sub/m\u{FC}ll", "API/index", "API/KillJob",
    ]
    var files: [String: String] = ["de/Guide/Sub/images/a.png": "", "en/Guide/Sub/images/only-en.png": ""]
    for page in pages { files["en/\(page).md"] = "" }
    let project = try ProjectFixture(files, locales: ["en", "de"])
    let links = try Self.links(project)
    for (link, address) in Self.table { #expect(links.link(link) == address, "\(link)") }
  }

  @Test func writesRelativeAddresses() {
    let addresses = [
      ("a/b/c.html", "a/b/d.html", "d.html"), ("a/b/c.html", "a/bc/d.html", "../bc/d.html"),
      ("a/b.html", "index.html", "../index.html"), ("index.html", "a/b.html", "a/b.html"),
      ("index.html", "a:b.html", "./a:b.html"), ("a.html", "a.html", "a.html"), ("x.html", "x/a:b.html", "x/a:b.html"),
      ("x/y.html", "a:b.html", "../a:b.html"), ("a:/x.html", "a:/y:.html", "./y:.html"), ("a/", "a/", "./"),
      ("a/b.html", "a/", "./"), ("x.html", "?#%.html", "%3F%23%25.html"), ("x.html", "\\.html", "%5C.html"),
    ]
    for (page, target, reference) in addresses {
      #expect(SiteAddress(file: target).reference(from: SiteAddress(file: page)) == reference)
    }
  }

  @Test func encodesEachPartOfAnAddressOnce() {
    let address = SiteAddress(file: "a b%.html").below(folder: "x?#/y z")
    #expect(address.path == "x%3F%23/y%20z/a%20b%25.html")
    #expect(address.absolute("https://h") == "https://h/x%3F%23/y%20z/a%20b%25.html")
  }
}
