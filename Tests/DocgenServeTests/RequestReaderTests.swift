import Testing

@testable import DocgenServe

@Suite struct RequestReaderTests {
  private static func read(_ text: String, upTo count: Int = 1) -> [RequestReader.Result] {
    var reader = RequestReader()
    reader.append(Array(text.utf8))
    return (0..<count).map { _ in reader.next() }
  }

  private static func refusal(_ text: String) -> Int? {
    if case .refused(let status) = read(text)[0] { status.code } else { nil }
  }

  @Test func aRequestIsRead() {
    let text = "GET /de/a%20b.html?x=1 HTTP/1.1\r\nHost: localhost:4000\r\nIf-None-Match: \"a\"\r\nX-Other:\r\n\r\n"
    let request = HTTPRequest(target: "/de/a%20b.html?x=1", host: "localhost:4000", knownTags: "\"a\"")
    #expect(Self.read(text) == [.request(request)])
  }

  @Test func theWayItComesInDoesNotMatter() {
    let text = Array("HEAD / HTTP/1.0\r\nconnection: Keep-Alive, close\r\n\r\n".utf8)
    var reader = RequestReader()
    for byte in text.dropLast() {
      reader.append([byte])
      #expect(reader.next() == .incomplete)
    }
    reader.append(text.suffix(1))
    #expect(reader.next() == .request(HTTPRequest(method: .head, target: "/", keepsAlive: false)))
    #expect(reader.isEmpty)
  }

  @Test func requestsMayComeTogether() {
    let one = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
    let results = Self.read(one + "\r\n" + one + "GET", upTo: 3)
    let request = HTTPRequest(target: "/1", host: "a")
    #expect(results == [.request(request), .request(request), .incomplete])
  }

  /// Heads that are none, with the status of the answer.
  static let refused: [(String, Int)] = [
    ("GET / HTTP/1.1\nHost: a\n\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", 400),
    ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /ä HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /\r\n\r\n", 400),
    ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    ("GET / HTTP/1.1x\r\nHost: a\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 413),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 413),
    ("GET /" + String(repeating: "a", count: 9000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("GET /" + String(repeating: "a", count: 20000), 414),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 20000), 431),
    ("GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 101) + "\r\n", 431),
  ]

  @Test(arguments: refused.indices) func whatIsNoRequestIsRefused(_ index: Int) {
    let (text, status) = Self.refused[index]
    #expect(Self.refusal(text) == status, "\(text.debugDescription.prefix(80))")
  }

  @Test func aBodyOfNothingIsNone() {
    let text = "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
    #expect(Self.read(text) == [.request(HTTPRequest(target: "/", host: "a"))])
  }
}
