/// What an answer says first: whether there is what was asked for, or what is wrong with the request.
package struct HTTPStatus: Equatable, Sendable {
  /// The number, of three digits.
  package let code: Int
  /// The words beside it, for people.
  package let reason: StaticString

  private init(_ code: Int, _ reason: StaticString) {
    self.code = code
    self.reason = reason
  }

  package static let ok = HTTPStatus(200, "OK")
  package static let movedPermanently = HTTPStatus(301, "Moved Permanently")
  package static let notModified = HTTPStatus(304, "Not Modified")
  package static let badRequest = HTTPStatus(400, "Bad Request")
  package static let notFound = HTTPStatus(404, "Not Found")
  package static let methodNotAllowed = HTTPStatus(405, "Method Not Allowed")
  package static let requestTimeout = HTTPStatus(408, "Request Timeout")
  package static let contentTooLarge = HTTPStatus(413, "Content Too Large")
  package static let targetTooLong = HTTPStatus(414, "URI Too Long")
  package static let misdirectedRequest = HTTPStatus(421, "Misdirected Request")
  package static let headTooLarge = HTTPStatus(431, "Request Header Fields Too Large")
  package static let notImplemented = HTTPStatus(501, "Not Implemented")
  package static let unavailable = HTTPStatus(503, "Service Unavailable")
  package static let versionNotSupported = HTTPStatus(505, "HTTP Version Not Supported")

  package static func == (left: HTTPStatus, right: HTTPStatus) -> Bool { left.code == right.code }
}
