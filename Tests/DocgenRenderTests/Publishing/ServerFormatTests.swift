import DocgenSupport
import Testing

@testable import DocgenRender

/// How each kind of server writes addresses.
@Suite struct ServerFormatTests {
  private static func redirect(_ path: String, _ target: String = "/en/new.html") -> ServerRedirect {
    let place = Redirect.Place(path: "site/redirects.yml", position: SourcePosition(line: 1, column: 1))
    return ServerRedirect(path: path, target: ServerTarget(target), place: place)
  }

  private static let nginxWords: [(String, String)] = [
    ("/a", "\"/a\""), ("/a;b{c}", "\"/a;b{c}\""), ("/a\"b\\c'd", "\"/a\\\"b\\\\c'd\""),
    ("/a\n\r\tb", "\"/a\\n\\r\\tb\""),
    ("/$a ${b}", "\"/$a ${b}\""), ("/ä%C3", "\"/ä%C3\""),
  ]

  @Test(arguments: nginxWords)
  func quotesForNginx(_ text: String, _ quoted: String) {
    #expect(NginxFile.quoted(text) == quoted)
  }

  @Test func writesNoWordsThatNginxDoesNotTake() {
    #expect(NginxFile.quoted("/a\0b") == nil)
    #expect(NginxFile.quoted(String(repeating: "\"", count: 2100)) == nil)
    // Longer names of locations would stand for others.
    #expect(NginxFile.location("/" + String(repeating: "a", count: 254), isExact: true)?.hasPrefix("= \"/a") == true)
    let long = "/." + String(repeating: "a", count: 254)
    #expect(NginxFile.location(long, isExact: true) == "~ \"^/[.]\(long.dropFirst(2))$\"")
    #expect(
      NginxFile.rule(Self.redirect("/a", "https://h/$x?$y#$z"))
        == "location = \"/a\" { return 301 \"https://h/%24x?%24y#%24z\"; }\n")
    #expect(
      NginxFile.rule(Self.redirect("/a", "/b#c")) == "location = \"/a\" { return 301 \"/b$is_args$args#c\"; }\n")
  }

  private static let patterns: [(String, String)] = [
    ("/a-b_c1", "/a-b_c1"), ("/a.b*c", "/a[.]b[*]c"), ("/${a}", "/[$][{]a[}]"), ("/a b\n", "/a\\x20b\\x0A"),
    ("/\"[^\\]#", "/\\x22\\x5B\\x5E\\x5C\\x5D\\x23"), ("/ä", "/ä"), ("/%41", "/[%]41"),
  ]

  @Test(arguments: patterns)
  func matchesOneText(_ text: String, _ pattern: String) {
    #expect(ExactPattern.text(text) == pattern)
  }

  private static let apacheTargets: [(String, String)] = [
    ("/b%20c", "/b\\%20c"), ("https://h/$1?a=%24#x", "https://h/\\%241?a=\\%24#x"), ("/a\\\"", "/a\\%5C\\%22"),
  ]

  @Test(arguments: apacheTargets)
  func keepsTargetsForApache(_ target: String, _ text: String) {
    #expect(ApacheFile.substitution(ServerTarget(target)) == text)
  }

  /// A query of the old address stands before the anchor of the new one, or is left out.
  @Test func keepsQueriesFromAnchorsForApache() {
    let flags = [("/b", "NE"), ("/b#c", "NE,QSD"), ("/b?x#c", "NE"), ("/b?x", "NE")]
    for (target, flags) in flags {
      #expect(ApacheFile.rule(Self.redirect("/a", target))?.hasSuffix("[R=301,L,\(flags)]\n") == true, "\(target)")
    }
  }

  @Test func knowsUnderWhichAddressesAFileIsAskedFor() {
    #expect(ServerRedirect.addresses(of: "/a/index.html") == ["/a/", "/a/index.html"])
    #expect(ServerRedirect.addresses(of: "/a/page.php.html") == ["/a/page.php.html", "/a/page.php"])
    #expect(ServerRedirect.addresses(of: "/a.b/page.html") == ["/a.b/page.html"])
  }

  private static let hostPaths: [(String, String?)] = [
    ("/a b", "/a%20b"), ("/ä'(x)|[y]&", "/%C3%A4'(x)|[y]&"), ("/a#b?c%d", "/a%23b%3Fc%25d"), ("/a:1", "/a:1"),
    ("/a*", nil), ("/:a", nil), ("/a:b", nil), ("/:1", nil),
  ]

  @Test(arguments: hostPaths)
  func namesOneAddressInRedirects(_ path: String, _ source: String?) {
    #expect(StaticHostPath.source(path) == source)
  }

  @Test func writesOnlyLinesThatHostsTake() {
    #expect(StaticHostRedirects.rule(Self.redirect("/a", "https://h:8/:x*#:y")) == "/a https://h:8/%3Ax%2A#%3Ay 301\n")
    #expect(StaticHostRedirects.rule(Self.redirect("/" + String(repeating: "a", count: 1000))) == nil)
    let many = ResponseHeaders(
      basePath: "", redirects: (0...2000).map { Self.redirect("/\($0)") }, hasFullText: false, hasTwins: true)
    var problems: [FileProblem] = []
    _ = many.files(&problems)
    #expect(
      problems.map(\.description) == [
        """
        site/redirects.yml:1:1: '_redirects' has 2001 redirects, of which some hosts take 2000; for the others the pages at \
        the old addresses lead on
        """
      ])
  }

  @Test func saysOnceWhatFilesCannotName() {
    var problems: [FileProblem] = []
    let headers = ResponseHeaders(
      basePath: "", redirects: ["/en/a*", "/de/a*"].map { Self.redirect($0) }, hasFullText: false, hasTwins: true)
    let files = headers.files(&problems)
    #expect(files.contains { $0.path == "headers/nginx.conf" })
    #expect(!files.contains { $0.path == "_redirects" })
    #expect(
      problems.map(\.description) == [
        """
        site/redirects.yml:1:1: the address '/en/a*' is too long for, or would stand for others in '_redirects', \
        'headers/firebase.json', 'headers/staticwebapp.config.json'; where these are read, only the page there leads on
        """
      ])
  }

  private static let vercelPatterns: [(String, String)] = [
    ("/a:b*c", "/a\\:b\\*c"), ("/(a)+[b]", "/\\(a\\)\\+\\[b\\]"), ("/{a}?", "/%7Ba%7D%3F"),
  ]

  @Test(arguments: vercelPatterns)
  func escapesPatternsForVercel(_ path: String, _ source: String) {
    #expect(VercelFile.source(path) == source)
  }

  private static let firebasePatterns: [(String, String?)] = [
    ("/a b", "/a%20b"), ("/a*", nil), ("/a(b)", nil), ("/a:b", nil), ("/a[b]", nil),
  ]

  @Test(arguments: firebasePatterns)
  func namesOneAddressInFirebase(_ path: String, _ source: String?) {
    #expect(FirebaseFile.source(path) == source)
  }

  @Test func takesTargetsApart() {
    let target = ServerTarget("https://h/a/b?c#d?e")
    #expect((target.origin, target.path, target.query, target.fragment) == ("https://h", "/a/b", "?c", "#d?e"))
    #expect(ServerTarget("https://h").path == "/")
    #expect(ServerTarget("/a//b").origin == "")
  }
}
