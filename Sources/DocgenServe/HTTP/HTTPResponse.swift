import DocgenSupport
import Glibc

/// What a request is answered.
package struct HTTPResponse: Sendable {
  /// What follows the head.
  package enum Body: Sendable {
    /// All of it.
    case content([UInt8])
    /// Events, as long as the page is open, the first of them at once.
    case events([ServerEvent])
  }

  package var status: HTTPStatus
  /// What the head says besides the length of the content and the time.
  package var fields: [(name: String, value: String)]
  package var body: Body

  /// Makes an answer of its parts.
  package init(_ status: HTTPStatus, fields: [(name: String, value: String)] = [], body: Body = .content([])) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// An answer of a few words of plain text.
  package static func plain(_ status: HTTPStatus, _ text: String) -> HTTPResponse {
    HTTPResponse(
      status, fields: [("Content-Type", ContentType.of(".txt")), ("Cache-Control", "no-store")],
      body: .content(Array((text + "\n").utf8)))
  }

  /// A file, or that the client has it already.
  ///
  /// - Parameters:
  ///   - content: The file, or what is shown in its place.
  ///   - type: What it is.
  ///   - request: Tells what the client has.
  ///   - status: What to say of it otherwise.
  /// - Returns: An answer with a tag by which the client can ask again.
  package static func file(
    _ content: [UInt8], type: String, for request: HTTPRequest, status: HTTPStatus = .ok
  ) -> HTTPResponse {
    let tag = "\"\(String(FNVHash.hash(content), radix: 16))-\(content.count)\""
    let fields = [("ETag", tag), ("Cache-Control", "no-cache")]
    if status == .ok, request.hasContent(taggedBy: tag) { return HTTPResponse(.notModified, fields: fields) }
    return HTTPResponse(status, fields: [("Content-Type", type)] + fields, body: .content(content))
  }

  /// What is sent before the body, and the body as far as it is known.
  func bytes(isHead: Bool, keepsAlive: Bool, seconds: time_t = time(nil)) -> [UInt8] {
    var text = "HTTP/1.1 \(status.code) \(status.reason)\r\nDate: \(Self.date(seconds))\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    switch body {
    case .content(let content):
      // What has not changed has a length that is not told.
      if status != .notModified { text += "Content-Length: \(content.count)\r\n" }
      text += keepsAlive ? "\r\n" : "Connection: close\r\n\r\n"
      return Array(text.utf8) + (isHead || status == .notModified ? [] : content)
    case .events(let events):
      text += "Content-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
      return isHead ? Array(text.utf8) : events.reduce(Array(text.utf8)) { $0 + $1.bytes }
    }
  }

  private static func date(_ seconds: time_t) -> String {
    var (seconds, parts) = (seconds, tm())
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 40)
    let length = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
    return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
