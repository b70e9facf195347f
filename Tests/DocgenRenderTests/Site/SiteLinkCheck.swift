import DocgenSupport

/// Finds links of a site that lead nowhere: every `href` and `src`, and the anchors they name.
struct SiteLinkCheck {
  private(set) var checked = 0
  private(set) var broken: [String] = []

  init(folder: String) throws {
    let files = try ProjectFixture.files(below: folder)
    var anchors: [String: Set<String>] = [:]
    for (path, bytes) in files where path.hasSuffix(".html") {
      let ids = Self.values(of: "id", in: String(decoding: bytes, as: UTF8.self))
      if Set(ids).count != ids.count { broken.append("\(path): an id occurs twice") }
      anchors[path] = Set(ids)
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      for link in Self.values(of: "href", in: html) + Self.values(of: "src", in: html) {
        checked += 1
        if link.hasPrefix("https://") { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = Self.resolve(Self.decoded(parts[0]), from: path)
        // What follows ":~:" names a text to be marked, and no element.
        let anchor = parts.count == 2 ? parts[1].split(separator: ":~:", omittingEmptySubsequences: false)[0] : ""
        if files[target] == nil {
          broken.append("\(path): \(link)")
        } else if !anchor.isEmpty, anchors[target]?.contains(Self.decoded(anchor)) != true {
          broken.append("\(path): \(link): no such anchor")
        }
      }
    }
  }

  /// The values of an attribute in the order of the page.
  static func values(of attribute: String, in html: String) -> [String] {
    html.split(separator: " \(attribute)=\"").dropFirst().map { part in
      part.prefix { $0 != "\"" }.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }
  }

  private static func resolve(_ link: String, from path: String) -> String {
    if link.isEmpty { return path }
    if link.hasPrefix("/") { return String(link.dropFirst()) }
    var parts = path.split(separator: "/").dropLast()
    for part in link.split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    if link.hasSuffix("/") { parts.append("index.html") }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
