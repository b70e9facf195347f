/// A request without a body, as far as a server of files looks at it.
package struct HTTPRequest: Equatable, Sendable {
  /// What is asked for.
  package enum Method: Equatable, Sendable {
    /// A file.
    case get
    /// What is told of a file before its content.
    case head
  }

  package var method: Method
  /// What is asked for, as it was sent: a path with a slash at its start, and perhaps a query.
  package var target: String
  /// The host and port that the client took the server for; `nil` in HTTP/1.0, where none need be told.
  package var host: String?
  /// The tags of what the client has already.
  package var knownTags: String?
  /// The client may send a further request on the connection.
  package var keepsAlive: Bool

  /// Makes a request of its parts.
  package init(
    method: Method = .get, target: String, host: String? = nil, knownTags: String? = nil, keepsAlive: Bool = true
  ) {
    self.method = method
    self.target = target
    self.host = host
    self.knownTags = knownTags
    self.keepsAlive = keepsAlive
  }

  /// Whether the client has what a tag stands for.
  func hasContent(taggedBy tag: String) -> Bool {
    guard let knownTags else { return false }
    return knownTags.split(separator: ",").contains { known in
      let known = known.drop { $0 == " " || $0 == "\t" }
      let end = known.lastIndex { $0 != " " && $0 != "\t" }.map(known.index(after:)) ?? known.startIndex
      let name = known[..<end]
      return name == "*" || name == tag || name == "W/" + tag
    }
  }
}
