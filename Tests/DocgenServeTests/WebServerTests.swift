import DocgenSupport
import Glibc
import Synchronization
import Testing

@testable import DocgenServe

@Suite(.timeLimit(.minutes(2))) struct WebServerTests {
  /// A connection to a server, which a test writes to and reads from as it likes.
  private final class Client {
    let descriptor: Int32

    init(port: Int) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      let status = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard status == 0 else { throw FileError(operation: "connect to", path: "\(port)") }
    }

    deinit { close(descriptor) }

    func send(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } }

    /// All that comes until a text has come, or the server ends the connection.
    func receive(until end: String? = nil) -> String {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count <= 0 { break }
        bytes += buffer[..<count]
        if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static let large = [UInt8](repeating: 0x61, count: 8 << 20)

  private static func server() throws -> (WebServer, port: Int) {
    let listener = try Listener(host: "127.0.0.1", port: 0)
    let server = try WebServer(listener, hosts: HostNames()) { request in
      switch request.target {
      case "/events": HTTPResponse(.ok, body: .events([ServerEvent("hello")]))
      case "/large": .file(large, type: "text/plain", for: request)
      default: .file(Array("<\(request.target)>".utf8), type: "text/plain", for: request)
      }
    }
    try server.start()
    return (server, listener.port)
  }

  private static func get(_ target: String, _ fields: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
  }

  @Test func requestsThatComeTogetherAreAnsweredInOrder() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let client = try Client(port: port)
    client.send(Self.get("/1") + Self.get("/2") + Self.get("/3", "Connection: close\r\n"))
    let text = client.receive()
    #expect(text.components(of: "HTTP/1.1 200 OK") == 3)
    let places = ["</1>", "</2>", "</3>"].compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
  }

  @Test func aHeadIsThatOfTheFile() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let client = try Client(port: port)
    client.send("HEAD /large HTTP/1.0\r\n\r\n")
    let text = client.receive()
    #expect(text.contains("Content-Length: \(Self.large.count)\r\n"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func whatTheClientHasIsNotSentAgain() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let first = try Client(port: port)
    first.send(Self.get("/a", "Connection: close\r\n"))
    let answer = first.receive()
    let start = try #require(answer.firstRange(of: "ETag: ")?.upperBound)
    let tag = answer[start...].prefix { $0 != "\r\n" }
    let second = try Client(port: port)
    second.send(Self.get("/a", "If-None-Match: W/\"x\", \(tag)\r\nConnection: close\r\n"))
    #expect(second.receive().hasPrefix("HTTP/1.1 304 Not Modified\r\n"))
  }

  @Test func anotherHostIsRefused() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let client = try Client(port: port)
    client.send("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    #expect(client.receive().hasPrefix("HTTP/1.1 421 "))
  }

  @Test func aRefusalIsReadThoughMoreIsSent() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let client = try Client(port: port)
    client.send(
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + String(repeating: "x", count: 100_000))
    let text = client.receive()
    #expect(text.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
    #expect(text.contains("Allow: GET, HEAD\r\n"))
  }

  @Test func manyClientsThatSayNothingHoldUpNobody() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let silent = try (0..<100).map { _ in try Client(port: port) }
    for client in silent { client.send("GET / HT") }
    let client = try Client(port: port)
    client.send(Self.get("/a", "Connection: close\r\n"))
    #expect(client.receive().contains("</a>"))
    withExtendedLifetime(silent) {}
  }

  @Test func oneClientTooManyIsToldSo() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let others = try (0..<250).map { _ in try Client(port: port) }
    // The last of them is taken when it is answered.
    others[249].send(Self.get("/a"))
    _ = others[249].receive(until: "</a>")
    let text = try Client(port: port).receive()
    #expect(text.hasPrefix("HTTP/1.1 503 "))
    withExtendedLifetime(others) {}
  }

  @Test func eventsReachPagesWhateverOthersDo() throws {
    let (server, port) = try Self.server()
    defer { server.stop() }
    let slow = try Client(port: port)
    slow.send(Self.get("/large") + Self.get("/large"))
    let deaf = try Client(port: port)
    deaf.send(Self.get("/events"))
    let page = try Client(port: port)
    page.send(Self.get("/events"))
    #expect(page.receive(until: "event: hello\ndata: {}\n\n").contains("text/event-stream"))
    // More than the deaf one has room for, in itself and in the system.
    let data = String(repeating: "x", count: 1 << 20)
    for _ in 0..<8 {
      server.announce { _ in [ServerEvent("big", data)] }
      _ = page.receive(until: "x\n\n")
    }
    server.announce { _ in [ServerEvent("last")] }
    #expect(page.receive(until: "event: last").contains("event: last"))
    withExtendedLifetime((slow, deaf)) {}
  }

  @Test func theNextFreePortIsTaken() throws {
    let first = try Listener(host: "127.0.0.1", port: 0)
    let second = try Listener(host: "127.0.0.1", port: first.port)
    #expect(second.port > first.port)
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
