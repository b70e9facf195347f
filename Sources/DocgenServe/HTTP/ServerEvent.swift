import DocgenSupport

/// Something that a page is told while it is open, as server-sent events are written.
package struct ServerEvent: Equatable, Sendable {
  /// What it is about.
  package var name: StaticString
  /// What is told; without line ends, as JSON is.
  package var data: String

  /// Makes an event of its parts.
  package init(_ name: StaticString, _ data: String = "{}") {
    self.name = name
    self.data = data
  }

  var bytes: [UInt8] {
    var text = "event: \(name)\n"
    for line in data.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
    return Array((text + "\n").utf8)
  }

  /// Tells nothing, but shows that the server is there.
  static let comment = Array(":\n\n".utf8)

  package static func == (left: ServerEvent, right: ServerEvent) -> Bool {
    left.bytes == right.bytes
  }
}
