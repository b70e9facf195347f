import DocgenSupport

/// A part of the configuration of nginx.
///
/// Locations are compared with the decoded path. Exact ones need no hash table whose size would have to be set.
enum NginxFile: ServerFormat {
  static let path = "headers/nginx.conf"
  /// nginx takes no longer words (4,096 bytes with what belongs to them).
  private static let wordLimit = 4000
  /// nginx keeps the lengths of names of locations in a byte: a longer one would stand for others.
  private static let nameLimit = 255

  static func rule(_ redirect: ServerRedirect) -> String? {
    // A query is handed on where the target has none.
    let query = redirect.target.query.isEmpty ? "$is_args$args" : ""
    guard let location = location(redirect.path, isExact: true),
      let target = quoted(redirect.target.text(encoding: "$", between: query))
    else { return nil }
    return "location \(location) { return 301 \(target); }\n"
  }

  /// What a location compares with: a whole path, or the start of some; long ones by a regular expression.
  static func location(_ path: String, isExact: Bool) -> String? {
    guard path.utf8.count > nameLimit else { return quoted(path).map { isExact ? "= " + $0 : $0 } }
    return quoted("^" + ExactPattern.text(path) + (isExact ? "$" : "")).map { "~ " + $0 }
  }

  /// A word in quotes. Variables cannot be escaped in it: a `$` may stand only where nginx looks for none.
  static func quoted(_ text: String) -> String? {
    var buffer = ByteBuffer(capacity: text.utf8.count + 8)
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0: return nil
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case 0x09: buffer.append("\\t")
      case 0x0A: buffer.append("\\n")
      case 0x0D: buffer.append("\\r")
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
    return buffer.bytes.count <= wordLimit ? buffer.string : nil
  }

  static func file(_ headers: ResponseHeaders, _ rules: [String]) -> [UInt8]? {
    var text = "# To be included in the server block.\n"
    for header in headers.all { text += line(header) }
    // A location with a header of its own does not take over those from outside.
    if let assets = location(headers.assetsPath, isExact: false) {
      text += "location \(assets) {\n"
      for header in headers.all + [ResponseHeaders.assets] { text += "  " + line(header) }
      text += "}\n"
    }
    if headers.hasTwins, let pattern = quoted("^" + ExactPattern.text(headers.base) + "/.*[.]md$") {
      // Without a header of its own it takes over those from outside.
      text += "location ~ \(pattern) { types { } default_type \"\(ResponseHeaders.markdown.value)\"; }\n"
    }
    for rule in rules { text += rule }
    return Array(text.utf8)
  }

  private static func line(_ header: ResponseHeaders.Header) -> String {
    "add_header \(header.name) \(quoted(header.value) ?? "\"\"") always;\n"
  }
}
