import DocgenSupport

/// Paths in the two files that Cloudflare Pages, Netlify and others read.
///
/// A `*` stands for anything there, and `:name` for a part of a path; neither can be escaped in an address of before.
enum StaticHostPath {
  /// A path as the address of a rule; `nil` if it would stand for others.
  static func source(_ path: String) -> String? {
    var follows: UInt8 = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "*") { return nil }
      if follows == UInt8(ascii: ":"), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) { return nil }
      if follows == UInt8(ascii: "/"), byte == UInt8(ascii: ":") { return nil }
      follows = byte
    }
    return ServerRedirect.encoded(path)
  }
}

/// `_redirects`, for Cloudflare Pages, GitLab Pages and Netlify: one redirect on a line.
enum StaticHostRedirects: ServerFormat {
  static let path = "_redirects"
  private static let lineLimit = 1000
  /// Cloudflare Pages, of those without `*`.
  static let ruleLimit: Int? = 2000

  static func rule(_ redirect: ServerRedirect) -> String? {
    guard let source = StaticHostPath.source(redirect.path) else { return nil }
    let line = "\(source) \(redirect.target.text(encoding: "*:")) 301"
    return line.utf8.count <= lineLimit ? line + "\n" : nil
  }

  static func file(_ headers: ResponseHeaders, _ rules: [String]) -> [UInt8]? {
    rules.isEmpty ? nil : rules.flatMap { Array($0.utf8) }
  }
}

/// `_headers`, for Cloudflare Pages and Netlify: a path, and headers below it.
enum StaticHostHeaders: ServerFormat {
  static let path = "_headers"

  static func rule(_ redirect: ServerRedirect) -> Void? { () }

  static func file(_ headers: ResponseHeaders, _ rules: [Void]) -> [UInt8]? {
    // Where the path of the site cannot be said, what holds for all files of the site holds for all of the host.
    let base = StaticHostPath.source(headers.base)
    var text = (base ?? "") + "/*\n"
    for header in headers.all { text += "  \(header.name): \(header.value)\n" }
    if let base { text += "\(base)/assets/*\n  \(ResponseHeaders.assets.name): \(ResponseHeaders.assets.value)\n" }
    if headers.hasTwins, let base {
      text += "\(base)/*.md\n  \(ResponseHeaders.markdown.name): \(ResponseHeaders.markdown.value)\n"
    }
    return Array(text.utf8)
  }
}
