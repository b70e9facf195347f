import Testing

@testable import DocgenModel

@Suite struct LinkRootTests {
  @Test(arguments: [
    ("/en-US/docs/Web/API", "Web/API"), ("/EN-us/DOCS/Web/", "Web/"), ("//de//docs//Web", "Web"), ("/de/docs/", ""),
    ("/de/docs", ""), ("/de/blog/Web", nil), ("/docs/Web", nil), ("/de", nil), ("/desktop/docs/x", nil),
    ("/zh-Hans-CN/docs/x", "x"), ("/e/docs/x", nil), ("/eng/docs/x", nil), ("/ast-ES/docs/x", "x"), ("", nil),
  ])
  func readsWhatFollows(path: String, rest: String?) {
    #expect(LinkRoot("/{locale}/docs/").rest(of: path[...]).map(String.init) == rest)
  }

  @Test func takesTheLongestRoot() {
    var links = DialectLinks()
    links.roots = ["/", "/{locale}/docs/", "/docs/"]
    #expect(links.rest(of: "/docs/a") == "a")
    #expect(links.rest(of: "/de/docs/a") == "a")
    #expect(links.rest(of: "/other/a") == "other/a")
  }
}
