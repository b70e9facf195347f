import DocgenSupport

/// A part of the configuration of Apache, or an `.htaccess`.
///
/// Redirects are made by mod_rewrite: `Redirect` would catch all that starts with an address, and `RedirectMatch` encodes
/// targets once more.
enum ApacheFile: ServerFormat {
  static let path = "headers/apache.conf"
  private static let lineLimit = 4000

  static func rule(_ redirect: ServerRedirect) -> String? {
    guard !redirect.path.utf8.contains(0) else { return nil }
    let condition = "RewriteCond \"%{REQUEST_URI}\" \"^\(ExactPattern.text(redirect.path))$\"\n"
    let target = substitution(redirect.target)
    // A query handed on would stand after the anchor.
    let flags = redirect.target.fragment.isEmpty || !redirect.target.query.isEmpty ? "" : ",QSD"
    let rule = "RewriteRule \"^\" \"\(target)\" [R=301,L,NE\(flags)]\n"
    return max(condition.utf8.count, rule.utf8.count) <= lineLimit ? condition + rule : nil
  }

  /// A target as mod_rewrite takes it in quotes, in which `%` and a digit would be what a condition has found.
  ///
  /// It reads quotes by itself: nothing is escaped but what the target means.
  static func substitution(_ target: ServerTarget) -> String {
    var buffer = ByteBuffer(capacity: target.path.utf8.count + 64)
    for byte in target.text(encoding: "$\\\"").utf8 {
      if byte == UInt8(ascii: "%") { buffer.append(UInt8(ascii: "\\")) }
      buffer.append(byte)
    }
    return buffer.string
  }

  static func file(_ headers: ResponseHeaders, _ rules: [String]) -> [UInt8]? {
    var text = "# To be included in the virtual host, or to be used as .htaccess; needs mod_headers"
    text += rules.isEmpty ? ".\n" : " and mod_rewrite.\n"
    for header in headers.all { text += "Header always set \(header.name) \"\(header.value)\"\n" }
    // A backslash in quotes of the configuration is written twice.
    let assets = ExactPattern.text(headers.assetsPath).split(separator: "\\", omittingEmptySubsequences: false)
    text += "<If \"%{REQUEST_URI} =~ m#^\(assets.joined(separator: "\\\\"))#\">\n"
    text += "  Header set \(ResponseHeaders.assets.name) \"\(ResponseHeaders.assets.value)\"\n</If>\n"
    if headers.hasTwins {
      let base = ExactPattern.text(headers.base).split(separator: "\\", omittingEmptySubsequences: false)
      text += "<If \"%{REQUEST_URI} =~ m#^\(base.joined(separator: "\\\\"))/.*[.]md$#\">\n"
      text += "  Header set \(ResponseHeaders.markdown.name) \"\(ResponseHeaders.markdown.value)\"\n</If>\n"
    }
    if !rules.isEmpty { text += "RewriteEngine On\n" }
    for rule in rules { text += rule }
    return Array(text.utf8)
  }
}
