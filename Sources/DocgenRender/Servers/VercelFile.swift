import DocgenSupport

/// `vercel.json` of Vercel, whose addresses are patterns of path-to-regexp: a backslash escapes what means something.
enum VercelFile: ServerFormat {
  static let path = "headers/vercel.json"
  private static let limit = 4096

  static func rule(_ redirect: ServerRedirect) -> (source: String, destination: String)? {
    let source = source(redirect.path)
    let destination = redirect.target.text(encoding: ":*()")
    return max(source.utf8.count, destination.utf8.count) <= limit ? (source, destination) : nil
  }

  /// A path as a pattern that stands for it alone.
  static func source(_ path: String) -> String {
    var buffer = ByteBuffer(capacity: path.utf8.count + 16)
    for byte in ServerRedirect.encoded(path).utf8 {
      if ":*+()[]|".utf8.contains(byte) { buffer.append(UInt8(ascii: "\\")) }
      buffer.append(byte)
    }
    return buffer.string
  }

  static func file(_ headers: ResponseHeaders, _ rules: [(source: String, destination: String)]) -> [UInt8]? {
    json { json in
      let base = source(headers.base)
      var paths = [(base + "/(.*)", headers.all), (base + "/assets/(.*)", [ResponseHeaders.assets])]
      if headers.hasTwins { paths.append((base + "/(.*).md", [ResponseHeaders.markdown])) }
      writeHeaders(of: paths, to: &json)
      if rules.isEmpty { return }
      json.key("redirects")
      json.array { json in
        for rule in rules {
          json.object { json in
            json.member("source", rule.source)
            json.member("destination", rule.destination)
            json.key("permanent")
            json.boolean(true)
          }
        }
      }
    }
  }
}
