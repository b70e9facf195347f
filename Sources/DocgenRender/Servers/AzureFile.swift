import DocgenSupport

/// `staticwebapp.config.json` of Azure Static Web Apps, where a `*` at the end of a route stands for anything.
enum AzureFile: ServerFormat {
  static let path = "headers/staticwebapp.config.json"

  static func rule(_ redirect: ServerRedirect) -> (source: String, destination: String)? {
    source(redirect.path).map { ($0, redirect.target.text(encoding: "")) }
  }

  /// A path as a route that stands for it alone.
  static func source(_ path: String) -> String? {
    path.utf8.contains(UInt8(ascii: "*")) ? nil : ServerRedirect.encoded(path)
  }

  static func file(_ headers: ResponseHeaders, _ rules: [(source: String, destination: String)]) -> [UInt8]? {
    json { json in
      json.key("globalHeaders")
      json.object { json in
        for header in headers.all { json.member(header.name, header.value) }
      }
      if headers.hasTwins {
        json.key("mimeTypes")
        json.object { $0.member(".md", ResponseHeaders.markdown.value) }
      }
      json.key("routes")
      json.array { json in
        if let base = source(headers.base) {
          json.object { json in
            json.member("route", base + "/assets/*")
            json.key("headers")
            json.object { $0.member(ResponseHeaders.assets.name, ResponseHeaders.assets.value) }
          }
        }
        for rule in rules {
          json.object { json in
            json.member("route", rule.source)
            json.member("redirect", rule.destination)
            json.member("statusCode", 301)
          }
        }
      }
    }
  }
}
