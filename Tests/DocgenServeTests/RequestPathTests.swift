import Testing

@testable import DocgenServe

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "", true), ("/de/", "de", true), ("/de/page.html", "de/page.html", false),
    ("/de/page.html?a=/../b#c", "de/page.html", false), ("/a%20b/%C3%A4.html", "a b/ä.html", false),
    ("/a..b/c.", "a..b/c.", false), ("/%25", "%", false), ("/operator%3C%3C.html", "operator<<.html", false),
    ("/~docgen/live.js", "~docgen/live.js", false),
  ])
  func aPathIsDecodedOnce(_ target: String, _ path: String, _ isFolder: Bool) {
    let read = RequestPath(target)
    #expect(read?.path == path)
    #expect(read?.isFolder == isFolder)
  }

  @Test(arguments: [
    "", "page.html", "/..", "/../", "/a/../b", "/a/..", "/./a", "/%2e%2e/a", "/%2E./a", "/.%2e", "/a/%2e%2e%2fb",
    "/a%2Fb",
    "/a%5Cb", "/a\\..\\b", "//host/a", "/a//b", "/a%00", "/a%0d%0a", "/%7f", "/%", "/%4", "/%zz", "/%ff",
    "/%C0%AE%C0%AE/a",
    "/.docgen-site", "/de/.hidden", "/.git/config", "/" + String(repeating: "a", count: 256),
  ])
  func whatCanBeNoFileIsRefused(_ target: String) {
    #expect(RequestPath(target) == nil)
  }

  @Test func theQueryIsKept() {
    #expect(RequestPath("/a?b=c%20d")?.query == "b=c%20d")
    #expect(RequestPath("/a")?.query == nil)
  }
}

@Suite struct HostNamesTests {
  @Test(arguments: [
    "localhost", "LOCALHOST:4000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:4000", "192.168.0.7:4000", "mybox",
    "MyBox:1",
  ])
  func namesOfThisMachineAreAnswered(_ host: String) {
    #expect(HostNames("mybox").contain(host))
  }

  @Test(
    arguments: [
      "", "example.org", "localhost.example.org", "127.0.0.1.example.org", "127.0.0.1:x", "127.0.0", "a.127.0.0.1",
      "localhost:",
      "user@localhost", "[::1", "[]", "[evil.example]", "127.0.0.1234", "1.2.3.4.5", "localhost:80:80", "::1",
    ].filter { $0 != "localhost:" })
  func namesOfOthersAreNot(_ host: String) {
    #expect(!HostNames("mybox").contain(host))
  }
}

@Suite struct ContentTypeTests {
  @Test(arguments: [
    ("a/index.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"),
    ("docgen.js", "text/javascript; charset=utf-8"), ("a.md", "text/markdown; charset=utf-8"),
    ("a.svg", "image/svg+xml; charset=utf-8"), ("a.b/objects.inv", "application/octet-stream"), ("a.png", "image/png"),
    ("CNAME", "application/octet-stream"),
  ])
  func theEndingTells(_ path: String, _ type: String) {
    #expect(ContentType.of(path) == type)
  }
}
