/// Reads requests off a connection, whose bytes come in any pieces.
///
/// It takes what RFC 9112 describes and no more: lines end in CR LF, no line is folded, names of fields are tokens. A body is
/// refused, for nothing that a site offers needs one. What it keeps is bounded, and each byte is looked at once.
package struct RequestReader: Sendable {
  /// What the bytes so far are.
  package enum Result: Equatable, Sendable {
    /// More has to come.
    case incomplete
    /// A whole request, which is taken away.
    case request(HTTPRequest)
    /// No request; nothing further on the connection can be understood.
    case refused(HTTPStatus)
  }

  /// The number of bytes that a request may have.
  package static let limit = 16 << 10
  /// The number of bytes of what is asked for.
  package static let targetLimit = 8 << 10
  private static let fieldLimit = 100

  private var bytes: [UInt8] = []
  private var searched = 0

  /// Makes a reader of a new connection.
  package init() {}

  /// Nothing of a further request has come.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Takes bytes that have come.
  package mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

  /// The next request.
  package mutating func next() -> Result {
    // Some clients end a request with one line end too many.
    while bytes.starts(with: [0x0D, 0x0A]), searched < 2 { bytes.removeFirst(2) }
    while let end = bytes[searched...].firstIndex(of: 0x0A) {
      searched = end + 1
      guard end > 0, bytes[end - 1] == 0x0D else { return .refused(.badRequest) }
      guard end <= Self.limit else { return .refused(.headTooLarge) }
      guard end >= 3, bytes[end - 3] == 0x0D, bytes[end - 2] == 0x0A else { continue }
      let head = bytes[..<(end - 3)]
      let result = Self.request(head)
      bytes.removeFirst(end + 1)
      searched = 0
      return result
    }
    searched = bytes.count
    guard bytes.count > Self.limit else { return .incomplete }
    let isTarget = !bytes[..<Self.limit].contains(0x0A)
    return .refused(isTarget ? .targetTooLong : .headTooLarge)
  }

  // MARK: Lines

  private static func request(_ head: ArraySlice<UInt8>) -> Result {
    var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }[...]
    guard let first = lines.popFirst() else { return .refused(.badRequest) }
    guard lines.count <= fieldLimit else { return .refused(.headTooLarge) }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(isTokenByte) else { return .refused(.badRequest) }
    guard words[1].count <= targetLimit else { return .refused(.targetTooLong) }
    guard words[2].count == 8, words[2].starts(with: "HTTP/".utf8) else { return .refused(.badRequest) }
    let isCurrent = words[2].elementsEqual("HTTP/1.1".utf8)
    guard isCurrent || words[2].elementsEqual("HTTP/1.0".utf8) else { return .refused(.versionNotSupported) }
    // A target with a scheme and host is for proxies, and one with other bytes for nobody.
    guard words[1].first == UInt8(ascii: "/"), words[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return .refused(.badRequest)
    }
    let method: HTTPRequest.Method
    switch String(decoding: words[0], as: UTF8.self) {
    case "GET": method = .get
    case "HEAD": method = .head
    case "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT": return .refused(.methodNotAllowed)
    default: return .refused(.notImplemented)
    }
    var request = HTTPRequest(
      method: method, target: String(decoding: words[1], as: UTF8.self), keepsAlive: isCurrent)
    for line in lines {
      if let status = read(line, into: &request) { return .refused(status) }
    }
    guard !isCurrent || request.host != nil else { return .refused(.badRequest) }
    return .request(request)
  }

  /// Takes a field of the head; what is wrong with it, if something is.
  private static func read(_ line: ArraySlice<UInt8>, into request: inout HTTPRequest) -> HTTPStatus? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isTokenByte)
    else { return .badRequest }
    let text = trimmed(line[(colon + 1)...])
    guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return .badRequest }
    let value = String(decoding: text, as: UTF8.self)
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "host":
      guard request.host == nil else { return .badRequest }
      request.host = value
    case "content-length":
      guard !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return .badRequest }
      guard text.allSatisfy({ $0 == 0x30 }) else { return .contentTooLarge }
    case "transfer-encoding": return .contentTooLarge
    case "connection":
      for option in value.lowercased().split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\t" }) {
        if option == "close" { request.keepsAlive = false }
      }
    case "if-none-match": request.knownTags = request.knownTags.map { $0 + "," + value } ?? value
    default: break
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let end = start.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? start.startIndex
    return start[..<end]
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
