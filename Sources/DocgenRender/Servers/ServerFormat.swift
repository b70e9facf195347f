import DocgenSupport

/// A file that tells one kind of server headers and redirects; each has its own escaping.
protocol ServerFormat {
  /// The path of the file below the root of the site.
  static var path: String { get }
  /// A redirect as the file has it.
  associatedtype Rule

  /// Writes a redirect; `nil` if the format cannot say it.
  static func rule(_ redirect: ServerRedirect) -> Rule?

  /// Writes the file; `nil` if it would say nothing.
  static func file(_ headers: ResponseHeaders, _ rules: [Rule]) -> [UInt8]?

  /// The most redirects that some of those who read the file take.
  static var ruleLimit: Int? { get }
}

extension ServerFormat {
  static var ruleLimit: Int? { nil }

  static func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object(body)
    return json.buffer.bytes
  }

  /// Writes the headers of paths as a list of objects with `key` and `value`.
  static func writeHeaders(of paths: [(path: String, headers: [ResponseHeaders.Header])], to json: inout JSONWriter) {
    json.key("headers")
    json.array { json in
      for (path, headers) in paths {
        json.object { json in
          json.member("source", path)
          json.key("headers")
          json.array { json in
            for header in headers {
              json.object { json in
                json.member("key", header.name)
                json.member("value", header.value)
              }
            }
          }
        }
      }
    }
  }
}
