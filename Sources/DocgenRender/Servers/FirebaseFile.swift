import DocgenSupport

/// `firebase.json` of Firebase Hosting, whose addresses are patterns of files: nothing in them can be escaped.
enum FirebaseFile: ServerFormat {
  static let path = "headers/firebase.json"

  static func rule(_ redirect: ServerRedirect) -> (source: String, destination: String)? {
    source(redirect.path).map { ($0, redirect.target.text(encoding: ":*")) }
  }

  /// A path as a pattern that stands for it alone.
  static func source(_ path: String) -> String? {
    path.utf8.contains { "*:()[]|".utf8.contains($0) } ? nil : ServerRedirect.encoded(path)
  }

  static func file(_ headers: ResponseHeaders, _ rules: [(source: String, destination: String)]) -> [UInt8]? {
    json { json in
      json.key("hosting")
      json.object { json in
        let base = source(headers.base)
        var paths = [((base ?? "") + "/**", headers.all)]
        if let base { paths.append((base + "/assets/**", [ResponseHeaders.assets])) }
        if headers.hasTwins, let base { paths.append((base + "/**/*.md", [ResponseHeaders.markdown])) }
        writeHeaders(of: paths, to: &json)
        if rules.isEmpty { return }
        json.key("redirects")
        json.array { json in
          for rule in rules {
            json.object { json in
              json.member("source", rule.source)
              json.member("destination", rule.destination)
              json.member("type", 301)
            }
          }
        }
      }
    }
  }
}
